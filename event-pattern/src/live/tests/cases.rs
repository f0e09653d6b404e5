//! What a live run can know, one case after the other.

use std::sync::Arc;

use super::store::Store;
use crate::export::jsonl;
use crate::live::{Held, LiveRun, News, Reply, Request, Welcome};
use crate::metrics::Metrics;
use crate::scenario::{BuiltIn, Command, ServiceName};
use crate::state::State;
use crate::time::Time;
use crate::view::{Sight, View};

fn ms(ms: u64) -> Time {
    Time::from_ms(ms)
}

fn enter(store: &Store) -> LiveRun {
    LiveRun::enter(BuiltIn::Described.scenario(), store.welcome())
}

fn name(text: &str) -> ServiceName {
    ServiceName::parse(text).expect("a name")
}

fn start_order(run: &mut LiveRun, at: u64) {
    run.command(ms(at), Command::Start(name("ORDER"))).expect("ORDER is there");
}

/// Wakes the run at each instant at which it wants to be, until `until`; the store answers at once.
fn live_until(run: &mut LiveRun, store: &mut Store, until: u64) {
    while let Some(at) = run.wakes_at().filter(|&at| at <= ms(until)) {
        run.wake(at);
        store.serve(run, at);
    }
}

/// What was recorded: kind, actor and state of each entry.
fn told(run: &LiveRun) -> Vec<String> {
    let lines = jsonl(run.trace(), 0, run.trace().len());
    let field = |line: &serde_json::Value, name: &str| line[name].as_str().unwrap_or("-").to_owned();
    let told = lines.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        ["kind", "actor", "state", "reason"].map(|name| field(&line, name)).join(" ").replace(" -", "")
    });
    told.collect()
}

fn view(run: &LiveRun, at: u64) -> View {
    run.trace().view_at(run.trace().place_after(ms(at)))
}

fn changed(store: &mut Store, text: &str, by: Option<&str>) -> News {
    News::Changed { sighting: store.set(text), by: by.map(Arc::from) }
}

#[test]
fn on_entering_every_service_is_left_to_others_and_nothing_is_lost_here() {
    let mut store = Store::empty();
    let mut run = enter(&store);
    assert_eq!(run.wakes_at(), None);
    run.hear(ms(10), changed(&mut store, "TRANSACTION_PAID", Some("Budi")));
    run.hear(ms(20), changed(&mut store, "IDLE", None));
    assert_eq!(
        told(&run),
        [
            "key_set Budi TRANSACTION_PAID",
            "state_changed Budi TRANSACTION_PAID",
            "key_set IDLE",
            "state_changed IDLE",
        ]
    );
    assert_eq!(view(&run, 20).totals.lost, 0);
    assert_eq!(run.next_ask(), None);
}

#[test]
fn what_was_there_on_connecting_is_found_and_how_long_it_waited_is_unknown() {
    let mut store = Store::empty();
    store.set("TRANSACTION_PAID");
    let mut run = enter(&store);
    start_order(&mut run, 5);
    live_until(&mut run, &mut store, 5);
    assert_eq!(
        told(&run),
        ["key_found TRANSACTION_PAID", "started ORDER", "work_started ORDER TRANSACTION_PAID"]
    );
    let metrics = Metrics::at(run.trace(), &view(&run, 5));
    assert_eq!(metrics.totals.works, 1);
    assert_eq!(metrics.detection, None);
}

#[test]
fn skipped_revisions_are_a_gap_and_nobody_knows_who_overwrote_what_lay_before() {
    let mut store = Store::empty();
    let mut run = enter(&store);
    start_order(&mut run, 0);
    live_until(&mut run, &mut store, 0);
    run.hear(ms(10), changed(&mut store, "TRANSACTION_PAID", Some("Budi")));
    store.revision += 2;
    run.hear(ms(20), changed(&mut store, "IDLE", Some("Budi")));
    assert_eq!(
        told(&run)[3..],
        [
            "gap revisions_missed",
            "key_set Budi IDLE",
            "state_lost TRANSACTION_PAID",
            "state_changed Budi IDLE"
        ]
    );
}

#[test]
fn the_next_read_is_due_one_interval_after_the_answer() {
    let store = Store::empty();
    let mut run = enter(&store);
    start_order(&mut run, 0);
    run.wake(ms(0));
    let ask = run.next_ask().expect("ORDER reads");
    assert_eq!(run.wakes_at(), None);
    run.hear(ms(40), News::Reply(ask.ticket, Reply::Done(store.sighting())));
    assert_eq!(run.wakes_at(), Some(ms(540)));
    assert_eq!(view(&run, 40).services[0].polls, 1);
    assert_eq!(view(&run, 39).services[0].polls, 0);
}

#[test]
fn a_read_that_sees_a_change_first_learns_later_who_made_it() {
    let mut store = Store::empty();
    let mut run = enter(&store);
    start_order(&mut run, 0);
    run.wake(ms(0));
    let ask = run.next_ask().expect("ORDER reads");
    let change = changed(&mut store, "TRANSACTION_PAID", Some("Budi"));
    let answer = store.answer(&ask);
    run.hear(ms(3), answer);
    run.hear(ms(4), change);
    assert_eq!(
        told(&run)[1..],
        [
            "key_set TRANSACTION_PAID",
            "state_changed TRANSACTION_PAID",
            "work_started ORDER TRANSACTION_PAID",
            "attributed Budi",
        ]
    );
}

