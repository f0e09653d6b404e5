//! What the bridge says: one answer to every frame, and news of its own accord.

mod read;
mod write;

use crate::{Code, Id, KeyState, Label, Reading};

pub use read::Broken;

/// A frame from the bridge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServerFrame {
    /// The answer to a good `hello`; it replaces all that the client knew.
    Welcome(Welcome),
    /// The answer to a `get` or a `set`.
    State(Id, KeyState),
    /// The answer to a `ping`.
    Pong(Id),
    /// The answer to anything wrong.
    Error(Refusal),
    /// The key holds something new.
    Changed(Changed),
    /// The store went, or is back.
    Store(StoreChange),
}

/// What a client has to know before anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Welcome {
    /// The key's name.
    pub key: String,
    /// What it held when the bridge last looked; nothing while the store is away.
    pub reading: Option<Reading>,
    /// How new that is.
    pub revision: u64,
    /// What is behind the bridge.
    pub store: StoreKind,
    /// Whether it is there.
    pub available: bool,
    /// How the bridge learns of changes.
    pub watch: Watch,
    /// This life of the bridge: up to 32 ASCII characters that mean nothing.
    pub instance: String,
    /// What may be asked.
    pub operations: Vec<String>,
}

/// What keeps the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreKind {
    /// A Redis, shared with others.
    Redis,
    /// The bridge's own memory.
    Memory,
}

/// How a bridge learns that the key changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// The store tells it.
    Tracking,
    /// It looks again and again, since the store refuses to tell.
    Polling,
}

/// A new value of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What it holds now.
    pub key_state: KeyState,
    /// Who set it, where that is known.
    pub by: Option<Label>,
}

/// The store's going and coming.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreChange {
    /// It is away, and why, for people.
    Away(String),
    /// It is back, and was read again.
    Back(Watch),
}

/// An error as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The request's, where the frame had a valid one.
    pub id: Option<Id>,
    /// What is wrong, for programs.
    pub code: Code,
    /// What is wrong, for people.
    pub message: String,
}

impl StoreKind {
    /// Its name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            StoreKind::Redis => "redis",
            StoreKind::Memory => "memory",
        }
    }
}

impl Watch {
    /// Its name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Watch::Tracking => "tracking",
            Watch::Polling => "polling",
        }
    }
}

impl From<crate::Rejected> for ServerFrame {
    fn from(rejected: crate::Rejected) -> ServerFrame {
        let crate::Rejected { id, code, message } = rejected;
        ServerFrame::Error(Refusal { id, code, message })
    }
}
