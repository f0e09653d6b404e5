//! A service as the naive engine keeps it: its settings, where it is, and its own numbers.

use event_pattern::scenario::ServiceSetup;
use event_pattern::time::{Span, Time};

/// An identity: "actors are identities; a name is an attribute that changes in time".
#[derive(Clone, Debug)]
pub struct Service {
    /// The name it has now, or had when it was removed.
    pub name: String,
    /// The allowed states of this moment, each with the state that is set after its work.
    pub allowed: Vec<(String, String)>,
    /// The poll interval of this moment.
    pub poll_interval: Span,
    /// The work time that the next work gets.
    pub work_time: Span,
    /// Where it is.
    pub phase: Phase,
    /// "The last read or write since the service was (re)started".
    pub last_read_or_write: Option<Time>,
    /// The id of the entry `added`, if a command brought this service.
    pub added: Option<u64>,
    /// Reads of the key.
    pub polls: u64,
    /// Reads that led to no work.
    pub wasted_polls: u64,
    /// Starts of work.
    pub works: u64,
    /// Time spent in works that are over.
    pub busy: Span,
}

/// Where a service is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It never ran; `starts_at` if it will by itself.
    NotStarted { starts_at: Option<Time> },
    /// It runs and reads at `next_read`.
    Sleeping { next_read: Time },
    /// It runs and works.
    Working(Work),
    /// It was stopped while it worked; `stopping` is the id of that entry.
    Stopping { work: Work, stopping: u64 },
    /// It was stopped, or its start was cancelled.
    Stopped,
    /// It crashed.
    Crashed,
    /// It is off the list.
    Removed,
}

/// A work that is under way. "Its time and next state are fixed" when it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// The state that is worked on.
    pub on: String,
    /// The state that is set at the end.
    pub sets: String,
    /// When it started.
    pub began: Time,
    /// When it is over.
    pub ends: Time,
    /// The id of its `work_started`.
    pub started: u64,
}

impl Service {
    /// A service as a scenario or an `add` describes it.
    pub fn new(setup: &ServiceSetup, added: Option<u64>) -> Service {
        Service {
            name: setup.name.to_string(),
            allowed: plain(&setup.allowed_states.0),
            poll_interval: setup.poll_interval,
            work_time: setup.work_time,
            phase: Phase::NotStarted { starts_at: setup.starts_at },
            last_read_or_write: None,
            added,
            polls: 0,
            wasted_polls: 0,
            works: 0,
            busy: Span::ZERO,
        }
    }

    /// Whether it is in the scenario at this moment.
    pub fn is_listed(&self) -> bool {
        self.phase != Phase::Removed
    }

    /// A stopping one, too: "until then it counts as running".
    pub fn is_running(&self) -> bool {
        matches!(self.phase, Phase::Sleeping { .. }) || self.work().is_some()
    }

    /// The work under way, if there is one.
    pub fn work(&self) -> Option<&Work> {
        match &self.phase {
            Phase::Working(work) | Phase::Stopping { work, .. } => Some(work),
            _ => None,
        }
    }

    /// The state that it would set after work on `state`, if it allows `state`.
    pub fn next_state(&self, state: &str) -> Option<String> {
        let pair = self.allowed.iter().find(|(allowed, _)| allowed == state);
        pair.map(|(_, next)| next.clone())
    }

    /// When it does the next thing by itself: starts, reads or writes.
    pub fn due(&self) -> Option<Time> {
        match &self.phase {
            Phase::NotStarted { starts_at } => *starts_at,
            Phase::Sleeping { next_read } => Some(*next_read),
            Phase::Working(work) | Phase::Stopping { work, .. } => Some(work.ends),
            Phase::Stopped | Phase::Crashed | Phase::Removed => None,
        }
    }
}

/// Allowed states as plain texts.
pub fn plain<S: ToString>(allowed: &[(S, S)]) -> Vec<(String, String)> {
    allowed.iter().map(|(state, next)| (state.to_string(), next.to_string())).collect()
}
