//! Reads that led to nothing as a live driver measured them, beside the entries: per service runs of reads that came at
//! nearly even intervals. In simulated time they are arithmetic instead, and nothing is kept.

use std::sync::Arc;

use super::{ReadRun, ServiceId};
use crate::time::{Span, Time};
use crate::view::View;

/// A read belongs to a run if the run's interval has it at most this part of the interval later than it came, and never
/// earlier: so a place that was looked at never has a read more afterwards.
const TOLERATED_PART: u64 = 16;

/// The measured reads of every service, by its index. A copy shares what it has in common.
#[derive(Clone, Debug, Default)]
pub(super) struct Measured(Vec<Arc<Vec<Run>>>);

/// A run, with the number of reads in all runs before it.
#[derive(Clone, Copy, Debug)]
struct Run {
    reads: ReadRun,
    before: u64,
    /// How long the service meant to sleep.
    meant: Span,
}

impl Measured {
    /// Notes a read at `at`, by a service that means to sleep `interval` after it and was to look at `due` for the first
    /// time since it did something else.
    pub(super) fn note(&mut self, service: ServiceId, at: Time, interval: Span, due: Time) {
        if self.0.len() <= service.index() {
            self.0.resize_with(service.index() + 1, Arc::default);
        }
        let runs = Arc::make_mut(&mut self.0[service.index()]);
        let before = runs.last().map_or(0, |last| last.before + last.reads.count);
        match runs.last_mut() {
            Some(last) if last.meant == interval && last.reads.last() >= due && last.continues(at) => {
                if last.reads.count == 1 {
                    last.reads.interval = at.since(last.reads.first);
                }
                last.reads.count += 1;
            }
            _ => {
                let reads = ReadRun { service, first: at, interval, count: 1 };
                runs.push(Run { reads, before, meant: interval });
            }
        }
    }

    /// Puts the reads before `end` into `view`.
    pub(super) fn show(&self, view: &mut View, end: Time) {
        for (runs, service) in self.0.iter().zip(&mut view.services) {
            let begun = runs.partition_point(|run| run.reads.first < end);
            let Some(run) = begun.checked_sub(1).map(|last| runs[last]) else { continue };
            let seen = run.reads.count_before(end);
            let last = ReadRun { count: seen, ..run.reads }.last();
            service.note_measured(run.before + seen, last);
        }
    }

    /// The runs of which some read lies in `from..=until`, service by service.
    pub(super) fn between(&self, from: Time, until: Time) -> impl Iterator<Item = ReadRun> {
        self.0.iter().flat_map(move |runs| {
            let first = runs.partition_point(|run| run.reads.last() < from);
            runs[first..].iter().map(|run| run.reads).take_while(move |reads| reads.first <= until)
        })
    }

    /// The reads up to and at `at`.
    pub(super) fn cut_after(&self, at: Time) -> Measured {
        let cut = |run: &Run| {
            let reads = ReadRun { count: run.reads.count_through(at), ..run.reads };
            (reads.count > 0).then_some(Run { reads, ..*run })
        };
        Measured(self.0.iter().map(|runs| Arc::new(runs.iter().map_while(cut).collect())).collect())
    }
}

impl Run {
    /// Whether a read at `at` comes about when the run would go on.
    fn continues(&self, at: Time) -> bool {
        let ReadRun { interval, count, .. } = self.reads;
        let expected = self.reads.last() + interval;
        if count == 1 {
            // The second read says how long the interval really is.
            return expected <= at && at <= expected + interval;
        }
        at <= expected && expected <= at + Span::from_micros(interval.as_micros() / TOLERATED_PART)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(reads: &[u64]) -> Measured {
        let mut measured = Measured::default();
        for &at in reads {
            measured.note(ServiceId::from_index(0), Time::from_ms(at), Span::from_ms(500), Time::ZERO);
        }
        measured
    }

    fn runs(measured: &Measured) -> Vec<(u64, u64, u64)> {
        let ms = |at: Time| at.as_micros() / 1_000;
        let all = measured.between(Time::ZERO, Time::LAST);
        all.map(|run| (ms(run.first), run.interval.as_micros() / 1_000, run.count)).collect()
    }

    #[test]
    fn nearly_even_reads_are_one_run() {
        assert_eq!(runs(&measured(&[10, 513, 1_010, 1_505])), [(10, 503, 4)]);
    }

    #[test]
    fn a_pause_begins_another_run_and_no_read_is_counted_twice_or_never() {
        let measured = measured(&[10, 513, 1_010, 5_000, 5_500]);
        assert_eq!(runs(&measured), [(10, 503, 3), (5_000, 500, 2)]);
        let counted: u64 = runs(&measured).iter().map(|(_, _, count)| count).sum();
        assert_eq!(counted, 5);
        assert_eq!(runs(&measured.cut_after(Time::from_ms(600))), [(10, 503, 2)]);
    }
}
