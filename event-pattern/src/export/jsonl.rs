//! JSON lines: one entry a line, without the header.

use std::fmt::Write;

use super::fields::{Value, describe, write_allowed};
use crate::trace::{Entry, EntryId, Trace};

/// The entries of `trace` from index `from` (counted from 0) to before index `to`, one a line.
pub fn jsonl(trace: &Trace, from: usize, to: usize) -> String {
    let mut out = String::new();
    for (id, entry) in trace.entries_in(from..to) {
        jsonl_entry(&mut out, trace, id, entry);
        out.push('\n');
    }
    out
}

/// Writes one entry as a JSON object, without a line end.
pub fn jsonl_entry(out: &mut String, trace: &Trace, id: EntryId, entry: &Entry) {
    let described = describe(trace, id, entry);
    let cause = entry.cause.map_or("null".to_owned(), |cause| cause.number().to_string());
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        r#"{{"at_ms":{},"id":{},"cause":{cause},"kind":"{}","actor":"#,
        entry.at,
        id.number(),
        described.kind,
    );
    match described.actor {
        Some(actor) => write_word(out, actor),
        None => out.push_str("null"),
    }
    for (name, value) in described.fields {
        let _ = write!(out, ",\"{name}\":");
        match value {
            Value::Word(word) => write_word(out, word),
            Value::Ms(span) => {
                let _ = write!(out, "{span}");
            }
            Value::Count(count) => {
                let _ = write!(out, "{count}");
            }
            Value::Allowed(allowed) => write_allowed(out, &allowed),
            Value::Nothing => out.push_str("null"),
        }
    }
    out.push('}');
}

/// Writes a JSON string. Names are plain, but what others put into a real key may be any text.
fn write_word(out: &mut String, word: &str) {
    out.push('"');
    for letter in word.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            plain => out.push(plain),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_is_a_json_string() {
        let mut out = String::new();
        write_word(&mut out, "a\"b\\c\nd<é>");
        assert_eq!(out, r#""a\"b\\c\u000ad<é>""#);
        assert_eq!(serde_json::from_str::<String>(&out).ok().as_deref(), Some("a\"b\\c\nd<é>"));
    }
}
