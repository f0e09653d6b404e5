//! `cargo xtask bench server`: serves the release page on this machine as a good host does, compressed and cached, for
//! a browser that measures. It knows nothing of Trunk: what lies in `dist/` at the start is what it serves.

mod asset;
mod http;

use crate::progress::Progress;
use crate::project::Project;
use anyhow::{Context, Result};
use asset::Assets;
use std::io::BufReader;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// A browser opens six to a host; this is room for several.
const MOST_CONNECTIONS: usize = 64;

/// A kept connection that asks for nothing is closed.
const PATIENCE: Duration = Duration::from_secs(30);

/// Serves until somebody ends it.
pub(super) fn run(project: &Project, progress: &Progress, port: u16) -> Result<()> {
    let dist = project.dist();
    let assets = progress.during("brotli", &format!("compressing {}", dist.display()), |_| {
        Assets::read(&dist).context("is there a page? `cargo xtask build` makes it")
    })?;
    let listener =
        TcpListener::bind(("127.0.0.1", port)).with_context(|| format!("cannot listen on port {port}"))?;
    progress.note("server", &format!("serves http://{}/", listener.local_addr()?));
    accept(&listener, &Arc::new(assets));
    Ok(())
}

/// Serves `dist` on a free port for as long as this program runs.
pub(super) fn spawn(dist: &Path) -> Result<SocketAddr> {
    let assets = Arc::new(Assets::read(dist)?);
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("cannot listen")?;
    let address = listener.local_addr()?;
    thread::spawn(move || accept(&listener, &assets));
    Ok(address)
}

fn accept(listener: &TcpListener, assets: &Arc<Assets>) {
    let open = Arc::new(AtomicUsize::new(0));
    // A connection that is gone before it was accepted is nobody's loss.
    for stream in listener.incoming().flatten() {
        if open.fetch_add(1, Ordering::Relaxed) >= MOST_CONNECTIONS {
            open.fetch_sub(1, Ordering::Relaxed);
            continue;
        }
        let (assets, open) = (Arc::clone(assets), Arc::clone(&open));
        thread::spawn(move || {
            // A browser closes connections as it likes; that is no failure of ours.
            let _ = converse(&stream, &assets);
            open.fetch_sub(1, Ordering::Relaxed);
        });
    }
}

/// Answers one request after the other, as long as the connection is kept.
fn converse(stream: &TcpStream, assets: &Assets) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = http::read(&mut reader)? {
        http::answer(&mut &*stream, &request, assets)?;
        if !request.keeps_connection {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    #[test]
    fn one_connection_carries_several_requests() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let assets = Arc::new(Assets::with(&[("index.html", "the page")]).unwrap());
        thread::spawn(move || accept(&listener, &assets));
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\n\r\nGET /no HTTP/1.1\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("the page"), "{answer}");
        assert!(answer.contains("HTTP/1.1 404 Not Found\r\n"), "{answer}");
    }
}
