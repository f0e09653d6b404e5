//! Whether a trace entry costs the same in small and in large runs, beside a bare heap of the size of each step.
//! `cargo xtask bench growth` starts this.

use benches::measure::{until_entries, whole};
use benches::report::{Limit, Report, ns};
use benches::workload::{self, DAY_MS, HOUR_MS};
use benches::{heap, median};
use event_pattern::Scenario;

const ROUNDS: usize = 5;
const SERVICES: [usize; 4] = [10, 100, 1_000, 10_000];
/// A publication every 30 s: so that a month's fit into one file.
const EVERY_MS: u64 = 30_000;

/// One step: what runs, and the size of the heap beside it.
struct Step {
    measure: String,
    scenario: Scenario,
    until: Until,
    heap: usize,
    entry_ns: Vec<f64>,
    heap_ns: Vec<f64>,
}

enum Until {
    Ms(u64),
    Entries(usize),
}

impl Step {
    fn new(measure: String, scenario: Scenario, until: Until, heap: usize) -> Step {
        Step { measure, scenario, until, heap, entry_ns: Vec::new(), heap_ns: Vec::new() }
    }

    fn measure(&mut self) {
        let run = match self.until {
            Until::Ms(ms) => whole(&self.scenario, ms, 5),
            Until::Entries(entries) => until_entries(&self.scenario, entries).1,
        };
        self.entry_ns.push(run.ns_per_entry());
        self.heap_ns.push(heap::push_and_pop_ns(self.heap));
    }

    /// An entry's time, the heap's, and one over the other.
    fn result(&self) -> (f64, f64, f64) {
        let (entry, heap) = (median(self.entry_ns.clone()), median(self.heap_ns.clone()));
        (entry, heap, entry / heap)
    }
}

fn main() {
    let always = |services: usize| {
        let measure = format!("all the time, {services} services");
        Step::new(measure, workload::always(services), Until::Entries(300_000), services)
    };
    let at_once = |services: usize| {
        let measure = format!("all in the same instants, {services} services");
        Step::new(measure, workload::at_once(services), Until::Entries(300_000), services)
    };
    let seldom = |services: usize| {
        [("1 h", HOUR_MS), ("1 day", DAY_MS), ("30 days", 30 * DAY_MS)].map(|(name, until)| {
            let measure = format!("a publication every 30 s, {services} services, {name}");
            let scenario = workload::seldom(services, EVERY_MS, until);
            Step::new(measure, scenario, Until::Ms(until), services)
        })
    };
    let mut groups: Vec<Vec<Step>> = vec![
        SERVICES.map(always).into(),
        SERVICES.map(at_once).into(),
        SERVICES.into_iter().flat_map(seldom).collect(),
    ];
    for _ in 0..ROUNDS {
        groups.iter_mut().flatten().for_each(Step::measure);
    }
    let mut report = Report::of("growth");
    for steps in groups {
        let (_, _, smallest) = steps[0].result();
        for step in steps {
            let (entry, heap, over_heap) = step.result();
            let yardstick = format!("a heap of {}: {}, over it {over_heap:.2}", step.heap, ns(heap));
            report.row(&step.measure, ns(entry), yardstick, over_heap / smallest, Limit::AtMost(2.0));
        }
    }
    report.publish();
}
