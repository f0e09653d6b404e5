//! A day of many services of which two act on anything: one publication every ten seconds.

#![expect(clippy::disallowed_types, reason = "a bench measures")]

use std::hint::black_box;
use std::time::Instant;

use event_pattern::{Engine, Scenario, Time};

/// A day, in milliseconds.
pub(crate) const DAY_MS: u64 = 24 * 3_600 * 1_000;
/// The time between two publications, in milliseconds.
pub(crate) const PUBLISHED_EVERY_MS: u64 = 10_000;

/// What one run took.
#[derive(Clone, Copy)]
pub(crate) struct Day {
    /// Seconds.
    pub(crate) seconds: f64,
    /// How many entries the trace has in the end.
    pub(crate) entries: usize,
}

impl Day {
    /// Nanoseconds for each entry.
    pub(crate) fn ns_per_entry(self) -> f64 {
        self.seconds * 1e9 / self.entries as f64
    }
}

/// The day of `services` services that poll every 0.5 s.
pub(crate) fn scenario(services: usize) -> Scenario {
    let service = |n: usize| {
        let state = if n < 2 { "TRANSACTION_PAID" } else { "ORDER_COMPLETED" };
        format!(r#"{{"name":"S{n}","allowed_states":{{"{state}":"IDLE"}}}}"#)
    };
    let services: Vec<String> = (0..services).map(service).collect();
    let publish = |n: u64| format!(r#"{{"at_ms":{},"publish":"TRANSACTION_PAID"}}"#, n * PUBLISHED_EVERY_MS);
    let commands: Vec<String> = (0..DAY_MS / PUBLISHED_EVERY_MS).map(publish).collect();
    let json = format!(
        r#"{{"version":1,"name":"A day","services":[{}],"commands":[{}]}}"#,
        services.join(","),
        commands.join(",")
    );
    Scenario::from_json(json.as_bytes()).expect("the bench's scenario is valid")
}

/// How often a round runs the day: a yardstick that ran for seconds has emptied the caches and the allocator.
const RUNS: usize = 9;

/// Runs the day, from nothing to the whole trace; the median of a few runs.
pub(crate) fn run(scenario: &Scenario) -> Day {
    let mut days: Vec<Day> = (0..RUNS).map(|_| run_once(scenario)).collect();
    days.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    days[RUNS / 2]
}

fn run_once(scenario: &Scenario) -> Day {
    let scenario = scenario.clone();
    let started = Instant::now();
    let mut engine = Engine::new(scenario);
    engine.run_to(Time::from_ms(DAY_MS));
    let seconds = started.elapsed().as_secs_f64();
    Day { seconds, entries: black_box(engine.trace().len()) }
}
