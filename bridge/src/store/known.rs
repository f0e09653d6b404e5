//! One value of the key with its revision, and the texts that say it on the wire: made once, by whoever needs them first.

use std::sync::OnceLock;

use protocol::{Changed, KeyState, Label, Reading, ServerFrame};
use tokio_tungstenite::tungstenite::Utf8Bytes;

/// What the key holds, how new that is, and whose it is.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) key_state: KeyState,
    /// Who set it, where that is known.
    pub(crate) by: Option<Label>,
    /// Everything of a reply but its id.
    reply: OnceLock<Box<str>>,
    changed: OnceLock<Utf8Bytes>,
}

impl Known {
    pub(crate) fn new(reading: Reading, revision: u64, by: Option<Label>) -> Known {
        let key_state = KeyState { reading, revision };
        Known { key_state, by, reply: OnceLock::new(), changed: OnceLock::new() }
    }

    pub(crate) fn revision(&self) -> u64 {
        self.key_state.revision
    }

    pub(crate) fn reading(&self) -> &Reading {
        &self.key_state.reading
    }

    /// The rest of a reply's frame, behind the number of its id: `,"state":{...}}`.
    pub(crate) fn reply_tail(&self) -> &str {
        self.reply.get_or_init(|| {
            let id = protocol::Id::new(0).expect("0 is an id");
            let frame = ServerFrame::State(id, self.key_state.clone()).to_json();
            frame.strip_prefix(r#"{"id":0"#).expect("a reply begins with its id").into()
        })
    }

    /// The frame that tells everybody.
    pub(crate) fn changed_frame(&self) -> Utf8Bytes {
        let make = || {
            let changed = Changed { key_state: self.key_state.clone(), by: self.by.clone() };
            ServerFrame::Changed(changed).to_json().into()
        };
        self.changed.get_or_init(make).clone()
    }
}
