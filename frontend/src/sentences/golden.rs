//! Every sentence of a rich run of every built-in scenario, in both languages, as golden text.

use event_pattern::explain::{Stance, stance};
use event_pattern::live::{Held, LiveRun, News, Reply, Request, Sighting, Welcome};
use event_pattern::scenario::{BuiltIn, Command, Edit, ServiceName, TimedCommand};
use event_pattern::{Engine, Place, Span, State, Time, Trace};

use super::{entry_sentence, idle_read_sentence, story};
use crate::texts::{Language, Texts, clock};

/// A run in which a state is taken, lost to the publisher, lost to a result, heard by nobody, and waits for the dead.
fn rich_run(built_in: BuiltIn) -> Engine {
    let scenario = built_in.scenario();
    let allowed = |service: usize, n: usize| {
        let states: Vec<State> = scenario.services[service].allowed_states.states().cloned().collect();
        states.get(n).unwrap_or(&states[0]).clone()
    };
    let name: ServiceName = scenario.services[0].name.clone();
    let mut edit = Edit::new(name.clone());
    edit.poll_interval = Some(Span::from_ms(250));
    let commands = [
        (999, Command::Publish(allowed(0, 0))),
        (6_199, Command::Publish(allowed(0, 0))),
        (6_299, Command::Publish(allowed(1, 1))),
        (12_099, Command::Publish(allowed(0, 0))),
        (13_099, Command::Publish(allowed(0, 1))),
        (17_999, Command::Publish(State::parse("PIZZA_READY").expect("a state"))),
        (19_999, Command::Crash(name.clone())),
        (20_999, Command::Publish(allowed(0, 0))),
        (24_999, Command::Restart(name.clone())),
        (25_999, Command::Restart(name.clone())),
        (31_999, Command::Edit(edit)),
        (32_999, Command::Stop(name)),
    ];
    let mut engine = Engine::new(scenario);
    for (at, command) in commands {
        engine.intervene(Place { at: Time::from_ms(at), seen: 0 }, command).expect("a command that fits");
    }
    engine.run_to(Time::from_ms(40_000));
    engine
}

/// A live run in which others set the key, the link and the store go, and writes fail.
fn live_run() -> LiveRun {
    let ms = Time::from_ms;
    let sighting = |text: &str, revision| Sighting { held: Held::Text(text.into()), revision };
    let welcome =
        |text: &str, revision| Welcome { instance: "a".into(), sighting: Some(sighting(text, revision)) };
    let changed = |text: &str, revision, by: Option<&str>| News::Changed {
        sighting: sighting(text, revision),
        by: by.map(Into::into),
    };
    let order = || ServiceName::parse("ORDER").expect("a name");
    let mut run = LiveRun::enter(BuiltIn::Described.scenario(), welcome("TRANSACTION_PAID", 1));
    run.hear(ms(500), changed("ORDER_PAID", 2, Some("Budi")));
    run.hear(ms(1_000), changed("order_paid", 5, None));
    run.hear(ms(1_500), changed("", 6, None));
    run.hear(ms(1_600), changed("IDLE", 7, Some("Budi")));
    run.hear(ms(1_700), changed("", 8, Some("Budi")));
    run.hear(ms(1_800), changed("TRANSACTION_PAID", 9, None));
    run.command(ms(2_000), Command::Start(order())).expect("ORDER is there");
    run.wake(ms(2_000));
    let read = run.next_ask().expect("ORDER looks").ticket;
    run.hear(ms(2_100), News::Reply(read, Reply::Done(sighting("TRANSACTION_CANCELED", 11))));
    run.hear(ms(2_200), changed("TRANSACTION_CANCELED", 11, Some("Budi")));
    run.hear(ms(2_500), News::StoreAway);
    run.command(ms(2_600), Command::Publish(State::IDLE)).expect("it can be given");
    run.hear(ms(3_000), News::StoreBack);
    run.hear(ms(3_100), changed("TRANSACTION_PAID", 12, None));
    run.wake(ms(5_200));
    let write = run.next_ask().expect("ORDER writes");
    assert_eq!(write.request, Request::Set(State::IDLE));
    run.hear(ms(5_300), News::LinkLost);
    run.wake(ms(5_900));
    run.hear(ms(6_000), News::Welcome(welcome("TRANSACTION_PAID", 13)));
    run.wake(ms(20_000));
    let read = run.next_ask().expect("ORDER looks").ticket;
    run.hear(ms(20_010), News::Reply(read, Reply::Done(sighting("TRANSACTION_PAID", 13))));
    run.command(ms(20_020), Command::Publish(State::ORDER_PAID)).expect("it can be given");
    let publication = run.next_ask().expect("the publisher sets").ticket;
    run.hear(ms(20_030), News::Reply(publication, Reply::OutcomeUnknown));
    run.wake(ms(23_010));
    run.command(ms(23_011), Command::Crash(order())).expect("ORDER is there");
    let write = run.next_ask().expect("ORDER writes").ticket;
    run.hear(ms(23_020), News::Reply(write, Reply::Done(sighting("IDLE", 14))));
    run
}

