//! The engine keeps the specification: the table of its sentences, and what must hold for random scenarios.

mod cases;
mod naive;
mod random;

use cases::Case;
use event_pattern::export::{jsonl, metrics_json};
use event_pattern::scenario::{Scenario, TimedCommand};
use event_pattern::service::Phase;
use event_pattern::trace::{Actor, EntryId, Place, ServiceId, What};
use event_pattern::{Engine, Metrics, Time, Trace, View};
use proptest::prelude::*;

fn run(scenario: &Scenario, until: Time) -> Engine {
    let mut engine = Engine::new(scenario.clone());
    engine.run_to(until);
    engine
}

fn lines(trace: &Trace) -> String {
    jsonl(trace, 0, trace.len())
}

fn view_after(trace: &Trace, at: Time) -> View {
    trace.view_at(trace.place_after(at))
}

fn metrics(trace: &Trace, at: Time) -> String {
    metrics_json(&Metrics::at(trace, &view_after(trace, at)))
}

#[test]
fn each_sentence_of_the_specification_holds() {
    let wrong: Vec<String> = cases::all().filter_map(difference).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn difference(case: &Case) -> Option<String> {
    let engine = run(&case.scenario(), case.until);
    let metrics = metrics(engine.trace(), case.until);
    case.difference(&lines(engine.trace()), &serde_json::from_str(&metrics).unwrap())
}

/// Every phase as the naive engine has it, said in one form for both.
fn phase(view: &View, trace: &Trace, id: ServiceId) -> naive::Phase {
    let names = trace.names();
    match view.service(id).phase {
        Phase::NotStarted { starts_at } => naive::Phase::NotStarted { starts_at },
        Phase::Sleeping(clock) => naive::Phase::Sleeping { next_read: clock.next() },
        Phase::Working(work) => {
            let plain = naive::Work {
                on: names.state(work.state).to_string(),
                sets: names.state(work.next_state).to_string(),
                began: work.since,
                ends: work.until,
                started: u64::from(work.started_by.unwrap().number()),
            };
            match work.stopping {
                Some(stopping) => {
                    let stopping = u64::from(stopping.entry.unwrap().number());
                    naive::Phase::Stopping { work: plain, stopping }
                }
                None => naive::Phase::Working(plain),
            }
        }
        Phase::Stopped => naive::Phase::Stopped,
        Phase::Crashed => naive::Phase::Crashed,
        Phase::Removed => naive::Phase::Removed,
        Phase::Reading(_) | Phase::Writing(..) => panic!("the simulated store answers in the same instant"),
    }
}

/// Every read that led to nothing up to `at`: by whom and when.
fn idle_reads(trace: &Trace, at: Time) -> Vec<(usize, Time)> {
    let view = view_after(trace, at);
    let mut reads = Vec::new();
    let going_on = view.identities().filter_map(|(id, service)| service.idle_reads(id)).collect::<Vec<_>>();
    for run in trace.ended_reads().chain(&going_on) {
        let step = run.interval.as_micros();
        let instants = (0..run.count).map(|n| Time::from_micros(run.first.as_micros() + n * step));
        reads.extend(instants.map(|at| (run.service.index(), at)));
    }
    reads.sort_by_key(|&(service, at)| (at, service));
    reads
}

/// Every place of a trace, with the whole instants at which only reads may have happened in between.
fn places(trace: &Trace, until: Time) -> Vec<Place> {
    let mut places = vec![Place::default()];
    for (id, entry) in trace.entries() {
        let place = trace.place_of(id).unwrap();
        assert_eq!(place.at, entry.at);
        places.push(place);
    }
    places.push(trace.place_after(until));
    places
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, max_shrink_iters: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn polls_as_arithmetic_give_what_polls_as_events_give((random, until) in random::runs()) {
        let naive = naive::run(&random.scenario, until);
        let engine = run(&random.scenario, until);
        prop_assert_eq!(lines(engine.trace()), naive.jsonl());
        let numbers: serde_json::Value = serde_json::from_str(&metrics(engine.trace(), until)).unwrap();
        prop_assert_eq!(numbers, naive.metrics());
        let view = view_after(engine.trace(), until);
        for (index, service) in naive.services().iter().enumerate() {
            let id = ServiceId::from_index(index);
            prop_assert_eq!(&phase(&view, engine.trace(), id), &service.phase);
        }
        let key = view.key.map(|key| engine.trace().names().state(key.state).to_string());
        prop_assert_eq!(key.as_deref(), naive.key());
        prop_assert_eq!(idle_reads(engine.trace(), until), naive.reads());
    }

    #[test]
    fn running_at_once_equals_running_in_slices(random in random::scenarios(), slices in random::slices()) {
        let mut sliced = Engine::new(random.scenario.clone());
        let mut last = Time::ZERO;
        for until in slices {
            last = last.max(until);
            sliced.run_to(until);
        }
        let whole = run(&random.scenario, last);
        prop_assert_eq!(lines(sliced.trace()), lines(whole.trace()));
        prop_assert_eq!(view_after(sliced.trace(), last), view_after(whole.trace(), last));
    }

    #[test]
    fn the_view_at_a_place_is_the_fold_of_the_trace_up_to_it((random, until) in random::runs()) {
        let whole = run(&random.scenario, until);
        // A run that has gone just as far is the fold of just these entries, with nothing after them to draw on.
        for place in places(whole.trace(), until) {
            let fold = Engine::new(random.scenario.clone()).go_to(place.at);
            let mut engine = run(&random.scenario, place.at);
            prop_assert_eq!(fold, engine.go_to(place.at));
            let whole_instant = place == whole.trace().place_after(place.at);
            let seen = whole.trace().view_at(place);
            if whole_instant {
                prop_assert_eq!(&seen, &engine.trace().view_at(place));
            }
            prop_assert_eq!(seen.entries_seen, whole.trace().count_seen(place));
            prop_assert_eq!(seen.place, place);
        }
    }

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
            let Ok(reached) = engine.intervene(place, commands[what.index(commands.len())].clone()) else {
                prop_assert_eq!(lines(engine.trace()), lines(before.trace()));
                continue;
            };
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

    #[test]
    fn steps_forwards_and_backwards_visit_the_same_places((random, until) in random::runs()) {
        let mut engine = run(&random.scenario, Time::ZERO);
        let mut forwards = vec![Place::default()];
        while let Some(next) = engine.step(forwards[forwards.len() - 1], until) {
            prop_assert!(next > forwards[forwards.len() - 1]);
            forwards.push(next);
            if forwards.len() > 300 { break; }
        }
        let mut backwards = vec![forwards[forwards.len() - 1]];
        while let Some(previous) = engine.step_back(backwards[backwards.len() - 1]) {
            backwards.push(previous);
        }
        backwards.reverse();
        prop_assert_eq!(forwards, backwards);
    }

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

/// Some commands that a person could give at `place`, to services that exist there.
fn commands_at(engine: &Engine, place: Place) -> Vec<event_pattern::scenario::Command> {
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
    let bare = Scenario::from_json(br#"{"version":1,"name":"Bare","services":[]}"#).unwrap();
    let mut commands = Vec::new();
    for text in texts {
        // The names need not exist in the bare scenario: only the form of the command is of interest.
        commands.push(command(&bare, &text));
    }
    commands
}

fn command(_bare: &Scenario, text: &str) -> event_pattern::scenario::Command {
    let (verb, rest) = text.split_once(' ').unwrap();
    let body = if rest.starts_with('{') { rest.to_owned() } else { format!("\"{rest}\"") };
    let names = r#"{"name":"Fresh0","allowed_states":{}}"#;
    let service = rest.split("\"service\":\"").nth(1).and_then(|tail| tail.split('"').next()).unwrap_or(rest);
    let known = if verb == "add" || verb == "publish" {
        names.to_owned()
    } else {
        format!(r#"{{"name":"{service}","allowed_states":{{}}}}"#)
    };
    let file = format!(
        r#"{{"version":1,"name":"One","services":[{known}],"commands":[{{"at_ms":1,"{verb}":{body}}}]}}"#
    );
    let scenario =
        Scenario::from_json(file.as_bytes()).unwrap_or_else(|problems| panic!("{file}: {problems:?}"));
    let TimedCommand { command, .. } = scenario.commands[0].clone();
    command
}
