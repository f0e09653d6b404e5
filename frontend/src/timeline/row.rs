//! What lies where in one lane: bars that tile it, and marks on them. Costs what the screen shows: where entries lie
//! closer than pixels, a pixel stands for all that are in it.

use std::cell::OnceCell;
use std::mem;
use std::ops::Range;

use event_pattern::trace::{EntryId, Gap, StateId, What};
use event_pattern::{Time, Trace};

use super::fill::Fill;
use super::ids::Ids;
use super::index::Index;
use super::window::Window;
use crate::state::Node;

/// A part of a lane, from left to right in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// What fills it.
    pub fill: Fill,
    /// The entry that began it, if it is not there from the very beginning.
    pub by: Option<EntryId>,
    /// How many entries it stands for: more than one where they lie closer than pixels.
    pub stands_for: usize,
}

/// Something that happened at an instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub x: f64,
    /// What.
    pub kind: MarkKind,
    /// The first entry that it stands for.
    pub entry: EntryId,
    /// How many entries it stands for.
    pub stands_for: usize,
}

/// What a mark is: each has a shape of its own. The later in this list, the more it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// An edit, a new name, a stop that waits, a command that made no sense.
    Other,
    /// A service set the key.
    Write(StateId),
    /// A result reached the receiver.
    Receipt(StateId),
    /// Somebody elsewhere set the key.
    Foreign(Option<StateId>),
    /// The publisher set the key.
    Publication(StateId),
    /// Something was not seen.
    Gap,
    /// A read or a write failed.
    Failure,
    /// A service crashed.
    Crash,
    /// A state was lost.
    Loss(StateId),
}

/// What is in one lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// From left to right, without a gap.
    pub bars: Vec<Bar>,
    /// From left to right.
    pub marks: Vec<Mark>,
}

/// What was found under a pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// Where it is, or where the bar that it began is seen.
    pub x: f64,
    /// How many entries are there.
    pub stands_for: usize,
    /// Whether it is what happened there, or what began the bar there.
    pub at: HitAt,
}

/// What was hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitAt {
    /// A mark.
    Mark,
    /// A bar.
    Bar,
}

/// How far from a mark a pointer still hits it, in pixels.
pub const REACH: f64 = 7.0;
/// Marks alike that lie closer are drawn as one, in pixels.
const APART: f64 = 3.0;
/// The same for marks that would hide each other, whatever their state.
const WIDE: f64 = 8.0;

impl MarkKind {
    /// Whether a mark is drawn as this one, which lies so far before it.
    fn takes_in(self, other: MarkKind, away: f64) -> bool {
        match (self, other) {
            (MarkKind::Write(_), MarkKind::Write(_))
            | (MarkKind::Loss(_), MarkKind::Loss(_))
            | (MarkKind::Other, MarkKind::Other) => away < WIDE,
            _ => away < APART && self == other,
        }
    }
}

/// What lanes are made from.
pub struct Scene<'a> {
    trace: &'a Trace,
    index: &'a Index,
    window: Window,
    width: f64,
    end: Time,
    /// For each pixel, how many entries of the run lie before it.
    pixels: OnceCell<Vec<u32>>,
}

