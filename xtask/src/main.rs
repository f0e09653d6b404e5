//! `cargo xtask`: the project's own commands. They prepare the machine and start the programs that do the work; they
//! know nothing of what the event pattern is.

mod bench;
mod bridge;
mod checks;
mod cli;
mod fuzz;
mod live;
mod manifest;
mod page;
mod pins;
mod process;
mod progress;
mod project;
mod setup;
mod split;
mod tidy;

use anyhow::Result;
use clap::Parser;
use cli::{Arguments, Command};
use progress::Progress;
use project::Project;
use setup::{Purpose, Site};
use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome =
        if split::is_asked_for() { split::instead_of_bindgen() } else { run(Arguments::parse().command) };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let project = Project::find()?;
    let progress = Progress::start();
    let site = Site::look(&project, &progress);
    match command {
        Command::Setup(preparing) => {
            let tools = setup::for_tests(&site, preparing.permission())?;
            for line in tools.page.shell_lines(&project)? {
                println!("{line}");
            }
            Ok(())
        }
        Command::Serve(arguments) => {
            let tools = setup::for_page(&site, arguments.preparing.permission(), arguments.purpose())?;
            if arguments.is_live() {
                live::serve(&site, &tools, &arguments)
            } else {
                page::serve(&project, &progress, &tools, &arguments)
            }
        }
        Command::Build(preparing) => {
            let tools = setup::for_page(&site, preparing.permission(), Purpose::Shipping)?;
            page::build_release(&project, &progress, &tools)?;
            bridge::build_release(&project, &progress)
        }
        Command::Test(preparing) => {
            let tools = setup::for_tests(&site, preparing.permission())?;
            checks::run(&project, &progress, &tools)
        }
        Command::Fuzz(arguments) => {
            let tools = setup::for_tests(&site, arguments.preparing.permission())?;
            fuzz::run(&project, &progress, &tools, &arguments)
        }
        Command::Bench(subject) => bench::run(&site, &subject),
        Command::Tidy => tidy::run(&project),
    }
}
