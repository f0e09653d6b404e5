//! The codes of errors, with their names on the wire.

use std::fmt;

/// What is wrong, for programs; an error's message says it to people.
///
/// Where several are true of one frame, the first in this order is said: the least [`Code`] of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The message is longer than the limit.
    TooLarge,
    /// It is no frame of this protocol.
    Malformed,
    /// `hello` names another version.
    UnsupportedProtocol,
    /// A token is set, and `hello` has another or none.
    Unauthorized,
    /// Too many frames a second, or too many at once; nothing was done.
    RateLimited,
    /// A request before the `welcome`.
    NotReady,
    /// The bridge is about to end.
    ShuttingDown,
    /// What `set` is given is not the name of a state.
    InvalidState,
    /// The store is away. A `set`: nothing was sent; a `get`: no answer was to be had.
    StoreUnavailable,
    /// A `set` was sent, and its reply was lost. The bridge never repeats it.
    OutcomeUnknown,
    /// The store said no; its words are in the message.
    StoreRefused,
    /// The bridge serves as many connections as it may.
    TooManyConnections,
    /// A code that this program does not know: only ever read, from a newer bridge.
    Unknown,
}

impl Code {
    /// Every code of protocol 1.
    pub const ALL: [Code; 12] = [
        Code::TooLarge,
        Code::Malformed,
        Code::UnsupportedProtocol,
        Code::Unauthorized,
        Code::RateLimited,
        Code::NotReady,
        Code::ShuttingDown,
        Code::InvalidState,
        Code::StoreUnavailable,
        Code::OutcomeUnknown,
        Code::StoreRefused,
        Code::TooManyConnections,
    ];

    /// Its name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Code::TooLarge => "too_large",
            Code::Malformed => "malformed",
            Code::UnsupportedProtocol => "unsupported_protocol",
            Code::Unauthorized => "unauthorized",
            Code::RateLimited => "rate_limited",
            Code::NotReady => "not_ready",
            Code::ShuttingDown => "shutting_down",
            Code::InvalidState => "invalid_state",
            Code::StoreUnavailable => "store_unavailable",
            Code::OutcomeUnknown => "outcome_unknown",
            Code::StoreRefused => "store_refused",
            Code::TooManyConnections => "too_many_connections",
            Code::Unknown => "unknown",
        }
    }

    /// The code of that name; [`Code::Unknown`] where protocol 1 has none.
    pub(crate) fn read(name: &str) -> Code {
        Code::ALL.into_iter().find(|code| code.as_str() == name).unwrap_or(Code::Unknown)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