impl<'a> Scene<'a> {
    /// The part of `trace` in `window` on so many pixels; `end` is the end of what is recorded.
    pub fn new(trace: &'a Trace, index: &'a Index, window: Window, width: f64, end: Time) -> Scene<'a> {
        Scene { trace, index, window, width, end, pixels: OnceCell::new() }
    }

    /// What is in the lane of `node`.
    pub fn row(&self, node: Node) -> Row {
        let lists = self.index.lists(node);
        let mut row = Row { bars: self.bars(node, lists[0]), marks: Vec::new() };
        for mark in lists.into_iter().flat_map(|ids| self.marks(ids)) {
            // Each list is in order, and only the broker has more than one: a sort's code would be 3 KB of the page.
            let place = row.marks.partition_point(|before| before.x <= mark.x);
            row.marks.insert(place, mark);
        }
        row
    }

    /// Where an instant lies.
    fn x(&self, at: Time) -> f64 {
        (self.window.share(at) * self.width).max(0.0).min(self.width)
    }

    /// The entries of a list that lie in the window.
    fn range(&self, ids: &Ids) -> Range<usize> {
        let count = |entries: usize| u32::try_from(entries).unwrap_or(u32::MAX);
        let from = ids.count_below(count(self.trace.count_before(self.window.from)));
        from..ids.count_below(count(self.trace.count_through(self.window.to))).max(from)
    }

    /// Whether so many entries are looked at one by one: no more than there are pixels, or the lanes would cost most just
    /// before they are crowded.
    fn are_few(&self, entries: usize) -> bool {
        entries <= self.width as usize
    }

    fn bars(&self, node: Node, ids: &Ids) -> Vec<Bar> {
        let range = self.range(ids);
        let (fill, by) = Fill::after_first(self.trace, node, ids, range.start);
        let mut bars = Tiling { bars: Vec::new(), next: Bar { from: 0.0, to: 0.0, fill, by, stands_for: 1 } };
        if self.are_few(range.len()) {
            for position in range {
                let Some((id, x)) = self.entry(ids, position) else { continue };
                let Some(entry) = self.trace.get(id) else { continue };
                let fill = bars.next.fill.after(entry);
                if fill != bars.next.fill || matches!(entry.what, What::WorkStarted { .. }) {
                    bars.begin(Bar { from: x, to: x, fill, by: Some(id), stands_for: 1 });
                }
            }
        } else {
            self.crowded(node, ids, range, &mut bars);
        }
        bars.end(self.x(self.end), self.width)
    }

    /// More entries than pixels: each pixel shows one of those that are in it. Few entries are looked at for each.
    fn crowded(&self, node: Node, ids: &Ids, range: Range<usize>, bars: &mut Tiling) {
        let (end, mut next_pixel) = (range.end, 0);
        for (pixel, Range { start: first, end: after }) in self.by_pixel(ids, range) {
            if pixel > next_pixel {
                let (fill, by) = Fill::after_first(self.trace, node, ids, first);
                bars.begin(Bar { from: next_pixel as f64, to: next_pixel as f64, fill, by, stands_for: 1 });
            }
            let middle = first + (after - first) / 2;
            // Work that begins and ends within a pixel is work all the same.
            let shown = (first.max(middle.saturating_sub(2))..=middle).rev().find_map(|position| {
                let (id, _) = self.entry(ids, position)?;
                let state = Fill::of(self.trace.get(id)?)?;
                state.state().map(|_| (state, Some(id)))
            });
            let (fill, by) = shown.unwrap_or_else(|| Fill::after_first(self.trace, node, ids, middle + 1));
            let x = pixel as f64;
            bars.begin(Bar { from: x, to: x, fill, by, stands_for: after - first });
            next_pixel = pixel + 1;
        }
        let (fill, by) = Fill::after_first(self.trace, node, ids, end);
        let x = (next_pixel as f64).min(self.width);
        bars.begin(Bar { from: x, to: x, fill, by, stands_for: 1 });
    }

    /// The marks of a list's entries.
    fn marks(&self, ids: &Ids) -> Vec<Mark> {
        let range = self.range(ids);
        let mut marks = Vec::new();
        if self.are_few(range.len()) {
            for position in range {
                let Some((entry, x)) = self.entry(ids, position) else { continue };
                self.add_mark(Mark { x, kind: MarkKind::Other, entry, stands_for: 1 }, &mut marks);
            }
            return marks;
        }
        for (pixel, Range { start: first, end: after }) in self.by_pixel(ids, range) {
            let kind = |entry: &EntryId| self.trace.get(*entry).and_then(|entry| kind_of(entry.what));
            let some = (first..after).take(2).filter_map(|position| Some(self.entry(ids, position)?.0));
            if let Some(entry) = some.max_by_key(kind) {
                let (x, stands_for) = (pixel as f64 + 0.5, after - first);
                self.add_mark(Mark { x, kind: MarkKind::Other, entry, stands_for }, &mut marks);
            }
        }
        marks
    }

    /// The pixels in which there is something, each with the positions of what is in it.
    fn by_pixel(&self, ids: &Ids, range: Range<usize>) -> impl Iterator<Item = (usize, Range<usize>)> {
        let mut first = range.start;
        self.pixels().iter().skip(1).enumerate().filter_map(move |(pixel, before_next)| {
            ids.get(first).filter(|next| next < before_next)?;
            let after = ids.count_below(*before_next).min(range.end);
            (after > first).then(|| (pixel, mem::replace(&mut first, after)..after))
        })
    }

    /// Adds what `mark`'s entry is; the last one of its kind takes in what lies too close.
    fn add_mark(&self, mark: Mark, marks: &mut Vec<Mark>) {
        let Some(kind) = self.trace.get(mark.entry).and_then(|entry| kind_of(entry.what)) else { return };
        // Where writes share a pixel the bars say so already.
        if mark.stands_for > 1 && matches!(kind, MarkKind::Write(_)) {
            return;
        }
        let mut near = marks.iter_mut().rev().take_while(|last| mark.x - last.x < WIDE);
        match near.find(|last| last.kind.takes_in(kind, mark.x - last.x)) {
            Some(last) => last.stands_for += mark.stands_for,
            None => marks.push(Mark { kind, ..mark }),
        }
    }

    fn entry(&self, ids: &Ids, position: usize) -> Option<(EntryId, f64)> {
        let id = EntryId::from_index(ids.get(position)? as usize);
        Some((id, self.x(self.trace.get(id)?.at)))
    }

    fn pixels(&self) -> &[u32] {
        self.pixels.get_or_init(|| {
            let width = self.width.max(1.0);
            let before = |pixel: usize| {
                let count = self.trace.count_before(self.window.at(pixel as f64 / width));
                u32::try_from(count).unwrap_or(u32::MAX)
            };
            (0..=width as usize + 1).map(before).collect()
        })
    }
}

