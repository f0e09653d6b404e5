//! What happened in a run: append-only, self-contained, each entry with its cause.
//!
//! Entries lie in immutable shared chunks, with the [`View`] at the head of every few. So a jump to any place costs a
//! copy of one view and a few entries, and a copy of a trace shares all of its past.

mod difference;
mod entries;
mod entry;
#[cfg(test)]
mod fold_tests;
mod kind;
mod measured;
mod names;
mod place;
mod record;
#[cfg(test)]
mod travel_tests;
mod walk;

use std::ops::Range;
use std::sync::Arc;

use crate::scenario::Scenario;
use crate::time::{Span, Time};
use crate::view::View;
use measured::Measured;
use record::CHUNK;

pub use difference::Difference;
pub use entries::Entries;
pub use entry::{
    Actor, AllowedId, CommandKind, EditId, EditedSettings, Entry, EntryId, Gap, LabelId, ReadRun, Refusal,
    ServiceId, StateId, What, WriteFailure,
};
pub use kind::EntryKind;
pub use names::{AllowedIds, Names, ServiceRecord};
pub use place::Place;
pub use walk::Walk;

/// What a trace says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The version of the trace's format.
    pub version: u32,
    /// The scenario as it was opened.
    pub scenario: Arc<Scenario>,
    /// What made the trace, and so what it can know.
    pub driver: Driver,
}

/// What drives the services of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// Simulated time: everything that happened is in the trace, exactly.
    Simulated,
    /// The wall clock and a real store: between two revisions that were seen there may have been others.
    Live,
}

/// What happened in a run.
#[derive(Clone, Debug)]
pub struct Trace {
    header: Header,
    names: Arc<Names>,
    chunks: Vec<Arc<Chunk>>,
    /// When the first entry of each of them was, side by side: a search through the chunks themselves would wait for
    /// memory at every turn.
    begins: Vec<Time>,
    /// The entries since the last chunk.
    tail: Chunk,
    /// The reads that a live driver measured; nothing in simulated time.
    measured: Measured,
    /// How many entries lay before the last picture that a chunk keeps.
    pictured: usize,
    /// The picture after the last entry.
    head: View,
}

/// Some entries with what belongs to them.
#[derive(Clone, Debug)]
struct Chunk {
    /// How many entries of the trace lie before them.
    first: usize,
    /// The picture before the first of them, for as many chunks as keeps the copies a bounded part of each entry.
    before: Option<Box<View>>,
    entries: Vec<Entry>,
    /// Per start of work the time from the set to the read that took it, in their order, where it is known.
    latencies: Vec<Span>,
    /// How many of those lie before the chunk.
    latencies_before: usize,
}

impl Chunk {
    /// The chunk after `last`, if that is not the first of all.
    fn after(last: Option<&Chunk>, before: Option<Box<View>>) -> Chunk {
        Chunk {
            first: last.map_or(0, Chunk::end),
            before,
            entries: Vec::new(),
            latencies: Vec::new(),
            latencies_before: last.map_or(0, |last| last.latencies_before + last.latencies.len()),
        }
    }

    /// How many entries of the trace lie before the chunk's end.
    fn end(&self) -> usize {
        self.first + self.entries.len()
    }
}

