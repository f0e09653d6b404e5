//! How quick the engine is, beside two yardsticks that are measured in the same run: SimPy, in which every poll is an
//! event, and a bare binary heap. `cargo xtask bench engine` prepares SimPy and starts this.
//!
//! Machines are noisy: each figure is a median over rounds in which all of them take turns.

mod day;
mod heap;
mod report;
mod simpy;

use std::path::PathBuf;

use report::{Report, Round};

/// How often everything is measured.
const ROUNDS: usize = 7;

fn main() {
    // cargo bench passes `--bench`; what counts is the Python that has SimPy.
    let python = std::env::args().skip_while(|argument| argument != "--python").nth(1).map(PathBuf::from);
    let python = python.expect("usage: cargo xtask bench engine (it passes --python PROGRAM)");
    let small = day::scenario(1_000);
    let large = day::scenario(10_000);
    let rounds = (0..ROUNDS).map(|_| Round {
        day: day::run(&small),
        large_day: day::run(&large),
        heap_ns: heap::push_and_pop_ns(1_000),
        simpy_s: simpy::whole_day_s(&python),
    });
    let report = Report::of(rounds.collect());
    println!("{report}");
    report.save();
}
