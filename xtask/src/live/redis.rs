//! The Redis of this machine: the one that listens where the tutorial's programs look for it, or else one of our own.

use super::children::Children;
use crate::setup::{self, Permission, Site};
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// Redis's usual port: `Redis(host="localhost", port=6379)` says the tutorial.
const PORT: u16 = 6379;
const URL: &str = "redis://127.0.0.1:6379";
const PATIENCE: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(50);

/// The address of a Redis that listens on this machine. One that is started here ends with `children`.
pub(super) fn on_this_machine(
    site: &Site<'_>,
    permission: Permission,
    children: &mut Children,
) -> Result<String> {
    if listens() {
        site.progress.note("Redis", &format!("one listens on 127.0.0.1:{PORT}: its key app:state is used"));
        return Ok(URL.to_owned());
    }
    let programs = setup::for_redis(site, permission)?;
    // Installing it may have started it.
    if listens() {
        site.progress.note("Redis", &format!("listens on 127.0.0.1:{PORT} now: its key app:state is used"));
        return Ok(URL.to_owned());
    }
    let folder = site.project.scratch("redis")?;
    let mut server = Command::new(&programs.server);
    server.current_dir(folder).args(["--bind", "127.0.0.1", "--port", &PORT.to_string()]);
    // It is for one lesson: nothing is kept on the disk.
    server.args(["--save", "", "--appendonly", "no"]);
    let log = site.project.log("redis-server")?;
    let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
    server.stdout(file.try_clone()?).stderr(file);
    children.start("Redis", &mut server)?;
    let started = Instant::now();
    while !listens() {
        if started.elapsed() > PATIENCE || children.one_has_ended() {
            bail!("Redis was started, but does not listen on 127.0.0.1:{PORT}: see {}", log.display());
        }
        thread::sleep(POLL);
    }
    site.progress.note(
        "Redis",
        &format!("none listened: started one on 127.0.0.1:{PORT}, which forgets everything when this ends"),
    );
    Ok(URL.to_owned())
}

fn listens() -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, PORT));
    TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok()
}
