//! The command line: one command a file. Problems go to standard error, one a line, with exit code 2.

mod output;
mod publish;
mod redis_options;
mod scenario;
mod secrets;
mod serve;
mod service;
mod simulate;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The event pattern on a real Redis, and without one
#[derive(Debug, Parser)]
#[command(version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the page, and connects it with Redis over a WebSocket
    Serve(Box<serve::Arguments>),
    /// Runs a service of the tutorial against Redis: its `main.py`
    Service(service::Arguments),
    /// Sets the state in Redis: the tutorial's `publisher.py`
    Publish(publish::Arguments),
    /// Runs a scenario without a browser and prints what happened
    Simulate(simulate::Arguments),
}

/// Why a command ends without having done its work.
#[derive(Debug)]
enum Failure {
    /// What it was given makes no sense: all that is wrong, one a line.
    Problems(String),
    /// Something that it needs failed.
    Broken(String),
}

/// Runs the command that this program was started with.
pub fn run() -> ExitCode {
    match secrets::hide().and_then(|()| CommandLine::parse().command.run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}

impl Command {
    fn run(self) -> Result<(), Failure> {
        match self {
            Command::Serve(arguments) => serve::run(*arguments),
            Command::Service(arguments) => service::run(&arguments),
            Command::Publish(arguments) => publish::run(&arguments),
            Command::Simulate(arguments) => simulate::run(&arguments),
        }
    }
}

/// What a command waits in. One thread is the quickest on a machine that also runs Redis: there is one link to it, and
/// one owner of the key.
fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| Failure::Broken(format!("the runtime does not start: {error}")))
}

impl Failure {
    /// Says it to whoever started the program.
    fn tell(self) -> ExitCode {
        let (text, code) = match self {
            Failure::Problems(text) => (text, ExitCode::from(2)),
            Failure::Broken(text) => (text, ExitCode::FAILURE),
        };
        output::complain(&text);
        code
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    const DOCUMENT: &str = include_str!("../../../docs/bridge.md");

    /// The row of the table of options that is about this one.
    fn row(option: &str) -> Option<&'static str> {
        DOCUMENT.lines().find(|line| line.starts_with("| `--") && line.contains(&format!("`{option}`")))
    }

    #[test]
    fn every_option_of_the_server_is_in_its_document_with_its_variable_and_default() {
        let line = CommandLine::command();
        let serve = line.find_subcommand("serve").expect("there is one");
        for argument in serve.get_arguments().filter(|argument| argument.get_id() != "help") {
            let option = format!("--{}", argument.get_long().expect("every option has a name"));
            let row = row(&option).unwrap_or_else(|| panic!("docs/bridge.md does not tell of {option}"));
            for value in argument.get_default_values() {
                let value = value.to_string_lossy();
                let is_there = row.split(['|', '`', ',', ' ']).any(|word| word == value);
                assert!(is_there, "docs/bridge.md does not tell the default {value} of {option}");
            }
            let variable = option.trim_start_matches('-').to_ascii_uppercase().replace('-', "_");
            let env = argument.get_env().map(|env| env.to_string_lossy().into_owned());
            assert_eq!(env, Some(format!("BRIDGE_{variable}")), "the document gives this rule");
        }
    }

    #[test]
    fn every_option_and_command_can_be_parsed() {
        CommandLine::command().debug_assert();
    }
}
