//! The engine in a browser beside itself, native, both in the profile of the page. `cargo xtask bench wasm` runs
//! `tests/browser.rs` first and passes what it printed.

use std::fs;

use benches::measure::Figures;
use benches::report::{Limit, Report, duration, ns};

const ROUNDS: usize = 5;

fn main() {
    let printed = std::env::args().nth(1).and_then(|file| fs::read_to_string(file).ok());
    let printed = printed.expect("usage: cargo xtask bench wasm (it passes what the browser printed)");
    let line = printed.lines().find_map(|line| line.split_once("FIGURES ")).map(|(_, json)| json);
    let json = line.unwrap_or_else(|| panic!("the browser printed no figures:\n{printed}"));
    let wasm: Figures = serde_json::from_str(json.trim()).expect("figures of the same version");
    let native = Figures::measure(ROUNDS);
    report(&wasm, &native).publish();
}

fn report(wasm: &Figures, native: &Figures) -> Report {
    let mut report = Report::of("wasm");
    let half = Limit::AtLeast(0.5);
    let beside = |text: String| format!("native, same profile: {text}");
    report.row(
        "in wasm: a day of 1,000 services, a publication every 10 s",
        duration(wasm.day_s),
        beside(duration(native.day_s)),
        native.day_s / wasm.day_s,
        half,
    );
    report.row(
        "in wasm: a trace entry when something happens all the time, 1,000 services",
        ns(wasm.entry_ns),
        beside(ns(native.entry_ns)),
        native.entry_ns / wasm.entry_ns,
        half,
    );
    report.row(
        "the same for a bare heap, which is no code of ours",
        ns(wasm.heap_ns),
        beside(ns(native.heap_ns)),
        native.heap_ns / wasm.heap_ns,
        half,
    );
    report.row(
        "in wasm: a jump to a random place of 1,000,000 entries, 200 services, median",
        duration(wasm.seek_s),
        format!("of 10,000 entries: {}", duration(wasm.seek_short_s)),
        wasm.seek_s / wasm.seek_short_s,
        Limit::AtMost(1.5),
    );
    report.row(
        "in wasm: the same, of 95 in 100",
        duration(wasm.seek_p95_s),
        "4 ms".to_owned(),
        wasm.seek_p95_s / 4e-3,
        Limit::AtMost(1.0),
    );
    report
}
