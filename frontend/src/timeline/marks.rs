//! The marks on the strip: where something was set from outside, where something was lost. A path over the whole record
//! that costs what the strip shows.

use event_pattern::{Span, Time, Trace};

use super::ids::Ids;
use super::index::{Index, Progress};
use crate::run::Picture;

/// The most entries that are looked at in one go: about a millisecond.
const LOOKED_AT_ONCE: usize = 20_000;

/// Finds out what the strip marks. Where nothing has happened it marks nothing.
pub struct Marking {
    /// Looks at what is new in the run.
    pub look: fn(&mut Index, &Picture) -> Progress,
    /// The marks of publications and of losses among what was looked at, as two paths over what is recorded.
    pub marks: fn(&Index, &Picture) -> (String, String),
}

impl Marking {
    /// All of it.
    pub const ALL: Marking = Marking {
        look: |index, picture| {
            index.follow(picture);
            index.take_in(&picture.trace, LOOKED_AT_ONCE)
        },
        marks: |index, picture| paths(&picture.trace, index, picture.recorded_until),
    };
}

/// The strip's width in units: marks that share one are drawn as one.
pub const WIDTH: usize = 500;

/// The marks of publications and of losses, as two paths over a record that ends at `end`.
pub fn paths(trace: &Trace, index: &Index, end: Time) -> (String, String) {
    let end = end.as_micros().max(1);
    let before = |unit: usize| {
        let at = Time::ZERO + Span::from_micros((end * unit as u64).div_ceil(WIDTH as u64));
        u32::try_from(trace.count_before(at)).unwrap_or(u32::MAX)
    };
    let mut counts = Vec::with_capacity(WIDTH + 2);
    counts.extend((0..=WIDTH + 1).map(before));
    (path(&index.publications(), &counts, " 3v9"), path(&[index.losses()], &counts, " 0v12"))
}

fn path(lists: &[&Ids], before: &[u32], stroke: &str) -> String {
    let mut path = String::new();
    let mut last = lists.iter().map(|_| 0).collect::<Vec<_>>();
    for (unit, before_next) in before.iter().skip(1).enumerate() {
        let mut is_marked = false;
        for (ids, last) in lists.iter().zip(&mut last) {
            // Most units have no mark: the next number says so without a search.
            if ids.get(*last).is_some_and(|next| next < *before_next) {
                *last = ids.count_below(*before_next);
                is_marked = true;
            }
        }
        if is_marked {
            path.push('M');
            path.push_str(&unit.to_string());
            path.push_str(stroke);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::{BuiltIn, Command};
    use event_pattern::{Span, State};

    use super::*;
    use crate::player::Player;
    use crate::run::{Intent, Origin, Speed};

    #[test]
    fn marks_are_where_something_was_published_or_lost_and_go_when_it_is_cut_off() {
        let mut player =
            Player::open(BuiltIn::Described.scenario(), Origin::BuiltIn("described"), Speed::NORMAL);
        let mut index = Index::default();
        let mut marks = |player: &mut Player| {
            let picture = player.picture();
            index.follow(&picture);
            index.take_in(&picture.trace, usize::MAX / 2);
            paths(&picture.trace, &index, Time::from_ms(400))
        };
        let publish = |state: &State| Intent::Give(Command::Publish(state.clone()));
        player.advance(Span::from_ms(99), &mut || true);
        player.tell(publish(&State::TRANSACTION_PAID)).expect("it can be done");
        player.advance(Span::from_ms(99), &mut || true);
        player.tell(publish(&State::IDLE)).expect("it can be done");
        player.advance(Span::from_ms(199), &mut || true);
        assert_eq!(marks(&mut player), ("M125 3v9M250 3v9".to_owned(), "M250 0v12".to_owned()));
        player.tell(Intent::Seek(Time::from_ms(150))).expect("it can be done");
        player.tell(publish(&State::ORDER_CANCELED)).expect("it can be done");
        assert_eq!(marks(&mut player).0, "M125 3v9M188 3v9");
        player.tell(Intent::RestartRun).expect("it can be done");
        assert_eq!(marks(&mut player), (String::new(), String::new()));
    }
}
