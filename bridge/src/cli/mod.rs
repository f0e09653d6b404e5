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

/// What a command waits in. One thread is the quickest on a machine that also runs Redis.
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
