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
/// Nothing is ever taken out of the middle: what has become pointless is noticed when its time comes. But a read that is
/// planned already is not planned again: every set of the key plans one for each service that waits for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue {
    /// Start times, the latest first: they are many at the beginning of a run, and few later.
    starts: Vec<Reverse<Due>>,
    others: BinaryHeap<Reverse<Due>>,
    /// For each service the read that was planned last, as long as its time has not come.
    reads: Vec<Option<Time>>,
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
        Queue { starts, ..Queue::default() }
    }

    pub(super) fn push(&mut self, at: Time, turn: Turn, service: ServiceId) {
        let due = Due { at, turn, service };
        if turn == Turn::Start {
            let later = self.starts.partition_point(|start| *start < Reverse(due));
            self.starts.insert(later, Reverse(due));
        } else if turn != Turn::Read || self.note_read(at, service) {
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

    /// Takes out the first thing if it is due at `at` and has this turn, which is not [`Turn::Start`].
    pub(super) fn pop(&mut self, at: Time, turn: Turn) -> Option<ServiceId> {
        let Reverse(due) = self.others.peek()?;
        if (due.at, due.turn) != (at, turn) {
            return None;
        }
        let Reverse(due) = self.others.pop()?;
        if turn == Turn::Read {
            self.forget_read(due);
        }
        Some(due.service)
    }

    /// Whether this read is a new one.
    fn note_read(&mut self, at: Time, service: ServiceId) -> bool {
        let index = service.index();
        if index >= self.reads.len() {
            self.reads.resize(index + 1, None);
        }
        self.reads[index].replace(at) != Some(at)
    }

    fn forget_read(&mut self, due: Due) {
        if let Some(planned) = self.reads.get_mut(due.service.index()) {
            planned.take_if(|planned| *planned == due.at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_that_is_planned_again_and_again_is_due_once() {
        let (mut queue, service, other) =
            (Queue::default(), ServiceId::from_index(3), ServiceId::from_index(0));
        let (early, late) = (Time::from_ms(1), Time::from_ms(2));
        for _ in 0..1_000 {
            queue.push(late, Turn::Read, service);
        }
        queue.push(late, Turn::Read, other);
        queue.push(early, Turn::Write, service);
        assert_eq!(queue.others.len(), 3);
        let mut turns = Vec::new();
        while let Some(at) = queue.next_instant() {
            for turn in [Turn::Write, Turn::Read] {
                turns.extend(queue.pop(at, turn).map(|service| (at, turn, service)));
            }
        }
        assert_eq!(
            turns,
            [(early, Turn::Write, service), (late, Turn::Read, other), (late, Turn::Read, service)]
        );
        // Its time has come: the next one is a new one.
        queue.push(late, Turn::Read, service);
        assert_eq!(queue.pop(late, Turn::Read), Some(service));
    }
}
