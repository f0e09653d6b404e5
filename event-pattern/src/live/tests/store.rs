//! A store for tests: a register with revisions, as the bridge shows it.

use std::sync::Arc;

use crate::live::{Ask, Held, LiveRun, News, Reply, Request, Sighting, Welcome};
use crate::time::Time;

/// What the key holds, and how often it was set.
#[derive(Debug)]
pub(super) struct Store {
    pub(super) held: Held,
    pub(super) revision: u64,
}

impl Store {
    pub(super) fn empty() -> Store {
        Store { held: Held::Nothing, revision: 1 }
    }

    pub(super) fn sighting(&self) -> Sighting {
        Sighting { held: self.held.clone(), revision: self.revision }
    }

    pub(super) fn welcome(&self) -> Welcome {
        Welcome { instance: Arc::from("a"), sighting: Some(self.sighting()) }
    }

    /// Somebody sets the key; the change is what the bridge tells.
    pub(super) fn set(&mut self, text: &str) -> Sighting {
        self.held = Held::Text(Arc::from(text));
        self.revision += 1;
        self.sighting()
    }

    /// Does what is asked.
    pub(super) fn answer(&mut self, ask: &Ask) -> News {
        if let Request::Set(state) = &ask.request {
            self.set(state.as_str());
        }
        News::Reply(ask.ticket, Reply::Done(self.sighting()))
    }

    /// Answers everything that `run` asks, in the same instant.
    pub(super) fn serve(&mut self, run: &mut LiveRun, now: Time) {
        while let Some(ask) = run.next_ask() {
            let news = self.answer(&ask);
            run.hear(now, news);
        }
    }
}
