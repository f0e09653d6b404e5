//! What passes between a live run and the store that holds its key. Knows no wire and no socket.

use std::sync::Arc;

use crate::state::State;

/// The number of something that was asked of the store; its answer carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// Something that is asked of the store, once and never again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Its number.
    pub ticket: Ticket,
    /// What the store is to do.
    pub request: Request,
}

/// What the store is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Say what the key holds.
    Get,
    /// Set the key, whatever it holds.
    Set(State),
}

/// What came of something that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It was done, and this is what the key holds.
    Done(Sighting),
    /// It was not done.
    Failed,
    /// It was sent, and its answer was lost: it may have been done, or be done yet.
    OutcomeUnknown,
}

/// The key as the store had it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// What it held.
    pub held: Held,
    /// A number that grows with every change. It is compared only within one life of the bridge.
    pub revision: u64,
}

/// What a real key holds: anybody may have set it, to anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// The key is missing.
    Nothing,
    /// This text, as it stands: it need not be the name of a state.
    Text(Arc<str>),
    /// Something that cannot be shown, and why.
    Unreadable(Arc<str>),
}

/// What a live run is told of the store and of the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The link is there, or there again; what was known before counts no more.
    Welcome(Welcome),
    /// The key was set by somebody.
    Changed {
        /// What it holds now.
        sighting: Sighting,
        /// Who set it, by the label that they gave themselves; none if nobody knows.
        by: Option<Arc<str>>,
    },
    /// The store cannot be reached any more; the link to the bridge is still there.
    StoreAway,
    /// The store can be reached again; what the key holds now is told next.
    StoreBack,
    /// The answer to something that was asked.
    Reply(Ticket, Reply),
    /// The link is gone. What was asked and has no answer yet is answered before this, or never.
    LinkLost,
}

/// What the bridge says first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Welcome {
    /// Names this life of the bridge.
    pub instance: Arc<str>,
    /// The key as the bridge saw it last; none while the store is away.
    pub sighting: Option<Sighting>,
}
