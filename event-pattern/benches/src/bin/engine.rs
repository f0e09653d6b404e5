//! How quick the engine is, beside programs in which every poll is an event, and beside a bare binary heap.
//! `cargo xtask bench engine` prepares SimPy and NeXosim and starts this.

use std::path::Path;
use std::process::Command;

use benches::measure::{Run, until_entries, whole};
use benches::report::{Limit, Report, duration, ns};
use benches::workload::{self, DAY_MS};
use benches::yardstick::whole_day_s;
use benches::{heap, median};

/// How often everything is measured.
const ROUNDS: usize = 5;
/// The entries of a run in which something happens all the time.
const ENTRIES: usize = 1_000_000;

struct Round {
    day: Run,
    large_day: Run,
    always: Run,
    heap_ns: f64,
    simpy_s: f64,
    nexosim_s: f64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [python, nexosim] = arguments.as_slice() else {
        panic!("usage: cargo xtask bench engine (it passes SimPy's Python and the program with NeXosim)");
    };
    let day_py = Path::new(env!("CARGO_MANIFEST_DIR")).join("day.py");
    let (small, large) = (workload::seldom(1_000, 10_000, DAY_MS), workload::seldom(10_000, 10_000, DAY_MS));
    let always = workload::always(1_000);
    let rounds: Vec<Round> = (0..ROUNDS)
        .map(|_| Round {
            simpy_s: whole_day_s(Command::new(python).arg(&day_py)),
            nexosim_s: whole_day_s(&mut Command::new(nexosim)),
            day: whole(&small, DAY_MS, 9),
            large_day: whole(&large, DAY_MS, 9),
            always: until_entries(&always, ENTRIES).1,
            heap_ns: heap::push_and_pop_ns(1_000),
        })
        .collect();
    report(&rounds).publish();
}

fn report(rounds: &[Round]) -> Report {
    let of = |figure: fn(&Round) -> f64| median(rounds.iter().map(figure).collect());
    let (day_s, heap_ns) = (of(|round| round.day.seconds), of(|round| round.heap_ns));
    let (simpy_s, nexosim_s) = (of(|round| round.simpy_s), of(|round| round.nexosim_s));
    let entry_ns = of(|round| round.day.ns_per_entry());
    let large_ns = of(|round| round.large_day.ns_per_entry());
    let always_ns = of(|round| round.always.ns_per_entry());
    let mut report = Report::of("engine");
    let day = "a day of 1,000 services that poll twice a second, a publication every 10 s";
    let simpy = format!("SimPy 4.1, every poll an event: {}", duration(simpy_s));
    report.row(day, duration(day_s), simpy, day_s / simpy_s, Limit::AtMost(1.0 / 20_000.0));
    let nexosim = format!("NeXosim 1.0, every poll an event: {}", duration(nexosim_s));
    report.row("the same", duration(day_s), nexosim, day_s / nexosim_s, Limit::AtMost(1.0 / 1_000.0));
    let heap = || format!("a bare heap's push and pop: {}", ns(heap_ns));
    report.row("a trace entry of it", ns(entry_ns), heap(), entry_ns / heap_ns, Limit::AtMost(5.0));
    let with_1000 = format!("with 1,000: {}", ns(entry_ns));
    report.row(
        "a trace entry with 10,000 services",
        ns(large_ns),
        with_1000,
        large_ns / entry_ns,
        Limit::AtMost(1.2),
    );
    let a_second = |ns: f64| format!("{:.1} million a second", 1e3 / ns);
    report.row(
        "trace entries when something happens all the time, 1,000 services",
        a_second(always_ns),
        format!("a bare heap's events: {}", a_second(heap_ns)),
        heap_ns / always_ns,
        Limit::AtLeast(0.2),
    );
    report
}
