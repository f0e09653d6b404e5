//! What is chosen and typed to say what a run is to be run until. Knows no browser.

use event_pattern::condition::{Condition, Measure, Unit};
use event_pattern::trace::{Actor, EntryKind, ServiceId};
use event_pattern::{Span, Time};

use crate::components::inspector::seconds::{DecimalMark, SecondsError, parse};
use crate::run::Picture;
use crate::run::condition_code::{code, from_code};

/// A choice of what to wait for; some need a value besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// A state that is lost.
    Loss,
    /// An instant, typed in seconds.
    Time,
    /// Something of a kind.
    Kind(EntryKind),
    /// Something that somebody does.
    Actor(Actor),
    /// A measure that rises above a value.
    Above(Measure),
}

/// Why what is typed is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueError {
    /// It is no length of time.
    Seconds(SecondsError),
    /// It is no whole number.
    Count,
}

/// The kinds that one waits for.
const KINDS: [EntryKind; 5] = [
    EntryKind::Published,
    EntryKind::StateChanged,
    EntryKind::WorkStarted,
    EntryKind::WorkFinished,
    EntryKind::Crashed,
];
/// The measures that one waits for.
const MEASURES: [Measure; 7] = [
    Measure::Lost,
    Measure::WastedPolls,
    Measure::Polls,
    Measure::Works,
    Measure::DoubleWork,
    Measure::Busy,
    Measure::Detection,
];
/// A list to choose from has no more services than a person can look through.
const MOST_SERVICES: usize = 100;

impl Choice {
    /// All that are on offer at the place that is looked at.
    pub(super) fn all(picture: &Picture) -> Vec<Choice> {
        let services = picture.view.present().take(MOST_SERVICES).map(|(id, _)| service(id));
        let mut all = vec![Choice::Loss, Choice::Time];
        all.extend(KINDS.map(Choice::Kind));
        all.push(Choice::Actor(Actor::Publisher));
        all.extend(services);
        all.extend(MEASURES.map(Choice::Above));
        all
    }

    /// What it is called in the page.
    pub(super) fn code(self) -> String {
        code(self.with(0))
    }

    /// The choice that is called `text`.
    pub(super) fn from_code(text: &str) -> Option<Choice> {
        Some(match from_code(text)? {
            Condition::At(_) => Choice::Time,
            Condition::Loss => Choice::Loss,
            Condition::Kind(kind) => Choice::Kind(kind),
            Condition::Actor(actor) => Choice::Actor(actor),
            Condition::Above(measure, _) => Choice::Above(measure),
        })
    }

    /// In what its value is given, if it needs one.
    pub(super) fn unit(self) -> Option<Unit> {
        match self {
            Choice::Time => Some(Unit::Micros),
            Choice::Above(measure) => Some(measure.unit()),
            Choice::Loss | Choice::Kind(_) | Choice::Actor(_) => None,
        }
    }

    /// The condition, with what is typed as its value.
    pub(super) fn condition(self, typed: &str, mark: DecimalMark) -> Result<Condition, ValueError> {
        let value = match self.unit() {
            None => 0,
            Some(Unit::Micros) => parse(typed, mark, Span::ZERO).map_err(ValueError::Seconds)?.as_micros(),
            Some(Unit::Count) => typed.trim().parse().map_err(|_| ValueError::Count)?,
        };
        Ok(self.with(value))
    }

    fn with(self, value: u64) -> Condition {
        match self {
            Choice::Loss => Condition::Loss,
            Choice::Time => Condition::At(Time::from_micros(value)),
            Choice::Kind(kind) => Condition::Kind(kind),
            Choice::Actor(actor) => Condition::Actor(actor),
            Choice::Above(measure) => Condition::Above(measure, value),
        }
    }
}

fn service(id: ServiceId) -> Choice {
    Choice::Actor(Actor::Service(id))
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::BuiltIn;

    use super::*;
    use crate::player::Player;
    use crate::run::{Origin, Speed};

    #[test]
    fn every_choice_is_found_again_and_asks_for_the_value_that_it_needs() {
        let mut player =
            Player::open(BuiltIn::Described.scenario(), Origin::BuiltIn("described"), Speed::NORMAL);
        let all = Choice::all(&player.picture());
        assert_eq!(all.len(), 2 + 5 + 1 + 2 + 7);
        for choice in all {
            assert_eq!(Choice::from_code(&choice.code()), Some(choice));
            assert_eq!(choice.condition("", DecimalMark::Point).is_ok(), choice.unit().is_none());
        }
    }

    #[test]
    fn values_are_read_as_the_language_writes_them() {
        let time = |typed| Choice::Time.condition(typed, DecimalMark::Comma);
        assert_eq!(time("1,5"), Ok(Condition::At(Time::from_ms(1_500))));
        assert_eq!(time("x"), Err(ValueError::Seconds(SecondsError::NotANumber)));
        let lost = |typed| Choice::Above(Measure::Lost).condition(typed, DecimalMark::Comma);
        assert_eq!(lost(" 3 "), Ok(Condition::Above(Measure::Lost, 3)));
        assert_eq!((lost("1,5"), lost("-1")), (Err(ValueError::Count), Err(ValueError::Count)));
        let busy = Choice::Above(Measure::Busy).condition("2", DecimalMark::Point);
        assert_eq!(busy, Ok(Condition::Above(Measure::Busy, 2_000_000)));
    }
}
