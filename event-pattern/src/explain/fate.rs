//! What became of an occurrence: of one set of the key.

use crate::service::Phase;
use crate::time::Time;
use crate::trace::{Actor, Driver, Entry, EntryId, ServiceId, StateId, Trace, What};
use crate::view::{ServiceView, View};

/// What became of one set of the key, as far as is known at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Somebody started work on it.
    Taken(Vec<Taken>),
    /// It is still in the key, and these services, which allow it, have not come by: whoever can will take it.
    Waiting(Vec<ServiceId>),
    /// It is still in the key, and no service in the scenario allows it.
    NobodyAllowsIt,
    /// It was overwritten before anybody started work on it, though a service allowed it.
    Lost {
        /// The `state_lost` entry.
        entry: EntryId,
        /// Who overwrote it.
        by: Actor,
    },
    /// It was overwritten, and nobody had wanted it.
    Passed {
        /// When it was overwritten.
        at: Time,
        /// Who overwrote it.
        by: Actor,
    },
    /// It was overwritten in a live run; a service that is left to others allows it, and may have taken it elsewhere.
    LeftToOthers {
        /// When it was overwritten.
        at: Time,
        /// Who overwrote it.
        by: Actor,
    },
}

/// A start of work on an occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Who took it.
    pub by: ServiceId,
    /// When it was read.
    pub at: Time,
    /// The `work_started` entry.
    pub entry: EntryId,
}

/// What became of the set that the entry `occurrence` made, as far as is known at `view`'s place.
/// None if that entry does not set the key or is not seen there.
pub fn fate(trace: &Trace, view: &View, occurrence: EntryId) -> Option<Fate> {
    let state = set_state(&trace.get(occurrence)?.what)??;
    if occurrence.index() >= view.entries_seen {
        return None;
    }
    let mut taken = Vec::new();
    let seen = view.entries_seen - occurrence.index() - 1;
    for (id, entry) in trace.entries_from(occurrence.index() + 1).take(seen) {
        match entry.what {
            What::WorkStarted { .. } if entry.cause == Some(occurrence) => {
                let Actor::Service(by) = entry.actor else { continue };
                taken.push(Taken { by, at: entry.at, entry: id });
            }
            _ if set_state(&entry.what).is_none() => {}
            _ if !taken.is_empty() => break,
            _ => {
                let (at, by) = (entry.at, entry.actor);
                return Some(match lost_in(trace, id) {
                    Some(entry) => Fate::Lost { entry, by },
                    None if is_left_to_others(trace, view, state) => Fate::LeftToOthers { at, by },
                    None => Fate::Passed { at, by },
                });
            }
        }
    }
    if !taken.is_empty() {
        return Some(Fate::Taken(taken));
    }
    let allows =
        |id: ServiceId| trace.names().allowed(view.service(id).allowed).iter().any(|(s, _)| *s == state);
    let waiting: Vec<ServiceId> = view.present().map(|(id, _)| id).filter(|&id| allows(id)).collect();
    Some(if waiting.is_empty() { Fate::NobodyAllowsIt } else { Fate::Waiting(waiting) })
}

/// What the key holds after an entry that sets or finds it: none for a missing key.
pub(super) fn set_state(what: &What) -> Option<Option<StateId>> {
    match *what {
        What::Published { state, .. } | What::WorkFinished { state } => Some(Some(state)),
        What::KeySet { state } | What::KeyFound { state } => Some(state),
        _ => None,
    }
}

/// Whether, in a live run, a service that was never switched on here allows `state`.
fn is_left_to_others(trace: &Trace, view: &View, state: StateId) -> bool {
    let left = |(_, service): &(ServiceId, &ServiceView)| matches!(service.phase, Phase::NotStarted { .. });
    let allows = |(_, service): (ServiceId, &ServiceView)| {
        trace.names().allowed(service.allowed).iter().any(|(allowed, _)| *allowed == state)
    };
    view.driver == Driver::Live && view.present().filter(left).any(allows)
}

/// The `state_lost` entry of the act that begins with the entry `act`, if there is one. It may not be seen yet: whoever
/// looks at the middle of an act is not told that nobody had wanted the state.
fn lost_in(trace: &Trace, act: EntryId) -> Option<EntryId> {
    let mut rest = trace.entries_from(act.index() + 1).take(2);
    let is_loss = |entry: &Entry| entry.cause == Some(act) && matches!(entry.what, What::StateLost { .. });
    rest.find(|(_, entry)| is_loss(entry)).map(|(id, _)| id)
}
