//! Names over time: which exist when, and which commands name one that does not. Knows nothing of JSON.

use super::found::{Found, Path};
use super::limits;
use super::name::{Caseless, ServiceName};
use super::naming::{Naming, Spotted, Verb};
use super::problem_kind::{Counted, ProblemKind};
use crate::hashed::Set;
use crate::order::order;
use crate::time::Time;

/// A list of commands with the way to it, each with its index there: those that do not matter may be left out.
pub(super) struct List<'a> {
    pub(super) path: Path<'a>,
    pub(super) commands: &'a [(usize, Naming)],
}

/// The services at the beginning: a name twice is a problem at the later place.
pub(super) fn services<'a>(
    found: &mut Found,
    services: impl Iterator<Item = Option<&'a Spotted>>,
) -> Names<'a> {
    let path = Path::Top("services");
    let mut names = Names(Set::default());
    for (i, service) in services.enumerate() {
        if let Some(service) = service {
            names.bring(found, service, &path.item(i).field("name"));
        }
    }
    names
}

/// Which names there are at some time.
pub(super) struct Names<'a>(Set<Caseless<'a>>);

impl<'a> Names<'a> {
    /// The names of services that are right.
    pub(super) fn of(services: impl Iterator<Item = &'a ServiceName>) -> Names<'a> {
        let mut names = Set::default();
        for name in services {
            names.insert(Caseless(name.as_str()));
        }
        Names(names)
    }

    /// Runs through all commands in the order of time; at one instant the lists one after the other, each in its own.
    pub(super) fn commands(mut self, found: &mut Found, lists: &'a [List<'a>]) {
        let mut timed: Vec<(Time, usize, usize)> = Vec::new();
        for (l, list) in lists.iter().enumerate() {
            let commands = list.commands.iter().enumerate();
            // A command whose time could not be read happens at no time: it neither looks up nor brings a name.
            timed.extend(commands.filter_map(|(i, (_, command))| Some((command.at?, l, i))));
        }
        for index in order(timed.iter().map(|(at, ..)| at.as_micros())) {
            let (at, l, i) = timed[index];
            let (index, command) = &lists[l].commands[i];
            if let Some(verb) = command.verb {
                self.command(found, at, verb, command, &lists[l].path.item(*index));
            }
        }
    }

    fn command(&mut self, found: &mut Found, at: Time, verb: Verb, command: &'a Naming, path: &Path) {
        let path = path.field(verb.word());
        let exists = command.looks_up.as_ref().is_some_and(|service| {
            let in_object = matches!(verb, Verb::Edit | Verb::Rename);
            let exists = self.0.contains(&key(service));
            if !exists {
                let name = super::found::quote(service.name.as_str());
                let kind = ProblemKind::UnknownService { name, at };
                let inner = path.field("service");
                found.add(service.spot, if in_object { &inner } else { &path }, kind);
            }
            exists
        });
        match (verb, &command.looks_up, &command.brings) {
            (Verb::Remove, Some(service), _) => {
                self.0.remove(&key(service));
            }
            (Verb::Add, _, Some(name)) => {
                self.bring(found, name, &path.field("name"));
            }
            (Verb::Rename, service, Some(to)) => {
                let path = path.field("to");
                let service = service.as_ref().map(key);
                if service == Some(key(to)) {
                    // Its own name in another case.
                } else if self.0.contains(&key(to)) {
                    found.add(to.spot, &path, taken(to));
                } else if exists && to.fit {
                    self.0.insert(key(to));
                    service.map(|service| self.0.remove(&service));
                }
            }
            _ => {}
        }
    }

    /// A service comes with a name, which counts even if it is a bad one.
    fn bring(&mut self, found: &mut Found, name: &'a Spotted, path: &Path) {
        if !self.0.insert(key(name)) {
            found.add(name.spot, path, taken(name));
        }
    }
}

fn key(spotted: &Spotted) -> Caseless<'_> {
    Caseless(spotted.name.as_str())
}

fn taken(spotted: &Spotted) -> ProblemKind {
    let name = super::found::quote(spotted.name.as_str());
    ProblemKind::TakenName { name }
}

/// The services of the beginning and those that are added, all together; the first one too many is the problem.
pub(super) fn count_services(found: &mut Found, services: usize, lists: &[List]) {
    let mut count = services;
    for list in lists {
        for (i, command) in list.commands {
            if command.verb != Some(Verb::Add) {
                continue;
            }
            count += 1;
            if count == limits::SERVICES + 1 {
                let (what, most) = (Counted::Services, limits::SERVICES);
                let kind = ProblemKind::TooMany { what, most };
                found.add(command.spot, &list.path.item(*i).field("add"), kind);
            }
        }
    }
}
