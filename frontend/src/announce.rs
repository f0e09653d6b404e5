//! When a screen reader says what is heard of a run: one's own action at once; the rest once a second at the most, for
//! each subject the newest only. What is heard, the sentences decide. Knows no browser.

use crate::run::Picture;
use crate::sentences::{Heard, Subject};

/// The least time between two announcements while time runs, in milliseconds.
const PAUSE_MS: f64 = 1_000.0;
/// The same while a person steps or scrubs: each step is heard, but not each pixel of the scrubber.
const PAUSE_OF_STEPS_MS: f64 = 250.0;
/// The most sentences in one announcement: who hears more has forgotten the first.
const MOST_SENTENCES: usize = 3;

/// How one picture came after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A person has given a command.
    Commanded,
    /// A person looks at another place, with time standing still.
    Moved,
    /// Time has passed.
    Passed,
}

impl Manner {
    /// How `new` came after `old`.
    pub fn of(old: &Picture, new: &Picture) -> Manner {
        let given =
            |picture: &Picture| (picture.run, picture.given.len(), picture.given.last().map(|it| it.at));
        if given(old) != given(new) {
            Manner::Commanded
        } else if new.playing {
            Manner::Passed
        } else {
            Manner::Moved
        }
    }
}

/// What waits to be said, the older first.
#[derive(Default)]
pub struct Announcing {
    waiting: Vec<(Option<Subject>, String)>,
    said_at: Option<f64>,
}

impl Announcing {
    /// Takes in what is heard at `now_ms` of the viewer's time; gives what is to be said now, if it is time.
    pub fn hear(&mut self, heard: Heard, manner: Manner, now_ms: f64) -> Option<String> {
        if let Some(own) = heard.own {
            // What has happened before is old news for whoever acts or looks elsewhere.
            self.waiting.clear();
            self.waiting.push((None, own));
        }
        for (subject, sentence) in heard.others {
            self.waiting.retain(|(waiting, _)| *waiting != Some(subject));
            self.waiting.push((Some(subject), sentence));
        }
        let pause = match manner {
            Manner::Commanded => 0.0,
            Manner::Moved => PAUSE_OF_STEPS_MS,
            Manner::Passed => PAUSE_MS,
        };
        self.say_after(pause, now_ms)
    }

    /// What waits, if a pause is over: no picture may come any more that brings it.
    pub fn say_late(&mut self, now_ms: f64) -> Option<String> {
        self.say_after(0.0, now_ms)
    }

    /// Whether something waits.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    fn say_after(&mut self, pause: f64, now_ms: f64) -> Option<String> {
        let rested = self.said_at.is_none_or(|said| now_ms - said >= pause);
        if !rested || self.waiting.is_empty() {
            return None;
        }
        self.said_at = Some(now_ms);
        let newest = self.waiting.len().saturating_sub(MOST_SENTENCES);
        let sentences: Vec<String> =
            self.waiting.drain(..).skip(newest).map(|(_, sentence)| sentence).collect();
        Some(sentences.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use event_pattern::trace::ServiceId;

    use super::*;

    fn own(said: &str) -> Heard {
        Heard { own: Some(said.to_owned()), others: Vec::new() }
    }

    fn others(said: &[(usize, &str)]) -> Heard {
        let service = |&(index, said): &(usize, &str)| {
            (Subject::Service(ServiceId::from_index(index)), said.to_owned())
        };
        Heard { own: None, others: said.iter().map(service).collect() }
    }

    #[test]
    fn ones_own_action_is_said_at_once() {
        let mut announcing = Announcing::default();
        assert_eq!(announcing.hear(own("first"), Manner::Commanded, 0.0).as_deref(), Some("first"));
        assert_eq!(announcing.hear(own("second"), Manner::Commanded, 1.0).as_deref(), Some("second"));
    }

    #[test]
    fn the_rest_is_said_once_a_second_and_the_newest_of_each_wins() {
        let mut announcing = Announcing::default();
        let mut hear = |said, now_ms| announcing.hear(others(said), Manner::Passed, now_ms);
        assert_eq!(hear(&[(0, "a1")], 0.0).as_deref(), Some("a1"));
        assert_eq!(hear(&[(0, "a2"), (1, "b1")], 100.0), None);
        assert_eq!(hear(&[(0, "a3")], 500.0), None);
        assert_eq!(hear(&[], 1_000.0).as_deref(), Some("b1 a3"));
        assert_eq!(hear(&[], 5_000.0), None);
    }

    #[test]
    fn at_any_speed_no_more_than_one_a_second() {
        let mut announcing = Announcing::default();
        let frames = (0..1_000).map(|frame| f64::from(frame) * 100.0);
        let said = frames.filter(|&now| announcing.hear(others(&[(0, "a")]), Manner::Passed, now).is_some());
        assert_eq!(said.count(), 100);
    }

    #[test]
    fn a_crowd_is_cut_to_what_can_be_remembered() {
        let mut announcing = Announcing::default();
        let crowd = others(&[(0, "a"), (1, "b"), (2, "c"), (3, "d")]);
        assert_eq!(announcing.hear(crowd, Manner::Passed, 0.0).as_deref(), Some("b c d"));
    }

    #[test]
    fn scrubbing_says_where_it_ends() {
        let mut announcing = Announcing::default();
        assert!(announcing.hear(own("here"), Manner::Moved, 0.0).is_some());
        assert_eq!(announcing.hear(own("there"), Manner::Moved, 50.0), None);
        assert_eq!(announcing.hear(own("at last"), Manner::Moved, 100.0), None);
        assert!(announcing.is_waiting());
        assert_eq!(announcing.say_late(400.0).as_deref(), Some("at last"));
        assert_eq!(announcing.say_late(800.0), None);
    }
}
