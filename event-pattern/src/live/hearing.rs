//! What is told of the store and of the way to it, and what each sighting of the key means.

use std::sync::Arc;

use super::{Held, Knowledge, LiveRun, News, Reply, Sighting, Way, Welcome};
use crate::state::State;
use crate::time::Time;
use crate::trace::{Actor, Gap, StateId, What};
use crate::view::Origin;

impl LiveRun {
    /// Takes in what is told of the store.
    pub fn hear(&mut self, now: Time, news: News) {
        self.pass(now);
        match news {
            News::Welcome(welcome) => {
                self.lose_link();
                self.record_gap(Gap::LinkBack);
                self.arrive(welcome);
            }
            News::Changed { sighting, by } => self.see(&sighting, by.as_ref()),
            News::StoreAway if self.way == Way::Open => {
                self.way = Way::StoreAway;
                self.knowledge = Knowledge::Stale;
                self.record_gap(Gap::StoreAway);
                self.drop_unsent();
            }
            News::StoreBack if self.way == Way::StoreAway => {
                self.way = Way::Open;
                self.record_gap(Gap::StoreBack);
            }
            News::StoreAway | News::StoreBack => {}
            News::Reply(ticket, reply) => {
                if let Some(waiting) = self.waiting.remove(&ticket) {
                    // Whoever answers what was never taken to be sent is not to see it sent later.
                    self.asks.retain(|ask| ask.ticket != ticket);
                    self.settle(waiting, reply);
                }
            }
            News::LinkLost => self.lose_link(),
        }
    }

    /// A welcome replaces what was known of the key.
    pub(super) fn arrive(&mut self, welcome: Welcome) {
        if self.instance != welcome.instance {
            self.instance = welcome.instance;
            self.revision = None;
        }
        self.knowledge = Knowledge::Stale;
        match welcome.sighting {
            Some(sighting) => {
                self.way = Way::Open;
                self.see(&sighting, None);
            }
            None => {
                self.way = Way::StoreAway;
                self.record_gap(Gap::StoreAway);
            }
        }
    }

    /// Whoever waits for an answer gets none any more. A write that was sent may have happened all the same.
    fn lose_link(&mut self) {
        if self.way == Way::LinkLost {
            return;
        }
        self.way = Way::LinkLost;
        self.knowledge = Knowledge::Stale;
        self.record_gap(Gap::LinkLost);
        self.drop_unsent();
        for (_, waiting) in std::mem::take(&mut self.waiting) {
            self.settle(waiting, Reply::OutcomeUnknown);
        }
    }

    /// What was asked and never taken to be sent has not happened, and is not to happen later.
    fn drop_unsent(&mut self) {
        for ask in std::mem::take(&mut self.asks) {
            if let Some(waiting) = self.waiting.remove(&ask.ticket) {
                self.settle(waiting, Reply::Failed);
            }
        }
    }

    fn record_gap(&mut self, gap: Gap) {
        self.record(None, Actor::Other(None), What::Gap(gap));
    }

    /// The key was seen. `by` is the label of whoever set it, where it is known.
    pub(super) fn see(&mut self, sighting: &Sighting, by: Option<&Arc<str>>) {
        let Sighting { held, revision } = sighting;
        let before = self.revision;
        if self.knowledge == Knowledge::Stale {
            self.knowledge = Knowledge::Watched;
            self.revision = Some(*revision);
            if before != Some(*revision) {
                self.find(held);
            }
        } else if before.is_none_or(|before| before < *revision) {
            let overwriter = self.reach(*revision);
            let by = Actor::Other(by.map(|label| self.trace.intern_label(label)));
            let state = self.held(held);
            let lost_to = overwriter.unwrap_or(by);
            self.set_key(None, by, What::KeySet { state }, lost_to);
        } else if before == Some(*revision) {
            self.attribute(by);
        }
    }

    /// Comes to a newer revision. Where others lie before it, nobody knows who overwrote what was seen last.
    pub(super) fn reach(&mut self, revision: u64) -> Option<Actor> {
        let stale = std::mem::replace(&mut self.knowledge, Knowledge::Watched) == Knowledge::Stale;
        let missed = match self.revision.replace(revision) {
            Some(before) if !stale => revision.saturating_sub(before).saturating_sub(1),
            _ => 0,
        };
        if missed > 0 {
            let revisions = u32::try_from(missed).unwrap_or(u32::MAX);
            self.record_gap(Gap::Missed { revisions });
        }
        (stale || missed > 0).then_some(Actor::Other(None))
    }

    /// The key is found as it is: how it came there was not seen.
    fn find(&mut self, held: &Held) {
        if self.trace.head().key.is_none() && *held == Held::Nothing {
            return;
        }
        let state = self.held(held);
        self.set_key(None, Actor::Other(None), What::KeyFound { state }, Actor::Other(None));
    }

    /// A read often sees a change before it is told who made it.
    fn attribute(&mut self, by: Option<&Arc<str>>) {
        let (Some(label), Some(key)) = (by, self.trace.head().key) else { return };
        if key.set_by == Actor::Other(None) && key.origin == Origin::Set {
            let label = self.trace.intern_label(label);
            self.record(Some(key.occurrence), Actor::Other(Some(label)), What::Attributed);
        }
    }

    fn held(&mut self, held: &Held) -> Option<StateId> {
        let state = shown(held)?;
        Some(self.trace.intern(&state))
    }
}

/// What the key holds, as the page shows it; none for a missing key.
pub(super) fn shown(held: &Held) -> Option<State> {
    match held {
        Held::Nothing => None,
        // An empty string is the same as a missing key.
        Held::Text(text) if text.is_empty() => None,
        Held::Text(text) => Some(State::as_it_stands(text)),
        Held::Unreadable(why) => Some(State::unreadable(why)),
    }
}
