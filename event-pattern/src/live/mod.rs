//! A live run: the same services as in simulated time, on the wall clock and on a key that others set too.
//!
//! Sans-IO: the driver tells what it hears of the store, what a person asks and that time has passed, each with its
//! `now` since the run began. It sends what the run asks, and wakes it when it wants to be woken. Others may set the key
//! unseen, so that lost states, double work and latencies are what was seen here, at least.

mod acts;
mod commands;
mod enter;
mod hearing;
mod replies;
mod store;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::sync::Arc;

use litemap::LiteMap;

use crate::scenario::{Scenario, TimedCommand};
use crate::service::{Input, Operation, Output, Phase, Service};
use crate::state::State;
use crate::time::{Span, Time};
use crate::trace::{Actor, Driver, Entry, EntryId, Gap, ServiceId, Trace, What};

pub use enter::scenario_at;
pub use store::{Ask, Held, News, Reply, Request, Sighting, Ticket, Welcome};

/// Who is woken so much too late was not slow: the driver itself slept.
const ASLEEP: Span = Span::from_ms(1_500);

/// A live run of a scenario's services.
#[derive(Clone, Debug)]
pub struct LiveRun {
    trace: Trace,
    /// The commands that a person gave, in the order of time.
    given: Vec<TimedCommand>,
    services: Vec<Service>,
    /// The instant of the last input: entries never go back.
    now: Time,
    way: Way,
    instance: Arc<str>,
    /// The newest revision that was seen in this life of the bridge.
    revision: Option<u64>,
    knowledge: Knowledge,
    /// Asked and not answered; tickets come in order.
    waiting: LiteMap<Ticket, Waiting>,
    /// Asked, and not yet taken by the driver.
    asks: VecDeque<Ask>,
    last_ticket: u64,
}

/// The way to the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Open,
    StoreAway,
    LinkLost,
}

/// What is known of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Knowledge {
    /// Each change is seen, or missed as a gap in the revisions.
    Watched,
    /// What it held last counts no more: the next sighting is a find.
    Stale,
}

/// Who waits for an answer.
#[derive(Clone, Debug)]
enum Waiting {
    Read(ServiceId, Operation),
    Write(ServiceId, Operation, State),
    Publication(State),
}

impl LiveRun {
    /// A live run of `scenario`'s services, none of which runs: each is left to others until it is started here. What
    /// the scenario would do by itself, start times and commands, is dropped.
    pub fn enter(mut scenario: Scenario, welcome: Welcome) -> LiveRun {
        scenario.commands.clear();
        for service in &mut scenario.services {
            service.starts_at = None;
        }
        let trace = Trace::new(Arc::new(scenario), Driver::Live);
        let mut run = LiveRun {
            trace,
            given: Vec::new(),
            services: Vec::new(),
            now: Time::ZERO,
            way: Way::Open,
            instance: welcome.instance.clone(),
            revision: None,
            knowledge: Knowledge::Stale,
            waiting: LiteMap::new(),
            asks: VecDeque::new(),
            last_ticket: 0,
        };
        let known: Vec<ServiceId> = run.trace.names().services().map(|(id, _)| id).collect();
        for id in known {
            run.enroll(id);
        }
        run.arrive(welcome);
        run
    }

    /// What happened so far.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The commands that a person gave, in the order of time.
    pub fn given(&self) -> &[TimedCommand] {
        &self.given
    }

    /// The scenario with all commands given so far: simulated, it is what this run can be compared with.
    pub fn scenario_with_given(&self) -> Scenario {
        let mut scenario = Scenario::clone(&self.trace.header().scenario);
        scenario.commands.extend(self.given.iter().cloned());
        scenario
    }

    /// The next thing to be sent to the store, once and never again.
    pub fn next_ask(&mut self) -> Option<Ask> {
        self.asks.pop_front()
    }

    /// When a service wants to be woken next.
    pub fn wakes_at(&self) -> Option<Time> {
        self.services.iter().filter_map(Service::wakes_at).min()
    }

    /// Lets everything happen that is due: starts, then the ends of work, then reads.
    pub fn wake(&mut self, now: Time) {
        self.pass(now);
        self.note_sleep();
        self.wake_those(|phase| matches!(phase, Phase::NotStarted { .. }));
        self.wake_those(|phase| matches!(phase, Phase::Working(_)));
        self.wake_those(|phase| matches!(phase, Phase::Sleeping(_)));
    }

    fn wake_those(&mut self, turn: fn(&Phase) -> bool) {
        for index in 0..self.services.len() {
            let service = &self.services[index];
            if turn(service.phase()) && service.wakes_at().is_some_and(|at| at <= self.now) {
                self.wake_one(ServiceId::from_index(index));
            }
        }
    }

    fn wake_one(&mut self, id: ServiceId) {
        if let Phase::NotStarted { .. } = self.services[id.index()].phase() {
            return self.reach_start_time(id);
        }
        match self.services[id.index()].handle(self.now, Input::Wake) {
            Output::Read(operation) => self.ask(Request::Get, Waiting::Read(id, operation)),
            Output::Write(operation, state) => {
                let state = self.trace.names().state(state).clone();
                self.ask(Request::Set(state.clone()), Waiting::Write(id, operation, state));
            }
            _ => {}
        }
    }

    fn reach_start_time(&mut self, id: ServiceId) {
        if self.services[id.index()].handle(self.now, Input::StartTime) == Output::Started {
            let added_by = self.trace.names().service(id).added_by;
            self.record(added_by, Actor::Service(id), What::Started);
        }
    }

    /// A browser slows the timers of a tab that nobody looks at; then it is not the services that worked badly.
    fn note_sleep(&mut self) {
        let late = self.wakes_at().map_or(Span::ZERO, |due| self.now.since(due));
        if late > ASLEEP {
            let ms = u32::try_from(late.as_micros() / 1_000).unwrap_or(u32::MAX);
            self.record(None, Actor::Other(None), What::Gap(Gap::Asleep { ms }));
        }
    }

    /// Asks the store, or says at once that it cannot be asked: nothing is kept to be sent later by surprise.
    fn ask(&mut self, request: Request, waiting: Waiting) {
        if self.way != Way::Open {
            return self.settle(waiting, Reply::Failed);
        }
        self.last_ticket += 1;
        let ticket = Ticket(self.last_ticket);
        self.waiting.insert(ticket, waiting);
        self.asks.push_back(Ask { ticket, request });
    }

    /// Time has come to `now`; a clock that went back stands still until then.
    fn pass(&mut self, now: Time) {
        self.now = self.now.max(now);
    }

    fn record(&mut self, cause: Option<EntryId>, actor: Actor, what: What) -> EntryId {
        self.trace.record(Entry { at: self.now, cause, actor, what })
    }

    /// Takes a service that the trace knows into the run.
    fn enroll(&mut self, id: ServiceId) {
        let record = self.trace.names().service(id);
        let allowed = self.trace.names().allowed(record.allowed).clone();
        self.services.push(Service::new(allowed, record.poll_interval, record.work_time, record.starts_at));
    }
}
