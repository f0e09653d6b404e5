//! What a trace costs at 200 services: 32 bytes an entry, and at the most 24 for its pictures and indexes.

use std::alloc::System;

use cap::Cap;
use event_pattern::trace::Entry;
use event_pattern::{Engine, Scenario, Span};

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// The most bytes for each entry beside the entry itself.
const MOST: usize = 24;

/// Bytes that a run takes for each entry, without what it has from its beginning.
fn bytes_per_entry(scenario: Scenario) -> usize {
    let mut engine = Engine::new(scenario);
    let mut at = event_pattern::Time::ZERO;
    let mut grow_to = |entries: usize| {
        while engine.trace().len() < entries {
            at = at + Span::from_ms(1_000);
            engine.run_to(at);
        }
        (MEMORY.allocated(), engine.trace().len())
    };
    let (bytes_before, before) = grow_to(10_000);
    let (bytes, entries) = grow_to(60_000);
    (bytes - bytes_before) / (entries - before)
}

/// 200 services, each with what it allows and how long it works.
fn scenario(services: impl Fn(usize) -> (&'static str, u64), commands: &str) -> Scenario {
    let service = |n: usize| {
        let (allowed, work) = services(n);
        let interval = 400 + n * 7 % 300;
        format!(
            r#"{{"name":"S{n}","allowed_states":{allowed},"poll_interval_ms":{interval},"work_time_ms":{work}}}"#
        )
    };
    let services = (0..200).map(service).collect::<Vec<_>>().join(",");
    let json = format!(r#"{{"version":1,"name":"Long","services":[{services}],"commands":[{commands}]}}"#);
    Scenario::from_json(json.as_bytes()).expect("a valid scenario")
}

// One test: the allocator counts for all threads together.
#[test]
fn an_entry_costs_32_bytes_and_at_the_most_24_for_pictures_and_indexes() {
    assert_eq!(size_of::<Entry>(), 32);
    let publish = |n: usize| format!(r#"{{"at_ms":{},"publish":"TRANSACTION_PAID"}}"#, n * 10_000);
    let published = (0..9_000).map(publish).collect::<Vec<_>>().join(",");
    let (paid, other) = (r#"{"TRANSACTION_PAID":"IDLE"}"#, r#"{"ORDER_COMPLETED":"IDLE"}"#);
    let few_act = |n| (if n < 2 { paid } else { other }, 3_000);
    let all_act = |_| (paid, 3_000);
    let without_end = |n: usize| (r#"{"A":"B","B":"A"}"#, n as u64 * 131 % 3_000);
    for (name, scenario) in [
        ("few services act", scenario(few_act, &published)),
        ("all services act on the same", scenario(all_act, &published)),
        ("something happens all the time", scenario(without_end, r#"{"at_ms":0,"publish":"A"}"#)),
    ] {
        let bytes = bytes_per_entry(scenario);
        assert!(bytes <= size_of::<Entry>() + MOST, "{name}: {bytes} bytes an entry");
    }
}
