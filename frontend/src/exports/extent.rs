//! Which part of a run is written.

use std::ops::Range;

use event_pattern::{Span, Time};

use crate::run::Picture;
use crate::timeline::Window;

/// Which part of a run is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// From the start to the place that is looked at.
    ToPlace,
    /// All that is recorded.
    Whole,
    /// What the timeline shows, where that is a part of the record.
    Shown(Window),
}

impl Extent {
    /// Every part on offer, with `window` shown.
    pub fn all(window: Option<Window>) -> impl Iterator<Item = Extent> {
        [Extent::ToPlace, Extent::Whole].into_iter().chain(window.map(Extent::Shown))
    }

    /// Its name in values of the form.
    pub fn code(self) -> &'static str {
        match self {
            Extent::ToPlace => "to-place",
            Extent::Whole => "whole",
            Extent::Shown(_) => "shown",
        }
    }

    /// The part of `picture`'s run.
    pub fn of(self, picture: &Picture) -> Cut {
        let trace = &picture.trace;
        let after = |at: Time| at + Span::from_micros(1);
        match self {
            Extent::ToPlace => {
                Cut { times: Time::ZERO..after(picture.view.place.at), entries: 0..picture.view.entries_seen }
            }
            Extent::Whole => {
                Cut { times: Time::ZERO..after(picture.recorded_until), entries: 0..trace.len() }
            }
            Extent::Shown(Window { from, to }) => {
                let to = to.min(picture.recorded_until);
                let entries = trace.count_before(from)..trace.count_through(to).max(trace.count_before(from));
                Cut { times: from..after(to.max(from)), entries }
            }
        }
    }
}

/// A part of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// From its first instant to before its end.
    pub times: Range<Time>,
    /// The indexes of its entries.
    pub entries: Range<usize>,
}

#[cfg(test)]
mod tests {
    use event_pattern::State;
    use event_pattern::scenario::{BuiltIn, Command};

    use super::*;
    use crate::player::Player;
    use crate::run::{Intent, Origin, Speed};

    #[test]
    fn a_part_has_just_the_entries_of_its_instants() {
        let mut player =
            Player::open(BuiltIn::Described.scenario(), Origin::BuiltIn("described"), Speed::NORMAL);
        player.tell(Intent::Give(Command::Publish(State::TRANSACTION_PAID))).expect("it can be published");
        player.advance(Span::from_ms(5_000), &mut || true);
        player.tell(Intent::Seek(Time::from_ms(600))).expect("it can be looked at");
        let picture = player.picture();
        let all = picture.trace.len();
        assert_eq!(Extent::Whole.of(&picture).entries, 0..all);
        let (past, window) =
            (Extent::ToPlace.of(&picture), Window { from: Time::from_ms(601), to: Time::from_ms(90_000) });
        let later = Extent::Shown(window).of(&picture);
        assert!(past.entries.end < all);
        assert_eq!((past.entries.end..all, past.times.end), (later.entries, Time::from_micros(600_001)));
        assert_eq!(later.times.end, picture.recorded_until + Span::from_micros(1));
        let beyond = Window { from: Time::from_ms(80_000), to: Time::from_ms(90_000) };
        assert!(Extent::Shown(beyond).of(&picture).entries.is_empty());
    }
}
