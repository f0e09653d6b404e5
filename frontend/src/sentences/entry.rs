//! One sentence for every kind of entry, and for the reads that led to nothing.

use event_pattern::trace::{
    Actor, CommandKind, Driver, EditId, Entry, EntryId, Gap, Refusal, ServiceId, StateId, Trace, What,
    WriteFailure,
};
use event_pattern::{Span, State};

use super::sentence::{Sentence, Value};
use crate::texts::sentences::SentenceTexts;
use crate::texts::{Texts, counted};

/// What the entry `id` means, in one sentence; none if the trace has no such entry.
pub fn entry_sentence(texts: &Texts, trace: &Trace, id: EntryId) -> Option<Sentence> {
    let entry = trace.get(id)?;
    Some(Teller { texts, trace, id, entry }.tell())
}

/// A read that led to nothing, which has no entry: the service read `state` (none: the key was empty) and slept on.
pub fn idle_read_sentence(texts: &Texts, service: &str, state: Option<&State>) -> Sentence {
    let service = ("service", Value::Name(service));
    match state {
        Some(state) => {
            Sentence::new(texts.sentences.read_in_vain, &[service, ("state", Value::State(state))])
        }
        None => Sentence::new(texts.sentences.read_nothing, &[service]),
    }
}

/// That a state is lost, and who overwrote it.
pub(super) fn lost_to(texts: &SentenceTexts, by: Actor) -> &'static str {
    match by {
        Actor::Publisher => texts.lost_to_publisher,
        Actor::Service(_) => texts.lost_to_service,
        Actor::Other(_) => texts.lost_elsewhere,
    }
}

/// An entry with what is needed to tell of it.
struct Teller<'a> {
    texts: &'a Texts,
    trace: &'a Trace,
    id: EntryId,
    entry: &'a Entry,
}

impl<'a> Teller<'a> {
    fn tell(&self) -> Sentence {
        let texts = &self.texts.sentences;
        match self.entry.what {
            What::Published { state, unheard: false } => self.of_state(texts.published, state),
            What::Published { state, unheard: true } => self.of_state(texts.published_unheard, state),
            What::StateChanged { from: None, to: None } => Sentence::new(texts.key_found_empty, &[]),
            What::StateChanged { from: None, to: Some(to) } => self.of_state(texts.key_first_set, to),
            What::StateChanged { from: Some(from), to: None } => self.of_state(texts.key_emptied, from),
            What::StateChanged { from: Some(from), to: Some(to) } => {
                let places =
                    [("from", Value::State(self.state(from))), ("state", Value::State(self.state(to)))];
                Sentence::new(texts.key_changed, &places)
            }
            What::StateLost { state, .. } => self.of_state(lost_to(texts, self.entry.actor), state),
            What::WorkStarted { state } if self.was_found() => self.of_state(texts.work_started_found, state),
            What::WorkStarted { state }
                if self.since_cause() == Span::ZERO && self.trace.header().driver == Driver::Live =>
            {
                self.of_state(texts.work_started_when_seen, state)
            }
            What::WorkStarted { state } if self.since_cause() == Span::ZERO => {
                self.of_state(texts.work_started_at_once, state)
            }
            What::WorkStarted { state } => self.timed(texts.work_started, state),
            What::WorkFinished { state } => self.timed(texts.work_finished, state),
            What::ResultPublished { state } => self.reported(state),
            What::Started => self.of_service(texts.started),
            What::Stopping => self.of_service(texts.stopping),
            What::Stopped if self.entry.cause.is_some() => self.of_service(texts.stopped_after_work),
            What::Stopped => self.of_service(texts.stopped),
            What::Crashed if self.was_working() => self.of_service(texts.crashed_at_work),
            What::Crashed => self.of_service(texts.crashed),
            What::Restarted => self.of_service(texts.restarted),
            What::Edited(edit) => self.edited(edit),
            What::Added => self.of_service(texts.added),
            What::Renamed => self.renamed(),
            What::Removed if self.was_working() => self.of_service(texts.removed_at_work),
            What::Removed => self.of_service(texts.removed),
            What::CommandRefused { command, reason } => self.of_service(self.refusal(command, reason)),
            What::ReadFailed => self.of_service(texts.read_failed),
            What::WriteFailed { state, outcome } => {
                let pattern = match (outcome, self.entry.actor) {
                    (WriteFailure::Failed, Actor::Service(_)) => texts.write_failed,
                    (WriteFailure::OutcomeUnknown, Actor::Service(_)) => texts.write_unknown,
                    (WriteFailure::Failed, _) => texts.publish_failed,
                    (WriteFailure::OutcomeUnknown, _) => texts.publish_unknown,
                };
                self.of_state(pattern, state)
            }
            What::KeySet { state } => self.key_set(state),
            What::KeyFound { state: Some(state) } => self.of_state(texts.key_found, state),
            What::KeyFound { state: None } => Sentence::new(texts.key_found_empty, &[]),
            What::Attributed => {
                let state = self.set_by_cause();
                let pattern = if state.is_some() { texts.attributed } else { texts.key_deleted };
                self.by_other(pattern, state)
            }
            What::Gap(gap) => self.lapse(gap),
        }
    }

