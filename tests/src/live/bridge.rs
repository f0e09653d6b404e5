//! The real bridge, as a person starts it, on a free loopback port.

use std::process::{Command, ExitStatus, Output, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;
use tokio::time::timeout;

use super::process::Process;
use super::{Answer, Client, Proxy, Redis, Request, ports};
use crate::{surroundings, wait};

/// How often another port is tried, where somebody took the one that was free.
const TRIES: usize = 5;

/// Compressing the page inside the program would take the time and the memory that others are to be measured by.
const BARE_PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/live/bare_page");

/// How it is to be started.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    port: Option<u16>,
    without_store: bool,
}

/// A running bridge; it is killed when this is dropped.
#[derive(Debug)]
pub struct Bridge {
    port: u16,
    setup: Setup,
    process: Process,
    folder: TempDir,
}

/// What came of a run that was not to last.
#[derive(Clone, Debug)]
pub struct Said {
    /// Whether it had not ended by itself.
    pub is_still_running: bool,
    /// All that it wrote.
    pub log: String,
}

impl Setup {
    /// On the Redis at this address.
    pub fn redis(url: &str) -> Setup {
        Setup::default().option("--redis", url)
    }

    /// Without Redis.
    pub fn memory() -> Setup {
        Setup::default().option("--store", "memory")
    }

    /// With one more option.
    pub fn option(mut self, name: &str, value: &str) -> Setup {
        self.arguments.extend([name.to_owned(), value.to_owned()]);
        self
    }

    /// With one more option that has no value.
    pub fn flag(mut self, name: &str) -> Setup {
        self.arguments.push(name.to_owned());
        self
    }

    /// With a variable in its environment.
    pub fn variable(mut self, name: &str, value: &str) -> Setup {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Without waiting for its store, which is not there yet.
    pub fn without_store(self) -> Setup {
        Setup { without_store: true, ..self }
    }

    /// On this port and no other.
    pub fn port(self, port: u16) -> Setup {
        Setup { port: Some(port), ..self }
    }

    /// Starts it and waits until it is there.
    pub async fn start(self) -> Result<Bridge> {
        for _ in 0..TRIES {
            let folder = TempDir::new()?;
            let port = self.port.map_or_else(ports::free, Ok)?;
            let process = self.launch(port, &folder)?;
            let mut bridge = Bridge { port, setup: self.clone(), process, folder };
            match bridge.until_it_is_there().await {
                Ok(()) => return Ok(bridge),
                Err(_) if bridge.log().contains("in use") => {}
                Err(error) => return Err(error),
            }
        }
        bail!("the bridge does not come up")
    }

    /// Runs it where it is to say something and end at once: a mistake, `--help`.
    pub async fn run(&self) -> Result<Output> {
        let mut command = tokio::process::Command::from(self.command(ports::free()?)?);
        command.stdin(Stdio::null()).kill_on_drop(true);
        timeout(wait::DEADLINE, command.output())
            .await
            .with_context(|| format!("it runs on with {self:?}"))?
            .context("it does not start")
    }

    /// Runs it for a while and ends it: what it wrote, and whether it was still there.
    pub async fn run_for(&self, time: Duration) -> Result<Said> {
        let folder = TempDir::new()?;
        let mut process = self.launch(ports::free()?, &folder)?;
        tokio::time::sleep(time).await;
        Ok(Said { is_still_running: process.ended()?.is_none(), log: process.log() })
    }

    fn command(&self, port: u16) -> Result<Command> {
        let mut bridge = Command::new(surroundings::bridge()?);
        bridge.arg("serve");
        if !self.arguments.iter().any(|argument| argument == "--listen") {
            bridge.args(["--listen", &format!("127.0.0.1:{port}")]);
        }
        if !self.arguments.iter().any(|argument| argument == "--page") {
            bridge.args(["--page", BARE_PAGE]);
        }
        bridge.args(&self.arguments);
        bridge.envs(self.environment.iter().map(|(name, value)| (name, value)));
        Ok(bridge)
    }

    fn launch(&self, port: u16, folder: &TempDir) -> Result<Process> {
        Process::start("bridge", &mut self.command(port)?, folder.path().join("bridge.log"))
    }
}

impl Bridge {
    /// On a Redis of the test's own.
    pub async fn on(redis: &Redis) -> Result<Bridge> {
        Setup::redis(&redis.url()).start().await
    }

