//! A number of a run that can be charted, and be waited for.

use crate::metrics::Sums;

/// A number of a run, over all services together; `docs/semantics.md` defines each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Reads of the key so far.
    Polls,
    /// Reads so far that led to no work.
    WastedPolls,
    /// Starts of work so far.
    Works,
    /// Time spent working so far.
    Busy,
    /// States so far that the publisher set.
    Published,
    /// States so far that were lost.
    Lost,
    /// Those of the lost that a service's own write overwrote.
    OverwrittenByResult,
    /// Publications so far that no service allowed.
    Unheard,
    /// Starts of work so far on an occurrence after the first.
    DoubleWork,
    /// Work so far that a crash or a removal ended.
    AbandonedWork,
    /// From the set of a state to the read that took it: a number of one start of work. All others count from the
    /// beginning of the run, and never fall.
    Detection,
}

/// In what a measure is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// How many.
    Count,
    /// Microseconds.
    Micros,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Measure; 11] = [
        Measure::Polls,
        Measure::WastedPolls,
        Measure::Works,
        Measure::Busy,
        Measure::Published,
        Measure::Lost,
        Measure::OverwrittenByResult,
        Measure::Unheard,
        Measure::DoubleWork,
        Measure::AbandonedWork,
        Measure::Detection,
    ];

    /// In what it is given.
    pub fn unit(self) -> Unit {
        match self {
            Measure::Busy | Measure::Detection => Unit::Micros,
            _ => Unit::Count,
        }
    }

    /// Its value among the sums of a place; none for [`Measure::Detection`], which is no sum.
    pub fn among(self, sums: &Sums) -> Option<u64> {
        let totals = &sums.totals;
        Some(match self {
            Measure::Polls => sums.polls,
            Measure::WastedPolls => sums.wasted_polls(),
            Measure::Works => sums.works,
            Measure::Busy => sums.busy.as_micros(),
            Measure::Published => totals.published,
            Measure::Lost => totals.lost,
            Measure::OverwrittenByResult => totals.overwritten_by_result,
            Measure::Unheard => totals.unheard,
            Measure::DoubleWork => totals.double_work,
            Measure::AbandonedWork => totals.abandoned_work,
            Measure::Detection => return None,
        })
    }
}
