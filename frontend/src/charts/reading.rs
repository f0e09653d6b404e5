//! The numbers at one instant.

use event_pattern::metrics::{Detection, Sums};
use event_pattern::view::{Origin, View};
use event_pattern::{Span, Time, Trace};

/// The numbers at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The instant.
    pub at: Time,
    /// What was counted up to it, over all services.
    pub sums: Sums,
    /// How long states had waited that were taken since the reading before; none if nobody took any.
    pub noticed: Option<Detection>,
    /// How long the state in the key has been waiting for somebody who acts on it.
    pub waiting: Option<Span>,
    /// The time that each service has worked, in the order of appearance.
    pub busy: Box<[Span]>,
}

impl Reading {
    /// The reading at the place of `view`, after one at which so many latencies were known; none for the first.
    pub fn of(trace: &Trace, view: &View, noticed_before: Option<u64>) -> Reading {
        let now = view.totals.noticed;
        let waited = noticed_before.map(|before| trace.latencies_between(before, now).collect());
        Reading {
            at: view.place.at,
            sums: Sums::of(view),
            noticed: waited.and_then(Detection::of),
            waiting: waiting(trace, view),
            busy: view.identities().map(|(_, service)| service.busy_until(view.place.at)).collect(),
        }
    }

    /// The time that a service has worked, none before it came.
    pub fn busy_of(&self, service: usize) -> Span {
        self.busy.get(service).copied().unwrap_or(Span::ZERO)
    }
}

/// How long the state in the key has been waiting; none if it was taken, or if nobody acts on it.
fn waiting(trace: &Trace, view: &View) -> Option<Span> {
    let key = view.key.filter(|key| key.works == 0 && key.origin == Origin::Set)?;
    let acts = |id| trace.names().allowed(id).iter().any(|(state, _)| *state == key.state);
    let waits = view.present().any(|(_, service)| acts(service.allowed));
    waits.then(|| view.place.at.since(key.set_at))
}
