//! The engine: a scenario in simulated time. Scenario in, trace out; the same scenario always gives the same trace.
//!
//! It wakes a service only for a read that finds a state which the service allows. All other polls are arithmetic, so
//! that a run costs what its changes cost.

mod commands;
mod hearers;
mod instant;
mod intervene;
mod plan;
mod queue;
mod steps;

use std::sync::Arc;

use litemap::LiteMap;

use crate::scenario::{Scenario, TimedCommand};
use crate::service::Service;
use crate::time::Time;
use crate::trace::{Driver, ServiceId, Trace};
use hearers::Hearers;
use plan::Plan;
use queue::{Due, Queue, Turn};

/// A run of a scenario in simulated time. A copy shares all of the recorded past.
#[derive(Clone, Debug)]
pub struct Engine {
    trace: Trace,
    /// All commands, the scenario's and those that a person gave.
    plan: Plan,
    services: Vec<Service>,
    /// Who has which name now; made when a command first names a service. Seldom changed, and a tree would cost more of the
    /// page.
    by_name: Option<LiteMap<String, ServiceId>>,
    hearers: Hearers,
    queue: Queue,
    /// Whether the key was set and the reads that will find it are not planned yet; never so between two instants.
    key_was_set: bool,
    /// Everything up to this instant and at it has happened; nothing at all before the first instant was run.
    now: Option<Time>,
}

impl Engine {
    /// A run in which nothing has happened yet, not even at its first instant.
    pub fn new(scenario: Scenario) -> Engine {
        let scenario = Arc::new(scenario);
        let plan = Plan::new(scenario.clone(), Vec::new());
        let trace = Trace::new(scenario, Driver::Simulated);
        let mut engine = Engine {
            trace,
            plan,
            services: Vec::new(),
            by_name: None,
            hearers: Hearers::default(),
            queue: Queue::default(),
            key_was_set: false,
            now: None,
        };
        let names = engine.trace.names();
        let starts = names.services().filter_map(|(service, record)| {
            let at = record.starts_at?;
            Some(Due { at, turn: Turn::Start, service })
        });
        engine.queue = Queue::with_starts(starts);
        let known: Vec<ServiceId> = names.services().map(|(id, _)| id).collect();
        engine.services.reserve_exact(known.len());
        for id in known {
            engine.enroll(id);
        }
        engine
    }

    /// What happened so far.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The scenario as it was opened.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.trace.header().scenario
    }

    /// The commands that a person gave, in the order of time.
    pub fn given(&self) -> &Arc<Vec<TimedCommand>> {
        self.plan.given()
    }

    /// The instant up to which, itself included, everything has happened; none if the run has not begun.
    pub fn now(&self) -> Option<Time> {
        self.now
    }

    /// Runs until everything at `until` has happened. What has happened already stays as it is.
    pub fn run_to(&mut self, until: Time) {
        while let Some(at) = self.next_instant().filter(|&at| at <= until) {
            self.run_instant(at);
        }
        self.now = self.now.max(Some(until));
    }

    /// The next instant at which something may happen that makes an entry.
    fn next_instant(&self) -> Option<Time> {
        [self.queue.next_instant(), self.plan.next_instant()].into_iter().flatten().min()
    }

    /// Takes a service that the trace knows into the run.
    fn enroll(&mut self, id: ServiceId) {
        let record = self.trace.names().service(id);
        let allowed = self.trace.names().allowed(record.allowed).clone();
        self.hearers.add(id, &allowed);
        self.services.push(Service::new(allowed, record.poll_interval, record.work_time, record.starts_at));
    }
}
