//! Reads a service, its names and its states from JSON.

use super::found::Path;
use super::limits::{MS, POLL_INTERVAL_MS, STATES};
use super::model::{AllowedStates, DEFAULT_POLL_INTERVAL, DEFAULT_WORK_TIME, ServiceSetup};
use super::name::{Caseless, ServiceName};
use super::naming::Spotted;
use super::problem_kind::{Counted, Expected, ProblemKind, Reserved};
use super::reader::{Reader, Value, text_of};
use crate::hashed::Set;
use crate::state::State;
use crate::time::{Span, Time};

/// A service as far as it could be read; what could not has its default.
pub(super) struct ServiceDraft {
    pub(super) name: Option<Spotted>,
    pub(super) setup: ServiceSetup,
    /// Where `starts_at_ms` stands, if it is there.
    pub(super) starts_at_spot: Option<usize>,
}

impl Reader<'_> {
    /// Reads a service; `starts_at` is when it starts if it does not say so.
    pub(super) fn service(
        &mut self,
        value: Value,
        path: &Path,
        starts_at: Option<Time>,
        receiver: Option<&ServiceName>,
    ) -> Option<ServiceDraft> {
        const FIELDS: [&str; 5] =
            ["name", "allowed_states", "poll_interval_ms", "work_time_ms", "starts_at_ms"];
        let fields = self.fields(value, path, &FIELDS)?;
        for (key, field) in FIELDS.iter().zip(&fields).take(2) {
            if field.is_none() {
                self.missing(value, path, key);
            }
        }
        let [name, allowed_states, poll_interval, work_time, starts] = fields;
        let name = name.and_then(|name| self.new_name(name, &path.field("name"), receiver));
        let allowed_states =
            allowed_states.and_then(|states| self.allowed_states(states, &path.field("allowed_states")));
        let poll_interval =
            poll_interval.and_then(|value| self.poll_interval(value, &path.field("poll_interval_ms")));
        let work_time = work_time.and_then(|value| self.span(value, &path.field("work_time_ms")));
        let setup = ServiceSetup {
            name: name.as_ref().map_or_else(|| ServiceName::unchecked(""), |spotted| spotted.name.clone()),
            allowed_states: allowed_states.unwrap_or_default(),
            poll_interval: poll_interval.unwrap_or(DEFAULT_POLL_INTERVAL),
            work_time: work_time.unwrap_or(DEFAULT_WORK_TIME),
            starts_at: match starts {
                Some(value) => self.starts_at(value, &path.field("starts_at_ms")),
                None => starts_at,
            },
        };
        Some(ServiceDraft { name, setup, starts_at_spot: starts.map(|value| self.spot(value)) })
    }

    /// Reads a name that a service or the receiver is to have.
    pub(super) fn new_name(
        &mut self,
        value: Value,
        path: &Path,
        receiver: Option<&ServiceName>,
    ) -> Option<Spotted> {
        let mut spotted = self.old_name(value, path)?;
        let name = &spotted.name;
        if let Err(error) = ServiceName::parse(name.as_str()) {
            self.problem(value, path, ProblemKind::BadName(error));
            spotted.fit = false;
        }
        if let Some(reserved) = reserved(name, receiver) {
            self.problem(value, path, ProblemKind::ReservedName(reserved));
            spotted.fit = false;
        }
        Some(spotted)
    }

    /// Reads a name that somebody has to have already: any text, for only a name that exists will be found.
    pub(super) fn old_name(&mut self, value: Value, path: &Path) -> Option<Spotted> {
        let text = self.text(value, path)?;
        Some(Spotted { name: ServiceName::unchecked(&text), spot: self.spot(value), fit: true })
    }

    pub(super) fn state(&mut self, value: Value, path: &Path) -> Option<State> {
        let text = self.text(value, path)?;
        State::parse(&text).map_err(|error| self.problem(value, path, ProblemKind::BadState(error))).ok()
    }

    pub(super) fn allowed_states(&mut self, value: Value, path: &Path) -> Option<AllowedStates> {
        let mut seen = Set::default();
        let mut states = Vec::new();
        for (key, next) in self.members(value, path)? {
            let text = text_of(key);
            let path = path.field(&text);
            if !seen.insert(text.to_ascii_uppercase()) {
                self.problem(key, &path, ProblemKind::DuplicateKey);
                continue;
            }
            let allowed = State::parse(&text)
                .map_err(|error| self.problem(key, &path, ProblemKind::BadState(error)))
                .ok();
            states.extend(allowed.zip(self.state(next, &path)));
        }
        if seen.len() > STATES {
            let (what, most) = (Counted::States, STATES);
            self.problem(value, path, ProblemKind::TooMany { what, most });
        }
        Some(AllowedStates(states))
    }

    pub(super) fn poll_interval(&mut self, value: Value, path: &Path) -> Option<Span> {
        self.number(value, path, POLL_INTERVAL_MS).map(Span::from_micros)
    }

    pub(super) fn span(&mut self, value: Value, path: &Path) -> Option<Span> {
        self.number(value, path, MS).map(Span::from_micros)
    }

    pub(super) fn time(&mut self, value: Value, path: &Path) -> Option<Time> {
        self.number(value, path, MS).map(Time::from_micros)
    }

    fn starts_at(&mut self, value: Value, path: &Path) -> Option<Time> {
        if value.kind().is_null() {
            return None;
        }
        if !value.kind().is_number() {
            self.wrong_type(value, path, Expected::NumberOrNull);
            return None;
        }
        self.time(value, path)
    }
}

/// The node that has this name already and is no service.
pub(super) fn reserved(name: &ServiceName, receiver: Option<&ServiceName>) -> Option<Reserved> {
    let is = |other: &str| Caseless(name.as_str()) == Caseless(other);
    if is("publisher") {
        Some(Reserved::Publisher)
    } else if is("broker") {
        Some(Reserved::Broker)
    } else if receiver.is_some_and(|receiver| is(receiver.as_str())) {
        Some(Reserved::Receiver)
    } else {
        None
    }
}
