//! What a person has typed into the inspector's forms and not applied yet. Knows no browser and no words.
//!
//! A draft belongs to a service's identity and holds only what was touched: everything else goes on following the run,
//! and no new picture of the run can take a typed letter away.

use std::rc::Rc;

use event_pattern::trace::ServiceId;
use yew::Reducible;

use super::fields::{Row, RowChange};

/// The drafts of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drafts {
    services: Vec<(ServiceId, ServiceDraft)>,
    adding: AddDraft,
}

/// What was typed about one service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceDraft {
    /// Its settings.
    pub settings: SettingsDraft,
    /// Its new name.
    pub name: Option<String>,
}

/// Settings as far as they were touched.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SettingsDraft {
    /// The allowed states with what each sets, all of them as soon as one is touched.
    pub rows: Option<Rc<Vec<Row>>>,
    /// The poll interval in seconds, as typed.
    pub poll_interval: Option<String>,
    /// The work time in seconds, as typed.
    pub work_time: Option<String>,
}

/// A service that is to be added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddDraft {
    /// Its name.
    pub name: String,
    /// Its settings.
    pub settings: SettingsDraft,
    /// Whether it is to run at once.
    pub start: Start,
}

/// Whether an added service runs at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// It starts the moment it is added.
    #[default]
    AtOnce,
    /// It waits for somebody to start it.
    Later,
}

/// Whose settings are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A service of the run.
    Service(ServiceId),
    /// The one that is to be added.
    Added,
}

/// One thing that was typed or chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftAction {
    /// A name.
    Name(Subject, String),
    /// A poll interval.
    PollInterval(Subject, String),
    /// A work time.
    WorkTime(Subject, String),
    /// The rows of the allowed states, which were `from` until now.
    Rows {
        /// Whose.
        subject: Subject,
        /// The rows as they were shown.
        from: Rc<Vec<Row>>,
        /// What was done to them.
        change: RowChange,
    },
    /// Whether the added service runs at once.
    Start(Start),
    /// The settings are applied, or given up: the fields follow the run again.
    SettingsDone(Subject),
    /// The new name is given, or given up.
    NameDone(Subject),
}

impl Drafts {
    /// What was typed about a service.
    pub fn service(&self, id: ServiceId) -> ServiceDraft {
        let draft = self.services.iter().find(|(service, _)| *service == id);
        draft.map(|(_, draft)| draft.clone()).unwrap_or_default()
    }

    /// The service that is to be added.
    pub fn adding(&self) -> &AddDraft {
        &self.adding
    }

    fn service_mut(&mut self, id: ServiceId) -> &mut ServiceDraft {
        let known = self.services.iter().position(|(service, _)| *service == id);
        let index = known.unwrap_or_else(|| {
            self.services.push((id, ServiceDraft::default()));
            self.services.len() - 1
        });
        &mut self.services[index].1
    }

    fn settings_mut(&mut self, subject: Subject) -> &mut SettingsDraft {
        match subject {
            Subject::Service(id) => &mut self.service_mut(id).settings,
            Subject::Added => &mut self.adding.settings,
        }
    }
}

impl SettingsDraft {
    /// Whether nothing was touched.
    pub fn is_untouched(&self) -> bool {
        *self == SettingsDraft::default()
    }
}

impl Reducible for Drafts {
    type Action = DraftAction;

    fn reduce(self: Rc<Self>, action: DraftAction) -> Rc<Self> {
        let mut next = Drafts::clone(&self);
        match action {
            DraftAction::Name(Subject::Service(id), text) => {
                next.service_mut(id).name = Some(text);
            }
            DraftAction::Name(Subject::Added, text) => next.adding.name = text,
            DraftAction::PollInterval(subject, text) => {
                next.settings_mut(subject).poll_interval = Some(text);
            }
            DraftAction::WorkTime(subject, text) => next.settings_mut(subject).work_time = Some(text),
            DraftAction::Rows { subject, from, change } => {
                next.settings_mut(subject).rows = Some(Rc::new(change.applied_to(&from)));
            }
            DraftAction::Start(start) => next.adding.start = start,
            DraftAction::SettingsDone(Subject::Service(id)) => {
                next.service_mut(id).settings = SettingsDraft::default();
            }
            DraftAction::NameDone(Subject::Service(id)) => next.service_mut(id).name = None,
            DraftAction::SettingsDone(Subject::Added) | DraftAction::NameDone(Subject::Added) => {
                next.adding = AddDraft::default();
            }
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject() -> Subject {
        Subject::Service(ServiceId::from_index(0))
    }

    fn after(actions: Vec<DraftAction>) -> Rc<Drafts> {
        actions.into_iter().fold(Rc::new(Drafts::default()), Drafts::reduce)
    }

    fn order(drafts: &Drafts) -> ServiceDraft {
        drafts.service(ServiceId::from_index(0))
    }

    #[test]
    fn a_draft_belongs_to_a_service_and_holds_only_what_was_touched() {
        let drafts = after(vec![DraftAction::PollInterval(subject(), "0,2x".to_owned())]);
        assert_eq!(order(&drafts).settings.poll_interval.as_deref(), Some("0,2x"));
        assert_eq!(order(&drafts).settings.work_time, None);
        assert!(drafts.service(ServiceId::from_index(1)).settings.is_untouched());
    }

    #[test]
    fn applied_settings_follow_the_run_again_and_a_typed_name_stays() {
        let drafts = after(vec![
            DraftAction::WorkTime(subject(), "5".to_owned()),
            DraftAction::Name(subject(), "SHOP".to_owned()),
            DraftAction::SettingsDone(subject()),
        ]);
        assert!(order(&drafts).settings.is_untouched());
        assert_eq!(order(&drafts).name.as_deref(), Some("SHOP"));
    }
}
