//! What the inspector says of errors, refusals and phases. Knows no browser.

use event_pattern::Trace;
use event_pattern::service::Phase;
use event_pattern::trace::{CommandKind, Refusal, ServiceId};
use yew::prelude::*;

use super::fields::{FieldError, MOST_ROWS};
use super::seconds::{DecimalMark, SecondsError, write};
use crate::components::chip::state_chip;
use crate::components::problems::{say_name_error, say_state_error};
use crate::components::rich;
use crate::texts::inspector::InspectorTexts;
use crate::texts::{Language, Texts, clock, fill};

impl DecimalMark {
    /// How the language of `texts` writes decimals.
    pub fn of(texts: &Texts) -> DecimalMark {
        match texts.language {
            Language::Id => DecimalMark::Comma,
            _ => DecimalMark::Point,
        }
    }
}

/// Why a field cannot be applied.
pub(super) fn say_field_error(texts: &Texts, error: FieldError) -> String {
    match error {
        FieldError::State(error) => say_state_error(&texts.publish, error),
        FieldError::Name(error) => say_name_error(texts, error),
        FieldError::Twice => texts.inspector.state_twice.to_owned(),
        FieldError::TooMany => fill(texts.problems.many_states, &[("most", &texts.number(MOST_ROWS as u64))]),
        FieldError::Seconds(error) => say_seconds_error(texts, error),
    }
}

/// What is wrong with a length of time.
pub fn say_seconds_error(texts: &Texts, error: SecondsError) -> String {
    let said = &texts.inspector;
    match error {
        SecondsError::Empty => said.seconds_empty.to_owned(),
        SecondsError::NotANumber => {
            let example = write(event_pattern::Span::from_ms(500), DecimalMark::of(texts));
            fill(said.seconds_not_a_number, &[("example", &example)])
        }
        SecondsError::TooFine => said.seconds_too_fine.to_owned(),
        SecondsError::Ambiguous => said.seconds_ambiguous.to_owned(),
        SecondsError::TooSmall(least) => fill(said.seconds_too_small, &[("least", &texts.span(least))]),
        SecondsError::TooLarge => said.seconds_too_large.to_owned(),
    }
}

/// Why a command is refused.
pub(super) fn say_refusal(said: &InspectorTexts, refusal: Refusal, service: &str) -> String {
    let pattern = match refusal {
        Refusal::Running => said.is_running,
        Refusal::NeverStarted => said.was_never_started,
        Refusal::Stopping => said.is_stopping,
        Refusal::NotRunning => said.is_not_running,
    };
    fill(pattern, &[("service", service)])
}

/// What a command is called on its button.
pub(super) fn command_word(said: &InspectorTexts, command: CommandKind) -> &'static str {
    match command {
        CommandKind::Start => said.start,
        CommandKind::Stop => said.stop,
        CommandKind::Crash => said.crash,
        CommandKind::Restart => said.restart,
    }
}

/// What a service is doing.
pub(super) fn say_phase(texts: &Texts, trace: &Trace, service: ServiceId, phase: &Phase) -> Html {
    let said = &texts.inspector;
    let words = |text: &str| html! { {text.to_owned()} };
    match phase {
        Phase::NotStarted { starts_at: None } => words(said.never_started),
        Phase::NotStarted { starts_at: Some(at) } => words(&fill(said.starts_at, &[("time", &clock(*at))])),
        Phase::Sleeping(_) | Phase::Reading(_) => words(said.sleeping),
        Phase::Working(work) | Phase::Writing(_, work) => {
            let pattern = if work.stopping.is_some() { said.finishing } else { said.working };
            let chip = |state| state_chip(trace.names().state(state).as_str());
            rich(pattern, &[("state", chip(work.state)), ("next", chip(work.next_state))])
        }
        Phase::Stopped => words(said.stopped),
        Phase::Crashed => words(said.crashed),
        Phase::Removed => {
            words(&fill(said.gone, &[("service", trace.names().service(service).last_name().as_str())]))
        }
    }
}
