//! What is due: instants in order, and within an instant the order that `docs/semantics.md` gives.

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
pub(super) struct Queue {
    /// Start times, the latest first: they are many at the beginning of a run, and few later.
    starts: Vec<Reverse<Due>>,
    others: BinaryHeap<Reverse<Due>>,
}

impl Queue {
    /// A queue with the start times `starts`, in any order.
    pub(super) fn with_starts(starts: impl Iterator<Item = Due>) -> Queue {
        let mut starts: Vec<Reverse<Due>> = starts.map(Reverse).collect();
        starts.reverse();
        // Most scenarios list their services as they start. For the others there is a heap anyway; a sort would be new
        // code in the page.
        if !starts.is_sorted() {
            starts = BinaryHeap::from(starts).into_sorted_vec();
        }
        Queue { starts, others: BinaryHeap::new() }
    }

    pub(super) fn push(&mut self, at: Time, turn: Turn, service: ServiceId) {
        let due = Due { at, turn, service };
        if turn == Turn::Start {
            let later = self.starts.partition_point(|start| *start < Reverse(due));
            self.starts.insert(later, Reverse(due));
        } else {
            self.others.push(Reverse(due));
        }
    }

    /// The earliest instant at which something is due.
    pub(super) fn next_instant(&self) -> Option<Time> {
        let start = self.starts.last().map(|Reverse(due)| due.at);
        let other = self.others.peek().map(|Reverse(due)| due.at);
        [start, other].into_iter().flatten().min()
    }

    /// Takes out the first start time if it is `at`.
    pub(super) fn pop_start(&mut self, at: Time) -> Option<ServiceId> {
        self.starts.pop_if(|Reverse(due)| due.at == at).map(|Reverse(due)| due.service)
    }

    /// Takes out the first thing if it is due at `at`, start times aside.
    pub(super) fn pop(&mut self, at: Time) -> Option<Due> {
        let Reverse(due) = self.others.peek()?;
        if due.at != at {
            return None;
        }
        self.others.pop().map(|Reverse(due)| due)
    }
}
