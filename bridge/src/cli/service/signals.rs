//! Ctrl-C, and the request to end that a service manager sends.

use tokio::sync::mpsc;

use crate::cli::Failure;

/// More than two mean no more than two.
const WAITING: usize = 2;

/// Each time that somebody wants the program to end.
pub(super) fn stops() -> Result<mpsc::Receiver<()>, Failure> {
    let broken = |error| Failure::Broken(format!("Ctrl-C cannot be waited for: {error}"));
    let (asked, stops) = mpsc::channel(WAITING);
    let mut signals = Signals::new().map_err(broken)?;
    tokio::spawn(async move {
        while signals.next().await.is_some() {
            // Full of requests to end is asked often enough.
            let _ = asked.try_send(());
        }
    });
    Ok(stops)
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Signals {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn next(&mut self) -> Option<()> {
        tokio::select! {
            signal = self.interrupt.recv() => signal,
            signal = self.terminate.recv() => signal,
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> std::io::Result<Signals> {
        Ok(Signals)
    }

    async fn next(&mut self) -> Option<()> {
        tokio::signal::ctrl_c().await.ok()
    }
}
