//! How time passes in a run: which way, round and round a part of it, and where it is to stop.

use event_pattern::trace::Actor;
use event_pattern::{Span, Time};

/// Which way time runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// As it does.
    #[default]
    Forwards,
    /// Like a film that is wound back; nothing that is recorded changes.
    Backwards,
}

/// Where to jump: to the nearest entry of a kind, before or after the place that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// To the next state that is lost. Beyond the record, the run goes ahead until there is one.
    NextLoss,
    /// To the state that was lost last.
    PreviousLoss,
    /// To the next thing that somebody does; ahead of the record, too.
    NextOf(Actor),
    /// To the last thing that somebody did.
    PreviousOf(Actor),
}

/// A part of a run that is longer than nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    from: Time,
    until: Time,
}

impl Range {
    /// The shortest part that can be looped.
    pub const SHORTEST: Span = Span::from_ms(1);

    /// The part between two instants, in whichever order they are given; none if there is next to nothing between.
    pub fn between(one: Time, other: Time) -> Option<Range> {
        let (from, until) = (one.min(other), one.max(other).min(Time::LAST));
        (until.since(from) >= Range::SHORTEST).then_some(Range { from, until })
    }

    /// Where it begins.
    pub fn from(self) -> Time {
        self.from
    }

    /// Where it ends.
    pub fn until(self) -> Time {
        self.until
    }

    /// How long it is.
    pub fn length(self) -> Span {
        self.until.since(self.from)
    }

    /// Whether `at` is in it, its ends included.
    pub fn contains(self, at: Time) -> bool {
        (self.from..=self.until).contains(&at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_a_beginning_an_end_and_something_between() {
        let (early, late) = (Time::from_ms(5), Time::from_ms(8));
        let range = Range::between(late, early).expect("there is something between");
        assert_eq!((range.from(), range.until(), range.length()), (early, late, Span::from_ms(3)));
        assert!(range.contains(early) && range.contains(late) && !range.contains(Time::from_ms(9)));
        assert_eq!(Range::between(early, early), None);
        assert_eq!(Range::between(Time::LAST, Time::LAST + Span::from_ms(5)), None);
    }
}
