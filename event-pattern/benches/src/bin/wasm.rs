//! The engine in a browser beside itself, native, both in the profile of the page. `cargo xtask bench wasm` lets
//! `tests/browser.rs` and this take turns, and at the end passes what the browser and this printed.

use std::fs;

use benches::measure::Figures;
use benches::report::{Limit, Report, duration, ns};

fn main() {
    let printed: Vec<String> = std::env::args().skip(1).collect();
    let [in_browser, here] = printed.as_slice() else {
        let figures = serde_json::to_string(&Figures::measure()).expect("numbers are JSON");
        return println!("FIGURES {figures}");
    };
    report(&medians(in_browser), &medians(here)).publish();
}

/// The medians of the figures that a file has, with whatever else was printed around them.
fn medians(file: &str) -> Figures {
    let printed =
        fs::read_to_string(file).expect("usage: cargo xtask bench wasm (it passes what was printed)");
    let figures = printed.lines().filter_map(|line| line.split_once("FIGURES "));
    let rounds: Vec<Figures> = figures
        .map(|(_, json)| serde_json::from_str(json.trim()).expect("figures of this version"))
        .collect();
    assert!(!rounds.is_empty(), "there are no figures in what was printed:\n{printed}");
    Figures::medians(&rounds)
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
