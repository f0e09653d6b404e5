//! Where two runs of one scenario part: what a branch changed first.

use std::cmp::Ordering;

use super::entry::{Actor, AllowedId, Entry, EntryId, StateId, What};
use super::{Names, Trace};

/// The first entry that two traces do not share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Both have an entry of this number, and they differ.
    Differs(EntryId),
    /// This entry and what follows has only the trace that was asked.
    OnlyHere(EntryId),
    /// This entry and what follows has only the other trace.
    OnlyThere(EntryId),
}

impl Difference {
    /// The number of the entry.
    pub fn entry(self) -> EntryId {
        match self {
            Difference::Differs(entry) | Difference::OnlyHere(entry) | Difference::OnlyThere(entry) => entry,
        }
    }
}

impl Trace {
    /// The first entry in which this trace and `other`, another run of the same scenario, differ; none if they are alike.
    /// What one of them has not run to yet counts as a difference: run both to the same instant before.
    ///
    /// Chunks that both share are passed over, so that after a fork the cost is that of the entries between it and the
    /// difference.
    pub fn first_difference(&self, other: &Trace) -> Option<Difference> {
        let from = self.shared_with(other);
        let both = Both { here: &self.names, there: &other.names };
        let mut pairs = self.entries_from(from).zip(other.entries_from(from));
        if let Some(((id, _), _)) = pairs.find(|((id, one), (_, two))| !both.same(*id, one, two)) {
            return Some(Difference::Differs(id));
        }
        let end = EntryId::from_index(self.len().min(other.len()));
        match self.len().cmp(&other.len()) {
            Ordering::Less => Some(Difference::OnlyThere(end)),
            Ordering::Equal => None,
            Ordering::Greater => Some(Difference::OnlyHere(end)),
        }
    }
}

/// The names of both traces: a name that came after the fork may have another number in each.
struct Both<'a> {
    here: &'a Names,
    there: &'a Names,
}

impl Both<'_> {
    /// Whether the entries of the number `id` tell the same.
    fn same(&self, id: EntryId, here: &Entry, there: &Entry) -> bool {
        (here.at, here.cause) == (there.at, there.cause)
            && self.same_actor(here.actor, there.actor)
            && self.same_what(id, here, there)
    }

    fn same_actor(&self, here: Actor, there: Actor) -> bool {
        match (here, there) {
            (Actor::Other(Some(here)), Actor::Other(Some(there))) => {
                self.here.label(here) == self.there.label(there)
            }
            _ => here == there,
        }
    }

    fn same_what(&self, id: EntryId, here: &Entry, there: &Entry) -> bool {
        let same = |one, two| self.same_state(Some(one), Some(two));
        match (here.what, there.what) {
            (What::Published { state: one, unheard: u }, What::Published { state: two, unheard: v }) => {
                u == v && same(one, two)
            }
            (What::WorkStarted { state: one }, What::WorkStarted { state: two })
            | (What::WorkFinished { state: one }, What::WorkFinished { state: two })
            | (What::ResultPublished { state: one }, What::ResultPublished { state: two }) => same(one, two),
            (What::StateLost { state: one, set_by: a }, What::StateLost { state: two, set_by: b }) => {
                a == b && same(one, two)
            }
            (What::StateChanged { from: a, to: one }, What::StateChanged { from: b, to: two }) => {
                self.same_state(a, b) && self.same_state(one, two)
            }
            (What::KeySet { state: one }, What::KeySet { state: two })
            | (What::KeyFound { state: one }, What::KeyFound { state: two }) => self.same_state(one, two),
            (What::WriteFailed { state: one, outcome: o }, What::WriteFailed { state: two, outcome: p }) => {
                o == p && same(one, two)
            }
            (What::Edited(one), What::Edited(two)) => {
                let (one, two) = (self.here.edit(one), self.there.edit(two));
                (one.poll_interval, one.work_time) == (two.poll_interval, two.work_time)
                    && match (one.allowed, two.allowed) {
                        (Some(one), Some(two)) => self.same_allowed(one, two),
                        (one, two) => one == two,
                    }
            }
            (What::Added, What::Added) => self.same_beginning(here.actor),
            (What::Renamed, What::Renamed) => here.actor.service().is_none_or(|service| {
                let name = |names: &Names| names.service(service).name_after(id.index() + 1).clone();
                name(self.here).as_str() == name(self.there).as_str()
            }),
            // The others hold nothing that has a number of its own.
            (here, there) => here == there,
        }
    }

    fn same_state(&self, here: Option<StateId>, there: Option<StateId>) -> bool {
        here.map(|id| self.here.state(id)) == there.map(|id| self.there.state(id))
    }

    fn same_allowed(&self, here: AllowedId, there: AllowedId) -> bool {
        let (here, there) = (self.here.allowed(here), self.there.allowed(there));
        let same = |(one, two): (&(StateId, StateId), &(StateId, StateId))| {
            self.same_state(Some(one.0), Some(two.0)) && self.same_state(Some(one.1), Some(two.1))
        };
        here.len() == there.len() && here.iter().zip(there.iter()).all(same)
    }

    /// Whether the service that both have just added begins with the same settings.
    fn same_beginning(&self, actor: Actor) -> bool {
        let Some(service) = actor.service() else { return true };
        let (here, there) = (self.here.service(service), self.there.service(service));
        here.first_name().as_str() == there.first_name().as_str()
            && (here.poll_interval, here.work_time) == (there.poll_interval, there.work_time)
            && here.starts_at == there.starts_at
            && self.same_allowed(here.allowed, there.allowed)
    }
}
