//! Walking through a run: by one entry or one read, forwards and backwards.

use super::Engine;
use crate::time::Time;
use crate::trace::{EntryId, Place};

impl Engine {
    /// Runs to `until` and gives the place at which everything there is seen.
    pub fn go_to(&mut self, until: Time) -> Place {
        self.run_to(until);
        self.trace.place_after(until)
    }

    /// The place after `place` by one entry or by one instant of reads that lead to nothing, whichever comes first.
    /// None if nothing ever happens again, or not until `limit`.
    pub fn step(&mut self, place: Place, limit: Time) -> Option<Place> {
        let read = self.trace.view_at(place).next_read().filter(|&read| read <= limit);
        let change = self.next_change(place, read.unwrap_or(limit));
        match read {
            Some(read) if change.is_none() => Some(self.go_to(read)),
            _ => change,
        }
    }

    /// The place after `place` by one entry; none if there is none until `limit`.
    pub fn next_change(&mut self, place: Place, limit: Time) -> Option<Place> {
        self.run_to(place.at);
        let seen = self.trace.count_seen(place);
        while self.trace.len() <= seen {
            let at = self.next_instant().filter(|&at| at <= limit)?;
            self.run_instant(at);
        }
        let (id, entry) = self.trace.entries_from(seen).next()?;
        if entry.at > limit { None } else { self.trace.place_of(id) }
    }

    /// The place before `place` by one entry or by one instant of reads that led to nothing; none at the beginning.
    pub fn step_back(&self, place: Place) -> Option<Place> {
        let change = self.previous_change(place)?;
        let read = self.trace.view_before(place.at).last_poll().filter(|&read| read > change.at);
        match read {
            Some(read) if place.seen <= 1 => Some(self.trace.place_after(read)),
            _ => Some(change),
        }
    }

    /// The place before `place` by one entry: where the entry before is the last one seen, or the very beginning.
    /// None at the beginning.
    pub fn previous_change(&self, place: Place) -> Option<Place> {
        if place.seen >= 2 {
            return Some(Place { seen: place.seen - 1, ..place });
        }
        let last_before = self.trace.count_before(place.at).checked_sub(1);
        match last_before {
            Some(index) => self.trace.place_of(EntryId::from_index(index)),
            None => Some(Place::default()).filter(|beginning| *beginning != place),
        }
    }
}
