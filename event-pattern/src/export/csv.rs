//! CSV after RFC 4180: a line of names, then one entry a line; what an entry has no value for stays empty.

use super::fields::{Described, Value, describe, write_allowed};
use crate::trace::Trace;

/// The columns after `at_ms`, `id`, `cause`, `kind` and `actor`. How long a live driver slept is in JSON lines only: the
/// columns are those of every run.
const FIELDS: [&str; 12] = [
    "state",
    "from",
    "by",
    "to",
    "command",
    "reason",
    "name",
    "allowed_states",
    "poll_interval_ms",
    "work_time_ms",
    "starts_at_ms",
    "missed",
];

/// The entries of `trace` from index `from` (counted from 0) to before index `to`.
pub fn csv(trace: &Trace, from: usize, to: usize) -> String {
    let mut out = format!("at_ms,id,cause,kind,actor,{}\r\n", FIELDS.join(","));
    for (id, entry) in trace.entries_in(from..to) {
        let described = describe(trace, id, entry);
        let cause = entry.cause.map_or(String::new(), |cause| cause.number().to_string());
        let mut line = vec![
            entry.at.to_string(),
            id.number().to_string(),
            cause,
            described.kind.to_owned(),
            described.actor.map_or_else(String::new, quoted),
        ];
        line.extend(FIELDS.iter().map(|field| cell(&described, field)));
        out.push_str(&line.join(","));
        out.push_str("\r\n");
    }
    out
}

fn cell(described: &Described<'_>, field: &str) -> String {
    let value = described.fields.iter().find(|(name, _)| *name == field).map(|(_, value)| value);
    match value {
        None | Some(Value::Nothing) => String::new(),
        Some(Value::Word(word)) => quoted(word),
        Some(Value::Ms(span)) => span.to_string(),
        Some(Value::Count(count)) => count.to_string(),
        Some(Value::Allowed(allowed)) => {
            let mut json = String::new();
            write_allowed(&mut json, allowed);
            quoted(&json)
        }
    }
}

/// In quotes where it has to be.
fn quoted(word: &str) -> String {
    if word.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", word.replace('"', "\"\""))
    } else {
        word.to_owned()
    }
}
