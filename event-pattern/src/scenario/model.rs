//! What a scenario is made of. Values of these types are made by [`Scenario::from_json`] and its relatives,
//! which check them; their fields are open to read.

use super::name::ServiceName;
use crate::state::State;
use crate::time::{Span, Time};

/// The tutorial's poll interval: what a service has whose file does not say it.
pub(super) const DEFAULT_POLL_INTERVAL: Span = Span::from_ms(500);
/// The tutorial's work time.
pub(super) const DEFAULT_WORK_TIME: Span = Span::from_ms(3_000);

/// Everything that a run needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scenario {
    /// What a person calls it.
    pub name: String,
    /// Kept for chance, of which there is none in a run yet: 0 to 2^53-1.
    pub random_seed: u64,
    /// The name of the node that every finished work reports to, if there is one.
    pub receiver: Option<ServiceName>,
    /// The services, in the order in which they act at one instant.
    pub services: Vec<ServiceSetup>,
    /// All that happens from outside, in the order given (which need not be the order of time).
    pub commands: Vec<TimedCommand>,
}

/// A service as a scenario describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceSetup {
    /// Its name, unique without regard to case.
    pub name: ServiceName,
    /// The states that it works on, each with the state that it sets when the work is done.
    pub allowed_states: AllowedStates,
    /// How long it sleeps between two reads; at least 1 ms.
    pub poll_interval: Span,
    /// How long it works on a state.
    pub work_time: Span,
    /// When it starts by itself, if it does.
    pub starts_at: Option<Time>,
}

/// The states that a service works on, in the order given, each with the state that is set when its work is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllowedStates(pub Vec<(State, State)>);

/// A command with its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimedCommand {
    /// When it takes effect.
    pub at: Time,
    /// What is to be done.
    pub command: Command,
}

/// What can be done to a run from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The publisher sets the state key.
    Publish(State),
    /// A service that is not running starts.
    Start(ServiceName),
    /// A service ends: at once if it sleeps, after its work if it works.
    Stop(ServiceName),
    /// A service is gone at once; its work is lost.
    Crash(ServiceName),
    /// A stopped or crashed service starts again.
    Restart(ServiceName),
    /// A service gets other settings.
    Edit(Edit),
    /// A new service joins at the end of the order.
    Add(ServiceSetup),
    /// A service gets another name and stays who it is.
    Rename {
        /// Its name until now.
        service: ServiceName,
        /// Its name from now on.
        to: ServiceName,
    },
    /// A service leaves the scenario.
    Remove(ServiceName),
}

/// New settings of a service; at least one is given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// Whose settings.
    pub service: ServiceName,
    /// Replaces the allowed states, from the next read on.
    pub allowed_states: Option<AllowedStates>,
    /// Counts from the last read or write, but never before the edit.
    pub poll_interval: Option<Span>,
    /// Counts from the next start of work.
    pub work_time: Option<Span>,
}

impl Scenario {
    /// A scenario of nothing, to be filled.
    pub(super) fn empty() -> Scenario {
        Scenario {
            name: String::new(),
            random_seed: 0,
            receiver: None,
            services: Vec::new(),
            commands: Vec::new(),
        }
    }
}

impl ServiceSetup {
    /// A service with the tutorial's times that does not start by itself, as `add` has it.
    pub fn new(name: ServiceName, allowed_states: AllowedStates) -> ServiceSetup {
        ServiceSetup {
            name,
            allowed_states,
            poll_interval: DEFAULT_POLL_INTERVAL,
            work_time: DEFAULT_WORK_TIME,
            starts_at: None,
        }
    }
}

impl Edit {
    /// An edit of a service that changes nothing yet.
    pub fn new(service: ServiceName) -> Edit {
        Edit { service, allowed_states: None, poll_interval: None, work_time: None }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.allowed_states.is_none() && self.poll_interval.is_none() && self.work_time.is_none()
    }
}

impl AllowedStates {
    /// The state that is set when work on `state` is done, if `state` is allowed.
    pub fn next(&self, state: &State) -> Option<&State> {
        self.0.iter().find(|(allowed, _)| allowed == state).map(|(_, next)| next)
    }

    /// The allowed states, in the order given.
    pub fn states(&self) -> impl Iterator<Item = &State> {
        self.0.iter().map(|(allowed, _)| allowed)
    }
}
