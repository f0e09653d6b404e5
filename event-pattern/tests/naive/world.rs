//! The naive engine's world and what services do in it by themselves: start, read, write.

use event_pattern::scenario::Scenario;
use event_pattern::time::{Span, Time};

use super::entry::{Details, Entry, text};
use super::service::{Phase, Service, Work};

/// Who sets the key from outside.
pub const PUBLISHER: &str = "publisher";

/// Everything there is at one moment, and what was recorded so far.
pub struct World {
    /// The instant that is being run.
    pub now: Time,
    /// "A scenario with a `receiver`".
    pub has_receiver: bool,
    /// Every identity "in the scenario's order"; `add` appends, removed ones keep their place.
    pub services: Vec<Service>,
    /// What the key holds, if it was ever set.
    pub key: Option<Occurrence>,
    /// The trace.
    pub entries: Vec<Entry>,
    /// Reads that led to nothing.
    pub idle_reads: Vec<(usize, Time)>,
    /// One for each start of work.
    pub detections: Vec<Span>,
    /// Lost states.
    pub lost: u64,
    /// Those of them that a service overwrote.
    pub overwritten_by_result: u64,
    /// Publications that nobody allowed.
    pub unheard: u64,
    /// Starts of work on an occurrence after the first.
    pub double_work: u64,
    /// Works that a crash or a removal ended.
    pub abandoned_work: u64,
}

/// "Every set of the key, by a publication or by a service, is an occurrence of its own".
pub struct Occurrence {
    /// The value.
    pub state: String,
    /// When it was set.
    pub at: Time,
    /// The id of the `published` or `work_finished` that set it.
    pub entry: u64,
    /// How often work on it started.
    pub works: u64,
}

impl World {
    /// The world before anything has happened.
    pub fn new(scenario: &Scenario) -> World {
        World {
            now: Time::ZERO,
            has_receiver: scenario.receiver.is_some(),
            services: scenario.services.iter().map(|setup| Service::new(setup, None)).collect(),
            key: None,
            entries: Vec::new(),
            idle_reads: Vec::new(),
            detections: Vec::new(),
            lost: 0,
            overwritten_by_result: 0,
            unheard: 0,
            double_work: 0,
            abandoned_work: 0,
        }
    }

    /// Appends an entry and gives its id.
    pub fn record(&mut self, cause: Option<u64>, kind: &'static str, actor: &str, details: Details) -> u64 {
        let id = self.entries.len() as u64 + 1;
        self.entries.push(Entry { at: self.now, id, cause, kind, actor: actor.to_owned(), details });
        id
    }

    /// "Services whose `starts_at_ms` it is".
    pub fn starts(&mut self) {
        for index in 0..self.services.len() {
            let starts_at = Some(self.now);
            if self.services[index].phase == (Phase::NotStarted { starts_at }) {
                // "Causes. None: what [...] a `starts_at_ms` makes directly. [...] `started` by the `starts_at_ms`
                // of an `add`: the `added`."
                self.run_service(index, self.services[index].added, "started");
            }
        }
    }

    /// Makes a service run. "Started at t, it reads at t."
    pub fn run_service(&mut self, index: usize, cause: Option<u64>, kind: &'static str) {
        let name = self.services[index].name.clone();
        self.record(cause, kind, &name, vec![]);
        self.services[index].phase = Phase::Sleeping { next_read: self.now };
        self.services[index].last_read_or_write = None;
    }

    /// The reads of this instant, "services among themselves in the scenario's order".
    pub fn reads(&mut self) {
        for index in 0..self.services.len() {
            let next_read = self.now;
            if self.services[index].phase == (Phase::Sleeping { next_read }) {
                self.read(index);
            }
        }
    }

    fn read(&mut self, index: usize) {
        let now = self.now;
        let service = &mut self.services[index];
        service.polls += 1;
        service.last_read_or_write = Some(now);
        let set = self.key.as_ref();
        let Some(sets) = set.and_then(|set| service.next_state(&set.state)) else {
            // "A read that finds no allowed state: the next read one poll interval later."
            service.wasted_polls += 1;
            service.phase = Phase::Sleeping { next_read: now + service.poll_interval };
            self.idle_reads.push((index, now));
            return;
        };
        self.start_work(index, sets);
    }

