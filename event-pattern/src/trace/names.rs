//! The names in a trace, each kept once: states, allowed states, edits, and who the services are.

use std::sync::Arc;

use super::entry::{AllowedId, EditId, EditedSettings, EntryId, LabelId, ServiceId, StateId};
use crate::hashed::Map;
use crate::scenario::{AllowedStates, Edit, ServiceName, ServiceSetup};
use crate::state::State;
use crate::time::{Span, Time};

/// Allowed states as a trace keeps them: each with the state that is set when its work is done.
pub type AllowedIds = Arc<[(StateId, StateId)]>;

/// Every name that a trace needs.
#[derive(Clone, Debug, Default)]
pub struct Names {
    states: Vec<Brought<State>>,
    /// Not a list, as who has which name is: a file may bring 100,000 states, in any order.
    by_state: Map<State, StateId>,
    allowed: Vec<Brought<AllowedIds>>,
    edits: Vec<Brought<EditedSettings>>,
    services: Vec<ServiceRecord>,
    labels: Vec<Brought<Arc<str>>>,
}

/// A name with the entry that brought it, if it was not there from the beginning.
#[derive(Clone, Debug)]
struct Brought<T> {
    by: Option<EntryId>,
    name: T,
}

/// Who a service is, from its beginning on.
#[derive(Clone, Debug)]
pub struct ServiceRecord {
    /// The `added` entry that brought it, if it was not there from the beginning.
    pub added_by: Option<EntryId>,
    /// Its allowed states at its beginning.
    pub allowed: AllowedId,
    /// Its poll interval at its beginning.
    pub poll_interval: Span,
    /// Its work time at its beginning.
    pub work_time: Span,
    /// When it starts by itself, if it does.
    pub starts_at: Option<Time>,
    /// Its first name, then every later one with the `renamed` entry that brought it.
    first_name: ServiceName,
    renamed: Vec<(EntryId, ServiceName)>,
}

impl Names {
    /// No names yet, and room for those of so many services.
    pub(crate) fn with_room_for(services: usize) -> Names {
        Names { services: Vec::with_capacity(services), ..Names::default() }
    }

    /// The id of `state`, which is a new one the first time: then the entry `by` brought it.
    pub(crate) fn intern(&mut self, state: &State, by: Option<EntryId>) -> StateId {
        if let Some(id) = self.by_state.get(state) {
            return *id;
        }
        let id = StateId::from_index(self.states.len());
        self.states.push(Brought { by, name: state.clone() });
        self.by_state.insert(state.clone(), id);
        id
    }

    /// The id of `state`, if the trace knows it.
    pub fn find(&self, state: &State) -> Option<StateId> {
        self.by_state.get(state).copied()
    }

    /// The id of a label, which is a new one the first time: then the entry `by` brought it.
    pub(crate) fn intern_label(&mut self, label: &Arc<str>, by: Option<EntryId>) -> LabelId {
        let known = self.labels.iter().position(|known| known.name == *label);
        let index = known.unwrap_or_else(|| {
            self.labels.push(Brought { by, name: label.clone() });
            self.labels.len() - 1
        });
        LabelId::from_index(index)
    }

    /// The label behind an id.
    pub fn label(&self, id: LabelId) -> &str {
        &self.labels[id.index()].name
    }

    /// The state behind an id.
    pub fn state(&self, id: StateId) -> &State {
        &self.states[id.index()].name
    }

    /// The allowed states behind an id.
    pub fn allowed(&self, id: AllowedId) -> &AllowedIds {
        &self.allowed[id.index()].name
    }

    /// The allowed states behind an id, with their names.
    pub fn allowed_states(&self, id: AllowedId) -> AllowedStates {
        let named =
            |&(state, next): &(StateId, StateId)| (self.state(state).clone(), self.state(next).clone());
        AllowedStates(self.allowed(id).iter().map(named).collect())
    }

    /// The settings that an edit gave.
    pub fn edit(&self, id: EditId) -> &EditedSettings {
        &self.edits[id.index()].name
    }

    /// How many services ever were in the run.
    pub fn service_count(&self) -> usize {
        self.services.len()
    }

