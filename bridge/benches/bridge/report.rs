//! The table that is printed, and the file that is left for machines.

use std::fmt;
use std::fs;

use anyhow::{Context, Result};

use crate::children::results_folder;
use crate::crowd::LISTENERS;
use crate::load::CONNECTIONS;
use crate::rounds::{DEPTH, Pair, Round};

/// The medians of all rounds.
pub(crate) struct Report {
    many: Row,
    one: Row,
    single: Row,
    crowd: Row,
    set: Row,
    allocated: f64,
    resident: Option<f64>,
    client_many: f64,
    client_one: f64,
    gets: u64,
    reads: u64,
}

/// The round whose ratio is the median: its figure and its yardstick met the same machine.
struct Row {
    bridge: f64,
    yardstick: f64,
    ratio: f64,
}

impl Row {
    fn of(rounds: &[Round], pair: impl Fn(&Round) -> Pair) -> Row {
        let row = |round| {
            let Pair { bridge, yardstick } = pair(round);
            Row { bridge, yardstick, ratio: bridge / yardstick }
        };
        let mut rows: Vec<Row> = rounds.iter().map(row).collect();
        rows.sort_by(|one, other| one.ratio.total_cmp(&other.ratio));
        rows.swap_remove(rows.len() / 2)
    }
}

impl Report {
    pub(crate) fn of(rounds: &[Round]) -> Report {
        let is_told = rounds.iter().all(|round| round.memory.resident.is_some());
        Report {
            many: Row::of(rounds, |round| round.many),
            one: Row::of(rounds, |round| round.one),
            single: Row::of(rounds, |round| round.single),
            crowd: Row::of(rounds, |round| round.crowd),
            set: Row::of(rounds, |round| round.set),
            allocated: median(rounds, |round| round.memory.allocated),
            resident: is_told.then(|| median(rounds, |round| round.memory.resident.unwrap_or_default())),
            client_many: median(rounds, |round| round.client_many),
            client_one: median(rounds, |round| round.client_one),
            gets: rounds.iter().map(|round| round.gets).sum(),
            reads: rounds.iter().map(|round| round.reads).sum(),
        }
    }

    /// Leaves the figures as JSON in `target/bench/bridge.json`.
    pub(crate) fn save(&self) -> Result<()> {
        let row = |name: &str, row: &Row| {
            let Row { bridge, yardstick, ratio } = row;
            format!("\"{name}\":{{\"bridge\":{bridge},\"yardstick\":{yardstick},\"ratio\":{ratio}}}")
        };
        let resident = self.resident.map_or_else(|| "null".to_owned(), |bytes| bytes.to_string());
        let json = format!(
            "{{{},{},{},{},{},\"allocated_bytes\":{},\"resident_bytes\":{resident},\"client_many_per_s\":{},\
             \"client_one_per_s\":{},\"gets\":{},\"reads\":{}}}\n",
            row("get_many_per_s", &self.many),
            row("get_one_per_s", &self.one),
            row("get_single_s", &self.single),
            row("change_s", &self.crowd),
            row("set_per_s", &self.set),
            self.allocated,
            self.client_many,
            self.client_one,
            self.gets,
            self.reads
        );
        let file = results_folder().join("bridge.json");
        fs::create_dir_all(results_folder())?;
        fs::write(&file, json)
            .with_context(|| format!("the figures could not be saved in {}", file.display()))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Report { many, one, single, crowd, set, .. } = self;
        writeln!(f, "| measure | ratio | figure | yardstick in the same run | to reach |")?;
        writeln!(f, "|---|---|---|---|---|")?;
        writeln!(
            f,
            "| `get` over {CONNECTIONS} WebSockets, {DEPTH} in flight on each | {:.1} | {} a second | webdis, GET over \
             {CONNECTIONS} HTTP connections: {} | 6 or more{} |",
            many.ratio,
            thousands(many.bridge),
            thousands(many.yardstick),
            missed(many.ratio < 6.0)
        )?;
        writeln!(
            f,
            "| the same, one in flight on each | {:.2} | {} a second | the same: {} | 1.2 or more{} |",
            one.ratio,
            thousands(one.bridge),
            thousands(one.yardstick),
            missed(one.ratio < 1.2)
        )?;
        writeln!(
            f,
            "| one `get` at a time, median | {:.2} | {:.0} us | webdis on one connection: {:.0} us | 1 or less{} |",
            single.ratio,
            single.bridge * 1e6,
            single.yardstick * 1e6,
            missed(single.ratio > 1.005)
        )?;
        writeln!(
            f,
            "| one change to {} sockets, until the last has it | {:.2} | {:.0} ms | a bare axum broadcast of the same \
             bytes: {:.0} ms | 1.3 or less, 100 ms or less{} |",
            thousands(LISTENERS as f64),
            crowd.ratio,
            crowd.bridge * 1e3,
            crowd.yardstick * 1e3,
            missed(crowd.ratio > 1.3 || crowd.bridge > 0.1)
        )?;
        let resident =
            self.resident.map_or_else(String::new, |bytes| format!("resident {:.1} KB", bytes / 1e3));
        writeln!(
            f,
            "| an idle connection, of {} | | {:.1} KB allocated | {resident} | 10 KB or less{} |",
            thousands(LISTENERS as f64),
            self.allocated / 1e3,
            missed(self.allocated.max(self.resident.unwrap_or_default()) > 10e3)
        )?;
        writeln!(
            f,
            "| `set`, {DEPTH} in flight on each of {CONNECTIONS} | {:.2} | {} a second | redis-benchmark: {} | |",
            set.ratio,
            thousands(set.bridge),
            thousands(set.yardstick)
        )?;
        writeln!(
            f,
            "\nEvery `get` asked Redis: {} were answered, and it counted {} readings.",
            thousands(self.gets as f64),
            thousands(self.reads as f64)
        )?;
        write!(
            f,
            "The load client by itself, against a server that does nothing: {} a second with {DEPTH} in flight, {} with one.",
            thousands(self.client_many),
            thousands(self.client_one)
        )
    }
}

fn missed(is_missed: bool) -> &'static str {
    if is_missed { ": **missed**" } else { "" }
}

fn median(rounds: &[Round], figure: impl Fn(&Round) -> f64) -> f64 {
    let mut figures: Vec<f64> = rounds.iter().map(figure).collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// A whole number with its thousands apart.
fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let apart = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    apart.collect::<Vec<_>>().join(",")
}
