//! The names that commands use and bring, before they are known to be right.

use super::model::{Command, TimedCommand};
use super::name::ServiceName;
use crate::time::Time;

/// A name with where it stands.
#[derive(Clone)]
pub(super) struct Spotted {
    pub(super) name: ServiceName,
    pub(super) spot: usize,
    /// Whether nothing is wrong with the name by itself. A bad one still counts for later checks.
    pub(super) fit: bool,
}

/// What the check of names over time has to know of a command.
pub(super) struct Naming {
    /// When it takes effect, if that could be read.
    pub(super) at: Option<Time>,
    /// What it does, if that could be read.
    pub(super) verb: Option<Verb>,
    /// Where its action stands.
    pub(super) spot: usize,
    /// The name that a service must have at its time.
    pub(super) looks_up: Option<Spotted>,
    /// The name that it gives to a service.
    pub(super) brings: Option<Spotted>,
}

impl Naming {
    /// Of a command that is right by itself; its spots are `spot` and the one after.
    pub(super) fn of(timed: &TimedCommand, spot: usize) -> Naming {
        let (looks_up, brings) = match &timed.command {
            Command::Publish(_) => (None, None),
            Command::Start(name)
            | Command::Stop(name)
            | Command::Crash(name)
            | Command::Restart(name)
            | Command::Remove(name) => (Some(name), None),
            Command::Edit(edit) => (Some(&edit.service), None),
            Command::Add(setup) => (None, Some(&setup.name)),
            Command::Rename { service, to } => (Some(service), Some(to)),
        };
        let spotted = |name: &ServiceName, spot| Spotted { name: name.clone(), spot, fit: true };
        Naming {
            at: Some(timed.at),
            verb: Some(timed.command.verb()),
            spot,
            looks_up: looks_up.map(|name| spotted(name, spot)),
            brings: brings.map(|name| spotted(name, spot + 1)),
        }
    }
}

/// What a command does, as its key in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Publish,
    Start,
    Stop,
    Crash,
    Restart,
    Edit,
    Add,
    Rename,
    Remove,
}

impl Verb {
    /// Whether it changes which names there are, and so what is right for later commands.
    pub(super) const fn changes_names(self) -> bool {
        matches!(self, Verb::Add | Verb::Rename | Verb::Remove)
    }

    pub(super) const ALL: [Verb; 9] = [
        Verb::Publish,
        Verb::Start,
        Verb::Stop,
        Verb::Crash,
        Verb::Restart,
        Verb::Edit,
        Verb::Add,
        Verb::Rename,
        Verb::Remove,
    ];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Verb::Publish => "publish",
            Verb::Start => "start",
            Verb::Stop => "stop",
            Verb::Crash => "crash",
            Verb::Restart => "restart",
            Verb::Edit => "edit",
            Verb::Add => "add",
            Verb::Rename => "rename",
            Verb::Remove => "remove",
        }
    }
}

impl Command {
    pub(super) fn verb(&self) -> Verb {
        match self {
            Command::Publish(_) => Verb::Publish,
            Command::Start(_) => Verb::Start,
            Command::Stop(_) => Verb::Stop,
            Command::Crash(_) => Verb::Crash,
            Command::Restart(_) => Verb::Restart,
            Command::Edit(_) => Verb::Edit,
            Command::Add(_) => Verb::Add,
            Command::Rename { .. } => Verb::Rename,
            Command::Remove(_) => Verb::Remove,
        }
    }

    /// Its key in a file: `publish`, `start`, `stop`, `crash`, `restart`, `edit`, `add`, `rename` or `remove`.
    pub fn word(&self) -> &'static str {
        self.verb().word()
    }
}