impl Trace {
    /// What the trace says of itself.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The names in it.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.tail.end()
    }

    /// Whether nothing has happened yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The picture right after the last entry.
    pub fn head(&self) -> &View {
        &self.head
    }

    /// The entry with this id, if there is one.
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        self.at_index(id.index())
    }

    /// The indices of the entries from the instant `range.start` to before `range.end`: what an export of a part takes.
    pub fn indices(&self, range: Range<Time>) -> Range<usize> {
        let start = self.count_before(range.start);
        start..self.count_before(range.end).max(start)
    }

    /// How many entries lie before the instant `at`.
    pub fn count_before(&self, at: Time) -> usize {
        let is_in_tail = self.tail.entries.first().is_some_and(|first| first.at < at);
        let begun =
            if is_in_tail { self.chunks.len() + 1 } else { self.begins.partition_point(|&begin| begin < at) };
        let chunk = self.chunks.get(begun.saturating_sub(1)).map_or(&self.tail, |chunk| chunk);
        chunk.first + chunk.entries.partition_point(|entry| entry.at < at)
    }

    /// How many entries lie before the instant `at` or at it.
    pub fn count_through(&self, at: Time) -> usize {
        self.count_before(at + Span::from_micros(1))
    }

    /// The place at which everything at `at` is seen.
    pub fn place_after(&self, at: Time) -> Place {
        let seen = self.count_through(at) - self.count_before(at);
        Place { at, seen: u32::try_from(seen).unwrap_or(u32::MAX) }
    }

    /// The place at which the entry `id` is the last one seen.
    pub fn place_of(&self, id: EntryId) -> Option<Place> {
        let at = self.get(id)?.at;
        let seen = id.index() + 1 - self.count_before(at);
        Some(Place { at, seen: u32::try_from(seen).unwrap_or(u32::MAX) })
    }

    /// How many entries are seen at `place`.
    pub fn count_seen(&self, place: Place) -> usize {
        self.seen_at(place).0
    }

    /// How many entries are seen at `place`, and whether they are all of its instant.
    fn seen_at(&self, place: Place) -> (usize, bool) {
        let through = self.count_through(place.at);
        let seen = (self.count_before(place.at) + place.seen as usize).min(through);
        (seen, seen == through)
    }

    /// The whole picture at `place`.
    pub fn view_at(&self, place: Place) -> View {
        let (seen, whole_instant) = self.seen_at(place);
        let mut view = self.fold(seen);
        self.settle(&mut view, place, whole_instant);
        view
    }

    /// The picture just before anything at `at` happened.
    pub fn view_before(&self, at: Time) -> View {
        let mut view = self.fold(self.count_before(at));
        self.settle(&mut view, Place { at, seen: 0 }, false);
        view
    }

    /// Moves a view on to `place`, at which no further entries are seen; only reads may pass on the way.
    fn settle(&self, view: &mut View, place: Place, whole_instant: bool) {
        let end = if whole_instant { place.at + Span::from_micros(1) } else { place.at };
        view.settle(place, end);
        self.measured.show(view, end);
    }

    /// The reads that led to nothing after `after`, up to and at `view`'s place: who read and when, in no order. The cost
    /// is that of a jump and of the entries in between.
    pub fn idle_reads(&self, view: &View, after: Time) -> Vec<ReadRun> {
        self.idle_reads_from(view, after + Span::from_micros(1))
    }

    /// The same at `from` or later: `from` may be the very first instant, which lies after no other.
    pub fn idle_reads_from(&self, view: &View, from: Time) -> Vec<ReadRun> {
        let until = view.place.at;
        // What an entry before `from` ended was over before it.
        let entries = self.count_before(from)..view.entries_seen;
        let mut passing = (!entries.is_empty()).then(|| self.fold(entries.start));
        let ended =
            self.entries_in(entries).filter_map(|(_, entry)| passing.as_mut()?.apply(entry, &self.names));
        let mut runs: Vec<ReadRun> = ended.collect();
        runs.extend(view.identities().filter_map(|(id, service)| service.idle_reads(id)));
        runs.retain(|run| run.first <= until && run.last() >= from);
        runs.extend(self.measured.between(from, until));
        runs
    }

    /// Per start of work up to `view`'s place, the time from the set to the read that took it, in their order, where it
    /// is known.
    pub fn latencies(&self, view: &View) -> impl Iterator<Item = Span> {
        self.latencies_between(0, view.totals.noticed)
    }

    /// Those from the one after the first `from` to the `to`-th: [`Totals::noticed`] of two views.
    ///
    /// [`Totals::noticed`]: crate::view::Totals::noticed
    pub fn latencies_between(&self, from: u64, to: u64) -> impl Iterator<Item = Span> {
        let index = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let (from, to) = (index(from), index(to));
        let first = self.chunks.partition_point(|chunk| chunk.latencies_before <= from).saturating_sub(1);
        let chunks = self.chunks[first..].iter().map(|chunk| &**chunk).chain([&self.tail]);
        let all = chunks.flat_map(|chunk| &chunk.latencies).copied();
        let before =
            self.chunks.get(first).map_or(self.tail.latencies_before, |chunk| chunk.latencies_before);
        all.skip(from - before).take(to.saturating_sub(from))
    }

    /// How long the state waited that the entry takes, if it is a start of work and it is known.
    pub fn latency_of(&self, entry: &Entry) -> Option<Span> {
        let What::WorkStarted { .. } = entry.what else { return None };
        let set = self.get(entry.cause?)?;
        let was_seen = !matches!(set.what, What::KeyFound { .. });
        was_seen.then(|| entry.at.since(set.at))
    }

    /// How many entries, from the first on, lie in memory that it shares with `other`; others may be equal as well.
    pub fn shared_with(&self, other: &Trace) -> usize {
        // What two traces share begins at the beginning: one was copied from the other, or both from a third.
        let pairs = self.chunks.iter().zip(&other.chunks);
        let shared = pairs.take_while(|(one, other)| Arc::ptr_eq(one, other));
        shared.last().map_or(0, |(one, _)| one.end())
    }

    /// The picture right after the first `seen` entries.
    fn fold(&self, seen: usize) -> View {
        let nearest = self.nearest_picture(seen).cloned();
        let mut view = nearest.unwrap_or_else(|| View::beginning(&self.names, self.header.driver));
        for (_, entry) in self.entries_in(view.entries_seen..seen) {
            view.apply(entry, &self.names);
        }
        view
    }

    /// The last kept picture at `seen` entries or before; none if there is none but the beginning.
    fn nearest_picture(&self, seen: usize) -> Option<&View> {
        if seen == self.len() {
            return Some(&self.head);
        }
        let after = (seen / CHUNK + 1).min(self.chunks.len());
        let earlier = self.chunks[..after].iter().rev().map(|chunk| &**chunk);
        let candidates = (self.tail.first <= seen).then_some(&self.tail).into_iter().chain(earlier);
        candidates.filter_map(|chunk| chunk.before.as_deref()).next()
    }

    fn at_index(&self, index: usize) -> Option<&Entry> {
        let chunk = self.chunks.get(index / CHUNK).map_or(&self.tail, |chunk| chunk);
        chunk.entries.get(index - chunk.first)
    }
}
