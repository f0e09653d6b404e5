//! The numbers of a run up to a place: derived from the trace, each defined in `docs/semantics.md`.

use crate::hashed::Map;
use crate::time::Span;
use crate::trace::{ServiceId, Trace};
use crate::view::{Totals, View};

/// The numbers of a run up to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metrics {
    /// Every service that ever was in the run, in order of appearance.
    pub services: Vec<ServiceMetrics>,
    /// What is counted over all services.
    pub totals: Totals,
    /// From the set of a state to the read that took it; none if nobody took any.
    pub detection: Option<Detection>,
}

/// One service's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceMetrics {
    /// Who it is.
    pub service: ServiceId,
    /// Its last name; a later service of the same name, case aside, is `NAME#2`, and so on.
    pub name: String,
    /// Reads of the key.
    pub polls: u64,
    /// Reads that led to no work.
    pub wasted_polls: u64,
    /// Starts of work.
    pub works: u64,
    /// Time spent working.
    pub busy: Span,
}

/// How long states waited until they were taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detection {
    /// The middle one; of two middle ones the lower.
    pub median: Span,
    /// The longest.
    pub max: Span,
}

/// What is counted over all services together: enough for a chart or a condition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Reads of the key.
    pub polls: u64,
    /// Starts of work.
    pub works: u64,
    /// Time spent working.
    pub busy: Span,
    /// The other counts.
    pub totals: Totals,
}

impl Sums {
    /// The sums at the place of `view`; the cost is one look at each service.
    pub fn of(view: &View) -> Sums {
        let mut sums = Sums { totals: view.totals, ..Sums::default() };
        for service in &view.services {
            sums.polls += service.polls;
            sums.works += service.works;
            sums.busy += service.busy_until(view.place.at);
        }
        sums
    }

    /// Reads that led to no work.
    pub fn wasted_polls(&self) -> u64 {
        self.polls - self.works
    }
}

impl Metrics {
    /// The numbers of `trace` up to the place of `view`.
    pub fn at(trace: &Trace, view: &View) -> Metrics {
        let mut seen = Map::<String, u32>::default();
        let services = view.identities().map(|(id, service)| {
            let name = trace.names().service(id).name_after(view.entries_seen);
            let times = seen.entry(name.key()).or_default();
            *times += 1;
            let name = if *times == 1 { name.to_string() } else { format!("{name}#{times}") };
            ServiceMetrics {
                service: id,
                name,
                polls: service.polls,
                wasted_polls: service.wasted_polls(),
                works: service.works,
                busy: view.busy(id),
            }
        });
        let services = services.collect();
        Metrics { services, totals: view.totals, detection: Detection::of(trace.latencies(view).collect()) }
    }
}

impl Detection {
    /// The detection latencies of `spans`, in any order.
    pub fn of(mut spans: Vec<Span>) -> Option<Detection> {
        let middle = spans.len().checked_sub(1)? / 2;
        let max = *spans.iter().max()?;
        let (_, median, _) = spans.select_nth_unstable(middle);
        Some(Detection { median: *median, max })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_count_is_the_lower_of_the_two_middle_values() {
        let spans = [4, 1, 3, 2].map(Span::from_ms).to_vec();
        let expected = Detection { median: Span::from_ms(2), max: Span::from_ms(4) };
        assert_eq!(Detection::of(spans), Some(expected));
        assert_eq!(Detection::of(Vec::new()), None);
    }
}
