//! What a bridge says, in the words of the page: news for the live run, reasons for the person.

use std::rc::Rc;
use std::sync::Arc;

use event_pattern::live::{Held, News, Reply, Sighting, Welcome};
use protocol::{Changed, Code, KeyState, Reading, Refusal, StoreChange};

use super::Output;
use super::in_flight::What;
use crate::live::link_state::{Bridge, LinkState, Why};

/// A conversation after its welcome.
pub(super) struct Talk {
    pub(super) bridge: Bridge,
    /// Since when.
    pub(super) since: f64,
    /// When the next ping is due.
    pub(super) ping_at: f64,
    /// Why the connection is about to end, where the bridge has said so.
    pub(super) farewell: Option<Why>,
    /// Why the store is away, if it is.
    away: Option<Rc<str>>,
    /// How new the newest is that was told.
    revision: u64,
}

impl Talk {
    /// The conversation that a welcome begins, and what the live run is told.
    pub(super) fn begun(welcome: protocol::Welcome, now: f64) -> (Talk, Welcome) {
        let protocol::Welcome { key, reading, revision, store, available, watch, instance, operations: _ } =
            welcome;
        let sighting =
            reading.filter(|_| available).map(|reading| Sighting { held: held(reading), revision });
        let news = Welcome { instance: Arc::from(instance.as_str()), sighting };
        let talk = Talk {
            bridge: Bridge { key: key.into(), store, watch, instance: instance.into(), round_trip_ms: None },
            since: now,
            ping_at: now,
            farewell: None,
            away: (!available).then(Rc::default),
            revision,
        };
        (talk, news)
    }

    /// How the page stands to its bridge.
    pub(super) fn state(&self) -> LinkState {
        let bridge = self.bridge.clone();
        match &self.away {
            None => LinkState::Connected(bridge),
            Some(reason) => LinkState::StoreAway { bridge, reason: reason.clone() },
        }
    }

    /// News of a change; none if it is not newer than what was told.
    pub(super) fn changed(&mut self, changed: Changed) -> Option<News> {
        if changed.key_state.revision <= self.revision {
            return None;
        }
        let by = changed.by.map(|label| Arc::from(label.as_str()));
        Some(News::Changed { sighting: self.seen(changed.key_state), by })
    }

    /// What the key held, on which the live run is told.
    pub(super) fn seen(&mut self, key_state: KeyState) -> Sighting {
        let KeyState { reading, revision } = key_state;
        self.revision = self.revision.max(revision);
        Sighting { held: held(reading), revision }
    }

    /// News of the store.
    pub(super) fn store_changed(&mut self, change: StoreChange) -> News {
        match change {
            StoreChange::Away(reason) => {
                self.away = Some(reason.into());
                News::StoreAway
            }
            StoreChange::Back(watch) => {
                self.away = None;
                self.bridge.watch = watch;
                News::StoreBack
            }
        }
    }

    /// An error may say why the connection is about to end.
    pub(super) fn note_farewell(&mut self, error: &Refusal) {
        match error.code {
            Code::TooManyConnections => self.farewell = Some(Why::Full),
            Code::ShuttingDown => self.farewell = Some(Why::ShuttingDown),
            Code::Unauthorized => self.farewell = Some(Why::Unauthorized),
            _ => {}
        }
    }
}

fn held(reading: Reading) -> Held {
    match reading {
        Reading::Missing => Held::Nothing,
        Reading::Text(text) => Held::Text(text),
        Reading::Unreadable(why) => Held::Unreadable(why),
    }
}

/// Why a greeting was refused.
pub(super) fn why_refused(error: Refusal) -> Why {
    match error.code {
        Code::Unauthorized => Why::Unauthorized,
        Code::UnsupportedProtocol => Why::OtherProtocol,
        Code::TooManyConnections => Why::Full,
        Code::ShuttingDown => Why::ShuttingDown,
        _ => Why::GreetingRefused(error.message.into()),
    }
}

/// Why a socket was closed, by the code of RFC 6455.
pub(super) fn why_closed(code: u16, reason: &str) -> Why {
    match code {
        1001 => Why::ShuttingDown,
        1013 => Why::Full,
        // No close frame came.
        1006 => Why::BrokeOff,
        _ => Why::Closed(code, reason.into()),
    }
}

/// What is to be done about a request that the bridge refused.
pub(super) fn refused(what: What, error: Refusal) -> Vec<Output> {
    let reply = |ticket, reply| Output::Tell(News::Reply(ticket, reply));
    match what {
        What::Ping => Vec::new(),
        What::Get(ticket) => vec![reply(ticket, Reply::Failed)],
        What::Set(ticket) => match error.code {
            // What a newer bridge means by a code of its own, nobody here can know.
            Code::OutcomeUnknown | Code::Unknown => vec![reply(ticket, Reply::OutcomeUnknown)],
            // The page shows these for as long as they last.
            Code::StoreUnavailable | Code::ShuttingDown => vec![reply(ticket, Reply::Failed)],
            _ => vec![reply(ticket, Reply::Failed), Output::NotSet(error.message)],
        },
    }
}