    /// On a Redis behind a proxy.
    pub async fn behind(proxy: &Proxy) -> Result<Bridge> {
        Setup::redis(&proxy.url()).start().await
    }

    /// Without Redis.
    pub async fn in_memory() -> Result<Bridge> {
        Setup::memory().start().await
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its page's address, as a browser writes it in `Origin`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A client that has said hello.
    pub async fn client(&self) -> Result<Client> {
        Ok(Client::open(self.port).await?.0)
    }

    /// The answer to a `GET`.
    pub async fn http(&self, path: &str) -> Result<Answer> {
        Request::get(path).send(self.port).await
    }

    /// Whether the store answers.
    pub async fn is_ready(&self) -> Result<bool> {
        Ok(self.http("/readyz").await?.status == 200)
    }

    /// Waits until the store answers, or until it does not.
    pub async fn until_ready_is(&self, ready: bool) -> Result<()> {
        wait::until_equal("/readyz", ready, async || self.is_ready().await).await
    }

    /// A figure of `/metrics` by the beginning of its name with its labels; those that begin alike are added up.
    pub async fn metric(&self, name: &str) -> Result<f64> {
        let text = self.http("/metrics").await?.body;
        let lines = text.lines().filter(|line| line.starts_with(name));
        let figures: Vec<f64> = lines
            .filter_map(|line| line.rsplit_once(' ').and_then(|(_, figure)| figure.parse().ok()))
            .collect();
        ensure!(!figures.is_empty(), "no metric begins with {name}:\n{text}");
        Ok(figures.iter().sum())
    }

    /// Its process.
    pub fn process(&self) -> u32 {
        self.process.id()
    }

    /// Everything that it wrote.
    pub fn log(&self) -> String {
        self.process.log()
    }

    /// Resident memory, in bytes.
    pub fn resident(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        Ok(line.trim().trim_end_matches("kB").trim().parse::<u64>()? * 1024)
    }

    /// Fails unless it still runs and has not complained of itself.
    pub fn check_health(&mut self) -> Result<()> {
        ensure!(self.process.ended()?.is_none(), "the bridge has ended");
        ensure!(!self.log().contains("panicked"), "the bridge panicked");
        Ok(())
    }

    /// Asks it to end, as a service manager does.
    pub fn terminate(&self) -> Result<()> {
        self.process.signal("TERM")
    }

    /// Ctrl-C.
    pub fn interrupt(&self) -> Result<()> {
        self.process.signal("INT")
    }

    /// Ends it without a word.
    pub fn kill(&mut self) -> Result<()> {
        self.process.kill()
    }

    /// Waits until it has ended by itself.
    pub async fn until_it_ends(&mut self) -> Result<ExitStatus> {
        self.process.until_it_ends().await
    }

    /// Starts it again where it was.
    pub async fn start_again(&mut self) -> Result<()> {
        self.process = self.setup.launch(self.port, &self.folder)?;
        self.until_it_is_there().await
    }

    async fn until_it_is_there(&mut self) -> Result<()> {
        let (port, without_store) = (self.port, self.setup.without_store);
        let path = if without_store { "/healthz" } else { "/readyz" };
        wait::until("the bridge is there", async || {
            if self.process.ended()?.is_some() {
                return Ok(true);
            }
            Ok(Request::get(path).send(port).await?.status == 200)
        })
        .await?;
        ensure!(self.process.ended()?.is_none(), "the bridge ended at once:\n{}", self.log());
        Ok(())
    }
}
