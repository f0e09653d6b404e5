//! Running other programs: with their output kept away, passed on, or read.

use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const POLL: Duration = Duration::from_millis(20);
const TAIL_LINES: usize = 25;

/// Runs a program whose output matters only when it fails: it goes to the log, and then its tail into the error.
pub(crate) fn quietly(command: &mut Command, log: &Path) -> Result<()> {
    let child = spawn_into(command, log)?;
    conclude(command, log, wait(child)?)
}

/// As [`quietly`], but ends the program when it has not answered in time.
pub(crate) fn quietly_within(limit: Duration, command: &mut Command, log: &Path) -> Result<()> {
    let mut child = spawn_into(command, log)?;
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return conclude(command, log, status);
        }
        if started.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            bail!("`{}` gave no answer in {} s", shown(command), limit.as_secs());
        }
        thread::sleep(POLL);
    }
}

/// Runs a program whose output is what the person wants to see.
pub(crate) fn openly(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// What a program prints, if it is there and content.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program is there and content; its output does not matter.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    answer(command).is_some()
}

/// Asks a program to end, as a service manager would; elsewhere than on Unix nobody can be asked.
pub(crate) fn ask_to_end(id: u32) {
    if cfg!(unix) {
        succeeds(Command::new("kill").arg(id.to_string()));
    }
}

/// The command as a person would type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn spawn_into(command: &mut Command, log: &Path) -> Result<Child> {
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    command.spawn().with_context(|| format!("cannot start `{}`", shown(command)))
}

fn wait(mut child: Child) -> Result<ExitStatus> {
    Ok(child.wait()?)
}

fn conclude(command: &Command, log: &Path, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    let output = fs::read(log).unwrap_or_default();
    let output = String::from_utf8_lossy(&output);
    bail!("`{}` failed ({status}); the end of {}:\n{}", shown(command), log.display(), tail(&output))
}

fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL_LINES)..].iter().map(|line| format!("    {line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_end_of_a_long_output_is_shown() {
        let long: String = (0..100).map(|n| format!("line {n}\n")).collect();
        assert!(tail(&long).starts_with("    line 75\n"));
        assert_eq!(tail("one\n"), "    one\n");
    }

    #[test]
    fn a_command_is_shown_as_it_is_typed() {
        assert_eq!(shown(Command::new("cargo").args(["install", "trunk"])), "cargo install trunk");
    }
}
