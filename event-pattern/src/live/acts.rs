//! One set of the key, by whomever, as the entries that it makes.

use super::LiveRun;
use crate::service::{Phase, Service};
use crate::trace::{Actor, EntryId, StateId, What};

impl LiveRun {
    /// Records `act`, which sets the key or finds it set, with what follows from it. What was seen last, and is lost,
    /// is lost to `lost_to`.
    pub(super) fn set_key(&mut self, cause: Option<EntryId>, actor: Actor, act: What, lost_to: Actor) {
        let before = self.trace.head().key;
        let is_first = self.trace.is_empty();
        let state = match act {
            What::Published { state, .. } | What::WorkFinished { state } => Some(state),
            What::KeySet { state } | What::KeyFound { state } => state,
            _ => return,
        };
        let from = before.map(|key| key.state);
        let found = matches!(act, What::KeyFound { .. });
        let act_id = self.record(cause, actor, act);
        if let (Some(result), What::WorkFinished { .. }) = (self.result_of(cause), act) {
            self.record(Some(act_id), actor, What::ResultPublished { state: result });
        }
        // Found again as it was seen last: nobody says that it was ever overwritten.
        let stays = found && from == state;
        if let Some(key) = before.filter(|key| !stays && key.works == 0 && self.is_missed_here(key.state)) {
            let lost = What::StateLost { state: key.state, set_by: key.occurrence };
            self.record(Some(act_id), lost_to, lost);
        }
        if from != state && !(found && is_first) {
            self.record(Some(act_id), actor, What::StateChanged { from, to: state });
        }
    }

    /// Whether a service in the scenario allows `state`, whatever its phase.
    pub(super) fn is_allowed(&self, state: StateId) -> bool {
        self.allowing(state).next().is_some()
    }

    /// Whether a state that nobody here worked on is lost as far as anybody can say: services allow it, and none of
    /// them is left to others, who may have taken it unseen.
    fn is_missed_here(&self, state: StateId) -> bool {
        let left_to_others = |service: &Service| matches!(service.phase(), Phase::NotStarted { .. });
        self.is_allowed(state) && !self.allowing(state).any(left_to_others)
    }

    fn allowing(&self, state: StateId) -> impl Iterator<Item = &Service> {
        self.services
            .iter()
            .filter(move |service| *service.phase() != Phase::Removed && service.next_state(state).is_some())
    }

    /// The state whose finished work goes to the receiver, if there is one.
    fn result_of(&self, started_by: Option<EntryId>) -> Option<StateId> {
        self.trace.header().scenario.receiver.as_ref()?;
        match self.trace.get(started_by?)?.what {
            What::WorkStarted { state } => Some(state),
            _ => None,
        }
    }
}
