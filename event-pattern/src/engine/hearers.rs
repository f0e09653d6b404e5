//! Who allows which state: so that a change of the key costs what it moves, not what it leaves alone.

use crate::trace::{ServiceId, StateId};

/// For each state the services in the scenario that allow it.
#[derive(Clone, Debug, Default)]
pub(super) struct Hearers(Vec<Vec<ServiceId>>);

impl Hearers {
    /// The services that allow `state`, in no order.
    pub(super) fn of(&self, state: StateId) -> &[ServiceId] {
        self.0.get(state.index()).map_or(&[], |services| services)
    }

    pub(super) fn add(&mut self, service: ServiceId, allowed: &[(StateId, StateId)]) {
        for (state, _) in allowed {
            if self.0.len() <= state.index() {
                self.0.resize_with(state.index() + 1, Vec::new);
            }
            self.0[state.index()].push(service);
        }
    }

    pub(super) fn remove(&mut self, service: ServiceId, allowed: &[(StateId, StateId)]) {
        for (state, _) in allowed {
            if let Some(services) = self.0.get_mut(state.index()) {
                services.retain(|hearer| *hearer != service);
            }
        }
    }
}
