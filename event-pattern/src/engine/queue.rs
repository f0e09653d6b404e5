//! What is due: instants in order, and within an instant the order that `semantics.md` gives.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::time::Time;
use crate::trace::ServiceId;

/// What happens at one instant happens in this order; commands lie between starts and writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// A service's start time.
    Start,
    /// The end of work, and its write.
    Write,
    /// A read that may find an allowed state.
    Read,
    /// The write of work that takes no time: after all reads of its instant.
    WriteAtOnce,
}

/// One thing that is due. The order of its fields is the order of what happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Due {
    pub(super) at: Time,
    pub(super) turn: Turn,
    pub(super) service: ServiceId,
}

/// All that is due, the earliest first.
///
/// Nothing is ever taken out of the middle: what has become pointless is noticed when its time comes.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue(BinaryHeap<Reverse<Due>>);

impl Queue {
    pub(super) fn push(&mut self, at: Time, turn: Turn, service: ServiceId) {
        self.0.push(Reverse(Due { at, turn, service }));
    }

    /// The earliest instant at which something is due.
    pub(super) fn next_instant(&self) -> Option<Time> {
        self.0.peek().map(|Reverse(due)| due.at)
    }

    /// Takes out the first thing if it is due at `at`, in one of the turns up to `last`.
    pub(super) fn pop_at(&mut self, at: Time, last: Turn) -> Option<Due> {
        let Reverse(due) = self.0.peek()?;
        if due.at != at || due.turn > last {
            return None;
        }
        self.0.pop().map(|Reverse(due)| due)
    }
}
