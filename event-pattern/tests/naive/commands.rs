//! What the commands from outside do in the naive engine's world.

use event_pattern::scenario::{Command, Edit, ServiceName, ServiceSetup};
use event_pattern::time::Time;

use super::entry::{Details, allowed_states, text};
use super::service::{Phase, Service, plain};
use super::world::{PUBLISHER, World};

impl World {
    /// "Causes. None: what a command [...] makes directly."
    pub fn obey(&mut self, command: &Command) {
        match command {
            Command::Publish(state) => self.publish(state.as_str()),
            Command::Start(name) => self.start(self.named(name)),
            Command::Stop(name) => self.stop(self.named(name)),
            Command::Crash(name) => self.crash(self.named(name)),
            Command::Restart(name) => self.restart(self.named(name)),
            Command::Edit(edit) => self.edit(self.named(&edit.service), edit),
            Command::Add(setup) => self.add(setup),
            Command::Rename { service, to } => self.rename(self.named(service), to),
            Command::Remove(name) => self.remove(self.named(name)),
        }
    }

    /// The service that has this name now: "unique and looked up without regard to case".
    fn named(&self, name: &ServiceName) -> usize {
        let wanted = name.as_str().to_lowercase();
        let has_it = |s: &Service| s.is_listed() && s.name.to_lowercase() == wanted;
        let found = self.services.iter().position(has_it);
        found.expect("a valid scenario names services that exist at that time")
    }

    /// Records an entry that a command makes, with the service it names as actor.
    fn record_command(&mut self, index: usize, kind: &'static str, details: Details) -> u64 {
        let name = self.services[index].name.clone();
        self.record(None, kind, &name, details)
    }

    /// "What makes no sense is refused: an entry `command_refused`, no effect on any number".
    fn refuse(&mut self, index: usize, command: &str, reason: &str) {
        let details = vec![("command", text(command)), ("reason", text(reason))];
        self.record_command(index, "command_refused", details);
    }

    fn publish(&mut self, state: &str) {
        let published = self.record(None, "published", PUBLISHER, vec![("state", text(state))]);
        // "Unheard: a publication that no service in the scenario, whatever its phase, allows when it is made."
        if !self.is_allowed(state) {
            self.unheard += 1;
        }
        self.set_key(state, PUBLISHER, published);
    }

    /// "`start`: for a service that is not running; before its `starts_at_ms` it uses that up."
    fn start(&mut self, index: usize) {
        if self.services[index].is_running() {
            self.refuse(index, "start", "running");
        } else {
            self.run_service(index, None, "started");
        }
    }

    /// "`stop`: a sleeping service is gone at once; a working one finishes, writes, and then is gone [...]; before
    /// `starts_at_ms` it cancels the start, and the service is a stopped one."
    fn stop(&mut self, index: usize) {
        match self.services[index].phase.clone() {
            Phase::Sleeping { .. } | Phase::NotStarted { starts_at: Some(_) } => {
                self.record_command(index, "stopped", vec![]);
                self.services[index].phase = Phase::Stopped;
            }
            Phase::Working(work) => {
                let stopping = self.record_command(index, "stopping", vec![]);
                self.services[index].phase = Phase::Stopping { work, stopping };
            }
            Phase::Stopping { .. } => self.refuse(index, "stop", "stopping"),
            _ => self.refuse(index, "stop", "not_running"),
        }
    }

    /// "`crash`: gone at once, work lost, nothing written; also while it is finishing."
    fn crash(&mut self, index: usize) {
        if self.services[index].is_running() {
            self.record_command(index, "crashed", vec![]);
            self.abandon_work(index);
            self.services[index].phase = Phase::Crashed;
        } else {
            self.refuse(index, "crash", "not_running");
        }
    }

    /// "`restart`: for a stopped or crashed service."
    fn restart(&mut self, index: usize) {
        match self.services[index].phase {
            Phase::Stopped | Phase::Crashed => self.run_service(index, None, "restarted"),
            Phase::NotStarted { .. } => self.refuse(index, "restart", "never_started"),
            _ => self.refuse(index, "restart", "running"),
        }
    }

    fn edit(&mut self, index: usize, edit: &Edit) {
        let mut details = vec![];
        if let Some(allowed) = &edit.allowed_states {
            details.push(("allowed_states", allowed_states(allowed)));
            // "Replaces the old ones and counts from the next read"; a work under way keeps what it sets.
            self.services[index].allowed = plain(&allowed.0);
        }
        if let Some(poll_interval) = edit.poll_interval {
            details.push(("poll_interval_ms", poll_interval.to_string()));
            self.services[index].poll_interval = poll_interval;
            self.replan_read(index);
        }
        if let Some(work_time) = edit.work_time {
            details.push(("work_time_ms", work_time.to_string()));
            // "Work time [...] count[s] from the next start of work".
            self.services[index].work_time = work_time;
        }
        self.record_command(index, "edited", details);
    }

    /// "A new poll interval counts from the last read or write since the service was (re)started, but never before
    /// the edit; one that has not read since then reads at its start all the same."
    fn replan_read(&mut self, index: usize) {
        let now = self.now;
        let service = &mut self.services[index];
        if let Phase::Sleeping { .. } = service.phase
            && let Some(last) = service.last_read_or_write
        {
            let next_read = Time::max(last + service.poll_interval, now);
            service.phase = Phase::Sleeping { next_read };
        }
    }

    /// "`add`: appended at the end of the order; if its `starts_at_ms` is its own instant it starts within the
    /// `add`, before the next command."
    fn add(&mut self, setup: &ServiceSetup) {
        let starts_at = setup.starts_at.map_or("null".to_owned(), |at| at.to_string());
        let details = vec![
            ("name", text(setup.name.as_str())),
            ("allowed_states", allowed_states(&setup.allowed_states)),
            ("poll_interval_ms", setup.poll_interval.to_string()),
            ("work_time_ms", setup.work_time.to_string()),
            ("starts_at_ms", starts_at),
        ];
        let added = self.record(None, "added", setup.name.as_str(), details);
        self.services.push(Service::new(setup, Some(added)));
        if setup.starts_at == Some(self.now) {
            self.run_service(self.services.len() - 1, Some(added), "started");
        }
    }

    /// "`rename`: the same identity under another name". Its actor is "the name that the identity has just before
    /// the entry".
    fn rename(&mut self, index: usize, to: &ServiceName) {
        self.record_command(index, "renamed", vec![("to", text(to.as_str()))]);
        self.services[index].name = to.to_string();
    }

    /// "`remove`: never refused; what runs is gone as in a crash, and it is off the list."
    fn remove(&mut self, index: usize) {
        self.record_command(index, "removed", vec![]);
        self.abandon_work(index);
        self.services[index].phase = Phase::Removed;
    }

    /// "Abandoned work: work that a crash or a removal ended"; the time spent on it stays busy time.
    fn abandon_work(&mut self, index: usize) {
        let now = self.now;
        if let Some(work) = self.services[index].work().cloned() {
            self.services[index].busy += now.since(work.began);
            self.abandoned_work += 1;
        }
    }
}
