//! The form with which a service is added.

use std::rc::Rc;

use event_pattern::Span;
use event_pattern::scenario::{AllowedStates, Command, Problems, ServiceName, ServiceSetup};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::draft::{DraftAction, Start, Subject};
use super::drafts::use_drafts;
use super::fields::{Field, Saying, Settings, said_now};
use super::naming::refused;
use super::seconds::DecimalMark;
use super::settings_fields::{SettingsFields, field_id, settings_fields};
use super::settings_form::focus_first;
use super::words::say_field_error;
use crate::hooks::use_conductor;
use crate::run::Picture;
use crate::texts::use_texts;

/// What begins the ids of the form's fields.
const FORM: &str = "add";

/// What the form is made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
}

/// What a person has tried with the form as it stands.
#[derive(Clone, Default, PartialEq)]
enum Tried {
    #[default]
    Nothing,
    InVain,
    Refused(Rc<Problems>),
}

/// The form, folded away until somebody wants it.
#[component]
pub(super) fn AddService(props: &Props) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.inspector;
    let conductor = use_conductor();
    let drafts = use_drafts();
    let tried = use_state(Tried::default);
    let mark = DecimalMark::of(all_texts);
    let draft = drafts.adding().clone();
    let settings = tutorials_settings();
    // A command takes effect at the first whole millisecond after the place; its service starts right there.
    let setup_now = {
        let (draft, mark) = (draft.clone(), mark);
        move |picture: &Picture| draft.setup(picture.view.place.at.next_whole_ms(), mark)
    };
    let setup = setup_now(&props.picture);
    let onsubmit = {
        let (dispatcher, tried) = (drafts.dispatcher(), tried.setter());
        move |event: SubmitEvent| {
            event.prevent_default();
            // Time has gone on since the last still.
            match setup_now(&conductor.picture()) {
                Err(errors) => {
                    focus_first(FORM, &errors);
                    tried.set(Tried::InVain);
                }
                Ok(setup) => {
                    let (dispatcher, tried) = (dispatcher.clone(), tried.clone());
                    conductor.give(Command::Add(setup), move |given| match given {
                        Ok(()) => {
                            dispatcher.dispatch(DraftAction::SettingsDone(Subject::Added));
                            tried.set(Tried::Nothing);
                        }
                        Err(problems) => tried.set(Tried::Refused(Rc::new(problems))),
                    });
                }
            }
        }
    };
    let on_name = {
        let (dispatcher, tried) = (drafts.dispatcher(), tried.setter());
        move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            dispatcher.dispatch(DraftAction::Name(Subject::Added, field.value()));
            tried.set(Tried::Nothing);
        }
    };
    let on_start = {
        let dispatcher = drafts.dispatcher();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            dispatcher.dispatch(DraftAction::Start(if field.checked() {
                Start::AtOnce
            } else {
                Start::Later
            }));
        }
    };
    let saying = if *tried == Tried::InVain { Saying::All } else { Saying::WhileTyping };
    let errors = said_now(setup.err().unwrap_or_default(), saying);
    let name_error = errors.iter().find(|(field, _)| *field == Field::Name);
    let name_error = name_error.map(|(_, error)| say_field_error(all_texts, *error));
    let name_id = field_id(FORM, Field::Name);
    let fields = SettingsFields {
        subject: Subject::Added,
        form: FORM,
        settings: &settings,
        shown: settings.shown(&draft.settings, mark),
        errors: &errors,
        drafts: drafts.dispatcher(),
    };
    html! {
        <details class="adding">
            <summary data-testid="service-add">{ texts.add }</summary>
            <form class="section settings" {onsubmit} novalidate=true aria-label={texts.add}>
                <div class="field">
                    <label for={name_id.clone()}>{ texts.name }</label>
                    <input id={name_id} class="input" data-testid="add-name" type="text" value={draft.name.clone()}
                        oninput={on_name} autocomplete="off" spellcheck="false" aria-describedby="add-said"
                        aria-invalid={name_error.is_some().then_some("true")} />
                    <div id="add-said" aria-live="polite">
                        if let Some(error) = name_error {
                            <p class="error" data-testid="edit-error">{ error }</p>
                        } else if let Tried::Refused(problems) = &*tried {
                            { refused(all_texts, problems) }
                        }
                    </div>
                </div>
            { settings_fields(all_texts, &fields) }
                <label class="row">
                    <input type="checkbox" data-testid="add-start" checked={draft.start == Start::AtOnce} onchange={on_start} />
                    { texts.start_at_once }
                </label>
                <div class="row"><button type="submit" class="button primary" data-testid="add-apply">{ texts.add_now }</button></div>
            </form>
        </details>
    }
}

/// What a new service begins with: the tutorial's times, and no state.
fn tutorials_settings() -> Settings {
    let name = ServiceName::parse("NEW").map(|name| ServiceSetup::new(name, AllowedStates::default()));
    let times = name.map(|setup| (setup.poll_interval, setup.work_time));
    let (poll_interval, work_time) = times.unwrap_or((Span::from_ms(500), Span::from_ms(3_000)));
    Settings { allowed_states: AllowedStates::default(), poll_interval, work_time }
}