    /// "One that does: work starts (its time and next state are fixed now), the write when the work time is over".
    fn start_work(&mut self, index: usize, sets: String) {
        let now = self.now;
        let set = self.key.as_mut().expect("a read found a state in the key");
        set.works += 1;
        // "Double work: starts of work on an occurrence after the first, whoever makes them."
        if set.works > 1 {
            self.double_work += 1;
        }
        // "Detection latency: per start of work: from the set that made the occurrence to the read that took it."
        self.detections.push(now.since(set.at));
        let (on, cause) = (set.state.clone(), Some(set.entry));
        let name = self.services[index].name.clone();
        // "`work_started`: the entry whose set it took."
        let started = self.record(cause, "work_started", &name, vec![("state", text(&on))]);
        let service = &mut self.services[index];
        service.works += 1;
        service.phase = Phase::Working(Work { on, sets, began: now, ends: now + service.work_time, started });
    }

    /// The writes of the work that ends at this instant, in the scenario's order, "each overwriting the one before".
    pub fn writes(&mut self) {
        for index in 0..self.services.len() {
            let work = self.services[index].work().cloned();
            if let Some(work) = work
                && work.ends == self.now
            {
                self.write(index, &work);
            }
        }
    }

    fn write(&mut self, index: usize, work: &Work) {
        let name = self.services[index].name.clone();
        // "Within one act the order is `published` or `work_finished`, `result_published`, `state_lost`,
        // `state_changed`." "`work_finished`: [caused by] its `work_started`."
        let sets = vec![("state", text(&work.sets))];
        let finished = self.record(Some(work.started), "work_finished", &name, sets);
        if self.has_receiver {
            // "Every finished work also makes `result_published` (the state that was worked on)".
            let worked_on = vec![("state", text(&work.on))];
            self.record(Some(finished), "result_published", &name, worked_on);
        }
        self.set_key(&work.sets, &name, finished);
        if let Phase::Stopping { stopping, .. } = self.services[index].phase {
            // "`stopped` as the last entry of its writing act"; "`stopped` after `stopping`: that".
            self.record(Some(stopping), "stopped", &name, vec![]);
        }
        let now = self.now;
        let service = &mut self.services[index];
        service.busy += now.since(work.began);
        service.last_read_or_write = Some(now);
        service.phase = match service.phase {
            // "A working one finishes, writes, and then is gone".
            Phase::Stopping { .. } => Phase::Stopped,
            // "The next read one poll interval after the write."
            _ => Phase::Sleeping { next_read: now + service.poll_interval },
        };
    }

    /// Sets the key as part of the act that the entry `act` began: "the write is blind".
    pub fn set_key(&mut self, state: &str, by: &str, act: u64) {
        let new = Occurrence { state: state.to_owned(), at: self.now, entry: act, works: 0 };
        let old = self.key.replace(new);
        if let Some(old) = &old
            // "An occurrence on which, when it is overwritten, nobody ever started work, while at least one service
            // that is in the scenario at that moment, whatever its phase, allows it".
            && old.works == 0
            && self.is_allowed(&old.state)
        {
            self.lost += 1;
            // "Overwritten by a result: the lost ones that a service's blind write overwrote".
            if by != PUBLISHER {
                self.overwritten_by_result += 1;
            }
            let details = vec![("state", text(&old.state)), ("by", text(by))];
            self.record(Some(act), "state_lost", by, details);
        }
        // "`state_changed` only when the value differs; its `from` is `""` for a missing key."
        let from = old.map_or(String::new(), |old| old.state);
        if from != state {
            let details = vec![("state", text(state)), ("from", text(&from))];
            self.record(Some(act), "state_changed", by, details);
        }
    }

    /// Whether a service that is in the scenario at this moment, whatever its phase, allows `state`.
    pub fn is_allowed(&self, state: &str) -> bool {
        let mut listed = self.services.iter().filter(|service| service.is_listed());
        listed.any(|service| service.next_state(state).is_some())
    }
}
