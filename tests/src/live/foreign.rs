//! redis-py, with which the tutorial's own programs are written.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::{KEY, Redis};
use crate::surroundings;

const SCRIPT: &str = include_str!("../scripts/foreign.py");

/// A Python program with a connection to Redis. It does one thing a line, and ends when this is dropped.
#[derive(Debug)]
pub struct Python {
    child: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Python {
    /// Starts it.
    pub fn start(redis: &Redis) -> Result<Python> {
        let mut child = Command::new(surroundings::python()?)
            .args(["-c", SCRIPT, &redis.port().to_string(), KEY])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("Python does not start")?;
        let orders = child.stdin.take().context("it reads")?;
        let answers = BufReader::new(child.stdout.take().context("it writes")?);
        Ok(Python { child, orders, answers })
    }

    /// `r.set(key, state)`.
    pub fn set(&mut self, state: &str) -> Result<()> {
        let answer = self.order(&format!("set {state}"))?;
        ensure!(answer == "True", "redis-py's set answered {answer}");
        Ok(())
    }

    /// `r.get(key)`; `None` for a missing key.
    pub fn get(&mut self) -> Result<String> {
        self.order("get")
    }

    /// Begins a transaction that watches the key.
    pub fn watch(&mut self) -> Result<()> {
        let answer = self.order("watch")?;
        ensure!(answer == "watching", "redis-py's watch answered {answer}");
        Ok(())
    }

    /// Ends it with a set: `done`, or `changed` where somebody else was quicker.
    pub fn execute(&mut self, state: &str) -> Result<String> {
        self.order(&format!("execute {state}"))
    }

    /// Reads the key again and again, as the tutorial's service does, until it holds this state.
    pub fn poll_until(&mut self, state: &str) -> Result<()> {
        let answer = self.order(&format!("poll {state}"))?;
        ensure!(answer == state, "redis-py last read {answer}");
        Ok(())
    }

    fn order(&mut self, order: &str) -> Result<String> {
        writeln!(self.orders, "{order}")?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        ensure!(!answer.is_empty(), "the Python program ended at `{order}`");
        Ok(answer.trim_end().to_owned())
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        // Nothing is lost if it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
