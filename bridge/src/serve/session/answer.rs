//! Answers to a burst of frames, in the order of the frames.

use protocol::{Code, Id, Refusal, ServerFrame};
use tokio::sync::oneshot;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};

use super::Session;
use super::end::End;
use super::read::{Burst, Slot};
use crate::metrics::Kind;
use crate::store::{Answer, Ask, Failure, Known, Operation};

impl Session {
    /// Asks the store where that is needed, and writes one answer for each frame.
    pub(super) async fn answer(&mut self, burst: Burst) -> Result<(), End> {
        let Burst { slots, operations, end, .. } = burst;
        let answers = if operations.is_empty() { Vec::new() } else { self.ask(operations).await };
        let frames = self.frames(slots, answers);
        let written = self.write(frames).await;
        end.map_or(written, Err)
    }

    /// One frame for each slot, and before them what has to be known first.
    fn frames(&mut self, slots: Vec<Slot>, answers: Vec<Answer>) -> Vec<Message> {
        let mut frames = Vec::with_capacity(slots.len());
        // The answers of one burst come from one link: one of them tells for all.
        if let Some(known) = answers.iter().find_map(|answer| answer.as_ref().ok()) {
            frames.extend(self.news_before(known.revision()).map(Message::Text));
        }
        let mut answers = answers.into_iter();
        frames.extend(slots.into_iter().map(|slot| {
            Message::Text(match slot {
                Slot::Said(text) => text,
                Slot::Asked(id, kind) => {
                    let answer = answers.next().unwrap_or_else(|| Err(unanswered(kind)));
                    self.server.metrics.count(kind, answer.as_ref().err().map(|failure| failure.code));
                    match answer {
                        Ok(known) => reply(id, &known),
                        Err(failure) => failed(id, &failure),
                    }
                }
            })
        }));
        frames
    }

    /// One answer for each operation; none at all if the store's keeper is gone.
    async fn ask(&self, operations: Vec<Operation>) -> Vec<Answer> {
        let (answers, receiver) = oneshot::channel();
        self.server.store.ask(Ask { operations, by: self.label.clone(), answers }).await;
        receiver.await.unwrap_or_default()
    }
}

/// `{"id":1,"state":{...}}`: only the number differs from one client's to another's.
fn reply(id: Id, known: &Known) -> Utf8Bytes {
    const HEAD: &str = r#"{"id":"#;
    let (number, tail) = (id.get(), known.reply_tail());
    let digits = number.checked_ilog10().map_or(1, |log| log as usize + 1);
    let mut text = String::with_capacity(HEAD.len() + digits + tail.len());
    text.push_str(HEAD);
    text.push_str(&number.to_string());
    text.push_str(tail);
    text.into()
}

fn failed(id: Id, failure: &Failure) -> Utf8Bytes {
    let refusal = Refusal { id: Some(id), code: failure.code, message: failure.message.to_string() };
    ServerFrame::Error(refusal).to_json().into()
}

fn unanswered(kind: Kind) -> Failure {
    let code = if kind == Kind::Set { Code::OutcomeUnknown } else { Code::StoreUnavailable };
    Failure { code, message: "The store's answer was lost.".into() }
}

#[cfg(test)]
mod tests {
    use protocol::{Label, Reading};

    use super::*;

    #[test]
    fn a_reply_is_what_the_protocol_says() {
        let by = Label::parse("Budi").unwrap();
        for (reading, id) in [("IDLE", 0), ("a\"b", 10), ("", 9), ("x", (1 << 53) - 1)] {
            let known = Known::new(Reading::from(reading), 7, by.clone());
            let id = Id::new(id).unwrap();
            let expected = ServerFrame::State(id, known.key_state.clone()).to_json();
            assert_eq!(reply(id, &known).as_str(), expected);
        }
        let known = Known::new(Reading::from("IDLE"), 9, by);
        let expected = r#"{"changed":{"state":"IDLE","revision":9,"by":"Budi"}}"#;
        assert_eq!(known.changed_frame().as_str(), expected);
    }
}
