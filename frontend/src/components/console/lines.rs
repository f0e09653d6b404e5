//! Which entries are lines of the console: index arithmetic, so that a million of them cost what the screen shows.

use std::ops::Range;
use std::sync::Arc;

use event_pattern::scenario::TimedCommand;
use event_pattern::trace::EntryId;

use super::output::Source;
use crate::run::Picture;

/// How many lines are built at a time: more than a screen holds.
pub const BUILT: usize = 80;

/// The lines of one run under one filter. Without a filter line and entry have the same number; under one, the
/// numbers of the entries that pass are kept, and each entry is looked at once.
#[derive(Default)]
pub struct Lines {
    filter: Option<Source>,
    run: Option<(u64, Arc<Vec<TimedCommand>>)>,
    passing: Vec<u32>,
    scanned: usize,
    /// A number that changes when what was kept is no longer true.
    generation: u32,
}

impl Lines {
    /// Takes in what `picture` has more than the one before, or all of it if the run or the filter is another one.
    pub fn update(&mut self, picture: &Picture, filter: Option<Source>) {
        let same_run = self.run.as_ref().is_some_and(|(known, given)| {
            *known == picture.run && (Arc::ptr_eq(given, &picture.given) || *given == picture.given)
        });
        if !same_run || self.filter != filter {
            *self = Lines { generation: self.generation + 1, ..Lines::default() };
        }
        self.run = Some((picture.run, picture.given.clone()));
        self.filter = filter;
        let Some(source) = filter else { return };
        for (id, entry) in picture.trace.entries_from(self.scanned) {
            if Source::of(entry.actor, entry.what) == source {
                self.passing.push(id.number() - 1);
            }
        }
        self.scanned = self.scanned.max(picture.trace.len());
    }

    /// A number that changes when the lines with the same numbers may be others.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// How many lines the first `entries` entries make.
    pub fn count(&self, entries: usize) -> usize {
        match self.filter {
            None => entries,
            Some(_) => self.passing.partition_point(|&index| (index as usize) < entries),
        }
    }

    /// The entry that makes the line `line`.
    pub fn entry(&self, line: usize) -> EntryId {
        match self.filter {
            None => EntryId::from_index(line),
            Some(_) => EntryId::from_index(self.passing[line] as usize),
        }
    }
}

/// Where the console is scrolled to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scroll {
    /// It follows the end.
    #[default]
    Following,
    /// A person scrolled up: the line that is built first.
    From(usize),
}

/// What a person's scrolling came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Near the first line that is built.
    Top,
    /// Near the last line that is built.
    Bottom,
    /// In between.
    Between,
}

impl Scroll {
    /// The lines to build out of `lines`.
    pub fn window(self, lines: Range<usize>) -> Range<usize> {
        let last_first = lines.end.saturating_sub(BUILT).max(lines.start);
        let first = match self {
            Scroll::Following => last_first,
            Scroll::From(first) => first.clamp(lines.start, last_first),
        };
        first..lines.end.min(first + BUILT)
    }

    /// Where it is after scrolling to `edge` of what is built.
    pub fn scrolled(self, edge: Edge, lines: Range<usize>) -> Scroll {
        let window = self.window(lines.clone());
        match edge {
            Edge::Bottom if window.end == lines.end => Scroll::Following,
            Edge::Bottom => Scroll::From(window.start + BUILT / 2),
            Edge::Top => Scroll::From(window.start.saturating_sub(BUILT / 2).max(lines.start)),
            Edge::Between => Scroll::From(window.start),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn following_builds_the_last_lines() {
        assert_eq!(Scroll::Following.window(0..1_000_000), 999_920..1_000_000);
        assert_eq!(Scroll::Following.window(0..3), 0..3);
        assert_eq!(Scroll::Following.window(999_990..1_000_000), 999_990..1_000_000);
    }

    #[test]
    fn scrolling_up_stays_where_it_is_and_the_end_follows_again() {
        let up = Scroll::Following.scrolled(Edge::Between, 0..1_000);
        assert_eq!(up, Scroll::From(920));
        assert_eq!(up.window(0..2_000), 920..1_000);
        let higher = up.scrolled(Edge::Top, 0..2_000);
        assert_eq!(higher.window(0..2_000), 880..960);
        assert_eq!(higher.scrolled(Edge::Bottom, 0..2_000), Scroll::From(920));
        assert_eq!(Scroll::From(920).scrolled(Edge::Bottom, 0..1_000), Scroll::Following);
        assert_eq!(Scroll::From(10).scrolled(Edge::Top, 0..2_000), Scroll::From(0));
    }
}
