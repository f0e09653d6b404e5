//! A `redis-server` of a test's own, on a free loopback port, and `redis-cli` beside it: the foreign hand.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;
use tokio::io::AsyncWriteExt;

use super::process::Process;
use super::{KEY, aof, ports};
use crate::{surroundings, wait};

/// How often another port is tried, where somebody took the one that was free.
const TRIES: usize = 5;

/// A running Redis; it ends when this is dropped.
#[derive(Debug)]
pub struct Redis {
    port: u16,
    settings: Vec<String>,
    process: Option<Process>,
    folder: TempDir,
}

impl Redis {
    /// One that keeps nothing on disk.
    pub async fn start() -> Result<Redis> {
        Redis::with(&[]).await
    }

    /// One that has written each `SET` to disk before it is confirmed.
    pub async fn durable() -> Result<Redis> {
        Redis::with(&["--appendonly", "yes", "--appendfsync", "always"]).await
    }

    /// One with settings of its own: `--maxmemory 1mb`.
    pub async fn with(settings: &[&str]) -> Result<Redis> {
        for _ in 0..TRIES {
            let settings = settings.iter().map(|&setting| setting.to_owned()).collect();
            let mut redis = Redis { port: ports::free()?, settings, process: None, folder: TempDir::new()? };
            redis.launch(&[])?;
            if redis.until_it_answers().await.is_ok() {
                return Ok(redis);
            }
        }
        bail!("redis-server does not come up")
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its address for the bridge.
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// The same with a user and a password: `user:password`.
    pub fn url_as(&self, credentials: &str) -> String {
        format!("redis://{credentials}@127.0.0.1:{}", self.port)
    }

    /// Ends it without a word, as a power cut would.
    pub fn kill(&mut self) -> Result<()> {
        self.process.take().context("it runs")?.kill()
    }

    /// Starts it again on the same port.
    pub async fn start_again(&mut self) -> Result<()> {
        self.launch(&[])?;
        self.until_it_answers().await
    }

    /// Starts it again, with more settings, and does not wait until it has loaded its data.
    pub fn start_again_with(&mut self, settings: &[&str]) -> Result<()> {
        self.launch(settings)
    }

    /// Stops its process: connections stay open and nothing comes.
    pub fn freeze(&self) -> Result<()> {
        self.process.as_ref().context("it runs")?.signal("STOP")
    }

    /// Lets its process go on.
    pub fn thaw(&self) -> Result<()> {
        self.process.as_ref().context("it runs")?.signal("CONT")
    }

    /// What `redis-cli` prints, without the line's end.
    pub async fn cli(&self, arguments: &[&str]) -> Result<String> {
        let output = self.command_line()?.args(arguments).stdin(Stdio::null()).output().await?;
        ensure!(output.status.success(), "redis-cli {arguments:?}: {output:?}");
        Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
    }

    /// `redis-cli SET app:state`, in whatever case and with whatever is in it.
    pub async fn set(&self, value: &str) -> Result<()> {
        self.set_bytes(value.as_bytes()).await
    }

    /// Puts bytes under the key that need not be a text.
    pub async fn set_bytes(&self, value: &[u8]) -> Result<()> {
        let mut child = self
            .command_line()?
            .args(["-x", "SET", KEY])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        child.stdin.take().context("redis-cli reads")?.write_all(value).await?;
        let output = child.wait_with_output().await?;
        ensure!(output.stdout == b"OK\n", "redis-cli SET: {output:?}");
        Ok(())
    }

    /// `redis-cli GET app:state`; a missing key is empty.
    pub async fn get(&self) -> Result<String> {
        self.cli(&["GET", KEY]).await
    }

    /// Every state that was ever set under a key, in order, as its append-only file has it.
    pub fn states_written(&self) -> Result<Vec<String>> {
        aof::states_written(&self.folder.path().join("appendonlydir"))
    }

    fn command_line(&self) -> Result<tokio::process::Command> {
        let mut cli = tokio::process::Command::new(surroundings::redis_cli()?);
        cli.kill_on_drop(true);
        cli.args(["-h", "127.0.0.1", "-p", &self.port.to_string()]);
        Ok(cli)
    }

    fn launch(&mut self, more: &[&str]) -> Result<()> {
        let mut server = Command::new(surroundings::redis_server()?);
        server.args([
            "--bind",
            "127.0.0.1",
            "--port",
            &self.port.to_string(),
            "--save",
            "",
            "--loglevel",
            "warning",
        ]);
        server.arg("--dir").arg(self.folder.path());
        server.args(&self.settings).args(more);
        let log = self.folder.path().join("redis.log");
        self.process = Some(Process::start("redis-server", &mut server, log)?);
        Ok(())
    }

    async fn until_it_answers(&mut self) -> Result<()> {
        wait::until("Redis answers", async || {
            if self.process.as_mut().is_some_and(|process| process.ended().is_ok_and(|end| end.is_some())) {
                return Ok(true);
            }
            // One that asks for a password answers, too.
            let answer = self.cli(&["PING"]).await?;
            Ok(answer == "PONG" || answer.starts_with("NOAUTH"))
        })
        .await?;
        ensure!(self.process.as_mut().context("it runs")?.ended()?.is_none(), "redis-server ended");
        Ok(())
    }
}
