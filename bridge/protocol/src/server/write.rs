//! Writes the bridge's frames.

use std::fmt;

use nojson::{DisplayJson, JsonFormatter, JsonObjectFormatter};

use super::{Changed, Refusal, ServerFrame, StoreChange, Welcome};
use crate::{KeyState, PROTOCOL, Reading};

impl ServerFrame {
    /// The text message.
    pub fn to_json(&self) -> String {
        nojson::Json(self).to_string()
    }
}

impl DisplayJson for ServerFrame {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.object(|f| match self {
            ServerFrame::Welcome(welcome) => f.member("welcome", welcome),
            ServerFrame::State(id, key_state) => {
                f.member("id", id)?;
                f.member("state", key_state)
            }
            ServerFrame::Pong(id) => {
                f.member("id", id)?;
                f.member("pong", nojson::object(|_| Ok(())))
            }
            ServerFrame::Error(refusal) => {
                f.member("id", refusal.id)?;
                f.member("error", refusal)
            }
            ServerFrame::Changed(changed) => f.member("changed", changed),
            ServerFrame::Store(change) => f.member("store", change),
        })
    }
}

impl DisplayJson for Welcome {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.object(|f| {
            f.member("protocol", PROTOCOL)?;
            f.member("key", &self.key)?;
            match &self.reading {
                Some(reading) => write_reading(reading, f)?,
                None => f.member("state", None::<&str>)?,
            }
            f.member("revision", self.revision)?;
            f.member("store", self.store.as_str())?;
            f.member("available", self.available)?;
            f.member("watch", self.watch.as_str())?;
            f.member("instance", &self.instance)?;
            f.member("operations", &self.operations)
        })
    }
}

impl DisplayJson for KeyState {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.object(|f| write_key_state(self, f))
    }
}

impl DisplayJson for Changed {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.object(|f| {
            write_key_state(&self.key_state, f)?;
            f.member("by", self.by.as_ref().map(|label| label.as_str()))
        })
    }
}

impl DisplayJson for StoreChange {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.object(|f| match self {
            StoreChange::Away(reason) => {
                f.member("available", false)?;
                f.member("reason", reason)
            }
            StoreChange::Back(watch) => {
                f.member("available", true)?;
                f.member("watch", watch.as_str())
            }
        })
    }
}

impl DisplayJson for Refusal {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.object(|f| {
            f.member("code", self.code.as_str())?;
            f.member("message", &self.message)
        })
    }
}

fn write_key_state(key_state: &KeyState, f: &mut JsonObjectFormatter<'_, '_, '_>) -> fmt::Result {
    write_reading(&key_state.reading, f)?;
    f.member("revision", key_state.revision)
}

fn write_reading(reading: &Reading, f: &mut JsonObjectFormatter<'_, '_, '_>) -> fmt::Result {
    f.member("state", reading.text())?;
    match reading {
        Reading::Unreadable(why) => f.member("unreadable", why),
        Reading::Text(_) | Reading::Missing => Ok(()),
    }
}