    /// Somebody elsewhere set the key, or a service that was gone by then.
    fn key_set(&self, state: Option<StateId>) -> Sentence {
        let texts = &self.texts.sentences;
        let pattern = match (self.entry.actor, state) {
            (Actor::Other(Some(_)), Some(_)) => texts.key_set,
            (Actor::Other(Some(_)), None) => texts.key_deleted,
            (Actor::Other(None) | Actor::Publisher, Some(_)) => texts.key_set_unknown,
            (Actor::Other(None) | Actor::Publisher, None) => texts.key_deleted_unknown,
            (Actor::Service(_), _) => texts.key_set_when_gone,
        };
        self.by_other(pattern, state)
    }

    fn by_other(&self, pattern: &str, state: Option<StateId>) -> Sentence {
        let who = match self.entry.actor {
            Actor::Other(Some(label)) => self.trace.names().label(label),
            _ => self.service(),
        };
        let mut places = vec![("who", Value::Name(who))];
        places.extend(state.map(|state| ("state", Value::State(self.state(state)))));
        Sentence::new(pattern, &places)
    }

    /// What the entry set that this one tells more of.
    fn set_by_cause(&self) -> Option<StateId> {
        match self.trace.get(self.entry.cause?)?.what {
            What::KeySet { state } => state,
            _ => None,
        }
    }

    /// What could not be seen.
    fn lapse(&self, gap: Gap) -> Sentence {
        let texts = &self.texts.sentences;
        match gap {
            Gap::Missed { revisions } => {
                let count = self.texts.number(revisions.into());
                let pattern = counted(revisions.into(), texts.gap_one, texts.gap_many);
                Sentence::new(pattern, &[("count", Value::Words(&count))])
            }
            Gap::Asleep { ms } => {
                let time = self.texts.span(Span::from_ms(u64::from(ms) / 100 * 100));
                Sentence::new(texts.asleep, &[("time", Value::Words(&time))])
            }
            Gap::StoreAway => Sentence::new(texts.store_away, &[]),
            Gap::StoreBack => Sentence::new(texts.store_back, &[]),
            Gap::LinkLost => Sentence::new(texts.link_lost, &[]),
            Gap::LinkBack => Sentence::new(texts.link_back, &[]),
        }
    }

    /// Whether what was taken was there when a live run came to the key.
    fn was_found(&self) -> bool {
        let cause = self.entry.cause.and_then(|cause| self.trace.get(cause));
        cause.is_some_and(|cause| matches!(cause.what, What::KeyFound { .. }))
    }