/// What an entry is as a mark, if it is one.
fn kind_of(what: What) -> Option<MarkKind> {
    match what {
        What::Published { state, .. } => Some(MarkKind::Publication(state)),
        What::WorkFinished { state } => Some(MarkKind::Write(state)),
        What::ResultPublished { state } => Some(MarkKind::Receipt(state)),
        What::KeySet { state } => Some(MarkKind::Foreign(state)),
        What::StateLost { state, .. } => Some(MarkKind::Loss(state)),
        What::Crashed => Some(MarkKind::Crash),
        What::ReadFailed | What::WriteFailed { .. } => Some(MarkKind::Failure),
        What::Gap(Gap::Missed { .. } | Gap::Asleep { .. }) => Some(MarkKind::Gap),
        What::Edited(_) | What::Renamed | What::Stopping | What::CommandRefused { .. } => {
            Some(MarkKind::Other)
        }
        _ => None,
    }
}

/// Bars laid one after the other: each ends where the next begins.
struct Tiling {
    bars: Vec<Bar>,
    next: Bar,
}

impl Tiling {
    fn begin(&mut self, bar: Bar) {
        let before = Bar { to: bar.from, ..self.next };
        self.next = bar;
        if before.to > before.from {
            self.push(before);
        }
    }

    fn end(mut self, recorded: f64, width: f64) -> Vec<Bar> {
        let end = recorded.max(self.next.from).min(width);
        let last = Bar { from: end, to: end, fill: Fill::Unrecorded, by: None, stands_for: 0 };
        self.begin(last);
        let rest = Bar { to: width, ..self.next };
        if rest.to > rest.from {
            self.push(rest);
        }
        self.bars
    }

    fn push(&mut self, bar: Bar) {
        match self.bars.last_mut() {
            Some(last) if (last.fill, last.by) == (bar.fill, bar.by) => {
                last.to = bar.to;
                last.stands_for = last.stands_for.max(bar.stands_for);
            }
            _ => self.bars.push(bar),
        }
    }
}

impl Row {
    /// What is at `x`: the mark that matters most within reach, the nearest of its kind; else the bar.
    pub fn hit(&self, x: f64) -> Option<Hit> {
        let near = self.marks.iter().filter(|mark| (mark.x - x).abs() <= REACH);
        let rank = |mark: &Mark| u8::from(mark.kind >= MarkKind::Gap);
        let best =
            near.min_by(|a, b| rank(b).cmp(&rank(a)).then((a.x - x).abs().total_cmp(&(b.x - x).abs())));
        if let Some(mark) = best {
            return Some(Hit { entry: mark.entry, x: mark.x, stands_for: mark.stands_for, at: HitAt::Mark });
        }
        let bar = self.bars.iter().find(|bar| bar.from <= x && x <= bar.to)?;
        Some(Hit { entry: bar.by?, x, stands_for: bar.stands_for, at: HitAt::Bar })
    }
}
