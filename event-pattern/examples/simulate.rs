//! A run without a browser: a scenario in, its trace or its numbers out.
//!
//! ```text
//! cargo run -q -p event-pattern --example simulate -- --scenario described --publish TRANSACTION_PAID@1000 --until 6000
//! ```

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, ValueEnum};
use event_pattern::export::{csv, jsonl, mermaid, metrics_json};
use event_pattern::scenario::BuiltIn;
use event_pattern::{Engine, Metrics, Scenario, Span, Time};

/// Runs a scenario and prints what happened.
#[derive(Parser)]
struct Arguments {
    /// A scenario file, or one of the built-in ones: described, listed, enumerated, choreography, overview
    #[arg(long)]
    scenario: String,
    /// A command from outside, such as '2000:crash ORDER'; may be given again
    #[arg(long = "at")]
    at: Vec<String>,
    /// A publication, such as TRANSACTION_PAID@1000; may be given again
    #[arg(long)]
    publish: Vec<String>,
    /// The last instant of the run, in milliseconds
    #[arg(long)]
    until: f64,
    /// What is printed
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Jsonl,
    Csv,
    Mermaid,
    Metrics,
}

fn main() -> ExitCode {
    let matches = Arguments::command().get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let output = match simulate(&arguments, &matches) {
        Ok(output) => output,
        Err(problems) => {
            eprintln!("{problems}");
            return ExitCode::from(2);
        }
    };
    // A pipe that closes early ends it quietly.
    match io::stdout().write_all(output.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("the output could not be written: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn simulate(arguments: &Arguments, matches: &ArgMatches) -> Result<String, String> {
    let scenario = match BuiltIn::by_name(&arguments.scenario) {
        Some(built_in) => built_in.scenario(),
        None => {
            let file = std::fs::read(&arguments.scenario);
            let file = file.map_err(|error| format!("{}: cannot be read: {error}", arguments.scenario))?;
            Scenario::from_json(&file).map_err(|problems| problems.to_string())?
        }
    };
    let commands = commands(arguments, matches)?;
    let scenario = scenario.with_command_texts(&commands, "--at").map_err(|problems| problems.to_string())?;
    let until = arguments.until * 1_000.0;
    if !(0.0..=Span::LONGEST.as_micros() as f64).contains(&until) {
        return Err("--until: expected milliseconds from 0 to 366 days".to_owned());
    }
    let until = Time::from_micros(until.round() as u64);
    let mut engine = Engine::new(scenario);
    let place = engine.go_to(until);
    let trace = engine.trace();
    Ok(match arguments.format {
        Format::Jsonl => jsonl(trace, 0, trace.len()),
        Format::Csv => csv(trace, 0, trace.len()),
        Format::Mermaid => mermaid(trace, Time::ZERO..until + Span::from_micros(1)),
        Format::Metrics => metrics_json(&Metrics::at(trace, &trace.view_at(place))) + "\n",
    })
}

/// The commands of `--at` and of `--publish` as one list, in the order given.
fn commands(arguments: &Arguments, matches: &ArgMatches) -> Result<Vec<String>, String> {
    let place = |option| matches.indices_of(option).into_iter().flatten();
    let mut commands: Vec<(usize, String)> = place("at").zip(arguments.at.iter().cloned()).collect();
    for (place, text) in place("publish").zip(&arguments.publish) {
        let expected = || format!("--publish {text}: expected STATE@MS, such as TRANSACTION_PAID@1000");
        let (state, at) = text.rsplit_once('@').ok_or_else(expected)?;
        commands.push((place, format!("{at}:publish {state}")));
    }
    commands.sort_by_key(|(place, _)| *place);
    Ok(commands.into_iter().map(|(_, text)| text).collect())
}
