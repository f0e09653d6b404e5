//! A service's ring is its time: how much of its sleep or of its work is over.

use event_pattern::service::Phase;
use event_pattern::trace::StateId;
use event_pattern::view::ServiceView;
use event_pattern::{Span, Time};

use super::flights::reads_blur;

/// What a ring shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ring {
    /// Nothing: the service does not run.
    Still,
    /// It sleeps; the share that is over.
    Sleep(f64),
    /// It sleeps and looks so fast that the ring would only flicker.
    Blur,
    /// It works on a state; the share that is done.
    Work(StateId, f64),
}

impl Ring {
    /// The ring of `service` at `now`, where a flight takes `flight`.
    pub fn of(service: &ServiceView, now: Time, flight: Span) -> Ring {
        match &service.phase {
            Phase::Sleeping(_) if reads_blur(service.poll_interval, flight) => Ring::Blur,
            Phase::Sleeping(clock) => {
                let since = clock.last().unwrap_or(clock.next());
                Ring::Sleep(share(since, now, clock.next()))
            }
            Phase::Working(work) | Phase::Writing(_, work) => {
                Ring::Work(work.state, share(work.since, now, work.until))
            }
            Phase::Reading(_) => Ring::Sleep(1.0),
            Phase::NotStarted { .. } | Phase::Stopped | Phase::Crashed | Phase::Removed => Ring::Still,
        }
    }
}

/// How much of the time from `since` to `until` is over at `now`.
fn share(since: Time, now: Time, until: Time) -> f64 {
    let whole = until.since(since).as_micros();
    if whole == 0 {
        return 1.0;
    }
    (now.since(since).as_micros() as f64 / whole as f64).min(1.0)
}
