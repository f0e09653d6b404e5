//! What a service is doing.

use crate::poll::PollClock;
use crate::time::Time;
use crate::trace::{EntryId, StateId};

/// What a service is doing; each phase holds what only it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It was never started.
    NotStarted {
        /// When it starts by itself, if it does.
        starts_at: Option<Time>,
    },
    /// It waits for its next read, or for its first one if it has just been started.
    Sleeping(PollClock),
    /// It asked for the key and has no answer yet.
    Reading(Operation),
    /// It works on a state that it read and allows.
    Working(Work),
    /// It asked to set the key and has no answer yet.
    Writing(Operation, Work),
    /// It is gone, in good order.
    Stopped,
    /// It is gone, and what it worked on with it.
    Crashed,
    /// It left the scenario.
    Removed,
}

/// A store operation that waits for its answer; an answer with another number comes too late and is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation(pub u32);

/// Work that is going on. Its end and what it sets are fixed when it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// The state that is worked on.
    pub state: StateId,
    /// The state that is set when it is done.
    pub next_state: StateId,
    /// When it started.
    pub since: Time,
    /// When it is done.
    pub until: Time,
    /// Its `work_started` entry, once the driver has recorded it.
    pub started_by: Option<EntryId>,
    /// The `stopping` entry, if the service is to stop when the work is done.
    pub stopping: Option<Stopping>,
}

/// A stop that waits for the end of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopping {
    /// Its `stopping` entry, once the driver has recorded it.
    pub entry: Option<EntryId>,
}

impl Phase {
    /// Whether the service runs; one that finishes its work before it stops still does.
    pub fn is_running(&self) -> bool {
        matches!(self, Phase::Sleeping(_) | Phase::Reading(_) | Phase::Working(_) | Phase::Writing(..))
    }

    /// The work that is going on, if there is any.
    pub fn work(&self) -> Option<&Work> {
        match self {
            Phase::Working(work) | Phase::Writing(_, work) => Some(work),
            _ => None,
        }
    }

    /// The poll clock of a service that waits for its next read.
    pub fn clock(&self) -> Option<&PollClock> {
        match self {
            Phase::Sleeping(clock) => Some(clock),
            _ => None,
        }
    }
}
