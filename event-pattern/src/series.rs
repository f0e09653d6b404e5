//! The numbers of a run over time: what a chart draws.

use std::ops::Range;

use crate::condition::Measure;
use crate::metrics::{Detection, Sums};
use crate::time::Time;
use crate::trace::{Trace, Walk};

/// The numbers at one instant, with everything at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The instant.
    pub at: Time,
    /// What was counted up to it, over all services.
    pub sums: Sums,
    /// How long states had waited that were taken since the sample before; none if nobody took any, and in the first
    /// sample.
    pub detection: Option<Detection>,
}

impl Sample {
    /// The value of a measure in its own unit; of the detection latencies the longest.
    pub fn value(&self, measure: Measure) -> Option<u64> {
        measure.among(&self.sums).or_else(|| Some(self.detection?.max.as_micros()))
    }
}

/// Samples one after the other; see [`samples`].
#[derive(Clone, Debug)]
pub struct Samples<'a, I> {
    trace: &'a Trace,
    walk: Walk<'a>,
    instants: I,
    /// How many latencies the sample before had seen.
    noticed: Option<u64>,
}

/// The numbers at each of `instants`, which rise.
///
/// Each sample is made when it is asked for, and costs one look at each service and the entries since the sample before,
/// or a jump, whichever is less: some tens of microseconds with 200 services, however long the run is. With very many
/// services take a few at a time; those that were made stay right as long as the run only goes on.
pub fn samples<I: IntoIterator<Item = Time>>(trace: &Trace, instants: I) -> Samples<'_, I::IntoIter> {
    Samples { trace, walk: trace.walk(), instants: instants.into_iter(), noticed: None }
}

/// `count` instants that cut `window` into parts of one length, from its start to its end; fewer if it is shorter than
/// so many microseconds.
pub fn evenly(window: Range<Time>, count: usize) -> impl Iterator<Item = Time> {
    let length = window.end.since(window.start).as_micros();
    let parts = (count.saturating_sub(1) as u64).min(length);
    let end = if count == 0 { 0 } else { parts + 1 };
    (0..end).map(move |n| {
        // Neither overflows: the longest run has 2^45 microseconds, and a chart fewer than 2^19 points.
        let micros = (length * n).checked_div(parts).unwrap_or(0);
        Time::from_micros(window.start.as_micros() + micros)
    })
}

impl<I: Iterator<Item = Time>> Iterator for Samples<'_, I> {
    type Item = Sample;

    fn next(&mut self) -> Option<Sample> {
        let at = self.instants.next()?;
        let sums = Sums::of(self.walk.to(self.trace.place_after(at)));
        let noticed = self.noticed.replace(sums.totals.noticed);
        let waited = noticed.map(|before| self.trace.latencies_between(before, sums.totals.noticed));
        let detection = waited.and_then(|waited| Detection::of(waited.collect()));
        Some(Sample { at, sums, detection })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.instants.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::engine::Engine;
    use crate::metrics::Metrics;
    use crate::random;

    proptest! {
        #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(200) })]

        #[test]
        fn each_sample_is_what_the_metrics_of_its_place_say(
            (random, until) in random::runs(),
            from in 0..4_000_000u64,
            count in 0..60usize,
        ) {
            let mut engine = Engine::new(random.scenario);
            engine.run_to(until);
            let trace = engine.trace();
            let from = Time::from_micros(from).min(until);
            let mut before = None;
            for sample in samples(trace, evenly(from..until, count)) {
                let view = trace.view_at(trace.place_after(sample.at));
                let metrics = Metrics::at(trace, &view);
                let sum = |of: fn(&crate::metrics::ServiceMetrics) -> u64| metrics.services.iter().map(of).sum::<u64>();
                prop_assert_eq!(sample.sums.polls, sum(|service| service.polls));
                prop_assert_eq!(sample.sums.wasted_polls(), sum(|service| service.wasted_polls));
                prop_assert_eq!(sample.sums.works, sum(|service| service.works));
                prop_assert_eq!(sample.sums.busy.as_micros(), sum(|service| service.busy.as_micros()));
                prop_assert_eq!(sample.sums.totals, metrics.totals);
                let all: Vec<_> = trace.latencies(&view).collect();
                let new = all[before.unwrap_or(all.len())..].to_vec();
                prop_assert_eq!(sample.detection, Detection::of(new));
                before = Some(all.len());
            }
        }
    }

    fn ms(window: Range<u64>, count: usize) -> Vec<u64> {
        let window = Time::from_micros(window.start)..Time::from_micros(window.end);
        evenly(window, count).map(Time::as_micros).collect()
    }

    #[test]
    fn a_window_is_cut_evenly_with_both_of_its_ends() {
        assert_eq!(ms(10..110, 5), [10, 35, 60, 85, 110]);
        assert_eq!(ms(10..12, 5), [10, 11, 12]);
        assert_eq!(ms(10..10, 5), [10]);
        assert_eq!(ms(10..20, 1), [10]);
        assert!(ms(10..20, 0).is_empty());
    }
}
