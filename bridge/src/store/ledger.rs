//! The book of what is known of the key: replies go in, revisions and answers come out. No I/O, no clock.

use std::sync::Arc;

use protocol::{Code, LONGEST_READING, Label, Reading, Watch};
use tokio::sync::watch;

use super::link::Reply;
use super::{Answer, Failure, Known, Moment, Operation, Presence};
use crate::metrics::Metrics;

/// What is known, and who is told.
pub(crate) struct Ledger {
    known: Arc<Known>,
    presence: Presence,
    newest: watch::Sender<Moment>,
    metrics: Arc<Metrics>,
}

impl Ledger {
    /// A book with nothing in it yet, of a store that is away.
    pub(crate) fn new(metrics: Arc<Metrics>) -> (Ledger, watch::Receiver<Moment>) {
        let known = Arc::new(Known::new(Reading::Missing, 0, None));
        let (presence, reason) = (Presence::Away, Arc::from("The store has not answered yet."));
        let arrival = Arc::clone(&known);
        let moment = Moment { known: Arc::clone(&known), arrival, presence, absences: 0, reason };
        let (newest, receiver) = watch::channel(moment);
        (Ledger { known, presence, newest, metrics }, receiver)
    }

    /// Whether what the key holds is no state for anybody.
    pub(crate) fn is_unreadable(&self) -> bool {
        matches!(self.known.reading(), Reading::Unreadable(_))
    }

    /// Enters a reply to a session's operation, and makes the answer.
    pub(crate) fn answer(&mut self, operation: &Operation, by: Option<&Label>, reply: Reply) -> Answer {
        match (operation, reply) {
            (Operation::Get, Reply::Text(text)) => {
                self.read(&text);
                Ok(Arc::clone(&self.known))
            }
            (Operation::Set(state), Reply::Done) => {
                self.enter(Reading::Text(state.as_str().into()), by.cloned());
                Ok(Arc::clone(&self.known))
            }
            (Operation::Get, Reply::WrongType(words)) => {
                self.find(Reading::of_another_type());
                Err(refused(&words))
            }
            (_, Reply::WrongType(words) | Reply::Refused(words)) => Err(refused(&words)),
            (_, Reply::Text(_) | Reply::Done) => Err(refused("The store's answer makes no sense.")),
        }
    }

    /// Enters what a look of our own found.
    ///
    /// # Errors
    ///
    /// The store's words, if it did not let us look.
    pub(crate) fn look(&mut self, reply: Reply) -> Result<(), String> {
        match reply {
            Reply::Text(text) => self.read(&text),
            Reply::WrongType(_) => self.find(Reading::of_another_type()),
            Reply::Done => return Err("The store's answer makes no sense.".to_owned()),
            Reply::Refused(words) => return Err(words),
        }
        Ok(())
    }

    /// The store is here, and this is what it holds: a new revision, also of the same text.
    ///
    /// # Errors
    ///
    /// The store's words, if it did not let us look.
    pub(crate) fn arrive(&mut self, reply: Reply, watch: Watch) -> Result<(), String> {
        let before = self.known.revision();
        self.look(reply)?;
        if self.known.revision() == before {
            self.enter(self.known.reading().clone(), None);
        }
        self.presence = Presence::Here(watch);
        self.newest.send_modify(|moment| {
            moment.known = Arc::clone(&self.known);
            moment.arrival = Arc::clone(&self.known);
            moment.presence = self.presence;
        });
        Ok(())
    }

    /// The store is gone: everybody is told why. While it stays away a new reason is kept, but nobody is woken for it.
    pub(crate) fn leave(&mut self, reason: &str) {
        let was_here = self.presence != Presence::Away;
        self.presence = Presence::Away;
        self.newest.send_if_modified(|moment| {
            moment.reason = reason.into();
            moment.presence = Presence::Away;
            moment.known = Arc::clone(&self.known);
            moment.absences += u64::from(was_here);
            was_here
        });
    }

    /// Tells everybody what is new since the last time, if anything is.
    pub(crate) fn publish(&mut self) {
        self.newest.send_if_modified(|moment| {
            let is_new = moment.known.revision() != self.known.revision();
            moment.known = Arc::clone(&self.known);
            is_new
        });
    }

    /// What is answered to an operation that was not sent, since the store is away.
    pub(crate) fn unavailable(&self) -> Failure {
        Failure { code: Code::StoreUnavailable, message: Arc::clone(&self.newest.borrow().reason) }
    }

    fn read(&mut self, text: &[u8]) {
        // The quickest way first: nearly always it is what we know.
        if self.known.reading().text().is_some_and(|known| known.as_bytes() == text) {
            return;
        }
        let reading = if text.len() > LONGEST_READING {
            Reading::Unreadable(format!("The text is longer than {LONGEST_READING} bytes.").into())
        } else {
            Reading::of(text)
        };
        self.find(reading);
    }

    fn find(&mut self, reading: Reading) {
        if *self.known.reading() != reading {
            self.enter(reading, None);
        }
    }

    fn enter(&mut self, reading: Reading, by: Option<Label>) {
        self.metrics.changes.inc();
        self.known = Arc::new(Known::new(reading, self.known.revision() + 1, by));
    }
}

/// What is answered to an operation that was sent, and whose reply never came.
pub(crate) fn lost(operation: &Operation, why: &str) -> Failure {
    match operation {
        Operation::Get => Failure { code: Code::StoreUnavailable, message: why.into() },
        Operation::Set(_) => {
            let message = format!("It may or may not have been set. {why}");
            Failure { code: Code::OutcomeUnknown, message: message.into() }
        }
    }
}

fn refused(words: &str) -> Failure {
    Failure { code: Code::StoreRefused, message: words.into() }
}
