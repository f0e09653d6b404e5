//! A text piece by piece. Each piece of JSON lines and CSV takes a few milliseconds at the most, however long the run is;
//! other formats are one piece.

use std::ops::Range;

use event_pattern::Trace;
use event_pattern::export::{csv, jsonl};

/// How many entries a piece holds.
const ENTRIES: usize = 1_000;

/// A text that comes in pieces, in their order.
pub struct Pieces(Kind);

enum Kind {
    Whole(Option<String>),
    Rows { row: Row, trace: Box<Trace>, all: Range<usize>, next: Option<usize> },
}

/// How an entry is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    JsonLines,
    Csv,
}

impl Pieces {
    /// All in one piece.
    pub(super) fn whole(text: String) -> Pieces {
        Pieces(Kind::Whole(Some(text)))
    }

    /// The entries `all` of `trace`.
    pub(super) fn rows(row: Row, trace: Trace, all: Range<usize>) -> Pieces {
        let next = Some(all.start);
        Pieces(Kind::Rows { row, trace: Box::new(trace), all, next })
    }

    /// How much of it has come, 0 to 1.
    pub fn done(&self) -> f64 {
        match &self.0 {
            Kind::Whole(text) => f64::from(u8::from(text.is_none())),
            Kind::Rows { all, next, .. } => {
                next.map_or(1.0, |next| (next - all.start) as f64 / (all.len() as f64).max(1.0))
            }
        }
    }
}

impl Iterator for Pieces {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        match &mut self.0 {
            Kind::Whole(text) => text.take(),
            Kind::Rows { row, trace, all, next } => {
                // The first piece comes in any case: a table has its line of names.
                let from = (*next)?;
                let to = (from + ENTRIES).min(all.end);
                *next = Some(to).filter(|&to| to < all.end);
                Some(match row {
                    Row::JsonLines => jsonl(trace, from, to),
                    Row::Csv if from == all.start => csv(trace, from, to),
                    Row::Csv => without_first_line(csv(trace, from, to)),
                })
            }
        }
    }
}

/// Only the first piece of a table has its line of names.
fn without_first_line(table: String) -> String {
    table.split_once("\r\n").map_or(String::new(), |(_, rows)| rows.to_owned())
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::{BuiltIn, Command};
    use event_pattern::{Span, State};

    use super::*;
    use crate::player::Player;
    use crate::run::{Intent, Origin, Speed};

    /// A run of more entries than a piece holds.
    fn long() -> Trace {
        let mut player = Player::open(BuiltIn::Listed.scenario(), Origin::BuiltIn("listed"), Speed(1_000.0));
        for _ in 0..1_200 {
            player.tell(Intent::Give(Command::Publish(State::ORDER_PAID))).expect("a state can be published");
        }
        player.advance(Span::from_ms(10), &mut || true);
        player.picture().trace
    }

    #[test]
    fn pieces_are_the_whole_text_and_none_is_longer_than_the_others() {
        let trace = long();
        assert!(trace.len() > 2 * ENTRIES, "{}", trace.len());
        for part in [0..trace.len(), 5..7, 1_000..2_000, 0..1_001, 3..3] {
            let pieces = |row| Pieces::rows(row, trace.clone(), part.clone());
            assert_eq!(pieces(Row::JsonLines).collect::<String>(), jsonl(&trace, part.start, part.end));
            assert_eq!(pieces(Row::Csv).collect::<String>(), csv(&trace, part.start, part.end));
            assert!(pieces(Row::JsonLines).all(|piece| piece.lines().count() <= ENTRIES));
        }
    }

    #[test]
    fn how_much_is_done_goes_from_nothing_to_all() {
        let mut pieces = Pieces::rows(Row::Csv, long(), 0..1_500);
        assert_eq!(pieces.done(), 0.0);
        assert!(pieces.next().is_some());
        assert_eq!(pieces.done(), 1_000.0 / 1_500.0);
        assert!(pieces.next().is_some());
        assert_eq!((pieces.done(), pieces.next()), (1.0, None));
    }
}
