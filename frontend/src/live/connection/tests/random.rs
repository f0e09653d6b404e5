//! Random conversations, from a seed: whatever is said and whenever, everything that is asked is answered exactly once,
//! sent at most once, and only while there is a link.

use std::collections::BTreeMap;

use super::*;

/// A small generator of its own: a failing seed fails again everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    /// Something that a bridge, or anybody else, may say.
    fn frame(&mut self, last_id: u64) -> String {
        let (id, revision) = (last_id.saturating_sub(self.roll(3)), self.roll(20));
        match self.roll(9) {
            0 => WELCOME.to_owned(),
            1 => format!(r#"{{"id":{id},"pong":{{}}}}"#),
            2 => r#"{"id":null,"error":{"code":"shutting_down","message":""}}"#.to_owned(),
            3 => format!(r#"{{"id":{id},"error":{{"code":"outcome_unknown","message":""}}}}"#),
            4 => format!(r#"{{"changed":{{"state":"IDLE","revision":{revision},"by":null}}}}"#),
            5 => r#"{"store":{"available":false,"reason":""}}"#.to_owned(),
            6 if self.roll(20) == 0 => "garbage".to_owned(),
            _ => format!(r#"{{"id":{id},"state":{{"state":"IDLE","revision":{revision}}}}}"#),
        }
    }
}

/// What the tests know of a conversation from its outputs alone.
#[derive(Default)]
struct Books {
    asked: u64,
    answers: BTreeMap<u64, u32>,
    sent: BTreeMap<u64, u32>,
    linked: bool,
    newest: Option<u64>,
    last_id: u64,
}

impl Books {
    fn enter(&mut self, output: Output) {
        match output {
            Output::Send(text) => {
                if let Some(id) = text.strip_prefix("{\"id\":").and_then(|rest| rest.split(',').next()) {
                    assert!(self.linked, "{text} without a link");
                    self.last_id = id.parse().expect("an id");
                    *self.sent.entry(self.last_id).or_default() += 1;
                }
            }
            Output::Tell(News::Reply(Ticket(ticket), _)) => *self.answers.entry(ticket).or_default() += 1,
            Output::Tell(News::Welcome(welcome)) => {
                assert!(!self.linked, "a welcome within a link");
                self.linked = true;
                self.newest = welcome.sighting.map(|sighting| sighting.revision);
            }
            Output::Tell(News::Changed { sighting, .. }) => {
                assert!(self.newest.is_none_or(|newest| sighting.revision > newest), "not newer");
                self.newest = Some(sighting.revision);
            }
            Output::Tell(News::LinkLost) => {
                assert!(self.linked, "a link is lost once");
                self.linked = false;
            }
            _ => {}
        }
    }
}

fn converse(seed: u64) {
    let (mut dice, mut talk, mut books) = (Dice(seed), Talk::new(), Books::default());
    for _ in 0..400 {
        talk.now += [0.0, 1.0, 300.0, 2_000.0][usize::try_from(dice.roll(4)).expect("few")];
        talk.random = dice.roll(1_000) as f64 / 1_000.0;
        match dice.roll(16) {
            0 if dice.roll(4) == 0 => talk.connect(),
            0 if dice.roll(4) == 0 => talk.connection.leave(),
            0 => talk.connection.try_now(talk.moment()),
            1 | 2 => talk.opened(),
            3 => talk.closed([1_000, 1_001, 1_006, 1_013][usize::try_from(dice.roll(4)).expect("few")], ""),
            4 | 5 => talk.connection.woken(talk.moment()),
            6 if talk.state() == LinkState::Off => talk.connect(),
            6..=10 => {
                if dice.roll(2) == 0 {
                    talk.get(books.asked)
                } else {
                    talk.set(books.asked)
                }
                books.asked += 1;
            }
            _ => {
                let text = dice.frame(books.last_id);
                talk.said(&text);
            }
        }
        for output in talk.outputs() {
            books.enter(output);
        }
        let has_link = talk.state().bridge().is_some();
        assert_eq!(has_link, books.linked, "seed {seed}: {:?}", talk.state());
    }
    talk.connection.leave();
    for output in talk.outputs() {
        books.enter(output);
    }
    let answered = (0..books.asked).all(|ticket| books.answers.get(&ticket) == Some(&1));
    assert!(answered, "seed {seed}: {:?}", books.answers);
    assert!(books.sent.values().all(|times| *times == 1), "seed {seed}: {:?}", books.sent);
}

#[test]
fn everything_that_is_asked_is_answered_once_and_sent_at_most_once() {
    for seed in 0..2_000 {
        converse(seed);
    }
}
