//! The reads that led to nothing: arithmetic, as marks where they can be told apart, and else as a texture.

use event_pattern::trace::{ReadRun, ServiceId};
use event_pattern::{Span, Time, Trace};

use super::brush::Brush;
use super::fill::Fill;
use super::row::Row;
use crate::state::Node;

/// How far from a read a pointer still hits it, in pixels.
const REACH: f64 = 4.0;
/// Reads that lie closer than this are drawn as a texture, in pixels.
const READS_APART: f64 = 4.0;
/// In a window with more entries than this nobody could tell reads apart.
const MOST_READ: usize = 20_000;

/// On which side of an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Earlier.
    Before,
    /// Later.
    After,
}

/// The read of a service that is drawn next to `at`, if one is near enough; `pixel` is how long a pixel lasts.
pub(super) fn read_near(reads: &[ReadRun], service: ServiceId, at: Time, pixel: f64) -> Option<Time> {
    let told_apart =
        |run: &&ReadRun| run.service == service && run.interval.as_micros() as f64 >= READS_APART * pixel;
    let nearest = |run: &ReadRun| {
        let interval = run.interval.as_micros().max(1);
        let number =
            ((at.since(run.first).as_micros() + interval / 2) / interval).min(run.count.saturating_sub(1));
        Time::from_micros(run.first.as_micros() + interval * number)
    };
    let away = |read: &Time| read.as_micros().abs_diff(at.as_micros());
    let read = reads.iter().filter(told_apart).map(nearest).min_by_key(away)?;
    (away(&read) as f64 <= REACH * pixel).then_some(read)
}

/// The read of a service that led to nothing next to `at` on one side, before `to`, where the lane has something else.
/// None where a pixel lasts so long, `pixel` microseconds, that reads are not drawn apart.
pub fn read_beside(
    trace: &Trace,
    service: ServiceId,
    at: Time,
    side: Side,
    to: Time,
    pixel: f64,
) -> Option<Time> {
    let (from, until) = match side {
        Side::Before => (to, at - Span::from_micros(1)),
        Side::After => (at + Span::from_micros(1), to),
    };
    if from > until || at == Time::ZERO && side == Side::Before {
        return None;
    }
    if trace.count_through(until) - trace.count_before(from) > MOST_READ {
        return None;
    }
    let reads = trace.idle_reads_from(&trace.view_at(trace.place_after(until)), from);
    let own = reads.iter().filter(|run| run.service == service);
    let apart = own.filter(|run| run.interval.as_micros() as f64 >= READS_APART * pixel);
    let number = |run: &ReadRun| match side {
        Side::Before => run.count_through(until).checked_sub(1),
        Side::After => Some(run.count_before(from)).filter(|number| *number < run.count_through(until)),
    };
    let read = |run: &ReadRun| Some(run.first + Span::from_micros(run.interval.as_micros() * number(run)?));
    let beside = apart.filter_map(read).filter(|read| from <= *read && *read <= until);
    match side {
        Side::Before => beside.max(),
        Side::After => beside.min(),
    }
}

impl Brush<'_> {
    /// The reads that led to nothing, where they can be told apart.
    pub(super) fn reads(&self, nodes: &[Node]) -> Option<Vec<ReadRun>> {
        let trace = self.frame.trace;
        let entries = trace.count_through(self.window.to) - trace.count_before(self.window.from);
        if entries > MOST_READ || !nodes.iter().any(|node| matches!(node, Node::Service(_))) {
            return None;
        }
        let view = trace.view_at(trace.place_after(self.window.to.min(self.end)));
        let mut reads = trace.idle_reads_from(&view, self.window.from);
        reads.retain(|run| nodes.contains(&Node::Service(run.service)));
        Some(reads)
    }

    pub(super) fn looks(&self, reads: &[ReadRun], service: ServiceId, y: f64) {
        let (context, pitch) = (self.context(), self.sizes.pitch);
        self.fill_with(&self.palette.soft);
        context.begin_path();
        let scale = self.sizes.time() / self.window.span().as_micros() as f64;
        for run in reads.iter().filter(|run| run.service == service) {
            let apart = run.interval.as_micros() as f64 * scale;
            if apart < READS_APART {
                let from = self.x(run.first).max(self.sizes.label);
                let to = self.x(run.last().min(self.end)).min(self.sizes.label + self.sizes.time());
                self.texture(from, to, y);
                continue;
            }
            let from = run.count_before(self.window.from);
            let to = run.count_through(self.window.to.min(self.end));
            for number in from..to {
                let micros = run.first.as_micros() + run.interval.as_micros() * number;
                context.rect(self.x(Time::from_micros(micros)) - 0.75, y + pitch / 2.0 - 4.0, 1.5, 8.0);
            }
        }
        context.set_global_alpha(0.75);
        context.fill();
        context.set_global_alpha(1.0);
    }

    pub(super) fn texture_of(&self, row: &Row, y: f64) {
        let context = self.context();
        self.fill_with(&self.palette.soft);
        context.begin_path();
        for bar in row.bars.iter().filter(|bar| bar.fill == Fill::Sleeping) {
            self.texture(self.sizes.label + bar.from, self.sizes.label + bar.to, y);
        }
        context.set_global_alpha(0.75);
        context.fill();
        context.set_global_alpha(1.0);
    }

    /// Reads too many to be told apart: dots close together.
    fn texture(&self, from: f64, to: f64, y: f64) {
        let (context, middle) = (self.context(), y + self.sizes.pitch / 2.0);
        let mut x = (from / 3.0).ceil() * 3.0;
        while x < to {
            context.rect(x, middle - 1.0, 1.0, 2.0);
            x += 3.0;
        }
    }
}
