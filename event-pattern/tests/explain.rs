//! Why something happened, or did not: the values behind the page's sentences.

use event_pattern::explain::{Fate, Loss, Missed, Stance, causes, fate, loss, lost_line, stance};
use event_pattern::scenario::{BuiltIn, Scenario};
use event_pattern::trace::{Actor, EntryId, ServiceId, What};
use event_pattern::{Engine, Place, Time, Trace, View};

/// A run of `described` with `commands`, looked at after everything at `ms`.
fn run(commands: &[&str], ms: u64) -> (Trace, View) {
    let scenario =
        BuiltIn::Described.scenario().with_command_texts(commands, "--at").expect("valid commands");
    run_of(scenario, ms)
}

fn run_of(scenario: Scenario, ms: u64) -> (Trace, View) {
    let mut engine = Engine::new(scenario);
    let place = engine.go_to(Time::from_ms(ms));
    let view = engine.trace().view_at(place);
    (engine.trace().clone(), view)
}

fn order() -> ServiceId {
    ServiceId::from_index(0)
}

fn invoice() -> ServiceId {
    ServiceId::from_index(1)
}

fn publication(trace: &Trace, index: usize) -> EntryId {
    let mut publications = trace.entries().filter(|(_, entry)| matches!(entry.what, What::Published { .. }));
    publications.nth(index).expect("so many publications").0
}

#[test]
fn before_anything_is_published_a_service_looks_and_finds_nothing() {
    let (trace, view) = run(&[], 1_200);
    assert_eq!(stance(&trace, &view, order()), Stance::NothingSet { next_read: Time::from_ms(1_500) });
}

#[test]
fn a_service_lets_a_state_pass_that_is_not_one_of_its_states() {
    let (trace, view) = run(&["1000:publish TRANSACTION_PAID"], 2_200);
    let next_read = Time::from_ms(2_500);
    assert_eq!(stance(&trace, &view, invoice()), Stance::NotItsState { looks: 3, next_read });
    assert!(matches!(stance(&trace, &view, order()), Stance::WorksOnIt { .. }));
}

#[test]
fn a_service_will_take_a_state_that_it_has_not_seen_yet() {
    let (trace, view) = run(&["1100:publish TRANSACTION_PAID"], 1_200);
    let next_read = Time::from_ms(1_500);
    assert_eq!(stance(&trace, &view, order()), Stance::WillTake { next_read });
    let published = publication(&trace, 0);
    assert_eq!(fate(&trace, &view, published), Some(Fate::Waiting(vec![order()])));
}

#[test]
fn a_service_that_works_on_something_else_cannot_look() {
    let (trace, view) = run(&["1000:publish TRANSACTION_PAID", "1500:publish TRANSACTION_CANCELED"], 2_000);
    let Stance::WorksOnSomethingElse { work, allows } = stance(&trace, &view, order()) else {
        panic!("ORDER works on TRANSACTION_PAID");
    };
    assert!(allows);
    assert_eq!(work.until, Time::from_ms(4_000));
}

#[test]
fn a_blind_write_loses_the_newer_state_and_the_loss_says_why() {
    let (trace, view) = run(&["1000:publish TRANSACTION_PAID", "1500:publish TRANSACTION_CANCELED"], 4_000);
    let published = publication(&trace, 1);
    let Some(Fate::Lost { entry, by }) = fate(&trace, &view, published) else { panic!("it is lost") };
    assert_eq!(by, Actor::Service(order()));
    let Loss { missed, lost_at, set_at, .. } = loss(&trace, entry).expect("a loss");
    assert_eq!(missed, [(order(), Missed::OverwroteIt)]);
    assert_eq!((set_at, lost_at), (Time::from_ms(1_500), Time::from_ms(4_000)));
    assert!(
        matches!(fate(&trace, &view, publication(&trace, 0)), Some(Fate::Taken(taken)) if taken.len() == 1)
    );
    assert!(matches!(stance(&trace, &view, order()), Stance::SetIt { allows: false, .. }));
}

#[test]
fn a_state_that_is_overwritten_within_a_poll_interval_is_lost_while_its_service_sleeps() {
    let commands = ["1100:publish TRANSACTION_PAID", "1200:publish TRANSACTION_CANCELED"];
    let (trace, view) = run(&commands, 1_200);
    let Some(Fate::Lost { entry, by: Actor::Publisher }) = fate(&trace, &view, publication(&trace, 0)) else {
        panic!("the publisher overwrote it");
    };
    let missed = loss(&trace, entry).expect("a loss").missed;
    assert_eq!(missed, [(order(), Missed::Asleep { next_read: Time::from_ms(1_500) })]);
}

#[test]
fn what_nobody_allows_is_said_to_be_so_and_passes_without_a_loss() {
    let (trace, view) = run(&["1000:publish REFUND"], 1_000);
    assert_eq!(fate(&trace, &view, publication(&trace, 0)), Some(Fate::NobodyAllowsIt));
    let (trace, view) = run(&["1000:publish REFUND", "1700:publish IDLE"], 1_700);
    let passed = Fate::Passed { at: Time::from_ms(1_700), by: Actor::Publisher };
    assert_eq!(fate(&trace, &view, publication(&trace, 0)), Some(passed));
}

