//! What a client is told without asking: the newest value, and whether the store is there.

use protocol::{OPERATIONS, ServerFrame, StoreChange, Watch, Welcome};
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};

use super::Session;
use super::end::End;
use crate::serve::Server;
use crate::store::{Moment, Presence};

/// What a client was told last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    revision: u64,
    absences: u64,
    is_here: bool,
}

impl Told {
    /// What a welcome tells.
    pub(super) fn by_welcome(moment: &Moment) -> Told {
        Told {
            revision: moment.known.revision(),
            absences: moment.absences,
            is_here: moment.presence != Presence::Away,
        }
    }

    /// That the store came back, if the client has not heard of it: first that it was away, if that was not heard either,
    /// and at the end what the key held then.
    fn back(&mut self, moment: &Moment) -> impl Iterator<Item = Utf8Bytes> + use<> {
        let was_missed = self.is_here && moment.absences != self.absences;
        let Presence::Here(watch) = moment.presence else { return [None, None, None].into_iter().flatten() };
        if self.is_here && !was_missed {
            return [None, None, None].into_iter().flatten();
        }
        *self = Told { revision: moment.arrival.revision(), ..Told::by_welcome(moment) };
        let away = was_missed.then(|| store(StoreChange::Away(moment.reason.to_string())));
        let back = store(StoreChange::Back(watch));
        [away, Some(back), Some(moment.arrival.changed_frame())].into_iter().flatten()
    }

    /// All that is new at this moment, in the order in which it has to be said; nothing is said twice.
    fn news(&mut self, moment: &Moment) -> impl Iterator<Item = Utf8Bytes> + use<> {
        let back = self.back(moment);
        let before = std::mem::replace(self, Told::by_welcome(moment));
        let goes = before.is_here && !self.is_here;
        let away = goes.then(|| store(StoreChange::Away(moment.reason.to_string())));
        let is_new = self.is_here && self.revision > before.revision;
        let changed = is_new.then(|| moment.known.changed_frame());
        back.chain(away).chain(changed)
    }
}

fn store(change: StoreChange) -> Utf8Bytes {
    ServerFrame::Store(change).to_json().into()
}

impl Session {
    /// The news that has to be told before an answer with this revision: the store is back, and gave that answer.
    pub(super) fn news_before(&mut self, revision: u64) -> impl Iterator<Item = Utf8Bytes> + use<> {
        let moment = self.server.store.moment();
        let told = self.told.as_mut().filter(|_| moment.arrival.revision() <= revision);
        told.map(|told| told.back(&moment)).into_iter().flatten()
    }

    /// Tells the client what is new.
    pub(super) async fn tell(&mut self, moment: &Moment) -> Result<(), End> {
        let Some(told) = &mut self.told else { return Ok(()) };
        let news = told.news(moment).map(Message::Text).collect();
        self.write(news).await
    }
}

impl Server {
    /// All that a client has to know at first.
    pub(super) fn welcome(&self, moment: &Moment) -> ServerFrame {
        let is_here = moment.presence != Presence::Away;
        ServerFrame::Welcome(Welcome {
            key: self.key.clone(),
            reading: is_here.then(|| moment.known.reading().clone()),
            revision: moment.known.revision(),
            store: self.store.kind(),
            available: is_here,
            watch: match moment.presence {
                Presence::Here(watch) => watch,
                Presence::Away => Watch::Tracking,
            },
            instance: self.instance.clone(),
            operations: OPERATIONS.map(str::to_owned).into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use protocol::Reading;

    use super::*;
    use crate::store::Known;

    fn moment(revision: u64, absences: u64, presence: Presence) -> Moment {
        let known = Arc::new(Known::new(Reading::from("A"), revision, None));
        let arrival = Arc::clone(&known);
        Moment { known, arrival, presence, absences, reason: "gone".into() }
    }

    const HERE: Presence = Presence::Here(Watch::Tracking);
    const AWAY: &str = r#"{"store":{"available":false,"reason":"gone"}}"#;
    const BACK: &str = r#"{"store":{"available":true,"watch":"tracking"}}"#;

    fn changed(revision: u64) -> String {
        format!("{{\"changed\":{{\"state\":\"A\",\"revision\":{revision},\"by\":null}}}}")
    }

    fn said(told: &mut Told, moment: &Moment) -> Vec<String> {
        told.news(moment).map(|frame| frame.to_string()).collect()
    }

    #[test]
    fn a_value_is_told_once() {
        let mut told = Told::by_welcome(&moment(1, 0, HERE));
        assert!(said(&mut told, &moment(1, 0, HERE)).is_empty());
        assert_eq!(said(&mut told, &moment(4, 0, HERE)), [changed(4)]);
        assert!(said(&mut told, &moment(4, 0, HERE)).is_empty());
    }

    #[test]
    fn who_missed_an_absence_hears_of_it_all_the_same() {
        let mut told = Told::by_welcome(&moment(1, 0, HERE));
        assert_eq!(said(&mut told, &moment(2, 1, HERE)), [AWAY.to_owned(), BACK.to_owned(), changed(2)]);
    }

    #[test]
    fn what_the_key_held_on_return_comes_before_what_was_set_since() {
        let mut told = Told::by_welcome(&moment(1, 0, HERE));
        let later = Moment { arrival: moment(2, 1, HERE).arrival, ..moment(3, 1, HERE) };
        let back: Vec<String> = told.back(&later).map(|frame| frame.to_string()).collect();
        assert_eq!(back, [AWAY.to_owned(), BACK.to_owned(), changed(2)]);
        assert_eq!(said(&mut told, &later), [changed(3)]);
        assert!(said(&mut told, &later).is_empty());
    }

    #[test]
    fn a_store_that_is_back_is_followed_by_its_value() {
        let mut told = Told::by_welcome(&moment(1, 0, HERE));
        assert_eq!(said(&mut told, &moment(1, 1, Presence::Away)), [AWAY]);
        assert!(said(&mut told, &moment(1, 1, Presence::Away)).is_empty());
        // It came and went in between.
        assert!(said(&mut told, &moment(2, 2, Presence::Away)).is_empty());
        assert_eq!(said(&mut told, &moment(3, 2, HERE)), [BACK.to_owned(), changed(3)]);
        let mut told = Told::by_welcome(&moment(0, 0, Presence::Away));
        assert_eq!(said(&mut told, &moment(1, 0, HERE)), [BACK.to_owned(), changed(1)]);
    }
}
