//! A service in the inspector: how it stands, its commands, its settings, its program.

use event_pattern::State;
use event_pattern::service::Phase;
use event_pattern::trace::{Actor, CommandKind, EntryId, Refusal, ServiceId, What};
use yew::prelude::*;

use super::commands::{Commands, refusals};
use super::fields::Settings;
use super::naming::Naming;
use super::settings_form::SettingsForm;
use super::words::{command_word, say_phase, say_refusal};
use crate::components::flowchart::step::lit;
use crate::components::flowchart::{Flowchart, flowchart};
use crate::run::Picture;
use crate::texts::{Texts, clock, fill};

/// How far back a refused command is looked for, in entries.
const LOOK_BACK: usize = 200;

/// The service.
pub(super) fn service_inspector(texts: &Texts, picture: &Picture, id: ServiceId) -> Html {
    let (trace, view) = (&picture.trace, &*picture.view);
    let service = view.service(id);
    let phase = say_phase(texts, trace, id, &service.phase);
    if service.phase == Phase::Removed {
        return html! { <p>{ phase }</p> };
    }
    let name = trace.names().service(id).name_after(view.entries_seen).clone();
    let settings = Settings {
        allowed_states: trace.names().allowed_states(service.allowed),
        poll_interval: service.poll_interval,
        work_time: service.work_time,
    };
    let chart = Flowchart {
        name: name.clone(),
        lit: lit(trace, view, id),
        next: next_state(picture, id, &settings),
        poll_interval: service.poll_interval,
        work_time: service.work_time,
    };
    // Another service has forms of its own, with what was tried in them.
    let key = id.number();
    html! {
        <>
            <p class="phase" data-testid="inspector-phase">{ phase }</p>
            <Commands key={key} service={name.clone()} refusals={refusals(&service.phase)} />
            { refused_before(texts, picture, id) }
            { flowchart(texts, &chart) }
            <SettingsForm key={key} service={id} name={name.clone()} {settings} />
            <Naming key={key} service={id} {name} />
        </>
    }
}

/// What the service's program sets when its work is done, if that is one state.
fn next_state(picture: &Picture, id: ServiceId, settings: &Settings) -> Option<State> {
    if let Some(work) = picture.view.service(id).phase.work() {
        return Some(picture.trace.names().state(work.next_state).clone());
    }
    let mut next = settings.allowed_states.0.iter().map(|(_, next)| next);
    let first = next.next()?;
    next.all(|other| other == first).then(|| first.clone())
}

/// A command that the run refused, as long as nothing else has happened to the service since.
fn refused_before(texts: &Texts, picture: &Picture, id: ServiceId) -> Html {
    let Some((at, command, reason)) = last_refusal(picture, id) else { return Html::default() };
    let said = &texts.inspector;
    let name = super::name_of(&picture.trace, &picture.view, id);
    html! {
        <p class="notice is-warning" data-testid="command-refused">
            { fill(said.was_refused, &[("time", &at)]) }{ " " }<b>{ command_word(said, command) }</b>{ ". " }
            { say_refusal(said, reason, &name) }
        </p>
    }
}

fn last_refusal(picture: &Picture, id: ServiceId) -> Option<(String, CommandKind, Refusal)> {
    let until = picture.view.entries_seen;
    let recent = (until.saturating_sub(LOOK_BACK)..until).rev();
    let mut entries = recent.filter_map(|index| picture.trace.get(EntryId::from_index(index)));
    let last = entries.find(|entry| entry.actor == Actor::Service(id))?;
    match last.what {
        What::CommandRefused { command, reason } => Some((clock(last.at), command, reason)),
        _ => None,
    }
}
