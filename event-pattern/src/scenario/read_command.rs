//! Reads a command from JSON, or from the text of a command line.

use super::found::{Path, quote};
use super::model::{Command, Edit, TimedCommand};
use super::name::ServiceName;
use super::naming::{Naming, Spotted, Verb};
use super::problem_kind::ProblemKind;
use super::reader::{self, Reader, Value};
use crate::time::Time;

/// A command as far as it could be read.
pub(super) struct CommandDraft {
    pub(super) naming: Naming,
    /// The command itself, if all of it could be read.
    pub(super) command: Option<TimedCommand>,
}

impl CommandDraft {
    fn new(at: Option<Time>) -> CommandDraft {
        CommandDraft {
            naming: Naming { at, verb: None, spot: 0, looks_up: None, brings: None },
            command: None,
        }
    }

    fn timed(&mut self, command: Option<Command>) {
        self.command = self.naming.at.zip(command).map(|(at, command)| TimedCommand { at, command });
    }
}

impl Reader<'_> {
    /// Reads a command of the file.
    pub(super) fn command(
        &mut self,
        value: Value,
        path: &Path,
        receiver: Option<&ServiceName>,
    ) -> CommandDraft {
        let mut known = ["at_ms"; 1 + Verb::ALL.len()];
        for (word, verb) in known.iter_mut().skip(1).zip(Verb::ALL) {
            *word = verb.word();
        }
        let Some([at, actions @ ..]) = self.fields(value, path, &known) else {
            return CommandDraft::new(None);
        };
        if at.is_none() {
            self.missing(value, path, "at_ms");
        }
        let at = at.and_then(|at| self.time(at, &path.field("at_ms")));
        let mut draft = CommandDraft::new(at);
        let actions =
            || Verb::ALL.into_iter().zip(actions).filter_map(|(verb, action)| Some((verb, action?)));
        let Some((first, action)) = actions().min_by_key(|(_, action)| action.position()) else {
            self.problem_at_end(value, path, ProblemKind::NoAction);
            return draft;
        };
        self.action(first, action, &path.field(first.word()), receiver, &mut draft);
        for (verb, action) in actions().filter(|(verb, _)| *verb != first) {
            self.problem(action, &path.field(verb.word()), ProblemKind::SecondAction);
        }
        draft
    }

    /// Reads a command of a command line, such as `2000:crash ORDER`.
    pub(super) fn command_text(
        &mut self,
        text: &str,
        path: &Path,
        receiver: Option<&ServiceName>,
    ) -> CommandDraft {
        let Some((at, rest)) = text.split_once(':') else {
            let key = path.field("at_ms");
            self.found.add(self.base, &key, ProblemKind::Missing);
            return CommandDraft::new(None);
        };
        let at = self.time_text(at.trim(), &path.field("at_ms"));
        let mut draft = CommandDraft::new(at);
        let rest = rest.trim();
        let (word, argument) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let argument = argument.trim_start();
        let path_to_action = path.field(word);
        // In the order of reading, after the time.
        self.base += 1;
        if word.is_empty() {
            self.found.add(self.base, path, ProblemKind::NoAction);
        } else if let Some(verb) = Verb::ALL.into_iter().find(|verb| verb.word() == word) {
            self.argument(verb, argument, &path_to_action, receiver, &mut draft);
        } else {
            self.found.add(self.base, &path_to_action, ProblemKind::UnknownField);
        }
        draft
    }

    fn time_text(&mut self, text: &str, path: &Path) -> Option<Time> {
        let number = reader::parse(text).ok();
        let number = number.filter(|json| json.value().kind().is_number());
        match number {
            Some(json) => self.time(json.value(), path),
            None => {
                let given = quote(text);
                self.found.add(self.base, path, ProblemKind::NotANumber { given });
                None
            }
        }
    }

    /// What stands after the verb on a command line: JSON, a state or a name.
    fn argument(
        &mut self,
        verb: Verb,
        text: &str,
        path: &Path,
        receiver: Option<&ServiceName>,
        draft: &mut CommandDraft,
    ) {
        let quoted;
        let json = match verb {
            Verb::Edit | Verb::Add | Verb::Rename => text,
            _ => {
                quoted = nojson::Json(text).to_string();
                &quoted
            }
        };
        match reader::parse(json) {
            Ok(json) => self.action(verb, json.value(), path, receiver, draft),
            Err(kind) => self.found.add(self.base, path, kind),
        }
    }

    fn action(
        &mut self,
        verb: Verb,
        value: Value,
        path: &Path,
        receiver: Option<&ServiceName>,
        draft: &mut CommandDraft,
    ) {
        draft.naming.verb = Some(verb);
        draft.naming.spot = self.spot(value);
        let command = match verb {
            Verb::Publish => self.state(value, path).map(Command::Publish),
            Verb::Start => self.service_name(value, path, draft).map(Command::Start),
            Verb::Stop => self.service_name(value, path, draft).map(Command::Stop),
            Verb::Crash => self.service_name(value, path, draft).map(Command::Crash),
            Verb::Restart => self.service_name(value, path, draft).map(Command::Restart),
            Verb::Remove => self.service_name(value, path, draft).map(Command::Remove),
            Verb::Edit => self.edit(value, path, draft).map(Command::Edit),
            Verb::Add => self.add(value, path, receiver, draft),
            Verb::Rename => self.rename(value, path, receiver, draft),
        };
        draft.timed(command);
    }

    fn service_name(&mut self, value: Value, path: &Path, draft: &mut CommandDraft) -> Option<ServiceName> {
        draft.naming.looks_up = self.old_name(value, path);
        draft.naming.looks_up.as_ref().map(name_of)
    }

    fn edit(&mut self, value: Value, path: &Path, draft: &mut CommandDraft) -> Option<Edit> {
        let known = ["service", "allowed_states", "poll_interval_ms", "work_time_ms"];
        let fields = self.fields(value, path, &known)?;
        let [service, allowed_states, poll_interval, work_time] = fields;
        if service.is_none() {
            self.missing(value, path, "service");
        }
        if fields[1..].iter().all(Option::is_none) {
            self.problem_at_end(value, path, ProblemKind::EmptyEdit);
        }
        let service = service.and_then(|service| self.service_name(service, &path.field("service"), draft));
        let edit = Edit {
            service: service.unwrap_or_else(|| ServiceName::unchecked("")),
            allowed_states: allowed_states
                .and_then(|value| self.allowed_states(value, &path.field("allowed_states"))),
            poll_interval: poll_interval
                .and_then(|value| self.poll_interval(value, &path.field("poll_interval_ms"))),
            work_time: work_time.and_then(|value| self.span(value, &path.field("work_time_ms"))),
        };
        Some(edit)
    }

    fn add(
        &mut self,
        value: Value,
        path: &Path,
        receiver: Option<&ServiceName>,
        draft: &mut CommandDraft,
    ) -> Option<Command> {
        let service = self.service(value, path, None, receiver)?;
        draft.naming.brings = service.name;
        let given = service.setup.starts_at.zip(service.starts_at_spot);
        if let (Some((given, spot)), Some(at)) = (given, draft.naming.at)
            && given < at
        {
            let kind = ProblemKind::StartsBeforeAdded { given, at };
            self.found.add(spot, &path.field("starts_at_ms"), kind);
        }
        Some(Command::Add(service.setup))
    }

    fn rename(
        &mut self,
        value: Value,
        path: &Path,
        receiver: Option<&ServiceName>,
        draft: &mut CommandDraft,
    ) -> Option<Command> {
        let known = ["service", "to"];
        let fields = self.fields(value, path, &known)?;
        for (key, field) in known.iter().zip(&fields) {
            if field.is_none() {
                self.missing(value, path, key);
            }
        }
        let [service, to] = fields;
        let service = service.and_then(|service| self.service_name(service, &path.field("service"), draft));
        let to = to.and_then(|to| self.new_name(to, &path.field("to"), receiver));
        draft.naming.brings = to;
        let to = draft.naming.brings.as_ref().map(name_of);
        let (service, to) = service.zip(to)?;
        Some(Command::Rename { service, to })
    }
}

fn name_of(spotted: &Spotted) -> ServiceName {
    spotted.name.clone()
}