    /// Whether the service was at work just before the entry.
    fn was_working(&self) -> bool {
        let before = self.id.index().checked_sub(1).map(EntryId::from_index);
        let Some(place) = before.and_then(|before| self.trace.place_of(before)) else { return false };
        let view = self.trace.view_at(place);
        self.identity().is_some_and(|id| view.service(id).phase.work().is_some())
    }

    fn refusal(&self, command: CommandKind, reason: Refusal) -> &'static str {
        let texts = &self.texts.sentences;
        match (command, reason) {
            (CommandKind::Start, _) => texts.start_refused_running,
            (CommandKind::Restart, Refusal::NeverStarted) => texts.restart_refused_never_started,
            (CommandKind::Restart, _) => texts.restart_refused_running,
            (CommandKind::Stop, Refusal::Stopping) => texts.stop_refused_stopping,
            (CommandKind::Stop, _) => texts.stop_refused_not_running,
            (CommandKind::Crash, _) => texts.crash_refused_not_running,
        }
    }

    fn of_service(&self, pattern: &str) -> Sentence {
        Sentence::new(pattern, &[("service", Value::Name(self.service()))])
    }

    fn of_state(&self, pattern: &str, state: StateId) -> Sentence {
        let places = [("service", Value::Name(self.service())), ("state", Value::State(self.state(state)))];
        Sentence::new(pattern, &places)
    }

    /// The time since the cause: the set that was taken, or the start of the work.
    fn since_cause(&self) -> Span {
        let cause = self.entry.cause.and_then(|cause| self.trace.get(cause));
        cause.map_or(Span::ZERO, |cause| self.entry.at.since(cause.at))
    }

    fn timed(&self, pattern: &str, state: StateId) -> Sentence {
        let time = self.texts.span(self.since_cause());
        let places = [
            ("service", Value::Name(self.service())),
            ("state", Value::State(self.state(state))),
            ("time", Value::Words(&time)),
        ];
        Sentence::new(pattern, &places)
    }

    fn reported(&self, state: StateId) -> Sentence {
        let receiver = self.trace.header().scenario.receiver.as_ref();
        let places = [
            ("service", Value::Name(self.service())),
            ("state", Value::State(self.state(state))),
            ("receiver", Value::Name(receiver.map_or("", |name| name.as_str()))),
        ];
        Sentence::new(self.texts.sentences.result_published, &places)
    }

    fn renamed(&self) -> Sentence {
        let name = self
            .identity()
            .map_or("", |id| self.trace.names().service(id).name_after(self.id.index() + 1).as_str());
        let places = [("service", Value::Name(self.service())), ("name", Value::Name(name))];
        Sentence::new(self.texts.sentences.renamed, &places)
    }

    fn edited(&self, edit: EditId) -> Sentence {
        let texts = &self.texts.sentences;
        let edit = self.trace.names().edit(edit);
        let service = ("service", Value::Name(self.service()));
        let timed = |pattern, span| {
            let time = self.texts.span(span);
            Sentence::new(pattern, &[service.clone(), ("time", Value::Words(&time))])
        };
        match (edit.allowed, edit.poll_interval, edit.work_time) {
            (Some(allowed), None, None) => {
                let states: Vec<State> =
                    self.trace.names().allowed_states(allowed).states().cloned().collect();
                let pattern = if states.is_empty() { texts.edited_no_states } else { texts.edited_states };
                Sentence::new(pattern, &[service, ("states", Value::States(&states))])
            }
            (None, Some(interval), None) => timed(texts.edited_poll_interval, interval),
            (None, None, Some(work_time)) => timed(texts.edited_work_time, work_time),
            _ => Sentence::new(texts.edited, &[service]),
        }
    }

    fn identity(&self) -> Option<ServiceId> {
        self.entry.actor.service()
    }

    /// The name that the actor had just before the entry; the publisher needs none.
    fn service(&self) -> &'a str {
        self.identity().map_or("", |id| self.trace.names().service(id).name_before(self.id).as_str())
    }

    fn state(&self, state: StateId) -> &'a State {
        self.trace.names().state(state)
    }
}
