//! The keeper against a link that does as it is told, in time that passes only when everybody waits.

mod fake;

use std::time::Duration;

use event_pattern::State;
use protocol::{Code, Label, Reading, Watch};
use tokio::sync::oneshot;
use tokio::time::{Instant, advance, sleep};

use crate::store::link::Command;
use crate::store::{Answer, Ask, Moment, Operation, Pace, Presence, Store};
use fake::{Fake, Mood};

async fn ask(store: &Store, operations: &[Operation], by: Option<Label>) -> Vec<Answer> {
    let (answers, receiver) = oneshot::channel();
    assert!(store.ask(Ask { operations: operations.to_vec(), by, answers }).await);
    receiver.await.unwrap()
}

async fn one(store: &Store, operation: Operation) -> Answer {
    ask(store, &[operation], None).await.pop().unwrap()
}

fn set(state: &str) -> Operation {
    Operation::Set(State::parse(state).unwrap())
}

fn code(answer: Answer) -> Option<Code> {
    answer.err().map(|failure| failure.code)
}

fn text(answer: &Answer) -> Option<&str> {
    answer.as_ref().ok()?.reading().text()
}

async fn until(store: &Store, is_so: impl Fn(&Moment) -> bool) -> Moment {
    store.newest().wait_for(is_so).await.unwrap().clone()
}

async fn here(store: &Store) -> Moment {
    until(store, |moment| moment.presence != Presence::Away).await
}

#[tokio::test(start_paused = true)]
async fn answers_come_in_order_and_revisions_grow() {
    let store = Fake::new().store();
    here(&store).await;
    let by = Label::parse("Budi").unwrap();
    let answers = ask(&store, &[Operation::Get, set("a"), Operation::Get, set("a")], by.clone()).await;
    let revisions: Vec<u64> = answers.iter().map(|answer| answer.as_ref().unwrap().revision()).collect();
    assert_eq!(revisions, [1, 2, 2, 3]);
    let moment = until(&store, |moment| moment.known.revision() == 3).await;
    assert_eq!((moment.known.reading().text(), moment.known.by.clone()), (Some("A"), by));
}

#[tokio::test(start_paused = true)]
async fn a_get_is_a_read_and_nothing_else_is() {
    let fake = Fake::new();
    let store = fake.store();
    here(&store).await;
    let before = fake.with(|inside| inside.sent.len());
    let gets = vec![Operation::Get; 50];
    assert_eq!(ask(&store, &gets, None).await.len(), 50);
    assert_eq!(fake.with(|inside| inside.sent.len()) - before, 50);
}

#[tokio::test(start_paused = true)]
async fn a_hint_is_looked_into() {
    let fake = Fake::new();
    let store = fake.store();
    here(&store).await;
    fake.foreign("order_paid");
    let moment = until(&store, |moment| moment.known.revision() == 2).await;
    assert_eq!((moment.known.reading().text(), &moment.known.by), (Some("order_paid"), &None));
    fake.foreign("[list]");
    let moment = until(&store, |moment| moment.known.revision() == 3).await;
    assert!(matches!(moment.known.reading(), Reading::Unreadable(_)));
    assert_eq!(code(one(&store, Operation::Get).await), Some(Code::StoreRefused));
    assert_eq!(text(&one(&store, set("idle")).await), Some("IDLE"));
}

#[tokio::test(start_paused = true)]
async fn without_any_hint_a_change_is_found_all_the_same() {
    let fake = Fake::new();
    let store = fake.store();
    here(&store).await;
    fake.with(|inside| inside.text = "SWAPPED".to_owned());
    until(&store, |moment| moment.known.reading().text() == Some("SWAPPED")).await;
}

#[tokio::test(start_paused = true)]
async fn a_store_that_falls_silent_is_found_within_three_seconds() {
    let fake = Fake::new();
    let store = fake.store();
    here(&store).await;
    fake.mood(Mood::Mute);
    let before = Instant::now();
    until(&store, |moment| moment.presence == Presence::Away).await;
    assert!(before.elapsed() <= Duration::from_secs(3), "{:?}", before.elapsed());
    assert!(store.age().unwrap() >= Duration::from_millis(500));
}