#[test]
fn foreign_text_is_kept_as_it_stands_and_nobody_acts_on_it() {
    let mut store = Store::empty();
    let mut run = enter(&store);
    start_order(&mut run, 0);
    run.hear(ms(1), changed(&mut store, "transaction_paid", None));
    live_until(&mut run, &mut store, 2_000);
    store.held = Held::Unreadable(Arc::from("longer than 256 bytes"));
    store.revision += 1;
    run.hear(ms(2_100), News::Changed { sighting: store.sighting(), by: None });
    let view = view(&run, 2_100);
    assert_eq!(view.totals.works, 0);
    let key = view.key.expect("it holds something");
    assert_eq!(run.trace().names().state(key.state).as_str(), "(longer than 256 bytes)");
    assert!(told(&run).contains(&"key_set transaction_paid".to_owned()));
    run.hear(ms(2_200), changed(&mut store, "", None));
    assert_eq!(run.trace().head().key, None);
}

#[test]
fn a_lost_link_ends_no_work_and_its_write_is_not_sent_and_never_sent_later() {
    let mut store = Store::empty();
    let mut run = enter(&store);
    start_order(&mut run, 0);
    run.command(ms(1), Command::Publish(State::TRANSACTION_PAID)).expect("it can be published");
    store.serve(&mut run, ms(1));
    live_until(&mut run, &mut store, 600);
    run.hear(ms(1_000), News::LinkLost);
    assert!(view(&run, 1_000).services[0].phase.work().is_some());
    assert_eq!(view(&run, 1_000).sight, Sight::LinkLost);
    live_until(&mut run, &mut store, 3_500);
    assert_eq!(told(&run).last().map(String::as_str), Some("write_failed ORDER IDLE failed"));
    run.hear(ms(3_600), News::Welcome(store.welcome()));
    assert_eq!(run.next_ask(), None);
    assert_eq!(view(&run, 3_600).sight, Sight::Clear);
}

#[test]
fn a_write_that_was_on_its_way_when_the_link_was_lost_may_have_happened() {
    let mut store = Store::empty();
    let mut run = enter(&store);
    start_order(&mut run, 0);
    run.command(ms(1), Command::Publish(State::TRANSACTION_PAID)).expect("it can be published");
    store.serve(&mut run, ms(1));
    live_until(&mut run, &mut store, 600);
    run.command(ms(700), Command::Stop(name("ORDER"))).expect("ORDER is there");
    run.wake(ms(3_500));
    assert_eq!(run.next_ask().map(|ask| ask.request), Some(Request::Set(State::IDLE)));
    run.hear(ms(3_510), News::LinkLost);
    let told = told(&run);
    assert_eq!(
        told[told.len() - 3..],
        ["gap link_lost", "write_failed ORDER IDLE outcome_unknown", "stopped ORDER"]
    );
    assert_eq!(view(&run, 3_510).services[0].phase, crate::service::Phase::Stopped);
    assert_eq!(run.wakes_at(), None);
}

#[test]
fn a_publication_while_the_store_is_away_fails_at_once() {
    let store = Store::empty();
    let mut run = enter(&store);
    run.hear(ms(1), News::StoreAway);
    run.command(ms(2), Command::Publish(State::TRANSACTION_PAID)).expect("it is a valid command");
    assert_eq!(run.next_ask(), None);
    assert_eq!(told(&run), ["gap store_away", "write_failed publisher TRANSACTION_PAID failed"]);
}

#[test]
fn after_an_absence_the_key_is_found_unless_its_revision_is_the_same() {
    let mut store = Store::empty();
    store.set("IDLE");
    let mut run = enter(&store);
    run.hear(ms(1), News::LinkLost);
    run.hear(ms(2), News::Welcome(store.welcome()));
    assert_eq!(told(&run)[1..], ["gap link_lost", "gap link_back"]);
    let other_life = Welcome { instance: Arc::from("b"), sighting: Some(store.sighting()) };
    run.hear(ms(3), News::LinkLost);
    run.hear(ms(4), News::Welcome(other_life));
    assert_eq!(told(&run)[3..], ["gap link_lost", "gap link_back", "key_found IDLE"]);
}

#[test]
fn a_service_that_crashed_after_it_had_asked_has_set_the_key_all_the_same() {
    let mut store = Store::empty();
    let mut run = enter(&store);
    start_order(&mut run, 0);
    run.command(ms(1), Command::Publish(State::TRANSACTION_PAID)).expect("it can be published");
    store.serve(&mut run, ms(1));
    live_until(&mut run, &mut store, 600);
    run.wake(ms(3_500));
    run.command(ms(3_501), Command::Crash(name("ORDER"))).expect("ORDER is there");
    store.serve(&mut run, ms(3_502));
    let told = told(&run);
    assert_eq!(told[told.len() - 3..], ["crashed ORDER", "key_set ORDER IDLE", "state_changed ORDER IDLE"]);
    assert_eq!(view(&run, 3_502).services[0].phase, crate::service::Phase::Crashed);
}

#[test]
fn a_tab_that_slept_says_so() {
    let mut store = Store::empty();
    let mut run = enter(&store);
    start_order(&mut run, 0);
    live_until(&mut run, &mut store, 0);
    run.wake(ms(42_500));
    assert_eq!(told(&run)[1..], ["gap asleep"]);
}
