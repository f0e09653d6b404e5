//! What protocol 1 promises of every frame that a client receives, whatever the test is about.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

const CODES: &[&str] = &[
    "malformed",
    "unsupported_protocol",
    "unauthorized",
    "not_ready",
    "invalid_state",
    "store_unavailable",
    "outcome_unknown",
    "store_refused",
    "rate_limited",
    "too_large",
    "too_many_connections",
    "shutting_down",
];

/// A longer text under the key is not shown.
const LONGEST_STATE: usize = 256;

/// What one socket has seen so far.
#[derive(Debug, Default)]
pub struct Rules {
    welcomed: bool,
    latest: Option<(u64, Option<String>)>,
    store_is_just_back: bool,
    seen: Vec<(u64, Option<String>)>,
}

impl Rules {
    /// Checks the next frame of this socket.
    pub fn check(&mut self, frame: &Value) -> Result<()> {
        self.check_frame(frame).with_context(|| format!("against protocol 1: {frame}"))
    }

    /// Every revision that was told, with the text that it stands for; none where that is unreadable.
    pub fn seen(&self) -> &[(u64, Option<String>)] {
        &self.seen
    }

    fn check_frame(&mut self, frame: &Value) -> Result<()> {
        ensure!(frame.is_object(), "not an object");
        if self.store_is_just_back {
            let changed = frame.get("changed").context("directly after `store` true stands `changed`")?;
            let (new, old) = (changed["revision"].as_u64(), self.latest.as_ref().map(|latest| latest.0));
            ensure!(new > old, "and its revision is new");
            self.store_is_just_back = false;
        }
        if let Some(error) = frame.get("error") {
            return Rules::check_error(frame, error);
        }
        if let Some(welcome) = frame.get("welcome") {
            ensure!(!self.welcomed, "a second welcome");
            self.welcomed = true;
            return self.check_welcome(welcome);
        }
        ensure!(self.welcomed, "before the welcome nothing but errors is sent");
        if let Some(changed) = frame.get("changed") {
            ensure!(changed.get("by").is_some_and(|by| by.is_string() || by.is_null()), "`by`");
            return self.check_value(changed);
        }
        if let Some(store) = frame.get("store") {
            return self.check_store(store);
        }
        ensure!(frame["id"].is_u64(), "an answer carries its id");
        if let Some(state) = frame.get("state") {
            return self.check_value(state);
        }
        ensure!(frame.get("pong").is_some_and(Value::is_object), "a kind that protocol 1 does not have");
        Ok(())
    }

    fn check_error(frame: &Value, error: &Value) -> Result<()> {
        ensure!(frame.get("id").is_some_and(|id| id.is_u64() || id.is_null()), "an error has an id or null");
        let code = error["code"].as_str().context("a code")?;
        ensure!(CODES.contains(&code), "an unknown code");
        ensure!(error["message"].as_str().is_some_and(|message| !message.trim().is_empty()), "a message");
        Ok(())
    }

    fn check_welcome(&mut self, welcome: &Value) -> Result<()> {
        ensure!(welcome["protocol"] == 1, "protocol 1");
        ensure!(welcome["key"].is_string(), "the key");
        ensure!(["redis", "memory"].iter().any(|store| welcome["store"] == *store), "the store");
        ensure!(["tracking", "polling"].iter().any(|watch| welcome["watch"] == *watch), "the watch");
        let instance = welcome["instance"].as_str().context("an instance")?;
        ensure!(instance.is_ascii() && (1..=32).contains(&instance.len()), "an instance of up to 32 ASCII");
        ensure!(welcome["operations"] == serde_json::json!(["get", "set", "ping"]), "the operations");
        match welcome["available"].as_bool().context("available")? {
            true => self.check_value(welcome),
            false => {
                ensure!(welcome["state"].is_null(), "the state is null while the store is away");
                let revision = welcome["revision"].as_u64().context("a revision")?;
                ensure!(self.latest.is_none(), "a welcome comes first");
                self.latest = Some((revision, None));
                Ok(())
            }
        }
    }

    fn check_store(&mut self, store: &Value) -> Result<()> {
        if store["available"].as_bool().context("available")? {
            ensure!(["tracking", "polling"].iter().any(|watch| store["watch"] == *watch), "the watch");
            self.store_is_just_back = true;
        } else {
            ensure!(store["reason"].as_str().is_some_and(|reason| !reason.trim().is_empty()), "a reason");
        }
        Ok(())
    }

    /// Wherever a state stands: in a reply, in `changed`, in a welcome.
    fn check_value(&mut self, value: &Value) -> Result<()> {
        let revision = value["revision"].as_u64().context("a revision")?;
        let state = match &value["state"] {
            Value::String(state) => {
                ensure!(state.len() <= LONGEST_STATE, "a state of {} bytes", state.len());
                ensure!(value.get("unreadable").is_none(), "unreadable and yet there");
                Some(state.clone())
            }
            Value::Null => {
                let why = value["unreadable"].as_str().context("null says why it is unreadable")?;
                ensure!(!why.trim().is_empty(), "why it is unreadable");
                None
            }
            _ => bail!("a state is a text or null"),
        };
        if let Some((latest, same)) = &self.latest {
            ensure!(revision >= *latest, "revisions never go down, and {latest} was here");
            let is_from_before = self.seen.is_empty();
            ensure!(revision > *latest || *same == state || is_from_before, "revision {latest} was {same:?}");
        }
        self.latest = Some((revision, state.clone()));
        self.seen.push((revision, state));
        Ok(())
    }
}
