//! Programs that run side by side and end together: with Ctrl-C, or when one of them ends by itself.

use crate::process;
use anyhow::{Context, Result, bail};
use std::process::{Child, Command};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const POLL: Duration = Duration::from_millis(50);
/// A terminal sends its Ctrl-C to all of them: for so long they may end by themselves, ...
const BY_THEMSELVES: Duration = Duration::from_secs(1);
/// ... then they are asked to and have so long, and then they are ended.
const WHEN_ASKED: Duration = Duration::from_secs(6);

/// Running programs. Whatever still runs when this is dropped is ended.
#[derive(Debug)]
pub(crate) struct Children {
    running: Vec<(&'static str, Child)>,
    interrupted: Arc<AtomicBool>,
}

impl Children {
    /// None yet; from now on a Ctrl-C ends the children first. Once in a program.
    pub(crate) fn watching() -> Result<Self> {
        let interrupted = Arc::new(AtomicBool::new(false));
        let noted = Arc::clone(&interrupted);
        ctrlc::set_handler(move || noted.store(true, Ordering::SeqCst)).context("cannot wait for Ctrl-C")?;
        Ok(Self { running: Vec::new(), interrupted })
    }

    /// Starts one.
    pub(crate) fn start(&mut self, name: &'static str, command: &mut Command) -> Result<()> {
        let child = command.spawn().with_context(|| format!("cannot start `{}`", process::shown(command)))?;
        self.running.push((name, child));
        Ok(())
    }

    /// Whether one of them runs no more, or all of them are to end.
    pub(crate) fn one_has_ended(&mut self) -> bool {
        self.interrupted.load(Ordering::SeqCst)
            || self.running.iter_mut().any(|(_, child)| !matches!(child.try_wait(), Ok(None)))
    }

    /// Waits for a Ctrl-C, which is no error, or until one ends by itself, which is one.
    pub(crate) fn until_one_ends(mut self) -> Result<()> {
        while !self.interrupted.load(Ordering::SeqCst) {
            for (name, child) in &mut self.running {
                if let Some(status) = child.try_wait()? {
                    // A Ctrl-C that the child saw first is none of its own ideas.
                    thread::sleep(POLL);
                    if self.interrupted.load(Ordering::SeqCst) {
                        return Ok(());
                    }
                    bail!("{name} ended by itself ({status}), so the others were ended too");
                }
            }
            thread::sleep(POLL);
        }
        Ok(())
    }

    fn all_end_within(&mut self, limit: Duration) -> bool {
        let started = Instant::now();
        loop {
            self.running.retain_mut(|(_, child)| matches!(child.try_wait(), Ok(None)));
            if self.running.is_empty() || started.elapsed() > limit {
                return self.running.is_empty();
            }
            thread::sleep(POLL);
        }
    }
}

impl Drop for Children {
    fn drop(&mut self) {
        if self.interrupted.load(Ordering::SeqCst) && self.all_end_within(BY_THEMSELVES) {
            return;
        }
        for (_, child) in &self.running {
            process::ask_to_end(child.id());
        }
        if !self.all_end_within(WHEN_ASKED) {
            for (_, child) in &mut self.running {
                // It may have ended this very moment.
                let _ = child.kill();
                let _ = child.wait();
            }
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn sleeper() -> Command {
        let mut command = Command::new("sleep");
        command.arg("600");
        command
    }

    fn none() -> Children {
        Children { running: Vec::new(), interrupted: Arc::default() }
    }

    fn is_there(id: u32) -> bool {
        process::succeeds(Command::new("kill").args(["-0", &id.to_string()]))
    }

    #[test]
    fn when_one_ends_the_others_are_ended() {
        let mut children = none();
        children.start("one", &mut sleeper()).unwrap();
        children.start("two", &mut Command::new("true")).unwrap();
        let id = children.running[0].1.id();
        assert!(is_there(id));
        let error = children.until_one_ends().unwrap_err().to_string();
        assert!(error.starts_with("two ended by itself"), "{error}");
        assert!(!is_there(id));
    }

    #[test]
    fn an_interruption_ends_all_and_is_no_error() {
        let mut children = none();
        children.start("one", &mut sleeper()).unwrap();
        let id = children.running[0].1.id();
        children.interrupted.store(true, Ordering::SeqCst);
        assert!(children.one_has_ended());
        children.until_one_ends().unwrap();
        assert!(!is_there(id));
    }
}
