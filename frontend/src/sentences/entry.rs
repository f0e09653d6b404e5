//! One sentence for every kind of entry, and for the reads that led to nothing.

use event_pattern::trace::{
    CommandKind, EditId, Entry, EntryId, Refusal, ServiceId, StateId, Trace, What, WriteFailure,
};
use event_pattern::{Span, State};

use super::sentence::{Sentence, Value};
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
            What::StateChanged { from: None, to } => self.of_state(texts.key_first_set, to),
            What::StateChanged { from: Some(from), to } => {
                let places =
                    [("from", Value::State(self.state(from))), ("state", Value::State(self.state(to)))];
                Sentence::new(texts.key_changed, &places)
            }
            What::StateLost { state, .. } if self.entry.actor.service().is_none() => {
                self.of_state(texts.lost_to_publisher, state)
            }
            What::StateLost { state, .. } => self.of_state(texts.lost_to_service, state),
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
            What::WriteFailed { state, outcome: WriteFailure::Failed } => {
                self.of_state(texts.write_failed, state)
            }
            What::WriteFailed { state, outcome: WriteFailure::OutcomeUnknown } => {
                self.of_state(texts.write_unknown, state)
            }
            What::Gap { missed } => {
                let count = self.texts.number(missed.into());
                let pattern = counted(missed.into(), texts.gap_one, texts.gap_many);
                Sentence::new(pattern, &[("count", Value::Words(&count))])
            }
        }
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
