//! Who allows which state, and who of them has to be told when it is set: so that a change of the key costs what it
//! moves, not what it leaves alone.

use std::mem;

use crate::trace::{ServiceId, StateId};

/// For each state how many services in the scenario allow it, and which of them sleep without a planned read.
///
/// A sleeping service either has its next read planned, or waits in the list of each state that it allows. It is put
/// there when it falls asleep or read in vain, and taken out when the state is set: each time costs a push that a read
/// paid for. Who is in a list may be elsewhere by then; that is noticed when it is taken out.
#[derive(Clone, Debug, Default)]
pub(super) struct Hearers {
    states: Vec<Heard>,
    /// For each service in which lists it is: a bit for each of the at most 64 states that it allows.
    listed: Vec<u64>,
}

#[derive(Clone, Debug, Default)]
struct Heard {
    count: usize,
    waiting: Vec<ServiceId>,
}

impl Hearers {
    /// Whether a service in the scenario allows `state`.
    pub(super) fn is_heard(&self, state: StateId) -> bool {
        self.states.get(state.index()).is_some_and(|heard| heard.count > 0)
    }

    /// A service that allows these states is in the scenario from now on.
    pub(super) fn add(&mut self, service: ServiceId, allowed: &[(StateId, StateId)]) {
        let states = allowed.iter().map(|(state, _)| state.index() + 1).max().unwrap_or(0);
        self.states.resize_with(self.states.len().max(states), Heard::default);
        self.listed.resize(self.listed.len().max(service.index() + 1), 0);
        for (state, _) in allowed {
            self.states[state.index()].count += 1;
        }
    }

    /// A service allows these states no more. What it waited for it may go on to be listed for, in vain.
    pub(super) fn remove(&mut self, service: ServiceId, allowed: &[(StateId, StateId)]) {
        self.listed[service.index()] = 0;
        for (state, _) in allowed {
            self.states[state.index()].count -= 1;
        }
    }

    /// A service sleeps without a planned read: it waits for each state that it allows.
    pub(super) fn wait(&mut self, service: ServiceId, allowed: &[(StateId, StateId)]) {
        let listed = &mut self.listed[service.index()];
        for (bit, (state, _)) in allowed.iter().enumerate() {
            if *listed & 1 << bit == 0 {
                *listed |= 1 << bit;
                self.states[state.index()].waiting.push(service);
            }
        }
    }

    /// Takes out those who wait for `state`; for each [`Hearers::waits_no_more`] has to follow.
    pub(super) fn take_waiting(&mut self, state: StateId) -> Vec<ServiceId> {
        self.states.get_mut(state.index()).map_or_else(Vec::new, |heard| mem::take(&mut heard.waiting))
    }

    /// One of those who waited for `state` does no more.
    pub(super) fn waits_no_more(
        &mut self,
        service: ServiceId,
        state: StateId,
        allowed: &[(StateId, StateId)],
    ) {
        if let Some(bit) = allowed.iter().position(|(allowed, _)| *allowed == state) {
            self.listed[service.index()] &= !(1 << bit);
        }
    }
}
