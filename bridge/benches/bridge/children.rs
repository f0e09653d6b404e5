//! The servers of a run: each on a free port of this machine, and stopped by its own handle.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::programs::Programs;
use crate::{memory, yardstick};

/// For a server to answer after its start.
const START: Duration = Duration::from_secs(20);
/// Between two looks at it.
const LOOK: Duration = Duration::from_millis(20);
/// The only limit that is raised: a person who sends more than 2,000 requests a second is none.
const NO_RATE: &str = "100000000";

/// A server that runs until this is dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    child: Child,
}

impl Server {
    /// A Redis that keeps nothing on disk.
    pub(crate) fn redis(programs: &Programs) -> Result<Server> {
        Server::start(&programs.redis_server, |command, port| {
            command.args(["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--port"]).arg(port);
        })
    }

    /// webdis, with the settings that Debian ships it with.
    pub(crate) fn webdis(programs: &Programs, redis: SocketAddr) -> Result<Server> {
        let folder = results_folder();
        fs::create_dir_all(&folder)?;
        let file = folder.join("webdis.json");
        Server::start(&programs.webdis, |command, port| {
            let settings = format!(
                r#"{{"redis_host":"127.0.0.1","redis_port":{},"http_host":"127.0.0.1","http_port":{port},"threads":2,
                "daemonize":false,"database":0,"verbosity":0,"logfile":"/dev/null"}}"#,
                redis.port()
            );
            // Without its settings it does not start, and that is told.
            let _ = fs::write(&file, settings);
            command.arg(&file);
        })
    }

    /// The bridge, with its default limits but that on the rate.
    pub(crate) fn bridge(programs: &Programs, redis: SocketAddr) -> Result<Server> {
        let server = Server::start(&programs.bridge, |command, port| {
            for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("BRIDGE_"))
            {
                command.env_remove(name);
            }
            command.env("RUST_LOG", "warn").arg("serve").arg("--redis").arg(format!("redis://{redis}"));
            command.args(["--rate", NO_RATE, "--burst", NO_RATE, "--listen", &format!("127.0.0.1:{port}")]);
        })?;
        within(START, || memory::http(server.address, "/readyz").is_ok_and(|text| text.contains(" 200 ")))
            .context("the bridge does not become ready")?;
        Ok(server)
    }

    /// This program once more, as one of the yardsticks.
    pub(crate) fn yardstick(kind: &str) -> Result<Server> {
        Server::start(&env::current_exe()?, |command, port| {
            command.args([yardstick::FLAG, kind, port]);
        })
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    fn start(program: &Path, configure: impl Fn(&mut Command, &str)) -> Result<Server> {
        let address = free_address()?;
        let mut command = Command::new(program);
        configure(&mut command, &address.port().to_string());
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        let name = program.file_name().unwrap_or(OsStr::new("?")).to_string_lossy().into_owned();
        let child = child.with_context(|| format!("{name} does not start"))?;
        let server = Server { address, child };
        within(START, || TcpStream::connect(address).is_ok())
            .with_context(|| format!("{name} does not listen"))?;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing of it is kept.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where figures and settings are left.
pub(crate) fn results_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench")
}

fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

fn within(limit: Duration, is_done: impl Fn() -> bool) -> Result<()> {
    let started = Instant::now();
    while !is_done() {
        if started.elapsed() > limit {
            bail!("{} s are over", limit.as_secs());
        }
        thread::sleep(LOOK);
    }
    Ok(())
}
