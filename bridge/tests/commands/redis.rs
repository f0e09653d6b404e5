//! A Redis of one test: on a port of its own, without anything on the disk, ended with the test.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(5);

pub(crate) struct Redis {
    server: Child,
    port: u16,
}

impl Redis {
    pub(crate) fn start() -> Redis {
        // Another program may take the port before Redis does: then Redis ends, and another port is tried.
        for _ in 0..10 {
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
            if let Some(redis) = Redis::start_on(free.expect("a free port").port()) {
                return redis;
            }
        }
        panic!("redis-server does not start");
    }

    /// The same Redis again, empty, after `meanwhile`.
    pub(crate) fn restart(self, meanwhile: impl FnOnce()) -> Redis {
        let port = self.port;
        drop(self);
        meanwhile();
        Redis::start_on(port).expect("its port is free again")
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// What Redis's own client answers.
    pub(crate) fn cli(&self, arguments: &[&str]) -> String {
        let mut cli = Command::new(program("EVENT_PATTERN_REDIS_CLI", "redis-cli"));
        let output = cli.args(["-p", &self.port.to_string()]).args(arguments).output();
        let output = output.expect("redis-cli is missing: `cargo xtask setup` installs it");
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }

    fn start_on(port: u16) -> Option<Redis> {
        let mut server = Command::new(program("EVENT_PATTERN_REDIS_SERVER", "redis-server"));
        server.args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--save", "", "--appendonly", "no"]);
        let server = server.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        let server = server.expect("redis-server is missing: `cargo xtask setup` installs it");
        let mut redis = Redis { server, port };
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if redis.server.try_wait().expect("a child of ours").is_some() {
                return None;
            }
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Some(redis);
            }
            std::thread::sleep(POLL);
        }
        None
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn program(variable: &str, name: &str) -> String {
    std::env::var(variable).ok().filter(|named| !named.is_empty()).unwrap_or_else(|| name.to_owned())
}
