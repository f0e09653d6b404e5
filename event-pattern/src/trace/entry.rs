//! One thing that happened in a run. Names are interned, so that an entry is 32 bytes.

use std::num::NonZeroU32;

use crate::time::{Span, Time};

/// An entry's number in its trace: 1, 2, 3 ...
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(NonZeroU32);

/// A service's identity: its place among all services that ever were in the run. Its name may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(NonZeroU32);

/// A state, interned in a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateId(NonZeroU32);

/// A service's allowed states, interned in a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AllowedId(NonZeroU32);

/// An edit's settings, kept in a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditId(NonZeroU32);

/// The label that somebody elsewhere gave themselves, interned in a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(NonZeroU32);

macro_rules! numbered {
    ($($id:ident)*) => {$(
        impl $id {
            /// The id of the thing at `index`, counted from 0.
            pub fn from_index(index: usize) -> $id {
                let number = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
                $id(number.expect("a run holds fewer than 2^32 things of a kind"))
            }

            /// The place of the thing, counted from 0.
            pub fn index(self) -> usize {
                self.0.get() as usize - 1
            }

            /// The number of the thing, counted from 1.
            pub fn number(self) -> u32 {
                self.0.get()
            }
        }
    )*};
}
numbered!(EntryId ServiceId StateId AllowedId EditId LabelId);

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// Whoever publishes.
    Publisher,
    /// A service.
    Service(ServiceId),
    /// Somebody elsewhere, in a live run: another page, a program, a person at a terminal.
    Other(Option<LabelId>),
}

impl Actor {
    /// The service, if it is one.
    pub fn service(self) -> Option<ServiceId> {
        match self {
            Actor::Publisher | Actor::Other(_) => None,
            Actor::Service(service) => Some(service),
        }
    }
}

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Time,
    /// What made it happen; none for what a command or a start time makes directly.
    pub cause: Option<EntryId>,
    /// Who did it, or whom the command named.
    pub actor: Actor,
    /// What it was.
    pub what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The publisher set the key.
    Published {
        /// The state that is set.
        state: StateId,
        /// No service in the scenario allows it, whatever its phase.
        unheard: bool,
    },
    /// The key's value became another one.
    StateChanged {
        /// The value before; none for a missing key.
        from: Option<StateId>,
        /// The value from now on; none for a missing key.
        to: Option<StateId>,
    },
    /// The actor overwrote a state on which nobody ever started work, though a service allows it.
    StateLost {
        /// The state that is lost.
        state: StateId,
        /// The entry that had set it.
        set_by: EntryId,
    },
    /// A service found an allowed state and took it; the cause is the entry that set it.
    WorkStarted {
        /// The state worked on.
        state: StateId,
    },
    /// A service's work is over and it sets the key.
    WorkFinished {
        /// The state that is set.
        state: StateId,
    },
    /// A service reported its finished work to the receiver.
    ResultPublished {
        /// The state that was worked on.
        state: StateId,
    },
    /// A service started.
    Started,
    /// A service that works is to stop when its work is done.
    Stopping,
    /// A service is gone, in good order.
    Stopped,
    /// A service is gone; what it worked on is abandoned.
    Crashed,
    /// A stopped or crashed service started again.
    Restarted,
    /// A service got other settings.
    Edited(EditId),
    /// A service joined; its settings are those of the actor at its beginning.
    Added,
    /// A service got another name: that of the actor after this entry.
    Renamed,
    /// A service left the scenario.
    Removed,
    /// A command made no sense.
    CommandRefused {
        /// The command.
        command: CommandKind,
        /// Why it was refused.
        reason: Refusal,
    },
    /// A read of the key failed; it counts as a poll.
    ReadFailed,
    /// A write of the key failed, or nobody knows whether it happened. It is never sent again.
    WriteFailed {
        /// The state that should have been set.
        state: StateId,
        /// Whether it may have happened all the same.
        outcome: WriteFailure,
    },
    /// A live driver saw that the key was set by somebody elsewhere, or by a service that is gone meanwhile.
    KeySet {
        /// What it holds from now on; none for a missing key.
        state: Option<StateId>,
    },
    /// A live driver came to the key, or came back to it: nobody here knows who set it, and when.
    KeyFound {
        /// What it holds; none for a missing key.
        state: Option<StateId>,
    },
    /// A live driver learned who had set what the key holds; the cause is the entry that set it.
    Attributed,
    /// A live driver could not see the key, or not all of it.
    Gap(Gap),
}

/// What a live driver could not see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Revisions of the key.
    Missed {
        /// How many, at the most.
        revisions: u32,
    },
    /// The driver itself slept: a browser slows a tab that nobody looks at.
    Asleep {
        /// How many milliseconds.
        ms: u32,
    },
    /// From here on the store cannot be reached.
    StoreAway,
    /// From here on it can again.
    StoreBack,
    /// From here on there is no link to the bridge.
    LinkLost,
    /// From here on there is one again.
    LinkBack,
}

/// A command that can be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandKind {
    /// Start a service that is not running.
    Start,
    /// Stop a running service.
    Stop,
    /// Crash a running service.
    Crash,
    /// Restart a stopped or crashed service.
    Restart,
}

/// Why a command was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Start or restart of what runs.
    Running,
    /// Restart of what was never started.
    NeverStarted,
    /// A second stop while the first waits for the work to end.
    Stopping,
    /// Stop or crash of what does not run.
    NotRunning,
}

/// What is known of a write that went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteFailure {
    /// It did not happen.
    Failed,
    /// It may or may not have happened.
    OutcomeUnknown,
}

/// The settings that an edit gave, interned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditedSettings {
    /// New allowed states.
    pub allowed: Option<AllowedId>,
    /// A new poll interval.
    pub poll_interval: Option<Span>,
    /// A new work time.
    pub work_time: Option<Span>,
}

/// Reads of one service that led to nothing, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadRun {
    /// Who read.
    pub service: ServiceId,
    /// The first read.
    pub first: Time,
    /// The time from one read to the next.
    pub interval: Span,
    /// How many reads.
    pub count: u64,
}

impl ReadRun {
    /// The last read of the run.
    pub fn last(&self) -> Time {
        self.first + Span::from_micros(self.interval.as_micros() * self.count.saturating_sub(1))
    }

    /// How many of its reads lie before `at`.
    pub fn count_before(&self, at: Time) -> u64 {
        if at <= self.first { 0 } else { self.count_through(at - Span::from_micros(1)) }
    }

    /// How many of its reads lie before `at` or at it.
    pub fn count_through(&self, at: Time) -> u64 {
        if at < self.first {
            return 0;
        }
        (at.since(self.first).as_micros() / self.interval.as_micros().max(1) + 1).min(self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_32_bytes() {
        assert_eq!(size_of::<Entry>(), 32);
    }

    #[test]
    fn a_run_of_reads_counts_those_before_an_instant_and_through_it() {
        let run = ReadRun {
            service: ServiceId::from_index(0),
            first: Time::from_ms(100),
            interval: Span::from_ms(50),
            count: 4,
        };
        let counts = |at| (run.count_before(Time::from_ms(at)), run.count_through(Time::from_ms(at)));
        assert_eq!([99, 100, 149, 150].map(counts), [(0, 0), (0, 1), (1, 1), (1, 2)]);
        assert_eq!([250, 1_000].map(counts), [(3, 4), (4, 4)]);
        assert_eq!(run.last(), Time::from_ms(250));
    }
}
