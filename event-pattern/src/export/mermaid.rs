//! A Mermaid sequence diagram of a part of a run.

use std::fmt::Write;
use std::ops::Range;

use crate::state::State;
use crate::time::Time;
use crate::trace::{Actor, Entry, EntryId, Gap, ServiceId, StateId, Trace, What};

/// The longest text that Mermaid renders, in characters (its `maxTextSize`).
pub const LONGEST_MERMAID: usize = 50_000;

/// Room for the line that says what was left out.
const RESERVE: usize = 200;

/// A diagram of the entries from `range.start` to before `range.end`. It stays below [`LONGEST_MERMAID`]; what had to be
/// left out is said in a note at its end.
pub fn mermaid(trace: &Trace, range: Range<Time>) -> String {
    let Range { start: first, end } = trace.indices(range);
    let mut out =
        String::from("sequenceDiagram\n    participant P as publisher\n    participant B as broker\n");
    let entries = || trace.entries_in(first..end);
    let mut known: Vec<ServiceId> = Vec::new();
    for id in entries().filter_map(|(_, entry)| entry.actor.service()) {
        if let Err(place) = known.binary_search(&id) {
            known.insert(place, id);
        }
    }
    let mut services: Vec<ServiceId> = Vec::new();
    for id in known {
        let name = trace.names().service(id).name_after(first).as_str();
        let line = format!("    participant S{} as {name}\n", id.number());
        if out.len() + line.len() > LONGEST_MERMAID / 2 {
            break;
        }
        out.push_str(&line);
        services.push(id);
    }
    if let Some(receiver) = &trace.header().scenario.receiver {
        let _ = writeln!(out, "    participant R as {receiver}");
    }
    let mut shown = 0;
    for (id, entry) in entries() {
        let line = line(trace, id, entry);
        let drawn = entry.actor.service().is_none_or(|service| services.contains(&service));
        if !drawn || out.len() + line.len() + RESERVE > LONGEST_MERMAID {
            break;
        }
        out.push_str(&line);
        shown += 1;
    }
    let left_out = (end - first) - shown;
    if left_out > 0 {
        let _ =
            writeln!(out, "    Note over P,B: {left_out} more entries are left out after the first {shown}");
    }
    out
}

/// One entry as a line of the diagram; nothing for what another entry's line shows already.
fn line(trace: &Trace, id: EntryId, entry: &Entry) -> String {
    let names = trace.names();
    let who = match entry.actor {
        Actor::Publisher => "P".to_owned(),
        Actor::Service(service) => format!("S{}", service.number()),
        // Nobody is drawn who is elsewhere: what they did is a note.
        Actor::Other(_) => "B".to_owned(),
    };
    let held =
        |state: Option<StateId>| state.map_or_else(|| "nothing".to_owned(), |id| plain(names.state(id)));
    let at = entry.at;
    match entry.what {
        What::Published { state, .. } => format!("    P->>B: {at} ms, set {}\n", names.state(state)),
        What::WorkStarted { state } => format!("    B->>{who}: {at} ms, read {}\n", names.state(state)),
        What::WorkFinished { state } => format!("    {who}->>B: {at} ms, set {}\n", names.state(state)),
        What::ResultPublished { state } => {
            format!("    {who}->>R: {at} ms, result of {}\n", names.state(state))
        }
        What::StateLost { state, .. } => {
            format!("    Note over B: {at} ms, {} is lost\n", plain(names.state(state)))
        }
        What::StateChanged { .. } => String::new(),
        What::Renamed => {
            let name = entry.actor.service().map(|service| names.service(service).name_after(id.index() + 1));
            let name = name.map_or("", |name| name.as_str());
            format!("    Note over {who}: {at} ms, renamed to {name}\n")
        }
        What::KeySet { state } => format!("    Note over B: {at} ms, set elsewhere to {}\n", held(state)),
        What::KeyFound { state } => format!("    Note over B: {at} ms, found {}\n", held(state)),
        What::Attributed => String::new(),
        What::Gap(Gap::Missed { revisions }) => {
            format!("    Note over B: {at} ms, {revisions} revisions were not seen\n")
        }
        What::Gap(gap) => format!("    Note over B: {at} ms, {}\n", gap.as_str().replace('_', " ")),
        What::CommandRefused { command, reason } => {
            let (command, reason) = (command.as_str(), reason.as_str());
            format!("    Note over {who}: {at} ms, {command} refused ({reason})\n")
        }
        other => format!("    Note over {who}: {at} ms, {}\n", other.kind().replace('_', " ")),
    }
}

/// A state's name; of foreign text only what cannot be taken for Mermaid's own signs.
fn plain(state: &State) -> String {
    state.as_str().chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '?' }).collect()
}
