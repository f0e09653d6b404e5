//! What comes of what was asked.

use super::hearing::shown;
use super::{LiveRun, Reply, Waiting};
use crate::service::{Answer, Input, Operation, Output, Phase, StoreError};
use crate::state::State;
use crate::trace::{Actor, EntryId, ServiceId, StateId, What, WriteFailure};

impl LiveRun {
    /// Tells whoever waited what came of it.
    pub(super) fn settle(&mut self, waiting: Waiting, reply: Reply) {
        match (waiting, reply) {
            (Waiting::Read(id, operation), Reply::Done(sighting)) => {
                self.see(&sighting, None);
                let state = shown(&sighting.held);
                let value = state.and_then(|state| self.trace.names().find(&state));
                self.read(id, operation, Ok(value));
            }
            (Waiting::Read(id, operation), _) => self.read(id, operation, Err(StoreError)),
            (Waiting::Write(id, operation, state), Reply::Done(sighting)) => {
                let overwriter = self.reach(sighting.revision);
                self.written(id, operation, &state, overwriter);
            }
            (Waiting::Write(id, operation, state), reply) => {
                self.not_written(id, operation, &state, failure(&reply));
            }
            (Waiting::Publication(state), Reply::Done(sighting)) => {
                let overwriter = self.reach(sighting.revision);
                let state = self.trace.intern(&state);
                let published = What::Published { state, unheard: !self.is_allowed(state) };
                self.set_key(None, Actor::Publisher, published, overwriter.unwrap_or(Actor::Publisher));
            }
            (Waiting::Publication(state), reply) => {
                let state = self.trace.intern(&state);
                let failed = What::WriteFailed { state, outcome: failure(&reply) };
                self.record(None, Actor::Publisher, failed);
            }
        }
    }

    /// An answer that comes too late, for a service that is gone or does something else, changes nothing.
    fn read(&mut self, id: ServiceId, operation: Operation, value: Result<Option<StateId>, StoreError>) {
        let actor = Actor::Service(id);
        let answer = Input::Answered(operation, Answer::Read(value));
        let output = self.services[id.index()].handle(self.now, answer);
        match output {
            Output::WorkStarted(state) => {
                let taken = self.trace.head().key.filter(|key| key.state == state);
                let cause = taken.map(|key| key.occurrence);
                let entry = self.record(cause, actor, What::WorkStarted { state });
                self.services[id.index()].recorded(&output, entry);
            }
            Output::ReadFailed => {
                self.record(None, actor, What::ReadFailed);
            }
            Output::Slept => self.trace.note_read(id, self.now),
            _ => {}
        }
    }

    /// The key is set by a service. One that crashed after it had asked has set it all the same.
    fn written(&mut self, id: ServiceId, operation: Operation, state: &State, overwriter: Option<Actor>) {
        let actor = Actor::Service(id);
        let lost_to = overwriter.unwrap_or(actor);
        let state = self.trace.intern(state);
        let Some(started_by) = self.writes(id, operation) else {
            self.set_key(None, actor, What::KeySet { state: Some(state) }, lost_to);
            return;
        };
        self.set_key(started_by, actor, What::WorkFinished { state }, lost_to);
        let answer = Input::Answered(operation, Answer::Written(Ok(())));
        if let Output::Stopped(asked_by) = self.services[id.index()].handle(self.now, answer) {
            self.record(asked_by, actor, What::Stopped);
        }
    }

    fn not_written(&mut self, id: ServiceId, operation: Operation, state: &State, outcome: WriteFailure) {
        let Some(started_by) = self.writes(id, operation) else { return };
        let actor = Actor::Service(id);
        let stopping = self.services[id.index()].phase().work().and_then(|work| work.stopping);
        let answer = Input::Answered(operation, Answer::Written(Err(outcome)));
        self.services[id.index()].handle(self.now, answer);
        let state = self.trace.intern(state);
        self.record(started_by, actor, What::WriteFailed { state, outcome });
        if let Some(stopping) = stopping {
            self.record(stopping.entry, actor, What::Stopped);
        }
    }

    /// The start of the work whose write a service waits for; none if it does not wait for this one.
    fn writes(&self, id: ServiceId, operation: Operation) -> Option<Option<EntryId>> {
        match self.services[id.index()].phase() {
            Phase::Writing(asked, work) if *asked == operation => Some(work.started_by),
            _ => None,
        }
    }
}

fn failure(reply: &Reply) -> WriteFailure {
    match reply {
        Reply::OutcomeUnknown => WriteFailure::OutcomeUnknown,
        Reply::Failed | Reply::Done(_) => WriteFailure::Failed,
    }
}