    /// Who a service is.
    pub fn service(&self, id: ServiceId) -> &ServiceRecord {
        &self.services[id.index()]
    }

    /// Every service that ever was in the run.
    pub fn services(&self) -> impl Iterator<Item = (ServiceId, &ServiceRecord)> {
        self.services.iter().enumerate().map(|(index, record)| (ServiceId::from_index(index), record))
    }

    fn intern_allowed(&mut self, allowed: &AllowedStates, by: Option<EntryId>) -> AllowedId {
        // Many services of a scenario are alike: those that follow each other share what they allow.
        let alike = self.allowed.last().is_some_and(|last| last.by == by && self.are(&last.name, allowed));
        if alike {
            return AllowedId::from_index(self.allowed.len() - 1);
        }
        let ids =
            allowed.0.iter().map(|(state, next)| (self.intern(state, by), self.intern(next, by))).collect();
        self.allowed.push(Brought { by, name: ids });
        AllowedId::from_index(self.allowed.len() - 1)
    }

    /// Whether the interned states `ids` are `allowed`.
    fn are(&self, ids: &AllowedIds, allowed: &AllowedStates) -> bool {
        let same = |(&(id, next_id), (state, next)): (&(StateId, StateId), &(State, State))| {
            self.state(id) == state && self.state(next_id) == next
        };
        ids.len() == allowed.0.len() && ids.iter().zip(&allowed.0).all(same)
    }

    pub(crate) fn keep_edit(&mut self, edit: &Edit, by: Option<EntryId>) -> EditId {
        let settings = EditedSettings {
            allowed: edit.allowed_states.as_ref().map(|allowed| self.intern_allowed(allowed, by)),
            poll_interval: edit.poll_interval,
            work_time: edit.work_time,
        };
        self.edits.push(Brought { by, name: settings });
        EditId::from_index(self.edits.len() - 1)
    }

    pub(crate) fn add_service(&mut self, setup: &ServiceSetup, added_by: Option<EntryId>) -> ServiceId {
        let allowed = self.intern_allowed(&setup.allowed_states, added_by);
        self.services.push(ServiceRecord {
            added_by,
            allowed,
            poll_interval: setup.poll_interval,
            work_time: setup.work_time,
            starts_at: setup.starts_at,
            first_name: setup.name.clone(),
            renamed: Vec::new(),
        });
        ServiceId::from_index(self.services.len() - 1)
    }

    pub(crate) fn rename(&mut self, service: ServiceId, entry: EntryId, to: ServiceName) {
        self.services[service.index()].renamed.push((entry, to));
    }

    /// The names as they were when the trace had `seen` entries.
    pub(crate) fn cut(&self, seen: usize) -> Names {
        let there = |by: Option<EntryId>| by.is_none_or(|entry| entry.index() < seen);
        let mut names = self.clone();
        names.states.retain(|state| there(state.by));
        names.by_state.retain(|_, id| id.index() < names.states.len());
        names.allowed.retain(|allowed| there(allowed.by));
        names.edits.retain(|edit| there(edit.by));
        names.labels.retain(|label| there(label.by));
        names.services.retain(|record| there(record.added_by));
        for record in &mut names.services {
            record.renamed.retain(|(entry, _)| there(Some(*entry)));
        }
        names
    }
}

impl ServiceRecord {
    /// Its name just before the entry `before`.
    pub fn name_before(&self, before: EntryId) -> &ServiceName {
        let renames = self.renamed.partition_point(|(entry, _)| *entry < before);
        self.name_after_renames(renames)
    }

    /// Its name after the first `seen` entries of the trace.
    pub fn name_after(&self, seen: usize) -> &ServiceName {
        let renames = self.renamed.partition_point(|(entry, _)| entry.index() < seen);
        self.name_after_renames(renames)
    }

    /// Its name at its beginning.
    pub fn first_name(&self) -> &ServiceName {
        &self.first_name
    }

    /// Its last name.
    pub fn last_name(&self) -> &ServiceName {
        self.name_after_renames(self.renamed.len())
    }

    fn name_after_renames(&self, renames: usize) -> &ServiceName {
        match renames.checked_sub(1) {
            Some(last) => &self.renamed[last].1,
            None => &self.first_name,
        }
    }
}
