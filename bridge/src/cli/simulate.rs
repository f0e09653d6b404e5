//! `bridge simulate`: a run without a browser and without waiting. A scenario in, its trace or its numbers out.

mod commands;

use clap::{Args, ValueEnum};
use event_pattern::export::{csv, jsonl, mermaid, metrics_json};
use event_pattern::{Engine, Metrics, Place, Span, Time};

use super::output::{Output, Reader};
use super::{Failure, scenario};
use commands::Commands;

/// The most entries of a run: about 300 MB of memory.
const MOST_ENTRIES: usize = 5_000_000;

/// So many entries are made into text at a time.
const PART: usize = 10_000;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A scenario file, or one of the built-in ones: described, listed, enumerated, choreography, overview
    #[arg(long, value_name = "FILE|NAME")]
    scenario: String,
    #[command(flatten)]
    commands: Commands,
    /// The last instant of the run, in milliseconds
    #[arg(long, value_name = "MS")]
    until: f64,
    /// The first instant that is printed, in milliseconds; the numbers are those of the whole run all the same
    #[arg(long, value_name = "MS", default_value_t = 0.0)]
    from: f64,
    /// What is printed
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// The entries, one JSON object a line
    Jsonl,
    /// The entries, one a line, with a header
    Csv,
    /// A sequence diagram for Mermaid
    Mermaid,
    /// The numbers of the run, one JSON object
    Metrics,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let scenario = scenario::open(&arguments.scenario)?;
    let commands = arguments.commands.texts().map_err(Failure::Problems)?;
    let scenario = scenario
        .with_command_texts(&commands, "--at")
        .map_err(|problems| Failure::Problems(problems.to_string()))?;
    let (from, until) = (instant("--from", arguments.from)?, instant("--until", arguments.until)?);
    let mut engine = Engine::new(scenario);
    let place = run_to(&mut engine, until, MOST_ENTRIES)?;
    print(&engine, from, place, arguments.format)
}

fn instant(option: &str, ms: f64) -> Result<Time, Failure> {
    let micros = ms * 1_000.0;
    if !(0.0..=Span::LONGEST.as_micros() as f64).contains(&micros) {
        return Err(Failure::Problems(format!("{option}: expected milliseconds from 0 to 366 days")));
    }
    Ok(Time::from_micros(micros.round() as u64))
}

/// Runs instant by instant, so that no scenario can eat the machine's memory.
fn run_to(engine: &mut Engine, until: Time, most: usize) -> Result<Place, Failure> {
    let mut place = Place::default();
    while let Some(change) = engine.next_change(place, until) {
        place = engine.trace().place_after(change.at);
        if engine.trace().len() > most {
            return Err(Failure::Problems(format!(
                "--until: at {} ms the run has more than {most} entries, the most that are kept; choose an earlier end",
                change.at
            )));
        }
    }
    Ok(engine.go_to(until))
}

fn print(engine: &Engine, from: Time, place: Place, format: Format) -> Result<(), Failure> {
    let trace = engine.trace();
    let range = from..place.at + Span::from_micros(1);
    let mut output = Output::new();
    match format {
        Format::Mermaid => {
            output.print(&mermaid(trace, range))?;
        }
        Format::Metrics => {
            output.print(&(metrics_json(&Metrics::at(trace, &trace.view_at(place))) + "\n"))?;
        }
        Format::Jsonl | Format::Csv => {
            let first = trace.indices(range).start;
            // An empty run has one part, too: the header of its CSV.
            for part in (first..trace.len().max(first + 1)).step_by(PART) {
                let text = match format {
                    Format::Csv if part > first => without_header(&csv(trace, part, part + PART)),
                    Format::Csv => csv(trace, part, part + PART),
                    _ => jsonl(trace, part, part + PART),
                };
                if output.print(&text)? == Reader::Gone {
                    break;
                }
            }
        }
    }
    output.finish()
}

/// The lines of a part; only the first part has the header.
fn without_header(csv: &str) -> String {
    csv.split_once("\r\n").map_or_else(String::new, |(_, lines)| lines.to_owned())
}

#[cfg(test)]
mod tests {
    use event_pattern::Scenario;
    use event_pattern::scenario::BuiltIn;

    use super::*;

    /// A service that has work to do a thousand times a second, for ever.
    const RESTLESS: &str = r#"{"version":1,"name":"Restless","services":[
        {"name":"A","allowed_states":{"A":"B","B":"A"},"poll_interval_ms":1,"work_time_ms":0}],
        "commands":[{"at_ms":0,"publish":"A"}]}"#;

    #[test]
    fn a_run_that_records_too_much_is_refused_in_one_sentence() {
        let scenario = Scenario::from_json(RESTLESS.as_bytes()).expect("a valid scenario");
        let mut engine = Engine::new(scenario);
        let Err(Failure::Problems(problem)) = run_to(&mut engine, Time::LAST, 1_000) else {
            panic!("a year of it was recorded")
        };
        assert!(engine.trace().len() < 1_100);
        assert!(problem.contains("more than 1000 entries"), "{problem}");
    }

    #[test]
    fn running_by_instants_gives_the_place_and_the_trace_of_running_at_once() {
        let lesson = ["1000:publish TRANSACTION_PAID", "1000:crash INVOICE"];
        let scenario = BuiltIn::Described.scenario().with_command_texts(&lesson, "--at").expect("valid");
        for until in [0, 1_000, 4_000, 4_500, 20_000].map(Time::from_ms) {
            let (mut by_instants, mut at_once) =
                (Engine::new(scenario.clone()), Engine::new(scenario.clone()));
            let place = run_to(&mut by_instants, until, MOST_ENTRIES).expect("few entries");
            assert_eq!(place, at_once.go_to(until));
            let lines = |engine: &Engine| jsonl(engine.trace(), 0, engine.trace().len());
            assert_eq!(lines(&by_instants), lines(&at_once));
        }
    }

    #[test]
    fn the_parts_of_a_csv_are_one_table() {
        let scenario = Scenario::from_json(RESTLESS.as_bytes()).expect("a valid scenario");
        let mut engine = Engine::new(scenario);
        engine.run_to(Time::from_ms(20));
        let trace = engine.trace();
        let parts: String = (0..trace.len())
            .step_by(7)
            .map(|from| match csv(trace, from, from + 7) {
                part if from > 0 => without_header(&part),
                part => part,
            })
            .collect();
        assert_eq!(parts, csv(trace, 0, trace.len()));
    }
}
