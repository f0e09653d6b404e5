//! One instant: starts, commands, writes, reads, and the writes of work that takes no time, in this order.

use std::mem;

use super::Engine;
use super::queue::Turn;
use crate::service::{Answer, Input, Output, Phase};
use crate::time::{Span, Time};
use crate::trace::{Actor, Entry, EntryId, ServiceId, StateId, What};

/// The shortest time: what is after an instant is this much later.
const MOMENT: Span = Span::from_micros(1);

impl Engine {
    /// Lets everything at `at` happen.
    pub(super) fn run_instant(&mut self, at: Time) {
        while let Some(service) = self.queue.pop_start(at) {
            self.reach_start_time(at, service);
        }
        self.obey_plan(at);
        while let Some(service) = self.queue.pop(at, Turn::Write) {
            self.write(at, service);
        }
        // However often the key was set until here, the reads of this instant find only the last value.
        self.plan_reads_of_key(at);
        while let Some(service) = self.queue.pop(at, Turn::Read) {
            self.read(at, service);
        }
        while let Some(service) = self.queue.pop(at, Turn::WriteAtOnce) {
            self.write(at, service);
        }
        // Work that takes no time writes after all reads of its instant.
        self.plan_reads_of_key(at + MOMENT);
        self.now = Some(at);
    }

    /// Plans the reads, at `from` or later, that will find what the key was set to, if it was set since the last time.
    fn plan_reads_of_key(&mut self, from: Time) {
        if !mem::take(&mut self.key_was_set) {
            return;
        }
        let Some(key) = self.trace.head().key else { return };
        for id in self.hearers.take_waiting(key.state) {
            self.hearers.waits_no_more(id, key.state, self.services[id.index()].allowed());
            self.plan_read(id, from);
        }
    }

    /// Records an entry without a cause.
    pub(super) fn record(&mut self, at: Time, actor: Actor, what: What) -> EntryId {
        self.trace.record(Entry { at, cause: None, actor, what })
    }

    /// Records an entry that `cause` made happen.
    pub(super) fn record_caused(
        &mut self,
        at: Time,
        cause: Option<EntryId>,
        actor: Actor,
        what: What,
    ) -> EntryId {
        self.trace.record(Entry { at, cause, actor, what })
    }

    /// A service's own start time has come; a service that used it up stays as it is.
    pub(super) fn reach_start_time(&mut self, at: Time, id: ServiceId) {
        if self.services[id.index()].handle(at, Input::StartTime) == Output::Started {
            let added_by = self.trace.names().service(id).added_by;
            self.record_caused(at, added_by, Actor::Service(id), What::Started);
            self.plan_read(id, at);
        }
    }

    /// Sets the key, in the act that `act` records: who overwrote what is in its entries.
    pub(super) fn set_key(&mut self, at: Time, actor: Actor, act: What, cause: Option<EntryId>) {
        let before = self.trace.head().key;
        let (What::Published { state, .. } | What::WorkFinished { state }) = act else { return };
        let act_id = self.record_caused(at, cause, actor, act);
        if let Some(result) = self.result_of(actor, cause) {
            self.record_caused(at, Some(act_id), actor, What::ResultPublished { state: result });
        }
        if let Some(key) = before.filter(|key| key.works == 0 && self.hearers.is_heard(key.state)) {
            let lost = What::StateLost { state: key.state, set_by: key.occurrence };
            self.record_caused(at, Some(act_id), actor, lost);
        }
        let from = before.map(|key| key.state);
        if from != Some(state) {
            self.record_caused(at, Some(act_id), actor, What::StateChanged { from, to: Some(state) });
        }
        self.key_was_set = true;
    }

    /// The state whose finished work goes to the receiver, if there is one.
    fn result_of(&self, actor: Actor, started_by: Option<EntryId>) -> Option<StateId> {
        self.scenario().receiver.as_ref()?;
        actor.service()?;
        match self.trace.get(started_by?)?.what {
            What::WorkStarted { state } => Some(state),
            _ => None,
        }
    }

    /// Plans the next read, at `from` or later, of a service that sleeps, if it would find a state that the service
    /// allows. Else the service waits for such a state.
    pub(super) fn plan_read(&mut self, id: ServiceId, from: Time) {
        let service = &self.services[id.index()];
        let Phase::Sleeping(clock) = service.phase() else { return };
        if self.trace.head().key.is_some_and(|key| service.next_state(key.state).is_some()) {
            self.queue.push(clock.first_read_from(from, service.poll_interval()), Turn::Read, id);
        } else {
            self.hearers.wait(id, service.allowed());
        }
    }

    /// A read that was planned: by now the service may be elsewhere, or the key may hold something else.
    fn read(&mut self, at: Time, id: ServiceId) {
        let Some(key) = self.trace.head().key else { return };
        let service = &mut self.services[id.index()];
        service.pass_reads_before(at);
        let is_due = service.phase().clock().is_some_and(|clock| clock.next() == at);
        if !is_due || service.next_state(key.state).is_none() {
            return self.plan_read(id, at + MOMENT);
        }
        let Output::Read(operation) = service.handle(at, Input::Wake) else { return };
        let answer = Input::Answered(operation, Answer::Read(Ok(Some(key.state))));
        let output = service.handle(at, answer);
        let Output::WorkStarted(state) = output else { return };
        let until = service.wakes_at().unwrap_or(at);
        let what = What::WorkStarted { state };
        let entry = self.record_caused(at, Some(key.occurrence), Actor::Service(id), what);
        self.services[id.index()].recorded(&output, entry);
        let turn = if until == at { Turn::WriteAtOnce } else { Turn::Write };
        self.queue.push(until, turn, id);
    }

    /// The end of work that was planned; a crash or a removal may have ended it before.
    fn write(&mut self, at: Time, id: ServiceId) {
        let service = &mut self.services[id.index()];
        let Some(work) = service.phase().work().filter(|work| work.until == at) else { return };
        let started_by = work.started_by;
        let Output::Write(operation, state) = service.handle(at, Input::Wake) else { return };
        self.set_key(at, Actor::Service(id), What::WorkFinished { state }, started_by);
        let answer = Input::Answered(operation, Answer::Written(Ok(())));
        match self.services[id.index()].handle(at, answer) {
            Output::Stopped(asked_by) => {
                self.record_caused(at, asked_by, Actor::Service(id), What::Stopped);
            }
            _ => self.plan_read(id, at + MOMENT),
        }
    }
}
