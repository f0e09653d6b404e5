//! Conditions in words: what a run is run until, and where a breakpoint stops it.

use event_pattern::Span;
use event_pattern::condition::{Condition, Measure, Unit};
use event_pattern::trace::{Actor, EntryKind, Names};

use crate::run::Halt;
use crate::texts::{Texts, clock, fill};

/// A condition, as the end of a sentence that begins with *until* or with *Breakpoint:*.
pub fn say_condition(texts: &Texts, names: &Names, condition: Condition) -> String {
    let said = &texts.until;
    match condition {
        Condition::At(at) => fill(said.at, &[("time", &clock(at))]),
        Condition::Loss => said.loss.to_owned(),
        Condition::Kind(kind) => match kind_name(texts, kind) {
            Some(name) => name.to_owned(),
            None => fill(said.kind, &[("kind", kind.as_str())]),
        },
        Condition::Actor(actor) => fill(said.actor, &[("actor", &actor_name(texts, names, actor))]),
        Condition::Above(measure, value) => {
            let value = say_value(texts, measure, value);
            fill(said.above, &[("measure", measure_name(texts, measure)), ("value", &value)])
        }
    }
}

/// Why time has stopped by itself.
pub fn say_halt(texts: &Texts, names: &Names, halt: Halt) -> String {
    let (pattern, condition) = match halt {
        Halt::Breakpoint(condition) => (texts.until.breakpoint_hit, condition),
        Halt::Reached(condition) => (texts.until.reached, condition),
        Halt::Never(condition) => (texts.until.never, condition),
        Halt::RecordFull(condition) => (texts.until.full, condition),
    };
    fill(pattern, &[("condition", &say_condition(texts, names, condition))])
}

/// What happens, for the kinds that one waits for.
pub fn kind_name(texts: &Texts, kind: EntryKind) -> Option<&'static str> {
    let said = &texts.until;
    Some(match kind {
        EntryKind::Published => said.published,
        EntryKind::StateChanged => said.changed,
        EntryKind::StateLost => said.loss,
        EntryKind::WorkStarted => said.work_started,
        EntryKind::WorkFinished => said.work_finished,
        EntryKind::Crashed => said.crashed,
        _ => return None,
    })
}

/// What a measure is called.
pub fn measure_name(texts: &Texts, measure: Measure) -> &'static str {
    let counters = &texts.counters;
    match measure {
        Measure::Polls => counters.polls,
        Measure::WastedPolls => counters.wasted_polls,
        Measure::Works => counters.works,
        Measure::Busy => counters.busy,
        Measure::Published => texts.until.published,
        Measure::Lost => counters.lost,
        Measure::OverwrittenByResult => counters.by_result,
        Measure::Unheard => counters.unheard,
        Measure::DoubleWork => counters.double_work,
        Measure::AbandonedWork => counters.abandoned,
        Measure::Detection => counters.detection_max,
    }
}

fn say_value(texts: &Texts, measure: Measure, value: u64) -> String {
    match measure.unit() {
        Unit::Count => texts.number(value),
        Unit::Micros => texts.span(Span::from_micros(value)),
    }
}

/// Whom a condition waits for, by the last name that it has in this future.
pub fn actor_name(texts: &Texts, names: &Names, actor: Actor) -> String {
    match actor {
        Actor::Service(service) => {
            let record = names.services().nth(service.index());
            record.map_or_else(|| texts.until.gone.to_owned(), |(_, record)| record.last_name().to_string())
        }
        Actor::Publisher | Actor::Other(_) => texts.until.publisher.to_owned(),
    }
}
