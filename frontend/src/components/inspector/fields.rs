//! A service's settings as form fields: what each shows, what is wrong with it, and the command that all of them make.
//! Knows no browser and no words.

use std::rc::Rc;

use event_pattern::scenario::{AllowedStates, Edit, NameError, ServiceName, ServiceSetup};
use event_pattern::{Span, State, StateError, Time};

use super::draft::{AddDraft, SettingsDraft, Start};
use super::seconds::{self, DecimalMark, SecondsError};

/// The shortest poll interval.
pub const LEAST_INTERVAL: Span = Span::from_ms(1);
/// The most allowed states of a service.
pub const MOST_ROWS: usize = 64;
/// What a new row sets: the tutorial's end of all work.
const DONE: State = State::IDLE;

/// One allowed state with what is set when its work is done, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What no other row of the form ever has: the row stays itself when those before it go.
    pub key: u32,
    /// The state.
    pub state: String,
    /// What is set.
    pub next: String,
}

/// What a person does to the rows.
#[derive(Clone, Debug, PartialEq)]
pub enum RowChange {
    /// Types a state.
    State(u32, String),
    /// Types what is set.
    Next(u32, String),
    /// Wants one more row.
    Add,
    /// Wants one row less.
    Remove(u32),
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The service's name.
    Name,
    /// The state of a row.
    State(u32),
    /// What a row sets.
    Next(u32),
    /// The poll interval.
    PollInterval,
    /// The work time.
    WorkTime,
}

/// Why a field cannot be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    /// Its text is no state.
    State(StateError),
    /// Another row has the same state.
    Twice,
    /// There are too many rows.
    TooMany,
    /// Its text is no length of time.
    Seconds(SecondsError),
    /// Its text is no name.
    Name(NameError),
}

/// All that is wrong with a form, in the order of its fields; never empty.
pub type FieldErrors = Vec<(Field, FieldError)>;

/// When errors are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// While somebody types: an empty field is not an error yet.
    WhileTyping,
    /// After somebody wanted the form applied as it stands.
    All,
}

/// The errors that are to be said now.
pub fn said_now(errors: FieldErrors, saying: Saying) -> FieldErrors {
    let empty = |error: &FieldError| {
        matches!(
            error,
            FieldError::State(StateError::Empty)
                | FieldError::Name(NameError::Empty)
                | FieldError::Seconds(SecondsError::Empty)
        )
    };
    errors.into_iter().filter(|(_, error)| saying == Saying::All || !empty(error)).collect()
}

/// A service's settings as they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The states that it allows, each with what it sets.
    pub allowed_states: AllowedStates,
    /// How long it sleeps between two reads.
    pub poll_interval: Span,
    /// How long it works.
    pub work_time: Span,
}

/// What the fields of the form show.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The rows of the allowed states.
    pub rows: Rc<Vec<Row>>,
    /// The poll interval in seconds.
    pub poll_interval: String,
    /// The work time in seconds.
    pub work_time: String,
}

impl Settings {
    /// What the fields show: what was typed, and where nothing was, what is.
    pub fn shown(&self, draft: &SettingsDraft, mark: DecimalMark) -> Shown {
        let written =
            |typed: &Option<String>, span| typed.clone().unwrap_or_else(|| seconds::write(span, mark));
        Shown {
            rows: draft.rows.clone().unwrap_or_else(|| Rc::new(self.rows())),
            poll_interval: written(&draft.poll_interval, self.poll_interval),
            work_time: written(&draft.work_time, self.work_time),
        }
    }

    fn rows(&self) -> Vec<Row> {
        let row = |(key, (state, next)): (u32, &(State, State))| Row {
            key,
            state: state.to_string(),
            next: next.to_string(),
        };
        (0..).zip(&self.allowed_states.0).map(row).collect()
    }

    /// The edit that the draft asks for; one that changes nothing is empty.
    ///
    /// # Errors
    ///
    /// All that is wrong with what was typed.
    pub fn edit(
        &self,
        service: &ServiceName,
        draft: &SettingsDraft,
        mark: DecimalMark,
    ) -> Result<Edit, FieldErrors> {
        let mut errors = Vec::new();
        let typed = Typed::read(draft, mark, &mut errors);
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut edit = Edit::new(service.clone());
        edit.allowed_states = typed.allowed_states.filter(|typed| *typed != self.allowed_states);
        edit.poll_interval = typed.poll_interval.filter(|typed| *typed != self.poll_interval);
        edit.work_time = typed.work_time.filter(|typed| *typed != self.work_time);
        Ok(edit)
    }
}

