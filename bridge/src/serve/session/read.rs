//! Frames from the client: each is answered at once, or becomes a question to the store.

use std::future::poll_fn;
use std::task::Poll;

use event_pattern::State;
use futures_util::StreamExt;
use protocol::{ClientFrame, Code, Hello, Id, Operation, Refusal, Rejected, Request, ServerFrame, Token};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};

use super::end::{End, Why};
use super::news::Told;
use super::{Session, quick};
use crate::metrics::Kind;
use crate::store;

/// Frames that are read before they are answered.
const FRAMES: usize = 64;

/// What was read in one go.
#[derive(Debug, Default)]
pub(super) struct Burst {
    /// One for each frame, in their order.
    pub(super) slots: Vec<Slot>,
    /// What the store is asked, one for each [`Slot::Asked`].
    pub(super) operations: Vec<store::Operation>,
    /// The client was welcomed in it.
    pub(super) is_welcome: bool,
    /// There was a sign of life that was asked for.
    pub(super) is_alive: bool,
    /// How many of the answers are errors.
    pub(super) errors: usize,
    /// Nothing more is to be read.
    pub(super) end: Option<End>,
}

impl Burst {
    /// Whether the client pours in what leads to nothing, faster than it is read.
    pub(super) fn is_a_flood(&self) -> bool {
        self.errors == FRAMES
    }
}

/// The place of an answer.
#[derive(Debug)]
pub(super) enum Slot {
    /// The answer is known.
    Said(Utf8Bytes),
    /// The store has to be asked.
    Asked(Id, Kind),
}

impl Session {
    /// Waits for frames, and takes what has arrived. May be dropped while it waits; no frame is lost.
    pub(super) async fn read(&mut self) -> Burst {
        let mut burst = Burst::default();
        poll_fn(|context| {
            while burst.end.is_none() && burst.slots.len() < FRAMES {
                match self.socket.poll_next_unpin(context) {
                    Poll::Ready(Some(Ok(message))) => self.take(message, &mut burst),
                    Poll::Ready(Some(Err(error))) => burst.end = Some(self.broken(error.into())),
                    Poll::Ready(None) => burst.end = Some(End::Gone),
                    Poll::Pending if burst.slots.is_empty() && !burst.is_alive => return Poll::Pending,
                    Poll::Pending => return Poll::Ready(()),
                }
            }
            Poll::Ready(())
        })
        .await;
        burst
    }

    fn broken(&self, end: End) -> End {
        if let End::Said(why) = &end {
            self.server.refusals.log(self.visit.peer, "a message", why);
        }
        end
    }

    fn take(&mut self, message: Message, burst: &mut Burst) {
        match message {
            Message::Text(text) if !text.is_empty() => self.take_text(&text, burst),
            Message::Text(_) | Message::Binary(_) => {
                self.refuse(burst, Kind::Other, None, Code::Malformed, "A message is text, and not empty.");
            }
            Message::Pong(_) => burst.is_alive = true,
            Message::Close(_) => burst.end = Some(End::Closed),
            // A ping is answered by the library.
            Message::Ping(_) | Message::Frame(_) => {}
        }
    }

    fn take_text(&mut self, text: &str, burst: &mut Burst) {
        let frame = match quick::read(text) {
            Some(request) => Ok(ClientFrame::Request(request)),
            None => ClientFrame::parse(text),
        };
        let is_welcome = self.told.is_some();
        match frame {
            Ok(ClientFrame::Request(request)) => self.request(request, burst),
            Ok(ClientFrame::Hello(hello)) if !is_welcome => self.greet(&hello, burst),
            Err(Rejected { id, code: Code::InvalidState, message }) => match self.gate() {
                Some((code, message)) => self.refuse(burst, Kind::Set, id, code, message),
                None => self.refuse(burst, Kind::Set, id, Code::InvalidState, message),
            },
            Ok(ClientFrame::Hello(_)) | Err(Rejected { code: Code::UnsupportedProtocol, .. })
                if is_welcome =>
            {
                let message = "The hello was said already.";
                self.refuse(burst, Kind::Hello, None, Code::Malformed, message);
            }
            Ok(ClientFrame::Hello(_)) => {}
            Err(Rejected { code: code @ Code::UnsupportedProtocol, message, .. }) => {
                self.refuse(burst, Kind::Hello, None, code, message);
                burst.end = Some(End::Said(Why::after(code)));
            }
            Err(Rejected { id, code, message }) => self.refuse(burst, Kind::Other, id, code, message),
        }
    }

