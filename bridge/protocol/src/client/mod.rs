//! What a client says: one `hello`, then requests.

mod read;
mod write;

use event_pattern::State;

use crate::{Code, Id, Label, Token};

/// A frame from a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientFrame {
    /// The first thing that it says.
    Hello(Hello),
    /// All that it says after the `welcome`.
    Request(Request),
}

/// The opening of a conversation in protocol 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hello {
    /// The secret, where the client has one; whether it has to is the bridge's to say.
    pub token: Option<Token>,
    /// What others may call this client.
    pub client: Option<Label>,
}

/// One operation, with the number by which the client knows the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Need not be unique.
    pub id: Id,
    /// What to do.
    pub operation: Operation,
}

/// What can be asked of a bridge. No Redis command, key or channel name is among it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Reads the store, never a cache.
    Get,
    /// Writes a state.
    Set(State),
    /// Answered by the bridge itself, also while the store is away.
    Ping,
}

/// Why a text is no frame that can be acted on: the error to answer with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The frame's id, where it has a valid one.
    pub id: Option<Id>,
    /// [`Code::Malformed`], [`Code::UnsupportedProtocol`] (of a `hello` only) or [`Code::InvalidState`] (of a `set` only).
    pub code: Code,
    /// One sentence for people.
    pub message: String,
}
