//! The marks on the strip: where something was published, where something was lost. Looks at each entry once.

use event_pattern::Time;
use event_pattern::trace::What;

use crate::run::{BranchId, Picture};

/// The strip's width in units: marks that share one are drawn as one.
const WIDTH: u64 = 1_000;

/// Where the marks of a run are.
#[derive(Default)]
pub(super) struct Marks {
    /// The run and its branch: with the same ones, what is recorded only grows.
    of: Option<(u64, BranchId)>,
    /// How many entries have been looked at.
    seen: usize,
    published: Vec<Time>,
    lost: Vec<Time>,
}

impl Marks {
    /// Takes in what has been recorded since the last picture.
    pub(super) fn update(&mut self, picture: &Picture) {
        let trace = &picture.trace;
        let of = Some((picture.run, picture.branch));
        if of != self.of {
            *self = Marks { of, ..Marks::default() };
        }
        for (_, entry) in trace.entries_from(self.seen) {
            match entry.what {
                What::Published { .. } | What::KeySet { .. } => self.published.push(entry.at),
                What::StateLost { .. } => self.lost.push(entry.at),
                _ => {}
            }
        }
        self.seen = trace.len();
    }

    /// The marks as two paths over a record that ends at `end`.
    pub(super) fn paths(&self, end: Time) -> (String, String) {
        (path(&self.published, end, "M", " 3v9"), path(&self.lost, end, "M", " 0v12"))
    }
}

fn path(marks: &[Time], end: Time, before: &str, after: &str) -> String {
    let mut path = String::new();
    let mut drawn = None;
    for at in marks {
        // Wider than 64 bits on the way: microseconds of a year times a thousand.
        let x = u128::from(at.as_micros()) * u128::from(WIDTH) / u128::from(end.as_micros().max(1));
        if drawn != Some(x) {
            drawn = Some(x);
            path.push_str(before);
            path.push_str(&x.to_string());
            path.push_str(after);
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
        let mut marks = Marks::default();
        let publish = |state: &State| Intent::Give(Command::Publish(state.clone()));
        player.advance(Span::from_ms(99), &mut || true);
        player.tell(publish(&State::TRANSACTION_PAID)).expect("it can be done");
        player.advance(Span::from_ms(99), &mut || true);
        player.tell(publish(&State::IDLE)).expect("it can be done");
        player.advance(Span::from_ms(199), &mut || true);
        marks.update(&player.picture());
        assert_eq!(marks.paths(Time::from_ms(400)), ("M250 3v9M500 3v9".to_owned(), "M500 0v12".to_owned()));
        player.tell(Intent::Seek(Time::from_ms(150))).expect("it can be done");
        player.tell(publish(&State::ORDER_CANCELED)).expect("it can be done");
        marks.update(&player.picture());
        assert_eq!(marks.published.len(), 2);
        assert_eq!(marks.published[1], Time::from_ms(151));
        player.tell(Intent::RestartRun).expect("it can be done");
        marks.update(&player.picture());
        assert!(marks.published.is_empty());
    }
}
