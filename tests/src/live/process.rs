//! A program that a test started: its log, its signals, and its end with the test at the latest.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

use anyhow::{Context, Result, ensure};

use crate::wait;

/// How much of a log a failed test shows.
const SHOWN: usize = 6_000;

/// A running program; it is killed when this is dropped.
#[derive(Debug)]
pub(super) struct Process {
    name: &'static str,
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts it. Both of its outputs go to a file.
    pub(super) fn start(name: &'static str, command: &mut Command, log: PathBuf) -> Result<Process> {
        let output = File::options().create(true).append(true).open(&log)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .with_context(|| format!("{name} does not start"))?;
        Ok(Process { name, child, log })
    }

    /// Its id.
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it wrote so far.
    pub(super) fn log(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(&self.log).unwrap_or_default()).into_owned()
    }

    /// How it ended, if it did.
    pub(super) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    /// Sends it a signal by name: `TERM`, `STOP`, `CONT`.
    pub(super) fn signal(&self, signal: &str) -> Result<()> {
        let sent = Command::new("kill").args(["-s", signal, &self.id().to_string()]).status()?;
        ensure!(sent.success(), "{} takes no signal {signal}", self.name);
        Ok(())
    }

    /// Ends it at once, as a power cut would.
    pub(super) fn kill(&mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Waits until it has ended by itself.
    pub(super) async fn until_it_ends(&mut self) -> Result<ExitStatus> {
        let name = self.name;
        wait::for_some(&format!("{name} ends"), async || Ok(self.child.try_wait()?)).await
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Nothing is lost if it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let log = self.log();
        let tail: String = log.chars().skip(log.chars().count().saturating_sub(SHOWN)).collect();
        // Shown only when the test fails.
        eprintln!("--- {} said:\n{tail}", self.name);
    }
}
