//! What was sent and has no answer yet, in the order of sending: the n-th answer belongs to the n-th frame.

use std::collections::VecDeque;

use event_pattern::live::Ticket;
use protocol::Id;

/// More does not wait at once: a bridge that answers so slowly is asked nothing more.
const MOST: usize = 256;

/// What was sent and has no answer yet.
#[derive(Default)]
pub(super) struct InFlight {
    sent: VecDeque<Sent>,
    last_id: u64,
}

/// Something that was sent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sent {
    /// The id on the wire.
    pub(super) id: Id,
    /// What it was.
    pub(super) what: What,
    /// When, in milliseconds.
    pub(super) at: f64,
}

/// What was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A `get` for the live run.
    Get(Ticket),
    /// A `set` for the live run.
    Set(Ticket),
    /// A `ping` of the connection's own.
    Ping,
}

impl InFlight {
    /// Takes a place for something that is about to be sent, and gives its id; none if there is no room.
    pub(super) fn push(&mut self, what: What, at: f64) -> Option<Id> {
        if self.sent.len() >= MOST {
            return None;
        }
        // Ids need not be unique, and no page sends so many.
        self.last_id = (self.last_id + 1) % Id::MAX.get();
        let id = Id::new(self.last_id)?;
        self.sent.push_back(Sent { id, what, at });
        Some(id)
    }

    /// What the answer that has just come belongs to.
    pub(super) fn answered(&mut self) -> Option<Sent> {
        self.sent.pop_front()
    }

    /// Whether a ping has no answer yet.
    pub(super) fn has_ping(&self) -> bool {
        self.sent.iter().any(|sent| sent.what == What::Ping)
    }

    /// Since when the oldest waits.
    pub(super) fn oldest(&self) -> Option<f64> {
        self.sent.front().map(|sent| sent.at)
    }

    /// Begins to wait anew for all of them: this page slept, not the bridge.
    pub(super) fn wait_anew(&mut self, now: f64) {
        for sent in &mut self.sent {
            sent.at = now;
        }
    }

    /// All of it, in its order; nothing waits any more.
    pub(super) fn take_all(&mut self) -> VecDeque<Sent> {
        std::mem::take(&mut self.sent)
    }
}
