//! The stage's values in the reader's words.

use event_pattern::{Span, State};

use super::doing::Doing;
use super::measure::Density;
use super::still::{Hint, KeyStill, ServiceStill, Setter};
use crate::texts::{Texts, clock, counted, fill};

/// The tutorial's name of the state key.
pub const KEY: &str = "app:state";

/// From here on what is left is told in minutes.
const LONG: Span = Span::from_ms(100_000);

/// What is left, as a ring has room for it: the number and its unit.
pub fn left(texts: &Texts, left: Span) -> (String, &'static str) {
    if left < LONG {
        (texts.tenths(left), texts.stage.seconds_unit)
    } else {
        (texts.number(left.as_micros() / 60_000_000), texts.stage.minutes_unit)
    }
}

/// A phase in words, as many as the card has room for. `{state}` is left in place where the phase names a state.
pub fn phase(texts: &Texts, doing: &Doing, density: Density) -> String {
    let stage = &texts.stage;
    let full = density <= Density::Narrow;
    let long_or = |long: &str, short: &str| if full { long.to_owned() } else { short.to_owned() };
    match doing {
        Doing::NotStarted { starts_at: Some(at) } if full => fill(stage.starts_at, &[("time", &clock(*at))]),
        Doing::NotStarted { .. } => long_or(stage.not_started, stage.not_started_short),
        Doing::LeftToOthers => long_or(stage.left_to_others, stage.left_to_others_short),
        Doing::Sleeping { .. } => long_or(stage.sleeping, stage.sleeping_short),
        Doing::LookingFast { every } => {
            let pattern = if full { stage.looking_fast } else { stage.looking_short };
            fill(pattern, &[("time", &texts.span(*every))])
        }
        Doing::Working { .. } => long_or(stage.working, stage.working_short),
        Doing::Stopping { .. } => long_or(stage.stopping, stage.stopping_short),
        Doing::Stopped => stage.stopped.to_owned(),
        Doing::Crashed => stage.crashed.to_owned(),
    }
}

/// A phase in words, complete.
fn phase_said(texts: &Texts, doing: &Doing) -> String {
    match doing {
        Doing::Working { next, .. } => fill(texts.stage.working, &[("state", next.as_str())]),
        _ => phase(texts, doing, Density::Full),
    }
}

/// A service's accessible name: who it is, what it does, what it acts on.
pub fn service_name(texts: &Texts, service: &ServiceStill) -> String {
    let phase = phase_said(texts, &service.doing);
    let mut said = fill(texts.stage.service_said, &[("service", &service.name), ("phase", &phase)]);
    said.push(' ');
    if service.allowed.is_empty() {
        said.push_str(texts.stage.acts_on_nothing_said);
    } else {
        said.push_str(&fill(texts.stage.acts_on, &[("states", &listed(&service.allowed))]));
    }
    if service.matching.is_some() {
        said.push(' ');
        said.push_str(texts.stage.matches);
    }
    said
}

/// Whether time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// It runs.
    Running,
    /// It stands still.
    Paused,
}

/// A service's accessible description: its times. While time runs they are told in whole seconds, so that a screen
/// reader is not handed another text ten times a second.
pub fn service_description(texts: &Texts, service: &ServiceStill, clock: Clock) -> String {
    let told = |left: Span| match clock {
        Clock::Paused => texts.span(left),
        Clock::Running => texts.span(Span::from_micros(left.as_micros().div_ceil(1_000_000) * 1_000_000)),
    };
    let interval = texts.span(service.poll_interval);
    match &service.doing {
        Doing::Sleeping { left } if clock == Clock::Paused => {
            fill(texts.stage.next_look_in, &[("time", &told(*left)), ("interval", &interval)])
        }
        Doing::Working { on, left, .. } | Doing::Stopping { on, left } => {
            fill(texts.stage.done_in, &[("state", on.as_str()), ("time", &told(*left))])
        }
        _ => fill(texts.stage.looks_every, &[("interval", &interval)]),
    }
}

/// States with commas between them.
fn listed(states: &[State]) -> String {
    let mut list = String::new();
    for state in states {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(state.as_str());
    }
    list
}

/// Since when and by whom the key holds its value.
pub fn set_by(texts: &Texts, key: &KeyStill) -> String {
    let at = clock(key.at);
    match &key.by {
        Setter::Publisher => fill(texts.stage.set_by_publisher, &[("time", &at)]),
        Setter::Service(name) => fill(texts.stage.set_by_service, &[("service", name), ("time", &at)]),
        Setter::Other(name) => fill(texts.stage.set_by_other, &[("who", name), ("time", &at)]),
        Setter::Unknown => fill(texts.stage.set_elsewhere, &[("time", &at)]),
        Setter::Found => fill(texts.stage.found, &[("time", &at)]),
    }
}

/// What becomes of what the key holds.
pub fn hint(texts: &Texts, hint: &Hint) -> String {
    let stage = &texts.stage;
    match hint {
        Hint::WaitsFor(name) => fill(stage.waits_for, &[("service", name)]),
        Hint::WaitsForOneOf(count) => fill(stage.waits_for_many, &[("count", &texts.number(*count as u64))]),
        Hint::WaitsInVain => stage.waits_in_vain.to_owned(),
        Hint::LeftToOthers => stage.waits_for_others.to_owned(),
        Hint::StoreAway => stage.store_away.to_owned(),
        Hint::LinkLost => stage.link_lost.to_owned(),
        Hint::NobodyActs => stage.nobody_acts.to_owned(),
        Hint::Taken(name) => fill(stage.taken_by, &[("service", name)]),
        Hint::TakenTimes(count) => fill(stage.taken_by_many, &[("count", &texts.number(*count as u64))]),
    }
}

/// How much was published.
pub fn published(texts: &Texts, count: u64) -> String {
    let stage = &texts.stage;
    if count == 0 {
        return stage.published_none.to_owned();
    }
    let pattern = counted(count, stage.published_one, stage.published_many);
    fill(pattern, &[("count", &texts.number(count))])
}

/// How many results the receiver has.
pub fn results(texts: &Texts, count: u64) -> String {
    let stage = &texts.stage;
    if count == 0 {
        return stage.results_none.to_owned();
    }
    fill(counted(count, stage.results_one, stage.results_many), &[("count", &texts.number(count))])
}
