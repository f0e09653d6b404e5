//! The fields of an entry, in one order and under one name for every format.

use crate::scenario::{AllowedStates, ServiceName};
use crate::state::State;
use crate::time::{Span, Time};
use crate::trace::{Actor, CommandKind, Entry, EntryId, Gap, Refusal, StateId, Trace, What, WriteFailure};

/// A field's value.
pub(super) enum Value<'a> {
    /// A name: of a state, a service, a kind. In a live run it may be any text that a real key holds.
    Word(&'a str),
    Ms(Span),
    Count(u32),
    Allowed(AllowedStates),
    Nothing,
}

/// An entry ready to be written: what it is called, who did it, and its fields.
pub(super) struct Described<'a> {
    pub(super) kind: &'static str,
    /// None for somebody elsewhere of whom nothing is known.
    pub(super) actor: Option<&'a str>,
    pub(super) fields: Vec<(&'static str, Value<'a>)>,
}

/// Describes the entry `id` of `trace`.
pub(super) fn describe<'a>(trace: &'a Trace, id: EntryId, entry: &Entry) -> Described<'a> {
    let names = trace.names();
    let actor = match entry.actor {
        Actor::Publisher => Some("publisher"),
        Actor::Service(service) => Some(names.service(service).name_before(id).as_str()),
        Actor::Other(label) => label.map(|label| names.label(label)),
    };
    let word = |word: Option<&'a str>| word.map_or(Value::Nothing, Value::Word);
    let held = |id: Option<StateId>| Value::Word(id.map_or("", |id| names.state(id).as_str()));
    let state = |id: StateId| Value::Word(names.state(id).as_str());
    let fields = match entry.what {
        What::Published { state: set, .. }
        | What::WorkStarted { state: set }
        | What::WorkFinished { state: set }
        | What::ResultPublished { state: set } => vec![("state", state(set))],
        What::KeySet { state } | What::KeyFound { state } => vec![("state", held(state))],
        What::StateChanged { from, to } => vec![("state", held(to)), ("from", held(from))],
        What::StateLost { state: lost, .. } => vec![("state", state(lost)), ("by", word(actor))],
        What::Edited(edit) => {
            let edit = names.edit(edit);
            let allowed = edit.allowed.map(|allowed| Value::Allowed(names.allowed_states(allowed)));
            let interval = edit.poll_interval.map(Value::Ms);
            let work_time = edit.work_time.map(Value::Ms);
            let given =
                [("allowed_states", allowed), ("poll_interval_ms", interval), ("work_time_ms", work_time)];
            given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
        }
        What::Added => added(trace, entry),
        What::Renamed => vec![("to", renamed_to(trace, id, entry))],
        What::CommandRefused { command, reason } => {
            vec![("command", Value::Word(command.as_str())), ("reason", Value::Word(reason.as_str()))]
        }
        What::WriteFailed { state: unset, outcome } => {
            vec![("state", state(unset)), ("reason", Value::Word(outcome.as_str()))]
        }
        What::Gap(gap) => missed(gap),
        What::Started
        | What::Stopping
        | What::Stopped
        | What::Crashed
        | What::Restarted
        | What::Removed
        | What::Attributed
        | What::ReadFailed => Vec::new(),
    };
    Described { kind: entry.what.kind(), actor, fields }
}

/// What could not be seen, and how much of it where it is known.
fn missed(gap: Gap) -> Vec<(&'static str, Value<'static>)> {
    let reason = ("reason", Value::Word(gap.as_str()));
    match gap {
        Gap::Missed { revisions } => vec![reason, ("missed", Value::Count(revisions))],
        Gap::Asleep { ms } => vec![reason, ("slept_ms", Value::Count(ms))],
        Gap::StoreAway | Gap::StoreBack | Gap::LinkLost | Gap::LinkBack => vec![reason],
    }
}

/// The whole service with its defaults.
fn added<'a>(trace: &'a Trace, entry: &Entry) -> Vec<(&'static str, Value<'a>)> {
    let Some(service) = entry.actor.service() else { return Vec::new() };
    let record = trace.names().service(service);
    let starts_at = record.starts_at.map_or(Value::Nothing, |at| Value::Ms(at.since(Time::ZERO)));
    vec![
        ("name", Value::Word(record.first_name().as_str())),
        ("allowed_states", Value::Allowed(trace.names().allowed_states(record.allowed))),
        ("poll_interval_ms", Value::Ms(record.poll_interval)),
        ("work_time_ms", Value::Ms(record.work_time)),
        ("starts_at_ms", starts_at),
    ]
}

fn renamed_to<'a>(trace: &'a Trace, id: EntryId, entry: &Entry) -> Value<'a> {
    let name = |service| trace.names().service(service).name_after(id.index() + 1);
    entry.actor.service().map(name).map(ServiceName::as_str).map_or(Value::Nothing, Value::Word)
}

impl Gap {
    /// Its name in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Gap::Missed { .. } => "revisions_missed",
            Gap::Asleep { .. } => "asleep",
            Gap::StoreAway => "store_away",
            Gap::StoreBack => "store_back",
            Gap::LinkLost => "link_lost",
            Gap::LinkBack => "link_back",
        }
    }
}

impl CommandKind {
    /// The command's name in files and output.
    pub fn as_str(self) -> &'static str {
        match self {
            CommandKind::Start => "start",
            CommandKind::Stop => "stop",
            CommandKind::Crash => "crash",
            CommandKind::Restart => "restart",
        }
    }
}

impl Refusal {
    /// The reason's name in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Refusal::Running => "running",
            Refusal::NeverStarted => "never_started",
            Refusal::Stopping => "stopping",
            Refusal::NotRunning => "not_running",
        }
    }
}

impl WriteFailure {
    /// The failure's name in output.
    pub fn as_str(self) -> &'static str {
        match self {
            WriteFailure::Failed => "failed",
            WriteFailure::OutcomeUnknown => "outcome_unknown",
        }
    }
}

/// Writes allowed states as the object that a scenario file has.
pub(super) fn write_allowed(out: &mut String, allowed: &AllowedStates) {
    let pair = |(state, next): &(State, State)| format!("\"{state}\":\"{next}\"");
    out.push('{');
    out.push_str(&allowed.0.iter().map(pair).collect::<Vec<_>>().join(","));
    out.push('}');
}
