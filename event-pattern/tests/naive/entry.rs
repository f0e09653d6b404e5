//! An entry of the trace and its JSON line.

use event_pattern::scenario::AllowedStates;
use event_pattern::time::Time;

/// One entry of the trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it happened.
    pub at: Time,
    /// "Each has an id (1, 2, 3 ...)".
    pub id: u64,
    /// "... and the id of its cause, or none".
    pub cause: Option<u64>,
    /// What happened, in the word of the JSON lines.
    pub kind: &'static str,
    /// "`publisher` or the name that the identity has just before the entry".
    pub actor: String,
    /// "What the kind needs", in the order of the JSON line, each value as JSON.
    pub details: Details,
}

/// The names and the JSON of what a kind needs.
pub type Details = Vec<(&'static str, String)>;

impl Entry {
    /// The entry as one line of JSON, without its end.
    pub fn json(&self) -> String {
        let cause = self.cause.map_or("null".to_owned(), |id| id.to_string());
        let mut fields = vec![
            ("at_ms", self.at.to_string()),
            ("id", self.id.to_string()),
            ("cause", cause),
            ("kind", text(self.kind)),
            ("actor", text(&self.actor)),
        ];
        fields.extend(self.details.iter().cloned());
        let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        format!("{{{}}}", fields.join(","))
    }
}

/// A text as JSON. No name and no state holds a character that JSON would escape.
pub fn text(text: &str) -> String {
    format!("\"{text}\"")
}

/// "For each state the one that is set when its work is done; its order is kept".
pub fn allowed_states(allowed: &AllowedStates) -> String {
    let pairs: Vec<String> =
        allowed.0.iter().map(|(state, next)| format!("\"{state}\":\"{next}\"")).collect();
    format!("{{{}}}", pairs.join(","))
}
