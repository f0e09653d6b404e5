//! What every property needs: a run, its lines, its places.

use event_pattern::export::{jsonl, metrics_json};
use event_pattern::scenario::Scenario;
use event_pattern::trace::Place;
use event_pattern::{Engine, Metrics, Time, Trace, View};

pub(crate) fn run(scenario: &Scenario, until: Time) -> Engine {
    let mut engine = Engine::new(scenario.clone());
    engine.run_to(until);
    engine
}

pub(crate) fn lines(trace: &Trace) -> String {
    jsonl(trace, 0, trace.len())
}

pub(crate) fn view_after(trace: &Trace, at: Time) -> View {
    trace.view_at(trace.place_after(at))
}

pub(crate) fn metrics(trace: &Trace, at: Time) -> serde_json::Value {
    let json = metrics_json(&Metrics::at(trace, &view_after(trace, at)));
    serde_json::from_str(&json).expect("the metrics are JSON")
}

/// Every read that led to nothing up to `at`: by whom and when.
pub(crate) fn idle_reads(trace: &Trace, at: Time) -> Vec<(usize, Time)> {
    let view = view_after(trace, at);
    let mut reads = Vec::new();
    for run in trace.idle_reads_from(&view, Time::ZERO) {
        let step = run.interval.as_micros();
        let instants = (0..run.count).map(|n| Time::from_micros(run.first.as_micros() + n * step));
        reads.extend(instants.map(|at| (run.service.index(), at)));
    }
    reads.sort_by_key(|&(service, at)| (at, service));
    reads
}

/// Every place of a trace, with the whole instants at which only reads may have happened in between.
pub(crate) fn places(trace: &Trace, until: Time) -> Vec<Place> {
    let mut places = vec![Place::default()];
    for (id, entry) in trace.entries() {
        let place = trace.place_of(id).expect("an entry has its place");
        assert_eq!(place.at, entry.at);
        places.push(place);
    }
    places.push(trace.place_after(until));
    places
}
