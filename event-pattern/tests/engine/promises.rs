//! What a run promises a learner, checked on the traces of random scenarios.

use event_pattern::Trace;
use event_pattern::scenario::{Command, Scenario, TimedCommand};
use event_pattern::trace::{Actor, EntryId, ServiceId, What};
use event_pattern::{Engine, Time};
use proptest::prelude::*;

use crate::random;
use crate::support::{run, view_after};

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn a_service_works_on_what_it_read_and_allows_and_writes_what_its_scenario_says((random, until) in random::runs()) {
        let engine = run(&random.scenario, until);
        let trace = engine.trace();
        for (id, entry) in trace.entries() {
            let What::WorkStarted { state } = entry.what else { continue };
            let Actor::Service(service) = entry.actor else { panic!("only services work") };
            let before = trace.view_at(trace.place_of(EntryId::from_index(id.index() - 1)).unwrap());
            let key = before.key.unwrap();
            prop_assert_eq!(Some(key.occurrence), entry.cause);
            prop_assert_eq!(key.state, state);
            prop_assert!(before.service(service).phase.clock().is_some(), "one work at a time");
            let allowed = trace.names().allowed(before.service(service).allowed);
            let (_, sets) = allowed.iter().find(|(allowed, _)| *allowed == state).unwrap();
            let end = entry.at + before.service(service).work_time;
            let finished = trace.entries_from(id.index()).find(|(_, later)| {
                later.cause == Some(id) && matches!(later.what, What::WorkFinished { .. })
            });
            if let Some((_, finished)) = finished {
                prop_assert_eq!(finished.what, What::WorkFinished { state: *sets });
                prop_assert_eq!(finished.at, end);
            }
        }
    }

    #[test]
    fn a_lost_state_is_reported_once_with_who_overwrote_it((random, until) in random::runs()) {
        let engine = run(&random.scenario, until);
        let trace = engine.trace();
        let mut lost = Vec::new();
        for (_, entry) in trace.entries() {
            let What::StateLost { set_by, .. } = entry.what else { continue };
            prop_assert!(!lost.contains(&set_by), "lost twice");
            lost.push(set_by);
            let overwrote = trace.get(entry.cause.unwrap()).unwrap();
            prop_assert_eq!(overwrote.actor, entry.actor);
            let works = trace.entries().filter(|(_, work)| {
                work.cause == Some(set_by) && matches!(work.what, What::WorkStarted { .. })
            });
            prop_assert_eq!(works.count(), 0);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(400) })]

    /// Two runs that differ in the crash or the stop of one service: until the key differs, the others do the same.
    #[test]
    fn a_crashed_or_stopped_service_changes_nothing_in_the_others_but_what_the_key_shows_them(
        (random, until) in random::runs(),
        victim in any::<prop::sample::Index>(),
        at in 0..4_000u64,
        crashes in any::<bool>(),
    ) {
        prop_assume!(!random.scenario.services.is_empty());
        let victim = ServiceId::from_index(victim.index(random.scenario.services.len()));
        let at = Time::from_ms(at);
        let Some(harmed) = harmed(&random.scenario, victim, at, crashes) else { return Ok(()) };
        let (one, other) = (run(&random.scenario, until), run(&harmed, until));
        let parted = parting(one.trace(), other.trace()).min(until);
        prop_assert_eq!(doings(&one, victim, parted), doings(&other, victim, parted));
    }
}

/// The scenario with one more command, if its service exists then: a crash or a stop.
fn harmed(scenario: &Scenario, victim: ServiceId, at: Time, crashes: bool) -> Option<Scenario> {
    let before = run(scenario, at);
    // Its name may have gone to another service by then.
    if !view_after(before.trace(), at).service(victim).is_present() {
        return None;
    }
    let name = before.trace().names().service(victim).last_name().clone();
    let command = if crashes { Command::Crash(name) } else { Command::Stop(name) };
    scenario.with_commands(&[TimedCommand { at, command }]).ok()
}

/// The first instant at which the key is set differently in two runs.
fn parting(one: &Trace, other: &Trace) -> Time {
    let sets = |trace: &Trace| -> Vec<(Time, String)> {
        let set = |what| match what {
            What::Published { state, .. } | What::WorkFinished { state } => Some(state),
            _ => None,
        };
        let named = trace.entries().filter_map(|(_, entry)| Some((entry.at, set(entry.what)?)));
        named.map(|(at, state)| (at, trace.names().state(state).to_string())).collect()
    };
    let (one, other) = (sets(one), sets(other));
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    [one.get(same), other.get(same)].into_iter().flatten().map(|(at, _)| *at).min().unwrap_or(Time::LAST)
}

/// What everybody but `victim` did and counted before `until`.
fn doings(engine: &Engine, victim: ServiceId, until: Time) -> (Vec<(Time, Actor, &'static str)>, Vec<u64>) {
    let trace = engine.trace();
    let entries =
        trace.entries().filter(|(_, entry)| entry.at < until && entry.actor != Actor::Service(victim));
    // A loss depends on who is there to hear; it is no doing of the others.
    let entries = entries.filter(|(_, entry)| !matches!(entry.what, What::StateLost { .. }));
    let doings = entries.map(|(_, entry)| (entry.at, entry.actor, entry.what.kind())).collect();
    let view = trace.view_before(until);
    let polls = view.identities().filter(|(id, _)| *id != victim).map(|(_, service)| service.polls).collect();
    (doings, polls)
}
