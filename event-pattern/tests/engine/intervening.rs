//! A person's commands: given at any place, saved, replayed.

use event_pattern::export::jsonl;
use event_pattern::scenario::{Command, Scenario};
use event_pattern::trace::Place;
use event_pattern::{Engine, State, Time};
use proptest::prelude::*;

use crate::random;
use crate::support::{idle_reads, lines, places, run, view_after};

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn a_command_given_at_any_place_saved_and_replayed_gives_the_same_trace(
        (random, until) in random::runs(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
    ) {
        let mut engine = run(&random.scenario, until);
        for (where_to, what) in cuts {
            let all = places(engine.trace(), until);
            let place = all[where_to.index(all.len())];
            let commands = commands_at(&engine, place);
            let before = engine.clone();
            let seen = engine.trace().count_through(place.at);
            let command = &commands[what.index(commands.len())];
            let Ok(reached) = engine.intervene(place, command.clone()) else {
                prop_assert_eq!(lines(engine.trace()), lines(before.trace()));
                continue;
            };
            if let Command::Publish(state) = command {
                let mut quick = before.clone();
                let cuts = before.given().iter().any(|given| given.at > place.at);
                prop_assert_eq!(quick.publish(place, state), (!cuts).then_some(reached));
                let whole = if cuts { &before } else { &engine };
                prop_assert_eq!((lines(quick.trace()), quick.given()), (lines(whole.trace()), whole.given()));
            }
            prop_assert_eq!(reached.at, place.at.next_whole_ms());
            prop_assert_eq!(jsonl(engine.trace(), 0, seen), jsonl(before.trace(), 0, seen));
            engine.run_to(until);
        }
        let end = until.max(engine.now().unwrap());
        engine.run_to(end);
        let saved = engine.scenario_with_given().to_json();
        let replayed = Scenario::from_json(saved.as_bytes()).unwrap();
        let replay = run(&replayed, end);
        prop_assert_eq!(lines(engine.trace()), lines(replay.trace()));
        prop_assert_eq!(view_after(engine.trace(), end), view_after(replay.trace(), end));
        prop_assert_eq!(idle_reads(engine.trace(), end), idle_reads(replay.trace(), end));
    }
}

/// A read that was planned at a long interval lies ahead in vain when the interval is short and the key holds something
/// else; the run comes by it, and nothing is recorded.
#[test]
fn a_command_given_before_a_read_in_vain_finds_the_service_as_it_was() {
    let text = br#"{"version":1,"name":"In vain","services":[
        {"name":"ORDER","allowed_states":{"A":"IDLE"},"poll_interval_ms":100,"work_time_ms":1}],
        "commands":[{"at_ms":3,"publish":"A"},{"at_ms":4,"publish":"B"},
        {"at_ms":5,"edit":{"service":"ORDER","poll_interval_ms":2}}]}"#;
    let scenario = Scenario::from_json(text).expect("it is valid");
    let end = Time::from_ms(120);
    let mut engine = run(&scenario, end);
    let place = engine.trace().place_after(Time::from_ms(6));
    engine.intervene(place, Command::Publish(State::parse("A").expect("a state"))).expect("it is valid");
    engine.run_to(end);
    let replay = run(&engine.scenario_with_given(), end);
    assert!(lines(replay.trace()).contains("work_started"));
    assert_eq!(lines(engine.trace()), lines(replay.trace()));
}

/// Commands that a person could give at `place`.
fn commands_at(engine: &Engine, place: Place) -> Vec<Command> {
    let trace = engine.trace();
    let view = trace.view_at(trace.place_after(place.at));
    let mut texts = vec!["publish A".to_owned(), "publish D".to_owned(), "publish IDLE".to_owned()];
    texts.push(r#"add {"name":"Fresh","allowed_states":{"A":"B"},"poll_interval_ms":3}"#.to_owned());
    for (id, _) in view.present() {
        let name = trace.names().service(id).name_after(view.entries_seen);
        texts.extend(["start", "stop", "crash", "restart", "remove"].map(|verb| format!("{verb} {name}")));
        texts.push(format!(r#"rename {{"service":"{name}","to":"Renamed"}}"#));
        texts.push(format!(r#"edit {{"service":"{name}","poll_interval_ms":7}}"#));
        texts.push(format!(r#"edit {{"service":"{name}","allowed_states":{{"D":"A"}},"work_time_ms":2}}"#));
    }
    let at = place.at.next_whole_ms();
    let known = engine.scenario_with_given();
    let valid = |text: String| known.with_command_texts(&[format!("{at}:{text}")], "--at").ok();
    texts
        .into_iter()
        .filter_map(valid)
        .filter_map(|scenario| Some(scenario.commands.last()?.command.clone()))
        .collect()
}