    fn request(&mut self, request: Request, burst: &mut Burst) {
        let Request { id, operation } = request;
        let kind = match operation {
            Operation::Get => Kind::Get,
            Operation::Set(_) => Kind::Set,
            Operation::Ping => Kind::Ping,
        };
        if let Some((code, message)) = self.gate() {
            return self.refuse(burst, kind, Some(id), code, message);
        }
        let operation = match operation {
            Operation::Ping => {
                self.server.metrics.count(kind, None);
                return burst.slots.push(Slot::Said(ServerFrame::Pong(id).to_json().into()));
            }
            Operation::Get => store::Operation::Get,
            Operation::Set(state) => store::Operation::Set(State::clone(&state)),
        };
        burst.slots.push(Slot::Asked(id, kind));
        burst.operations.push(operation);
    }

    /// What stands before every request, in the protocol's order.
    fn gate(&self) -> Option<(Code, &'static str)> {
        if self.limiter.check().is_err() {
            Some((Code::RateLimited, "These are too many requests: nothing was done."))
        } else if self.told.is_none() {
            Some((Code::NotReady, "Say hello first."))
        } else if self.is_closing {
            Some((Code::ShuttingDown, "The bridge is shutting down: nothing was done."))
        } else {
            None
        }
    }

    fn greet(&mut self, hello: &Hello, burst: &mut Burst) {
        if !knows(self.server.token.as_ref(), hello.token.as_ref()) {
            let message = "The token is missing or wrong.";
            self.refuse(burst, Kind::Hello, None, Code::Unauthorized, message);
            burst.end = Some(End::Said(Why::after(Code::Unauthorized)));
            return;
        }
        if self.is_closing {
            let message = "The bridge is shutting down.";
            return self.refuse(burst, Kind::Hello, None, Code::ShuttingDown, message);
        }
        let moment = self.server.store.moment().clone();
        burst.slots.push(Slot::Said(self.server.welcome(&moment).to_json().into()));
        burst.is_welcome = true;
        self.told = Some(Told::by_welcome(&moment));
        self.label = hello.client.clone();
        self.visit.welcomed();
        self.server.metrics.count(Kind::Hello, None);
    }

    /// Answers with an error, and writes the line in the log.
    fn refuse(&self, burst: &mut Burst, kind: Kind, id: Option<Id>, code: Code, message: impl Into<String>) {
        let message = message.into();
        self.server.metrics.count(kind, Some(code));
        self.server.refusals.log(self.visit.peer, "a frame", format_args!("{code}: {message}"));
        burst.errors += 1;
        let error = ServerFrame::Error(Refusal { id, code, message });
        burst.slots.push(Slot::Said(error.to_json().into()));
    }
}

/// Whether the token is the one that is set, in a time that tells nothing of either.
fn knows(set: Option<&SecretString>, given: Option<&Token>) -> bool {
    let Some(set) = set else { return true };
    let given = given.map_or("", Token::reveal);
    let digest = |text: &str| Sha256::digest(text.as_bytes());
    digest(set.expose_secret()).ct_eq(&digest(given)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_token_that_is_set_opens() {
        let set = SecretString::from("teacher");
        assert!(knows(Some(&set), Some(&Token::new("teacher"))));
        for wrong in ["", "Teacher", "teacher ", "teache"] {
            assert!(!knows(Some(&set), Some(&Token::new(wrong))));
        }
        assert!(!knows(Some(&set), None));
        assert!(knows(None, None) && knows(None, Some(&Token::new("any"))));
    }
}
