//! Entries one after the other, from chunk to chunk.

use std::iter::FusedIterator;
use std::ops::Range;
use std::slice;

use super::record::CHUNK;
use super::{Entry, EntryId, Trace};

/// Some entries of a trace in their order, each with its id. A type of its own, because each chain of adapters over all
/// chunks would be a kilobyte of the page wherever somebody asks for entries.
#[derive(Clone, Debug)]
pub struct Entries<'a> {
    trace: &'a Trace,
    left: Range<usize>,
    /// Those of the same chunk that come next; there may be more of them than are asked for.
    near: slice::Iter<'a, Entry>,
}

impl Trace {
    /// The entries from index `range.start` (counted from 0) to before `range.end`, each with its id.
    pub fn entries_in(&self, range: Range<usize>) -> Entries<'_> {
        let left = range.start..range.end.min(self.len());
        Entries { trace: self, left, near: [].iter() }
    }

    /// The entries from index `from` (counted from 0) on, each with its id.
    pub fn entries_from(&self, from: usize) -> Entries<'_> {
        self.entries_in(from..self.len())
    }

    /// All entries, each with its id.
    pub fn entries(&self) -> Entries<'_> {
        self.entries_from(0)
    }

    /// The entries of one chunk from `index` on.
    fn near(&self, index: usize) -> &[Entry] {
        let chunk = self.chunks.get(index / CHUNK).map_or(&self.tail, |chunk| chunk);
        chunk.entries.get(index - chunk.first..).unwrap_or_default()
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = (EntryId, &'a Entry);

    fn next(&mut self) -> Option<(EntryId, &'a Entry)> {
        let index = self.left.next()?;
        if self.near.len() == 0 {
            self.near = self.trace.near(index).iter();
        }
        Some((EntryId::from_index(index), self.near.next()?))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

impl<'a> DoubleEndedIterator for Entries<'a> {
    fn next_back(&mut self) -> Option<(EntryId, &'a Entry)> {
        let index = self.left.next_back()?;
        Some((EntryId::from_index(index), self.trace.near(index).first()?))
    }
}

impl ExactSizeIterator for Entries<'_> {}

impl FusedIterator for Entries<'_> {}
