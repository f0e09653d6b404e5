//! chromedriver, on a free port, for as long as one test takes.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::surroundings;

/// How long a browser or its driver may take to be there.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A running chromedriver; it ends when this is dropped.
#[derive(Debug)]
pub struct Driver {
    address: String,
    _process: Child,
    _reader: JoinHandle<()>,
}

impl Driver {
    /// Starts it and waits for the port that it chose.
    pub async fn start() -> Result<Driver> {
        let program = surroundings::chromedriver()?;
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let output = process.stdout.take().context("chromedriver has no output")?;
        let mut lines = BufReader::new(output).lines();
        let port = timeout(PATIENCE, async {
            while let Some(line) = lines.next_line().await? {
                if let Some((_, port)) = line.split_once("started successfully on port ") {
                    return Ok(port.trim_end_matches('.').parse::<u16>()?);
                }
            }
            bail!("{} ended before it named its port", program.display())
        })
        .await??;
        // Its pipe must not fill up.
        let reader = tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(Driver { address: format!("http://127.0.0.1:{port}"), _process: process, _reader: reader })
    }

    /// Where it answers.
    pub fn address(&self) -> &str {
        &self.address
    }
}
