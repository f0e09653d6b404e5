//! The table that is printed, and the file that is left for machines.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::day::Day;

/// One round of measurements.
pub(crate) struct Round {
    pub(crate) day: Day,
    pub(crate) large_day: Day,
    pub(crate) heap_ns: f64,
    pub(crate) simpy_s: f64,
}

/// The medians of all rounds.
pub(crate) struct Report {
    entries: usize,
    day_s: f64,
    ns_per_entry: f64,
    large_ns_per_entry: f64,
    heap_ns: f64,
    simpy_s: f64,
}

impl Report {
    pub(crate) fn of(rounds: Vec<Round>) -> Report {
        let median = |figure: &dyn Fn(&Round) -> f64| {
            let mut figures: Vec<f64> = rounds.iter().map(figure).collect();
            figures.sort_by(f64::total_cmp);
            figures[figures.len() / 2]
        };
        Report {
            entries: rounds[0].day.entries,
            day_s: median(&|round| round.day.seconds),
            ns_per_entry: median(&|round| round.day.ns_per_entry()),
            large_ns_per_entry: median(&|round| round.large_day.ns_per_entry()),
            heap_ns: median(&|round| round.heap_ns),
            simpy_s: median(&|round| round.simpy_s),
        }
    }

    /// Leaves the figures as JSON in `target/bench/engine.json`.
    pub(crate) fn save(&self) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
        let json = format!(
            "{{\"entries\":{},\"day_s\":{},\"ns_per_entry\":{},\"large_ns_per_entry\":{},\"heap_ns\":{},\"simpy_s\":{}}}\n",
            self.entries, self.day_s, self.ns_per_entry, self.large_ns_per_entry, self.heap_ns, self.simpy_s
        );
        let saved = fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join("engine.json"), json));
        if let Err(error) = saved {
            eprintln!("the figures could not be saved in {}: {error}", folder.display());
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let times = |ratio: f64| format!("1/{:.0}", 1.0 / ratio);
        let ms = self.day_s * 1e3;
        writeln!(f, "| measure | figure | yardstick in the same run | ratio | to reach |")?;
        writeln!(f, "|---|---|---|---|---|")?;
        writeln!(
            f,
            "| a day of 1,000 services, {} entries | {ms:.1} ms | SimPy {:.0} s | {} | 1/20000 |",
            self.entries,
            self.simpy_s,
            times(self.day_s / self.simpy_s)
        )?;
        writeln!(
            f,
            "| a trace entry of it | {:.0} ns | a heap's push and pop {:.0} ns | {:.2} | 5 or less |",
            self.ns_per_entry,
            self.heap_ns,
            self.ns_per_entry / self.heap_ns
        )?;
        write!(
            f,
            "| a trace entry with 10,000 services | {:.0} ns | with 1,000 services {:.0} ns | {:.2} | 1.2 or less |",
            self.large_ns_per_entry,
            self.ns_per_entry,
            self.large_ns_per_entry / self.ns_per_entry
        )
    }
}
