//! How a service stands to what the key holds: what it will do about it, or why it does nothing.

use crate::service::{Phase, Work};
use crate::time::Time;
use crate::trace::{EntryId, ReadRun, ServiceId, Trace};
use crate::view::View;

/// How a service stands to what the key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// The key was never set: it looks and finds nothing.
    NothingSet {
        /// Its next read.
        next_read: Time,
    },
    /// The key holds a state that it allows: it will take it at its next read.
    WillTake {
        /// That read.
        next_read: Time,
    },
    /// The key holds a state that it does not allow: it looks and lets it pass.
    NotItsState {
        /// How often it has read this occurrence in vain.
        looks: u64,
        /// Its next read.
        next_read: Time,
    },
    /// It works on this very occurrence.
    WorksOnIt {
        /// The work.
        work: Work,
    },
    /// It works on something that the key held before, and cannot look until that is done.
    WorksOnSomethingElse {
        /// The work.
        work: Work,
        /// Whether it allows what the key holds now.
        allows: bool,
    },
    /// What the key holds is what it set itself when its work was done.
    SetIt {
        /// Whether it allows that state, and so will take it again.
        allows: bool,
        /// Its next read.
        next_read: Time,
    },
    /// It was not started yet.
    NotStarted {
        /// When it starts by itself, if it does.
        starts_at: Option<Time>,
        /// Whether it allows what the key holds now.
        allows: bool,
    },
    /// It was stopped.
    Stopped {
        /// Whether it allows what the key holds now.
        allows: bool,
    },
    /// It crashed.
    Crashed {
        /// Whether it allows what the key holds now.
        allows: bool,
    },
    /// It is not in the scenario.
    Removed,
}

/// How the service `id` stands to what the key holds at `view`'s place.
pub fn stance(trace: &Trace, view: &View, id: ServiceId) -> Stance {
    let service = view.service(id);
    let allowed = trace.names().allowed(service.allowed);
    let allows = view.key.is_some_and(|key| allowed.iter().any(|(state, _)| *state == key.state));
    match service.phase {
        Phase::NotStarted { starts_at } => Stance::NotStarted { starts_at, allows },
        Phase::Stopped => Stance::Stopped { allows },
        Phase::Crashed => Stance::Crashed { allows },
        Phase::Removed => Stance::Removed,
        Phase::Working(work) | Phase::Writing(_, work) => {
            let took = work.started_by.and_then(|entry| trace.get(entry)?.cause);
            match view.key.map(|key| key.occurrence) {
                current if current == took => Stance::WorksOnIt { work },
                _ => Stance::WorksOnSomethingElse { work, allows },
            }
        }
        Phase::Sleeping(clock) => sleeping(trace, view, id, allows, clock.next()),
        Phase::Reading(_) => sleeping(trace, view, id, allows, view.place.at),
    }
}

fn sleeping(trace: &Trace, view: &View, id: ServiceId, allows: bool, next_read: Time) -> Stance {
    let Some(key) = view.key else { return Stance::NothingSet { next_read } };
    if key.set_by.service() == Some(id) {
        return Stance::SetIt { allows, next_read };
    }
    if allows {
        return Stance::WillTake { next_read };
    }
    Stance::NotItsState { looks: looks_since(trace, view, id, key.occurrence), next_read }
}

/// How often a service read the key in vain since the entry `occurrence` set it.
fn looks_since(trace: &Trace, view: &View, id: ServiceId, occurrence: EntryId) -> u64 {
    let Some(set) = trace.get(occurrence) else { return 0 };
    let started_at = set.cause.and_then(|cause| trace.get(cause)).map(|started| started.at);
    let reads = trace.idle_reads_from(view, set.at).into_iter().filter(|run| run.service == id);
    // Reads of the instant of a set come after it, unless the work took no time: that writes after all reads.
    let counted = |run: ReadRun| {
        let at_once =
            u64::from(started_at == Some(set.at) && run.count_before(set.at) < run.count_through(set.at));
        run.count_through(view.place.at) - run.count_before(set.at) - at_once
    };
    reads.map(counted).sum()
}
