//! What is measured of the engine, natively and in a browser.

use std::hint::black_box;

use event_pattern::{Engine, Scenario, Span, Time};
use fastrand::Rng;
use serde::{Deserialize, Serialize};

use crate::clock::timed;
use crate::workload;
use crate::{median, p95};

/// What one run took.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Seconds.
    pub seconds: f64,
    /// How many entries the trace has in the end.
    pub entries: usize,
}

impl Run {
    /// Nanoseconds for each entry.
    pub fn ns_per_entry(self) -> f64 {
        self.seconds * 1e9 / self.entries as f64
    }
}

/// Runs a scenario from nothing to the whole trace; the median of `times`, as whatever ran before has emptied the caches
/// and the allocator.
pub fn whole(scenario: &Scenario, until_ms: u64, times: usize) -> Run {
    let once = |_| {
        let scenario = scenario.clone();
        let (engine, seconds) = timed(|| {
            let mut engine = Engine::new(scenario);
            engine.run_to(Time::from_ms(until_ms));
            engine
        });
        Run { seconds, entries: black_box(engine.trace().len()) }
    };
    let mut runs: Vec<Run> = (0..times).map(once).collect();
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    runs[times / 2]
}

/// Runs a scenario until its trace has so many entries; with what that took.
pub fn until_entries(scenario: &Scenario, entries: usize) -> (Engine, Run) {
    let mut engine = Engine::new(scenario.clone());
    let (mut at, slice) = (Time::ZERO, Span::from_ms(100));
    let ((), seconds) = timed(|| {
        while engine.trace().len() < entries {
            at = at + slice;
            engine.run_to(at);
        }
    });
    let run = Run { seconds, entries: engine.trace().len() };
    (engine, run)
}

/// Seconds that each of `count` jumps to a random instant of the run takes; in groups of `group`, where a clock is too
/// coarse for one.
pub fn seeks(engine: &Engine, count: usize, group: usize) -> Vec<f64> {
    let trace = engine.trace();
    let end = engine.now().unwrap_or_default().as_micros();
    let mut random = Rng::with_seed(8);
    let mut one = |_| {
        let places: Vec<_> =
            (0..group).map(|_| trace.place_after(Time::from_micros(random.u64(0..=end)))).collect();
        let ((), seconds) = timed(|| {
            for place in places {
                black_box(trace.view_at(place));
            }
        });
        seconds / group as f64
    };
    (0..count).map(&mut one).collect()
}

/// What is compared between wasm and native code.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Figures {
    /// A day of 1,000 services of which two act, in seconds.
    pub day_s: f64,
    /// Nanoseconds for an entry where something happens all the time, with 1,000 services.
    pub entry_ns: f64,
    /// A jump to a random place of 1,000,000 entries with 200 services: the median, in seconds.
    pub seek_s: f64,
    /// The same in 10,000 entries.
    pub seek_short_s: f64,
    /// A jump in 1,000,000 entries that 95 of 100 do not exceed, in seconds.
    pub seek_p95_s: f64,
}

impl Figures {
    /// Measures all of them.
    pub fn measure() -> Figures {
        let day = workload::seldom(1_000, 10_000, workload::DAY_MS);
        let (many, few) = (workload::always(1_000), workload::always(200));
        let (long, _) = until_entries(&few, 1_000_000);
        let (short, _) = until_entries(&few, 10_000);
        Figures {
            day_s: whole(&day, workload::DAY_MS, 15).seconds,
            entry_ns: median((0..3).map(|_| until_entries(&many, 1_000_000).1.ns_per_entry()).collect()),
            seek_s: median(seeks(&long, 300, 20)),
            seek_short_s: median(seeks(&short, 300, 20)),
            seek_p95_s: p95(seeks(&long, 2_000, 1)),
        }
    }

    /// The medians of several measurements.
    pub fn medians(rounds: &[Figures]) -> Figures {
        let of = |figure: fn(&Figures) -> f64| median(rounds.iter().map(figure).collect());
        Figures {
            day_s: of(|round| round.day_s),
            entry_ns: of(|round| round.entry_ns),
            seek_s: of(|round| round.seek_s),
            seek_short_s: of(|round| round.seek_short_s),
            seek_p95_s: of(|round| round.seek_p95_s),
        }
    }
}
