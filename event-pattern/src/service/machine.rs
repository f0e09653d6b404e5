//! The machine of one service.

use std::sync::Arc;

use super::phase::{Operation, Phase, Stopping, Work};
use crate::poll::PollClock;
use crate::time::{Span, Time};
use crate::trace::{CommandKind, EntryId, Refusal, StateId, WriteFailure};

/// One service, driven from outside.
#[derive(Clone, Debug)]
pub struct Service {
    /// Each allowed state with the state that is set when its work is done.
    allowed: Arc<[(StateId, StateId)]>,
    poll_interval: Span,
    work_time: Span,
    phase: Phase,
    /// The number of the last store operation that was asked for.
    operations: u32,
}

/// What a driver tells a service, each with its `now`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The time that [`Service::wakes_at`] named has come.
    Wake,
    /// The store answered a read or a write.
    Answered(Operation, Answer),
    /// The start time of the scenario has come.
    StartTime,
    /// A command from outside.
    Command(CommandKind),
    /// New settings; what is not given stays.
    Edit {
        /// New allowed states, with what is set when their work is done.
        allowed: Option<Arc<[(StateId, StateId)]>>,
        /// A new poll interval.
        poll_interval: Option<Span>,
        /// A new work time.
        work_time: Option<Span>,
    },
}

/// What the store said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The key's value; none for a missing key.
    Read(Result<Option<StateId>, StoreError>),
    /// The key is set, or not, or nobody knows.
    Written(Result<(), WriteFailure>),
}

/// The store could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoreError;

/// What a service says: what it needs from its driver, or what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Nothing that anybody needs to know.
    Nothing,
    /// The driver is to read the key and to answer.
    Read(Operation),
    /// The driver is to set the key, whatever it holds, and to answer.
    Write(Operation, StateId),
    /// It sleeps until its next read.
    Slept,
    /// It took a state and works on it.
    WorkStarted(StateId),
    /// A read failed; it sleeps until the next one.
    ReadFailed,
    /// Its write failed; the work has ended all the same. If it was stopping, it is gone now.
    WriteFailed(StateId, WriteFailure),
    /// It started.
    Started,
    /// It started again.
    Restarted,
    /// It goes on until its work is done.
    Stopping,
    /// It is gone; after work, this is the entry that had asked for it.
    Stopped(Option<EntryId>),
    /// It is gone, and its work is lost.
    Crashed,
    /// A command made no sense.
    Refused(Refusal),
}

impl Service {
    /// A service that was never started.
    pub fn new(
        allowed: Arc<[(StateId, StateId)]>,
        poll_interval: Span,
        work_time: Span,
        starts_at: Option<Time>,
    ) -> Service {
        Service::resumed(allowed, poll_interval, work_time, Phase::NotStarted { starts_at })
    }

    /// A service in the middle of its life, as a view of the past shows it.
    pub fn resumed(
        allowed: Arc<[(StateId, StateId)]>,
        poll_interval: Span,
        work_time: Span,
        phase: Phase,
    ) -> Service {
        Service { allowed, poll_interval, work_time, phase, operations: 0 }
    }

    /// What it is doing.
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    /// How long it sleeps between two reads.
    pub fn poll_interval(&self) -> Span {
        self.poll_interval
    }

    /// The states that it allows, each with what is set when its work is done.
    pub fn allowed(&self) -> &Arc<[(StateId, StateId)]> {
        &self.allowed
    }

    /// What is set when work on `state` is done, if the service allows it.
    pub fn next_state(&self, state: StateId) -> Option<StateId> {
        self.allowed.iter().find(|(allowed, _)| *allowed == state).map(|(_, next)| *next)
    }

    /// When it wants to be woken: at its next read, at the end of its work, at its start.
    pub fn wakes_at(&self) -> Option<Time> {
        match &self.phase {
            Phase::NotStarted { starts_at } => *starts_at,
            Phase::Sleeping(clock) => Some(clock.next()),
            Phase::Working(work) => Some(work.until),
            Phase::Reading(_) | Phase::Writing(..) | Phase::Stopped | Phase::Crashed | Phase::Removed => None,
        }
    }

    /// One transition.
    ///
    /// | phase | input | next phase | output |
    /// |---|---|---|---|
    /// | not started | start time, start | sleeping, reads at once | `Started` |
    /// | not started, with a start time | stop | stopped | `Stopped` |
    /// | sleeping | wake | reading | `Read` |
    /// | reading | a state it allows | working | `WorkStarted` |
    /// | reading | anything else | sleeping | `Slept` or `ReadFailed` |
    /// | working | wake | writing | `Write` |
    /// | writing | answer | sleeping, or stopped if it was stopping | `Slept`, `Stopped` or `WriteFailed` |
    /// | sleeping, reading | stop | stopped | `Stopped` |
    /// | working, writing | stop | the same, stopping | `Stopping` |
    /// | any that runs | crash | crashed | `Crashed` |
    /// | stopped, crashed | start, restart | sleeping, reads at once | `Started`, `Restarted` |
    /// | any | what makes no sense | the same | `Refused` |
    /// | any | edit | the same | `Nothing` |
    /// | any | a wake too early, an answer too late | the same | `Nothing` |
    pub fn handle(&mut self, now: Time, input: Input) -> Output {
        match input {
            Input::Wake => self.wake(now),
            Input::Answered(operation, Answer::Read(value)) => self.read(now, operation, value),
            Input::Answered(operation, Answer::Written(result)) => self.written(now, operation, result),
            Input::StartTime => match self.phase {
                Phase::NotStarted { starts_at: Some(at) } if at <= now => self.start(now, Output::Started),
                _ => Output::Nothing,
            },
            Input::Command(CommandKind::Start) => match self.phase {
                Phase::NotStarted { .. } | Phase::Stopped | Phase::Crashed => {
                    self.start(now, Output::Started)
                }
                _ => Output::Refused(Refusal::Running),
            },
            Input::Command(CommandKind::Restart) => match self.phase {
                Phase::Stopped | Phase::Crashed => self.start(now, Output::Restarted),
                Phase::NotStarted { .. } => Output::Refused(Refusal::NeverStarted),
                _ => Output::Refused(Refusal::Running),
            },
            Input::Command(CommandKind::Stop) => self.stop(),
            Input::Command(CommandKind::Crash) if self.phase.is_running() => {
                self.phase = Phase::Crashed;
                Output::Crashed
            }
            Input::Command(CommandKind::Crash) => Output::Refused(Refusal::NotRunning),
            Input::Edit { allowed, poll_interval, work_time } => {
                self.edit(now, allowed, poll_interval, work_time);
                Output::Nothing
            }
        }
    }

