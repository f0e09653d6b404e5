//! The table that is printed, and the file that is left for machines.

use std::fmt;
use std::fs;
use std::path::Path;

use serde::Serialize;

/// What was measured, one row a figure.
#[derive(Debug, Serialize)]
pub struct Report {
    bench: &'static str,
    rows: Vec<Row>,
}

/// A figure beside its yardstick.
#[derive(Debug, Serialize)]
struct Row {
    measure: String,
    figure: String,
    yardstick: String,
    /// The figure over the yardstick.
    ratio: f64,
    /// What the ratio has to reach.
    to_reach: Limit,
    reached: bool,
}

/// What a ratio has to reach.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// At the most so much.
    AtMost(f64),
    /// At least so much.
    AtLeast(f64),
}

impl Report {
    /// The empty report of a bench.
    pub fn of(bench: &'static str) -> Report {
        Report { bench, rows: Vec::new() }
    }

    /// Adds a figure.
    pub fn row(&mut self, measure: &str, figure: String, yardstick: String, ratio: f64, to_reach: Limit) {
        let reached = match to_reach {
            Limit::AtMost(most) => ratio <= most,
            Limit::AtLeast(least) => ratio >= least,
        };
        self.rows.push(Row { measure: measure.to_owned(), figure, yardstick, ratio, to_reach, reached });
    }

    /// Prints the table and leaves it as JSON in `target/bench/`, under the bench's name.
    pub fn publish(&self) {
        println!("{self}");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/bench");
        let json = serde_json::to_string_pretty(self).expect("texts and numbers are JSON");
        let file = folder.join(format!("{}.json", self.bench));
        if let Err(error) = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, json + "\n")) {
            eprintln!("the figures could not be saved in {}: {error}", file.display());
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| measure | figure | yardstick in the same run | ratio | to reach |")?;
        write!(f, "|---|---|---|---|---|")?;
        for Row { measure, figure, yardstick, ratio, to_reach, reached } in &self.rows {
            let missed = if *reached { "" } else { ": **missed**" };
            let ratio = shown(*ratio);
            write!(f, "\n| {measure} | {figure} | {yardstick} | {ratio} | {to_reach}{missed} |")?;
        }
        Ok(())
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::AtMost(most) => write!(f, "{} or less", shown(*most)),
            Limit::AtLeast(least) => write!(f, "{} or more", shown(*least)),
        }
    }
}

/// A ratio as people say it: far below 1 as one in so many.
fn shown(ratio: f64) -> String {
    if ratio < 0.01 { format!("1/{:.0}", 1.0 / ratio) } else { format!("{ratio:.2}") }
}

/// Nanoseconds.
pub fn ns(ns: f64) -> String {
    format!("{ns:.0} ns")
}

/// Seconds, in the unit that fits.
pub fn duration(seconds: f64) -> String {
    match seconds {
        s if s >= 10.0 => format!("{s:.0} s"),
        s if s >= 0.1 => format!("{s:.2} s"),
        s if s >= 1e-3 => format!("{:.1} ms", s * 1e3),
        s => format!("{:.0} us", s * 1e6),
    }
}
