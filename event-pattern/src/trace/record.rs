//! How a trace grows: the one way in, for every driver.

use std::mem;
use std::sync::Arc;

use super::{
    Chunk, Driver, EditId, Entry, EntryId, Header, LabelId, Measured, Names, ServiceId, StateId, Trace, What,
};
use crate::poll::PollClock;
use crate::scenario::{Edit, Scenario, ServiceName, ServiceSetup};
use crate::state::State;
use crate::time::Time;
use crate::view::{Origin, View};

/// The version of the trace's format.
const VERSION: u32 = 1;

/// The entries of a chunk: exactly so many in each but the tail. The tests have many small ones, so that runs of any length meet their borders.
pub(super) const CHUNK: usize = if cfg!(test) { 3 } else { 1_024 };
/// The entries per service from one kept picture to the next, so that the copies are a bounded part of each entry.
const PICTURE_PER_SERVICE: usize = if cfg!(test) { 1 } else { 10 };

impl Trace {
    /// The trace of a run of `scenario` in which nothing has happened yet.
    pub fn new(scenario: Arc<Scenario>, driver: Driver) -> Trace {
        let mut names = Names::with_room_for(scenario.services.len());
        for setup in &scenario.services {
            names.add_service(setup, None);
        }
        let head = View::beginning(&names, driver);
        Trace {
            header: Header { version: VERSION, scenario, driver },
            names: Arc::new(names),
            chunks: Vec::new(),
            begins: Vec::new(),
            tail: Chunk::after(None, None),
            measured: Measured::default(),
            pictured: 0,
            head,
        }
    }

    /// Records the next entry, which must not lie before the last one.
    pub fn record(&mut self, entry: Entry) -> EntryId {
        debug_assert!(self.head.place.at <= entry.at, "entries are recorded in the order of time");
        if self.tail.entries.len() >= CHUNK {
            self.begin_chunk();
        }
        if let What::WorkStarted { .. } = entry.what {
            let set_at = self.head.key.filter(|key| key.origin == Origin::Set).map(|key| key.set_at);
            self.tail.latencies.extend(set_at.map(|set_at| entry.at.since(set_at)));
        }
        let id = self.next_id();
        // The reads that it ends are found again by those who ask.
        self.head.apply(&entry, &self.names);
        self.tail.entries.push(entry);
        id
    }

    fn begin_chunk(&mut self) {
        let first = self.len();
        let due = first - self.pictured >= PICTURE_PER_SERVICE * self.names.service_count();
        let before = due.then(|| Box::new(self.head.clone()));
        if due {
            self.pictured = first;
        }
        let mut tail = Chunk::after(Some(&self.tail), before);
        tail.entries.reserve_exact(CHUNK);
        self.tail.latencies.shrink_to_fit();
        self.begins.extend(self.tail.entries.first().map(|entry| entry.at));
        self.chunks.push(Arc::new(mem::replace(&mut self.tail, tail)));
    }

    /// Notes a read that led to nothing, for a live driver, which measures what simulated time computes.
    pub fn note_read(&mut self, service: ServiceId, at: Time) {
        let view = self.head.service(service);
        let due = view.phase.clock().map_or(at, PollClock::next);
        self.measured.note(service, at, view.poll_interval, due);
    }

    /// The id of the label of somebody elsewhere, for a driver that is about to record what they did.
    pub fn intern_label(&mut self, label: &Arc<str>) -> LabelId {
        let by = self.next_id();
        self.names_mut().intern_label(label, Some(by))
    }

    /// The id of `state`, for a driver that is about to record that it was set.
    pub fn intern(&mut self, state: &State) -> StateId {
        // Looked up first: a copy of the trace shares the names until there is a new one.
        match self.names.find(state) {
            Some(id) => id,
            None => {
                let by = self.next_id();
                self.names_mut().intern(state, Some(by))
            }
        }
    }

    /// The id of the entry that is recorded next.
    fn next_id(&self) -> EntryId {
        EntryId::from_index(self.len())
    }

    fn names_mut(&mut self) -> &mut Names {
        Arc::make_mut(&mut self.names)
    }

    /// Makes a new service known; its `added` entry has to be recorded next.
    pub fn add_service(&mut self, setup: &ServiceSetup) -> ServiceId {
        let added_by = self.next_id();
        self.names_mut().add_service(setup, Some(added_by))
    }

    /// Makes a new name known; the `renamed` entry has to be recorded next.
    pub fn rename_service(&mut self, service: ServiceId, to: ServiceName) {
        let renamed_by = self.next_id();
        self.names_mut().rename(service, renamed_by, to);
    }

    /// Keeps the settings of an edit; its `edited` entry has to be recorded next.
    pub fn keep_edit(&mut self, edit: &Edit) -> EditId {
        let by = self.next_id();
        self.names_mut().keep_edit(edit, Some(by))
    }

    /// The trace up to and with everything at `at`, the rest cut off.
    pub fn cut_after(&self, at: Time) -> Trace {
        let seen = self.count_through(at);
        let mut cut = Trace::new(self.header.scenario.clone(), self.header.driver);
        cut.names = Arc::new(self.names.cut(seen));
        cut.chunks = self.chunks.iter().filter(|chunk| chunk.end() <= seen).cloned().collect();
        cut.begins = self.begins[..cut.chunks.len()].to_vec();
        cut.tail = Chunk::after(cut.chunks.last().map(|chunk| &**chunk), None);
        let kept = cut.tail.first;
        cut.head = self.fold(kept);
        cut.measured = self.measured.cut_after(at);
        let pictured = cut.chunks.iter().rev().find(|chunk| chunk.before.is_some());
        cut.pictured = pictured.map_or(0, |chunk| chunk.first);
        for (_, entry) in self.entries_in(kept..seen) {
            cut.record(*entry);
        }
        cut
    }
}
