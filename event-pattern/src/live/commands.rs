//! A person's commands: they act now.

use super::{LiveRun, Request, Waiting};
use crate::scenario::{Command, Edit, Problems, ServiceName, ServiceSetup, TimedCommand};
use crate::service::{Input, Output, Phase};
use crate::time::Time;
use crate::trace::{Actor, CommandKind, ServiceId, What};

impl LiveRun {
    /// Does at once what a person asks.
    ///
    /// # Errors
    ///
    /// Every problem that the command has. Nothing is done then.
    pub fn command(&mut self, now: Time, command: Command) -> Result<(), Problems> {
        self.pass(now);
        self.given.push(TimedCommand { at: self.now, command: command.clone() });
        if let Err(problems) = self.trace.header().scenario.with_commands(&self.given) {
            self.given.pop();
            return Err(problems);
        }
        self.obey(command);
        Ok(())
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::Publish(state) => {
                self.ask(Request::Set(state.clone()), Waiting::Publication(state));
            }
            Command::Start(name) => self.order(&name, CommandKind::Start),
            Command::Stop(name) => self.order(&name, CommandKind::Stop),
            Command::Crash(name) => self.order(&name, CommandKind::Crash),
            Command::Restart(name) => self.order(&name, CommandKind::Restart),
            Command::Edit(edit) => self.edit(&edit),
            Command::Add(setup) => self.add(&setup),
            Command::Rename { service, to } => {
                let id = self.named(&service);
                self.trace.rename_service(id, to);
                self.record(None, Actor::Service(id), What::Renamed);
            }
            Command::Remove(name) => {
                let id = self.named(&name);
                self.services[id.index()].remove();
                self.record(None, Actor::Service(id), What::Removed);
            }
        }
    }

    fn order(&mut self, name: &ServiceName, command: CommandKind) {
        let id = self.named(name);
        let output = self.services[id.index()].handle(self.now, Input::Command(command));
        let what = match output {
            Output::Started => What::Started,
            Output::Restarted => What::Restarted,
            Output::Stopping => What::Stopping,
            Output::Stopped(_) => What::Stopped,
            Output::Crashed => What::Crashed,
            Output::Refused(reason) => What::CommandRefused { command, reason },
            _ => return,
        };
        let entry = self.record(None, Actor::Service(id), what);
        self.services[id.index()].recorded(&output, entry);
    }

    fn edit(&mut self, edit: &Edit) {
        let id = self.named(&edit.service);
        let kept = self.trace.keep_edit(edit);
        let settings = *self.trace.names().edit(kept);
        let allowed = settings.allowed.map(|allowed| self.trace.names().allowed(allowed).clone());
        let (poll_interval, work_time) = (settings.poll_interval, settings.work_time);
        self.services[id.index()].handle(self.now, Input::Edit { allowed, poll_interval, work_time });
        self.record(None, Actor::Service(id), What::Edited(kept));
    }

    fn add(&mut self, setup: &ServiceSetup) {
        let id = self.trace.add_service(setup);
        self.record(None, Actor::Service(id), What::Added);
        self.enroll(id);
        if setup.starts_at == Some(self.now) {
            self.reach_start_time(id);
        }
    }

    fn named(&self, name: &ServiceName) -> ServiceId {
        let key = name.key();
        let present = self
            .trace
            .names()
            .services()
            .filter(|(id, _)| *self.services[id.index()].phase() != Phase::Removed);
        let mut named = present.filter(|(_, record)| record.last_name().key() == key);
        named.next().map(|(id, _)| id).expect("commands are checked: their services exist at their time")
    }
}