impl AddDraft {
    /// The service that the draft asks for, added at `at`.
    ///
    /// # Errors
    ///
    /// All that is wrong with what was typed.
    pub fn setup(&self, at: Time, mark: DecimalMark) -> Result<ServiceSetup, FieldErrors> {
        let mut errors = Vec::new();
        let name = ServiceName::parse(self.name.trim())
            .map_err(|error| errors.push((Field::Name, FieldError::Name(error))));
        let typed = Typed::read(&self.settings, mark, &mut errors);
        let (Ok(name), true) = (name, errors.is_empty()) else { return Err(errors) };
        let mut setup = ServiceSetup::new(name, typed.allowed_states.unwrap_or_default());
        setup.poll_interval = typed.poll_interval.unwrap_or(setup.poll_interval);
        setup.work_time = typed.work_time.unwrap_or(setup.work_time);
        setup.starts_at = match self.start {
            Start::AtOnce => Some(at),
            Start::Later => None,
        };
        Ok(setup)
    }
}

/// What was typed, as far as it can be understood.
struct Typed {
    allowed_states: Option<AllowedStates>,
    poll_interval: Option<Span>,
    work_time: Option<Span>,
}

impl Typed {
    fn read(draft: &SettingsDraft, mark: DecimalMark, errors: &mut FieldErrors) -> Typed {
        let allowed_states = draft.rows.as_ref().map(|rows| read_rows(rows, errors));
        let mut span = |text: &Option<String>, least, field| {
            let read = seconds::parse(text.as_ref()?, mark, least);
            read.map_err(|error| errors.push((field, FieldError::Seconds(error)))).ok()
        };
        let poll_interval = span(&draft.poll_interval, LEAST_INTERVAL, Field::PollInterval);
        let work_time = span(&draft.work_time, Span::ZERO, Field::WorkTime);
        Typed { allowed_states, poll_interval, work_time }
    }
}

/// A row in which nothing was typed yet is no row.
fn read_rows(rows: &[Row], errors: &mut FieldErrors) -> AllowedStates {
    let mut allowed = Vec::new();
    let mut seen: Vec<State> = Vec::new();
    for row in rows.iter().filter(|row| !row.is_blank()) {
        let mut read = |text: &str, field| {
            let state = State::parse(text.trim());
            state.map_err(|error| errors.push((field, FieldError::State(error)))).ok()
        };
        let state = read(&row.state, Field::State(row.key));
        let next = read(&row.next, Field::Next(row.key));
        if let Some(state) = &state {
            if seen.contains(state) {
                errors.push((Field::State(row.key), FieldError::Twice));
            }
            seen.push(state.clone());
        }
        if allowed.len() == MOST_ROWS {
            errors.push((Field::State(row.key), FieldError::TooMany));
        }
        allowed.extend(state.zip(next));
    }
    AllowedStates(allowed)
}

impl Row {
    /// Whether nothing was typed into it.
    pub fn is_blank(&self) -> bool {
        let next = self.next.trim();
        self.state.trim().is_empty() && (next.is_empty() || next == DONE.as_str())
    }
}

impl RowChange {
    /// The rows after the change.
    pub fn applied_to(self, rows: &[Row]) -> Vec<Row> {
        let mut rows = rows.to_vec();
        match self {
            RowChange::State(key, text) => with_row(&mut rows, key, |row| row.state = text),
            RowChange::Next(key, text) => with_row(&mut rows, key, |row| row.next = text),
            RowChange::Add => {
                let key = rows.iter().map(|row| row.key + 1).max().unwrap_or(0);
                rows.push(Row { key, next: DONE.to_string(), ..Row::default() });
            }
            RowChange::Remove(key) => rows.retain(|row| row.key != key),
        }
        rows
    }
}

fn with_row(rows: &mut [Row], key: u32, change: impl FnOnce(&mut Row)) {
    if let Some(row) = rows.iter_mut().find(|row| row.key == key) {
        change(row);
    }
}

#[cfg(test)]
#[path = "fields_tests.rs"]
mod tests;
