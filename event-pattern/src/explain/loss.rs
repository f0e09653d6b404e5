//! Why a state was lost: what each service that wanted it was doing meanwhile.

use super::fate::set_state;
use crate::service::{Phase, Work};
use crate::time::Time;
use crate::trace::{Actor, EntryId, ServiceId, StateId, Trace, What};

/// A state that was overwritten before anybody started work on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The state.
    pub state: StateId,
    /// Who had set it.
    pub set_by: Actor,
    /// When it was set.
    pub set_at: Time,
    /// When it was overwritten.
    pub lost_at: Time,
    /// Who overwrote it.
    pub by: Actor,
    /// The state that took its place; none if the key went.
    pub overwritten_with: Option<StateId>,
    /// The services that allow it, each with why it had not taken it.
    pub missed: Vec<(ServiceId, Missed)>,
}

/// Why a service that allows a state had not taken it when it was overwritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missed {
    /// It slept: its next read would have come too late.
    Asleep {
        /// When that read was due.
        next_read: Time,
    },
    /// It was working on something else, and could not look.
    Working(Work),
    /// It was the one that overwrote it, at the end of its work.
    OverwroteIt,
    /// It was not started.
    NotStarted,
    /// It was stopped.
    Stopped,
    /// It had crashed.
    Crashed,
}

/// Why the state of the `state_lost` entry `lost` was lost; none if that is no such entry.
pub fn loss(trace: &Trace, lost: EntryId) -> Option<Loss> {
    let entry = trace.get(lost)?;
    let What::StateLost { state, set_by } = entry.what else { return None };
    let set = trace.get(set_by)?;
    let act = trace.get(entry.cause?)?;
    let overwritten_with = set_state(&act.what)?;
    let view = trace.view_at(trace.place_of(lost)?);
    let mut missed = Vec::new();
    for (id, service) in view.present() {
        if !trace.names().allowed(service.allowed).iter().any(|(allowed, _)| *allowed == state) {
            continue;
        }
        let why = match service.phase {
            _ if entry.actor == Actor::Service(id) => Missed::OverwroteIt,
            Phase::Working(work) | Phase::Writing(_, work) => Missed::Working(work),
            Phase::Sleeping(clock) => Missed::Asleep { next_read: clock.next() },
            Phase::Reading(_) => Missed::Asleep { next_read: entry.at },
            Phase::NotStarted { .. } => Missed::NotStarted,
            Phase::Stopped => Missed::Stopped,
            Phase::Crashed | Phase::Removed => Missed::Crashed,
        };
        missed.push((id, why));
    }
    let (set_by, set_at) = (set.actor, set.at);
    Some(Loss { state, set_by, set_at, lost_at: entry.at, by: entry.actor, overwritten_with, missed })
}