    /// Lets the reads before `now`, which the driver knows to lead to nothing, pass as arithmetic.
    pub fn pass_reads_before(&mut self, now: Time) {
        if let Phase::Sleeping(clock) = &mut self.phase {
            clock.pass_before(now, self.poll_interval);
        }
    }

    /// Notes the entry that the driver recorded for this service's start of work, or for its stop while it works.
    pub fn recorded(&mut self, output: &Output, entry: EntryId) {
        let (Phase::Working(work) | Phase::Writing(_, work)) = &mut self.phase else { return };
        match output {
            Output::WorkStarted(_) => work.started_by = Some(entry),
            Output::Stopping => work.stopping = Some(Stopping { entry: Some(entry) }),
            _ => {}
        }
    }

    /// Takes the service out of the scenario, as in a crash.
    pub fn remove(&mut self) {
        self.phase = Phase::Removed;
    }

    fn start(&mut self, now: Time, output: Output) -> Output {
        self.phase = Phase::Sleeping(PollClock::started(now));
        output
    }

    fn wake(&mut self, now: Time) -> Output {
        match self.phase {
            Phase::Sleeping(clock) if clock.next() <= now => {
                let operation = self.next_operation();
                self.phase = Phase::Reading(operation);
                Output::Read(operation)
            }
            Phase::Working(work) if work.until <= now => {
                let operation = self.next_operation();
                self.phase = Phase::Writing(operation, work);
                Output::Write(operation, work.next_state)
            }
            _ => Output::Nothing,
        }
    }

    fn next_operation(&mut self) -> Operation {
        self.operations = self.operations.wrapping_add(1);
        Operation(self.operations)
    }

    fn read(
        &mut self,
        now: Time,
        operation: Operation,
        value: Result<Option<StateId>, StoreError>,
    ) -> Output {
        if self.phase != Phase::Reading(operation) {
            return Output::Nothing;
        }
        let taken = value.map(|value| value.and_then(|state| Some((state, self.next_state(state)?))));
        if let Ok(Some((state, next_state))) = taken {
            let until = now + self.work_time;
            self.phase = Phase::Working(Work {
                state,
                next_state,
                since: now,
                until,
                started_by: None,
                stopping: None,
            });
            return Output::WorkStarted(state);
        }
        self.phase = Phase::Sleeping(PollClock::slept(now, self.poll_interval));
        if taken.is_err() { Output::ReadFailed } else { Output::Slept }
    }

    fn written(&mut self, now: Time, operation: Operation, result: Result<(), WriteFailure>) -> Output {
        let Phase::Writing(asked, work) = self.phase else { return Output::Nothing };
        if asked != operation {
            return Output::Nothing;
        }
        self.phase = match work.stopping {
            Some(_) => Phase::Stopped,
            None => Phase::Sleeping(PollClock::slept(now, self.poll_interval)),
        };
        match (result, work.stopping) {
            (Err(failure), _) => Output::WriteFailed(work.next_state, failure),
            (Ok(()), Some(stopping)) => Output::Stopped(stopping.entry),
            (Ok(()), None) => Output::Slept,
        }
    }

    fn stop(&mut self) -> Output {
        match &mut self.phase {
            Phase::NotStarted { starts_at: Some(_) } | Phase::Sleeping(_) | Phase::Reading(_) => {
                self.phase = Phase::Stopped;
                Output::Stopped(None)
            }
            Phase::Working(work) | Phase::Writing(_, work) => {
                if work.stopping.is_some() {
                    return Output::Refused(Refusal::Stopping);
                }
                work.stopping = Some(Stopping { entry: None });
                Output::Stopping
            }
            Phase::NotStarted { starts_at: None } | Phase::Stopped | Phase::Crashed | Phase::Removed => {
                Output::Refused(Refusal::NotRunning)
            }
        }
    }

    fn edit(
        &mut self,
        now: Time,
        allowed: Option<Arc<[(StateId, StateId)]>>,
        poll_interval: Option<Span>,
        work_time: Option<Span>,
    ) {
        if let Some(allowed) = allowed {
            self.allowed = allowed;
        }
        if let Some(work_time) = work_time {
            self.work_time = work_time;
        }
        if let Some(interval) = poll_interval {
            self.pass_reads_before(now);
            self.poll_interval = interval;
            if let Phase::Sleeping(clock) = &mut self.phase {
                clock.change_interval(now, interval);
            }
        }
    }
}