#[test]
fn a_service_that_does_not_run_takes_nothing() {
    let (trace, view) = run(&["500:crash ORDER", "1000:publish TRANSACTION_PAID"], 3_000);
    assert_eq!(stance(&trace, &view, order()), Stance::Crashed { allows: true });
    assert_eq!(fate(&trace, &view, publication(&trace, 0)), Some(Fate::Waiting(vec![order()])));
    let (trace, view) = run(&["500:stop ORDER", "1000:publish IDLE"], 3_000);
    assert_eq!(stance(&trace, &view, order()), Stance::Stopped { allows: false });
}

#[test]
fn reads_of_the_instant_of_a_write_that_took_no_time_came_before_it() {
    let json = br#"{"version":1,"name":"At once","services":[
        {"name":"QUICK","allowed_states":{"A":"B"},"work_time_ms":0},
        {"name":"OTHER","allowed_states":{}}],"commands":[{"at_ms":500,"publish":"A"}]}"#;
    let scenario = Scenario::from_json(json).expect("a valid scenario");
    let (trace, view) = run_of(scenario, 1_000);
    let next_read = Time::from_ms(1_500);
    assert_eq!(stance(&trace, &view, invoice()), Stance::NotItsState { looks: 1, next_read });
}

#[test]
fn a_look_at_the_very_beginning_counts() {
    let (trace, view) = run(&["0:publish TRANSACTION_PAID"], 200);
    let next_read = Time::from_ms(500);
    assert_eq!(stance(&trace, &view, invoice()), Stance::NotItsState { looks: 1, next_read });
}

#[test]
fn in_the_middle_of_an_instant_no_look_counts_twice() {
    let commands = ["100:publish TRANSACTION_CREATED", "2000:crash ORDER", "2000:crash INVOICE"];
    let (trace, _) = run(&commands, 2_000);
    let before_the_second_crash = Place { at: Time::from_ms(2_000), seen: 1 };
    let view = trace.view_at(before_the_second_crash);
    let next_read = Time::from_ms(2_000);
    assert_eq!(stance(&trace, &view, invoice()), Stance::NotItsState { looks: 3, next_read });
}

#[test]
fn in_the_middle_of_the_act_that_loses_a_state_nobody_says_that_no_one_wanted_it() {
    let commands = ["100:publish TRANSACTION_PAID", "200:publish TRANSACTION_CANCELED"];
    let (trace, _) = run(&commands, 300);
    let view = trace.view_at(Place { at: Time::from_ms(200), seen: 1 });
    let lost = publication(&trace, 0);
    assert!(matches!(fate(&trace, &view, lost), Some(Fate::Lost { by: Actor::Publisher, .. })));
}

/// The kinds of entries, and the publications among them by their number.
fn kinds(trace: &Trace, ids: impl Iterator<Item = EntryId>) -> Vec<String> {
    let told = |id: EntryId| {
        let entry = trace.get(id).expect("a cause is there");
        let publication = (0..2).find(|&n| publication(trace, n) == id);
        publication.map_or_else(|| entry.what.kind().to_owned(), |n| format!("publication {n}"))
    };
    ids.map(told).collect()
}

#[test]
fn the_causes_of_a_loss_go_back_to_both_publications() {
    let (trace, _) = run(&["1000:publish TRANSACTION_PAID", "1500:publish TRANSACTION_CANCELED"], 4_000);
    let is_loss = |what: What| matches!(what, What::StateLost { .. });
    let (lost, _) = trace.entries().find(|(_, entry)| is_loss(entry.what)).expect("a loss");
    assert_eq!(kinds(&trace, causes(&trace, lost)), ["work_finished", "work_started", "publication 0"]);
    assert_eq!(kinds(&trace, lost_line(&trace, lost)), ["publication 1"]);
    let first = publication(&trace, 0);
    assert_eq!((causes(&trace, first).count(), lost_line(&trace, first).count()), (0, 0));
}

#[test]
fn a_range_of_time_is_the_entries_from_its_start_to_before_its_end() {
    let (trace, _) = run(&["1000:publish TRANSACTION_PAID"], 4_000);
    let ms = |from, to| trace.indices(Time::from_ms(from)..Time::from_ms(to));
    let kinds = |range: std::ops::Range<usize>| -> Vec<&str> {
        trace.entries_in(range).map(|(_, entry)| entry.what.kind()).collect()
    };
    assert_eq!(kinds(ms(0, 1_001)), ["started", "started", "published", "state_changed", "work_started"]);
    assert_eq!(kinds(ms(1_000, 4_000)), ["published", "state_changed", "work_started"]);
    assert_eq!(kinds(ms(4_000, 4_001)), ["work_finished", "state_changed"]);
    assert!(kinds(ms(4_000, 1_000)).is_empty() && kinds(ms(5_000, 6_000)).is_empty());
    let backwards = trace.entries().rev().map(|(id, _)| id.index());
    assert!(backwards.eq((0..trace.len()).rev()));
}
