//! Scenarios and their parts as JSON text. Knows nothing of reading it back.

use std::fmt::{Display, Write};

use super::model::{AllowedStates, Command, Edit, Scenario, ServiceSetup, TimedCommand};

impl Scenario {
    /// The scenario as a file that a person can read and change, one service and one command a line, every default
    /// written out. Reading it gives the same scenario.
    pub fn to_json(&self) -> String {
        let mut out = String::from("{\n  \"version\": 1,\n");
        line(&mut out, "name", &Text(&self.name));
        line(&mut out, "random_seed", &self.random_seed);
        if let Some(receiver) = &self.receiver {
            line(&mut out, "receiver", &Text(receiver.as_str()));
        }
        list(&mut out, "services", &self.services, |out, service| {
            service.write(out, Spacing::Wide);
        });
        if !self.commands.is_empty() {
            out.push_str(",\n");
            list(&mut out, "commands", &self.commands, |out, command| {
                command.write(out);
            });
        }
        out.push_str("\n}\n");
        out
    }
}

impl TimedCommand {
    /// The command as it stands in a file, on one line.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out, Spacing::Wide);
        object.field("at_ms", &self.at);
        match &self.command {
            Command::Publish(state) => object.field("publish", &Text(state.as_str())),
            Command::Start(name)
            | Command::Stop(name)
            | Command::Crash(name)
            | Command::Restart(name)
            | Command::Remove(name) => object.field(self.command.word(), &Text(name.as_str())),
            Command::Edit(edit) => {
                let mut inner = Object::begin(object.key("edit"), Spacing::Wide);
                inner.field("service", &Text(edit.service.as_str()));
                edit.write_into(&mut inner);
                inner.end();
            }
            Command::Add(setup) => setup.write(object.key("add"), Spacing::Wide),
            Command::Rename { service, to } => {
                let mut inner = Object::begin(object.key("rename"), Spacing::Wide);
                inner.field("service", &Text(service.as_str()));
                inner.field("to", &Text(to.as_str()));
                inner.end();
            }
        }
        object.end();
    }
}

impl ServiceSetup {
    /// Writes all fields, defaults too, as the members of a JSON object, without its braces and without spaces.
    pub fn write_members(&self, out: &mut String) {
        self.write_into(&mut Object::members(out, Spacing::Tight));
    }

    fn write(&self, out: &mut String, spacing: Spacing) {
        let mut object = Object::begin(out, spacing);
        self.write_into(&mut object);
        object.end();
    }

    fn write_into(&self, object: &mut Object) {
        object.field("name", &Text(self.name.as_str()));
        object.states(&self.allowed_states);
        object.field("poll_interval_ms", &self.poll_interval);
        object.field("work_time_ms", &self.work_time);
        match self.starts_at {
            Some(at) => object.field("starts_at_ms", &at),
            None => object.field("starts_at_ms", &"null"),
        }
    }
}

impl Edit {
    /// Writes the fields that are given, but not the service, as the members of a JSON object, without its braces
    /// and without spaces.
    pub fn write_members(&self, out: &mut String) {
        self.write_into(&mut Object::members(out, Spacing::Tight));
    }

    fn write_into(&self, object: &mut Object) {
        if let Some(states) = &self.allowed_states {
            object.states(states);
        }
        if let Some(interval) = self.poll_interval {
            object.field("poll_interval_ms", &interval);
        }
        if let Some(time) = self.work_time {
            object.field("work_time_ms", &time);
        }
    }
}

fn line(out: &mut String, key: &str, value: &dyn Display) {
    push(out, format_args!("  \"{key}\": {value},\n"));
}

fn list<T>(out: &mut String, key: &str, items: &[T], write_item: impl Fn(&mut String, &T)) {
    push(out, format_args!("  \"{key}\": ["));
    for (i, item) in items.iter().enumerate() {
        out.push_str(if i == 0 { "\n    " } else { ",\n    " });
        write_item(out, item);
    }
    out.push_str(if items.is_empty() { "]" } else { "\n  ]" });
}

/// A text in quotes, with escapes where JSON wants them.
struct Text<'a>(&'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        nojson::Json(self.0).fmt(f)
    }
}

fn push(out: &mut String, text: std::fmt::Arguments) {
    // Writing into a text cannot fail.
    let _ = out.write_fmt(text);
}

/// A file is for people, an export for programs.
#[derive(Clone, Copy)]
enum Spacing {
    Wide,
    Tight,
}

/// An object that is being written.
struct Object<'o> {
    out: &'o mut String,
    spacing: Spacing,
    empty: bool,
}

impl<'o> Object<'o> {
    fn begin(out: &'o mut String, spacing: Spacing) -> Object<'o> {
        out.push('{');
        Object::members(out, spacing)
    }

    fn members(out: &'o mut String, spacing: Spacing) -> Object<'o> {
        Object { out, spacing, empty: true }
    }

    /// Writes a key; the value comes next.
    fn key(&mut self, key: &str) -> &mut String {
        if !std::mem::take(&mut self.empty) {
            self.out.push(',');
        }
        let text = match self.spacing {
            // A space after the brace or the comma.
            Spacing::Wide => format_args!(" \"{key}\": "),
            Spacing::Tight => format_args!("\"{key}\":"),
        };
        push(self.out, text);
        self.out
    }

    fn field(&mut self, key: &str, value: &dyn Display) {
        push(self.key(key), format_args!("{value}"));
    }

    fn states(&mut self, states: &AllowedStates) {
        let spacing = self.spacing;
        let mut inner = Object::begin(self.key("allowed_states"), spacing);
        for (allowed, next) in &states.0 {
            inner.field(allowed.as_str(), &Text(next.as_str()));
        }
        inner.end();
    }

    fn end(self) {
        let wide = matches!(self.spacing, Spacing::Wide) && !self.empty;
        self.out.push_str(if wide { " }" } else { "}" });
    }
}
