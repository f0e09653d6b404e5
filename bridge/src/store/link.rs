//! What a keeper needs of a store: something to connect to, and a link on which commands are answered in order.

use std::future::Future;
use std::pin::Pin;

use event_pattern::State;
use protocol::Watch;

/// What is sent on a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Read the key.
    Read,
    /// Write the key.
    Write(State),
    /// Show that you are there.
    Beat,
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// What the key holds, at most one byte more than is passed on; nothing is a missing key.
    Text(Vec<u8>),
    /// It is done.
    Done,
    /// The key holds something that is not a text; the store's words.
    WrongType(String),
    /// The store said no; its words.
    Refused(String),
}

/// The link is of no more use, and what was sent on it may or may not have been done. Why, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lost(pub(crate) String);

/// What a store says of its own accord.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// The key may hold something else now.
    LookAgain,
    /// The link is closed.
    Closed(Lost),
}

/// Replies, one for each command and in their order. They come, or the link is lost, whether this is awaited or not.
pub(crate) type Replies = Pin<Box<dyn Future<Output = Result<Vec<Reply>, Lost>> + Send>>;

/// A store, as it is reached again and again.
pub(crate) trait Connector: Send + Sync + 'static {
    type Link: Link;

    /// Makes a new link; dropped half-way it leaves nothing behind.
    fn connect(&self) -> impl Future<Output = Result<Self::Link, Lost>> + Send;
}

/// A connection; dropping it closes it.
pub(crate) trait Link: Send + 'static {
    /// How changes are noticed.
    fn watch(&self) -> Watch;

    /// Whether a reading brings the key's text as a whole, however long it is.
    fn reads_whole_texts(&self) -> bool;

    /// Sends the commands in one go, behind all that were sent before.
    fn send(&mut self, commands: &[Command]) -> Replies;

    /// The next hint. May be dropped and called again; no hint is lost.
    fn hint(&mut self) -> impl Future<Output = Hint> + Send;
}
