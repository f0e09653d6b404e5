//! The whole picture at one place of a run: what the key holds, what each service does, what was counted so far.
//!
//! A view is the fold of a trace's entries; everything that a page draws is read from one.

mod apply;
mod service;

use crate::time::{Span, Time};
use crate::trace::{Actor, Driver, EntryId, Names, Place, ServiceId, StateId};

pub use service::ServiceView;

/// The whole picture at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The place.
    pub place: Place,
    /// What drives the run, and so what the view can know.
    pub driver: Driver,
    /// Whether the key can be seen; in simulated time it always can.
    pub sight: Sight,
    /// How many entries of the trace are seen there.
    pub entries_seen: usize,
    /// What the key holds, or held when it was seen last; none for a missing key.
    pub key: Option<KeyView>,
    /// Every service that ever was in the run up to here, removed ones too; a service's id is its index.
    pub services: Vec<ServiceView>,
    /// What was counted so far.
    pub totals: Totals,
}

/// What the state key holds: one occurrence of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyView {
    /// The value.
    pub state: StateId,
    /// Who set it.
    pub set_by: Actor,
    /// When it was set, or found.
    pub set_at: Time,
    /// Whether it was seen how it came there.
    pub origin: Origin,
    /// The entry that set it, or found it: the name of this occurrence.
    pub occurrence: EntryId,
    /// How often work was started on it.
    pub works: u32,
}

/// Whether it was seen how the key came to hold its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was seen when it was set.
    Set,
    /// It was there when a live run came to the key: how long it had been, nobody here knows.
    Found,
}

/// Whether the key can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It can.
    Clear,
    /// The store is away: what is shown is what it held last.
    StoreAway,
    /// There is no link to the bridge: what is shown is what it held last.
    LinkLost,
}

/// What a run counts, over all services; `docs/semantics.md` defines each number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// States that the publisher set.
    pub published: u64,
    /// States overwritten before anybody worked on them, though a service allows them.
    pub lost: u64,
    /// Those of the lost that a service's own write overwrote.
    pub overwritten_by_result: u64,
    /// Publications that no service allowed.
    pub unheard: u64,
    /// Starts of work, over all services.
    pub works: u64,
    /// Those of the works of which it is known how long their state had waited.
    pub noticed: u64,
    /// Starts of work on an occurrence after the first.
    pub double_work: u64,
    /// Work that a crash or a removal ended.
    pub abandoned_work: u64,
    /// Results that reached the receiver.
    pub results: u64,
}

impl View {
    /// The picture before anything happened.
    pub(crate) fn beginning(names: &Names, driver: Driver) -> View {
        let there = names.services().filter(|(_, record)| record.added_by.is_none());
        let services = there.map(|(_, record)| ServiceView::new(record)).collect();
        View {
            place: Place::default(),
            driver,
            sight: Sight::Clear,
            entries_seen: 0,
            key: None,
            services,
            totals: Totals::default(),
        }
    }

    /// One service.
    pub fn service(&self, id: ServiceId) -> &ServiceView {
        &self.services[id.index()]
    }

    /// The services that are in the scenario here, in their order.
    pub fn present(&self) -> impl Iterator<Item = (ServiceId, &ServiceView)> {
        self.identities().filter(|(_, service)| service.is_present())
    }

    /// Every service that ever was in the run up to here, in order of appearance.
    pub fn identities(&self) -> impl Iterator<Item = (ServiceId, &ServiceView)> {
        self.services.iter().enumerate().map(|(index, service)| (ServiceId::from_index(index), service))
    }

    /// The time that a service has spent working up to here.
    pub fn busy(&self, id: ServiceId) -> Span {
        self.service(id).busy_until(self.place.at)
    }

    /// The last instant at which a service that now sleeps read or wrote.
    pub fn last_poll(&self) -> Option<Time> {
        self.services.iter().filter_map(|service| service.phase.clock()?.last()).max()
    }

    /// The next instant at which somebody reads the key, or will by what is known here.
    pub fn next_read(&self) -> Option<Time> {
        self.services.iter().filter_map(|service| service.phase.clock()).map(|clock| clock.next()).min()
    }
}
