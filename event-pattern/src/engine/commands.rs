//! What a command does. What makes no sense is an entry of its own and changes nothing.

use litemap::LiteMap;

use super::Engine;
use super::queue::Turn;
use crate::scenario::{Command, Edit, ServiceName, ServiceSetup};
use crate::service::{Input, Output, Phase, Service};
use crate::time::Time;
use crate::trace::{Actor, CommandKind, ServiceId, What};

impl Engine {
    /// Carries out the commands that take effect at `at`.
    pub(super) fn obey_plan(&mut self, at: Time) {
        if self.plan.next_instant() != Some(at) {
            return;
        }
        // A copy shares the commands: what they are is read while the run is changed.
        let mut plan = self.plan.clone();
        while let Some(timed) = plan.pop(at) {
            self.obey(at, &timed.command);
        }
        self.plan = plan;
    }

    fn obey(&mut self, at: Time, command: &Command) {
        match command {
            Command::Publish(state) => {
                let state = self.trace.intern(state);
                let unheard = !self.hearers.is_heard(state);
                self.set_key(at, Actor::Publisher, What::Published { state, unheard }, None);
            }
            Command::Start(name) => self.order(at, name, CommandKind::Start),
            Command::Stop(name) => self.order(at, name, CommandKind::Stop),
            Command::Crash(name) => self.order(at, name, CommandKind::Crash),
            Command::Restart(name) => self.order(at, name, CommandKind::Restart),
            Command::Edit(edit) => self.edit(at, edit),
            Command::Add(setup) => self.add(at, setup),
            Command::Rename { service, to } => self.rename(at, service, to),
            Command::Remove(name) => self.remove(at, name),
        }
    }

    fn order(&mut self, at: Time, name: &ServiceName, command: CommandKind) {
        let id = self.named(name);
        let service = &mut self.services[id.index()];
        service.pass_reads_before(at);
        let output = service.handle(at, Input::Command(command));
        let what = match output {
            Output::Started => What::Started,
            Output::Restarted => What::Restarted,
            Output::Stopping => What::Stopping,
            Output::Stopped(_) => What::Stopped,
            Output::Crashed => What::Crashed,
            Output::Refused(reason) => What::CommandRefused { command, reason },
            _ => return,
        };
        let entry = self.record(at, Actor::Service(id), what);
        self.services[id.index()].recorded(&output, entry);
        self.plan_read(id, at);
    }

    fn edit(&mut self, at: Time, edit: &Edit) {
        let id = self.named(&edit.service);
        let kept = self.trace.keep_edit(edit);
        let settings = *self.trace.names().edit(kept);
        let allowed = settings.allowed.map(|allowed| self.trace.names().allowed(allowed).clone());
        let service = &mut self.services[id.index()];
        service.pass_reads_before(at);
        if let Some(allowed) = &allowed {
            self.hearers.remove(id, service.allowed());
            self.hearers.add(id, allowed);
        }
        let (poll_interval, work_time) = (settings.poll_interval, settings.work_time);
        service.handle(at, Input::Edit { allowed, poll_interval, work_time });
        self.record(at, Actor::Service(id), What::Edited(kept));
        self.plan_read(id, at);
    }

    fn add(&mut self, at: Time, setup: &ServiceSetup) {
        let id = self.trace.add_service(setup);
        self.record(at, Actor::Service(id), What::Added);
        self.enroll(id);
        if let Some(by_name) = &mut self.by_name {
            by_name.insert(setup.name.key(), id);
        }
        match setup.starts_at {
            Some(start) if start == at => self.reach_start_time(at, id),
            Some(start) => self.queue.push(start, Turn::Start, id),
            None => {}
        }
    }

    fn rename(&mut self, at: Time, service: &ServiceName, to: &ServiceName) {
        let id = self.named(service);
        self.trace.rename_service(id, to.clone());
        self.record(at, Actor::Service(id), What::Renamed);
        let by_name = self.by_name();
        by_name.remove(&service.key());
        by_name.insert(to.key(), id);
    }

    fn remove(&mut self, at: Time, name: &ServiceName) {
        let id = self.named(name);
        let service: &mut Service = &mut self.services[id.index()];
        self.hearers.remove(id, service.allowed());
        service.remove();
        self.record(at, Actor::Service(id), What::Removed);
        self.by_name().remove(&name.key());
    }

    fn named(&mut self, name: &ServiceName) -> ServiceId {
        *self.by_name().get(&name.key()).expect("commands are checked: their services exist at their time")
    }

    fn by_name(&mut self) -> &mut LiteMap<String, ServiceId> {
        let (names, services) = (self.trace.names(), &self.services);
        self.by_name.get_or_insert_with(|| {
            let present = names.services().filter(|(id, _)| *services[id.index()].phase() != Phase::Removed);
            let mut by_name = LiteMap::new();
            for (id, record) in present {
                by_name.insert(record.last_name().key(), id);
            }
            by_name
        })
    }
}
