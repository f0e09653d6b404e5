//! What a run is run until, and where a breakpoint stops it: a condition, and the first place at which it holds.

mod measure;
#[cfg(test)]
mod tests;

use crate::metrics::Sums;
use crate::time::{Span, Time};
use crate::trace::{Actor, Entry, EntryId, EntryKind, Place, Trace, What};
use crate::view::View;

pub use measure::{Measure, Unit};

/// Something that a run can be run until. Values without words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// An instant is over: everything at it has happened.
    At(Time),
    /// A state is lost.
    Loss,
    /// Something of a kind happens.
    Kind(EntryKind),
    /// This actor does something.
    Actor(Actor),
    /// A measure has risen above a value, given in the measure's own unit: microseconds or how many. The detection
    /// latency is one of each start of work: it counts each time that one was longer.
    Above(Measure, u64),
}

impl Condition {
    /// The earliest place after `after`, up to and with `until`, at which the condition holds newly, in what is recorded.
    /// A measure that is above its value at `after` already has risen before.
    ///
    /// An instant costs two searches. Entries are looked through one by one, a few nanoseconds each; a run that goes on
    /// asks for what is new only. A measure costs one look at the picture of `until` if it does not hold, and else some
    /// dozens of jumps: it changes between entries too, where the place is found by bisection.
    pub fn first_hit(&self, trace: &Trace, after: Place, until: Place) -> Option<Place> {
        match *self {
            Condition::At(at) => {
                Some(trace.place_after(at)).filter(|place| after < *place && *place <= until)
            }
            Condition::Above(measure, value) if measure != Measure::Detection => {
                rises(trace, after, until, measure, value)
            }
            condition => {
                let new = trace.count_seen(after)..trace.count_seen(until);
                let (id, _) = trace.entries_in(new).find(|(_, entry)| condition.is_met_by(trace, entry))?;
                trace.place_of(id)
            }
        }
    }

    /// The latest place before `before`, no earlier than `from`, at which the condition holds newly: where a run that is
    /// wound back comes by it. The cost is that of [`Condition::first_hit`].
    pub fn last_hit(&self, trace: &Trace, from: Place, before: Place) -> Option<Place> {
        // Nothing is new at the very beginning.
        let is_inside = |place: &Place| from <= *place && *place < before && *place != Place::default();
        match *self {
            Condition::At(at) => Some(trace.place_after(at)).filter(is_inside),
            // It never falls: it rises once, there or elsewhere.
            Condition::Above(measure, value) if measure != Measure::Detection => {
                let after = Place { at: from.at - Span::from_micros(1), seen: 0 };
                rises(trace, after, before, measure, value).filter(is_inside)
            }
            condition => {
                // The last entry that is seen at `from` may have its place there.
                let seen = trace.count_seen(from).saturating_sub(1)..trace.count_seen(before);
                let hits =
                    trace.entries_in(seen).rev().filter(|(_, entry)| condition.is_met_by(trace, entry));
                hits.filter_map(|(id, _)| trace.place_of(id)).find(is_inside)
            }
        }
    }

    /// Whether an entry is what is waited for.
    fn is_met_by(self, trace: &Trace, entry: &Entry) -> bool {
        match self {
            Condition::Loss => matches!(entry.what, What::StateLost { .. }),
            Condition::Kind(kind) => entry.what.entry_kind() == kind,
            Condition::Actor(actor) => entry.actor == actor,
            Condition::Above(Measure::Detection, value) => {
                trace.latency_of(entry).is_some_and(|waited| waited.as_micros() > value)
            }
            Condition::At(_) | Condition::Above(..) => false,
        }
    }
}

/// The first place after `after` up to `until` at which `measure` is above `value`, if it is not at `after` already.
fn rises(trace: &Trace, after: Place, until: Place, measure: Measure, value: u64) -> Option<Place> {
    let is_above = |view: &View| measure.among(&Sums::of(view)).is_some_and(|now| now > value);
    if until <= after || !is_above(&trace.view_at(until)) || is_above(&trace.view_at(after)) {
        return None;
    }
    let place_of = |index: u64| trace.place_of(EntryId::from_index(index as usize)).unwrap_or(until);
    let (first, end) = (trace.count_seen(after) as u64, trace.count_seen(until) as u64);
    let entry = first_true(first, end, &|index| is_above(&trace.view_at(place_of(index))));
    let not_yet = if entry == first { after } else { place_of(entry - 1) };
    let above = if entry == end { until } else { place_of(entry) };
    // Between the two places nothing happens: only reads, and the time of work, pass.
    let mut base = trace.walk();
    base.to(not_yet);
    let before_entries = |micros| Place { at: Time::from_micros(micros), seen: 0 };
    let at = first_true(not_yet.at.as_micros() + 1, above.at.as_micros() + 1, &|micros| {
        is_above(base.clone().to(before_entries(micros)))
    });
    Some(before_entries(at).min(above))
}

/// The first number from `from` to before `end` for which `holds`, which holds for all after it; `end` if there is none.
fn first_true(mut from: u64, mut end: u64, holds: &dyn Fn(u64) -> bool) -> u64 {
    while from < end {
        let middle = from + (end - from) / 2;
        match holds(middle) {
            true => end = middle,
            false => from = middle + 1,
        }
    }
    from
}