#[tokio::test(start_paused = true)]
async fn what_was_sent_and_not_answered_is_unknown_and_never_sent_again() {
    let fake = Fake::new();
    let store = fake.store();
    here(&store).await;
    fake.mood(Mood::Mute);
    let before = Instant::now();
    let answers = ask(&store, &[Operation::Get, set("a"), Operation::Get], None).await;
    let codes: Vec<_> = answers.into_iter().map(code).collect();
    let (get, set_) = (Some(Code::StoreUnavailable), Some(Code::OutcomeUnknown));
    assert_eq!(codes, [get, set_, get]);
    assert_eq!(before.elapsed().as_millis() / 100, 5, "the deadline is half a second");
    fake.mood(Mood::Answers);
    let moment = here(&store).await;
    assert_eq!(moment.known.reading().text(), Some("A"), "this time it had been done");
    assert_eq!(fake.writes(), 1);
}

#[tokio::test(start_paused = true)]
async fn while_it_is_away_everything_is_turned_away_at_once_and_nothing_is_kept() {
    let fake = Fake::new();
    let store = fake.store();
    here(&store).await;
    fake.go_away();
    until(&store, |moment| moment.presence == Presence::Away).await;
    let before = Instant::now();
    for _ in 0..100 {
        assert_eq!(code(one(&store, set("late")).await), Some(Code::StoreUnavailable));
        assert_eq!(code(one(&store, Operation::Get).await), Some(Code::StoreUnavailable));
    }
    assert_eq!(before.elapsed(), Duration::ZERO);
    fake.mood(Mood::Answers);
    let moment = here(&store).await;
    assert_eq!((moment.absences, moment.known.revision()), (1, 2), "the same text has a new revision");
    assert_eq!(fake.writes(), 0);
}

#[tokio::test(start_paused = true)]
async fn connected_is_not_back() {
    let fake = Fake::new();
    fake.mood(Mood::Loading);
    let store = fake.store();
    sleep(Duration::from_secs(60)).await;
    assert!(!store.is_here() && fake.with(|inside| inside.links) > 10);
    let failure = one(&store, Operation::Get).await.unwrap_err();
    assert_eq!((failure.code, &*failure.message), (Code::StoreUnavailable, "LOADING"));
    fake.mood(Mood::Answers);
    let before = Instant::now();
    here(&store).await;
    assert!(before.elapsed() < Duration::from_secs(3), "{:?}", before.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_store_that_begins_to_refuse_reading_is_away() {
    let fake = Fake::new();
    let store = fake.store();
    here(&store).await;
    fake.mood(Mood::Loading);
    assert_eq!(code(one(&store, Operation::Get).await), Some(Code::StoreRefused));
    until(&store, |moment| moment.presence == Presence::Away).await;
}

#[tokio::test(start_paused = true)]
async fn where_there_are_no_hints_the_key_is_polled() {
    let fake = Fake::new();
    fake.with(|inside| inside.watch = Watch::Polling);
    let store = fake.store();
    assert_eq!(here(&store).await.presence, Presence::Here(Watch::Polling));
    for text in ["A", "B", ""] {
        fake.with(|inside| inside.text = text.to_owned());
        let before = Instant::now();
        until(&store, |moment| moment.known.reading().text() == Some(text)).await;
        assert!(before.elapsed() <= Pace::default().poll * 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_long_text_that_comes_as_a_whole_comes_seldom() {
    let fake = Fake::new();
    fake.with(|inside| (inside.is_whole, inside.text) = (true, "x".repeat(257)));
    let store = fake.store();
    here(&store).await;
    let reads = || fake.with(|inside| inside.sent.iter().filter(|sent| **sent == Command::Read).count());
    let before = reads();
    sleep(Duration::from_secs(120)).await;
    assert!(reads() - before <= 3, "{}", reads() - before);
    fake.foreign("SHORT");
    until(&store, |moment| moment.known.reading().text() == Some("SHORT")).await;
}

#[tokio::test(start_paused = true)]
async fn no_acknowledged_set_is_lost_whatever_the_store_does() {
    let fake = Fake::new();
    let store = fake.store();
    here(&store).await;
    let moods = [Mood::Mute, Mood::Answers, Mood::Away, Mood::Answers, Mood::Loading, Mood::Answers];
    let mut acknowledged = 0;
    for round in 0..300 {
        if round % 10 == 0 {
            fake.mood(moods[round / 10 % moods.len()]);
            advance(Duration::from_millis(700)).await;
        }
        let name = format!("S{round}");
        match one(&store, set(&name)).await {
            Ok(known) => {
                assert_eq!(known.reading().text(), Some(&*name));
                assert_eq!(fake.with(|inside| inside.text.clone()), name);
                acknowledged += 1;
            }
            Err(failure) => assert_ne!(failure.code, Code::Malformed),
        }
        sleep(Duration::from_millis(100)).await;
    }
    assert!(acknowledged > 50, "{acknowledged}");
    assert!(fake.writes() <= 300, "nothing was sent twice");
}