#[test]
fn every_sentence_of_a_live_run_in_both_languages() {
    let run = live_run();
    for language in [Language::En, Language::Id] {
        let name = ["live-", language.code()].concat();
        insta::assert_snapshot!(name, tell(run.trace(), Texts::of(language)));
    }
}

fn tell(trace: &Trace, texts: &Texts) -> String {
    let mut told = String::new();
    let mut before = None;
    for (id, entry) in trace.entries() {
        if before.is_some_and(|before| before != entry.at) {
            tell_story(trace, texts, before.unwrap_or_default(), &mut told);
        }
        before = Some(entry.at);
        let sentence = entry_sentence(texts, trace, id).expect("every entry has a sentence").text();
        told.extend([&clock(entry.at), "  ", &sentence, "\n"]);
    }
    tell_story(trace, texts, Time::from_ms(40_000), &mut told);
    told
}

fn tell_story(trace: &Trace, texts: &Texts, at: Time, told: &mut String) {
    let view = trace.view_at(trace.place_after(at));
    let story = story(texts, trace, &view);
    told.extend(story.sentences.iter().map(|sentence| ["    | ", &sentence.text(), "\n"].concat()));
    for one in &story.moves {
        let states: Vec<_> = one.states.iter().map(State::as_str).collect();
        told.extend(["    > ", &one.sentence.text(), " ", &states.join(" "), "\n"]);
    }
    for (id, _) in view.present() {
        if let (Stance::NotItsState { .. }, Some(key)) = (stance(trace, &view, id), view.key) {
            let name = trace.names().service(id).name_after(view.entries_seen);
            let state = trace.names().state(key.state);
            let read = idle_read_sentence(texts, name.as_str(), Some(state)).text();
            told.extend(["    ~ ", &read, "\n"]);
        }
    }
}

#[test]
fn every_sentence_of_a_rich_run_in_both_languages() {
    for built_in in BuiltIn::ALL {
        let engine = rich_run(built_in);
        for language in [Language::En, Language::Id] {
            let name = [built_in.name(), "-", language.code()].concat();
            insta::assert_snapshot!(name, tell(engine.trace(), Texts::of(language)));
        }
    }
}

#[test]
fn a_saved_run_says_which_of_its_commands_are_still_to_come() {
    let mut scenario = BuiltIn::Described.scenario();
    scenario.commands = [3_000, 2_000, 9_000]
        .map(|ms| TimedCommand { at: Time::from_ms(ms), command: Command::Publish(State::IDLE) })
        .to_vec();
    let mut engine = Engine::new(scenario);
    engine.run_to(Time::from_ms(10_000));
    let told = |language, ms| {
        let view = engine.trace().view_at(engine.trace().place_after(Time::from_ms(ms)));
        let story = story(Texts::of(language), engine.trace(), &view);
        story.sentences.iter().map(|sentence| sentence.text()).collect::<Vec<_>>()
    };
    let (en, id) = (Language::En, Language::Id);
    assert_eq!(told(en, 0)[0], "3 commands of this run are still to come, the next at 00:02.000.");
    assert_eq!(told(id, 0)[0], "Masih ada 3 perintah di simulasi ini, yang berikutnya pada 00:02.000.");
    assert_eq!(
        told(en, 4_000).last().map(String::as_str),
        Some("One command of this run is still to come, at 00:09.000.")
    );
    assert!(told(en, 9_000).iter().all(|said| !said.contains("still to come")));
}

#[test]
fn no_sentence_is_longer_than_25_words() {
    let simulated = BuiltIn::ALL.map(|built_in| rich_run(built_in).trace().clone());
    for trace in simulated.iter().chain([live_run().trace()]) {
        for language in [Language::En, Language::Id] {
            for line in tell(trace, Texts::of(language)).lines() {
                for sentence in line.split(". ") {
                    let words = sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
                    assert!(words.count() <= 25, "{sentence}");
                }
            }
        }
    }
}
