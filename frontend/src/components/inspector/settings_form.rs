//! The form in which a service's settings are edited.

use std::rc::Rc;

use event_pattern::scenario::{Command, Problems, ServiceName};
use event_pattern::trace::ServiceId;
use yew::prelude::*;

use super::draft::{DraftAction, Subject};
use super::drafts::use_drafts;
use super::fields::{FieldErrors, Saying, Settings, said_now};
use super::seconds::DecimalMark;
use super::settings_fields::{SettingsFields, field_id, settings_fields};
use crate::components::problems::problem_list;
use crate::hooks::use_conductor;
use crate::shell::focus;
use crate::texts::use_texts;

/// What begins the ids of the form's fields.
const FORM: &str = "edit";

/// What the form is made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The service.
    pub service: ServiceId,
    /// Its name.
    pub name: ServiceName,
    /// Its settings as they are.
    pub settings: Settings,
}

/// What a person has tried with the form as it stands.
#[derive(Clone, Default, PartialEq)]
enum Tried {
    /// Nothing yet.
    #[default]
    Nothing,
    /// To apply it while something was wrong with it.
    InVain,
    /// To apply it while nothing was changed.
    Unchanged,
    /// To apply it, and the core refused.
    Refused(Rc<Problems>),
}

/// The form.
#[component]
pub(super) fn SettingsForm(props: &Props) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.inspector;
    let conductor = use_conductor();
    let drafts = use_drafts();
    let tried = use_state(Tried::default);
    let subject = Subject::Service(props.service);
    let mark = DecimalMark::of(all_texts);
    let draft = drafts.service(props.service).settings;
    let edit = props.settings.edit(&props.name, &draft, mark);
    let nothing = edit.as_ref().is_ok_and(|edit| edit.is_empty());
    let done = {
        let (drafts, tried) = (drafts.dispatcher(), tried.setter());
        move || {
            drafts.dispatch(DraftAction::SettingsDone(subject));
            tried.set(Tried::Nothing);
        }
    };
    let onsubmit = {
        let (edit, done, tried) = (edit.clone(), done.clone(), tried.setter());
        move |event: SubmitEvent| {
            event.prevent_default();
            match &edit {
                Err(errors) => {
                    tried.set(Tried::InVain);
                    focus_first(FORM, errors);
                }
                Ok(edit) if edit.is_empty() => {
                    done();
                    tried.set(Tried::Unchanged);
                }
                Ok(edit) => {
                    let (done, tried) = (done.clone(), tried.clone());
                    conductor.give(Command::Edit(edit.clone()), move |given| match given {
                        Ok(()) => done(),
                        Err(problems) => tried.set(Tried::Refused(Rc::new(problems))),
                    });
                }
            }
        }
    };
    let saying = if *tried == Tried::InVain { Saying::All } else { Saying::WhileTyping };
    let errors = said_now(edit.err().unwrap_or_default(), saying);
    let discard = move |_: MouseEvent| {
        done();
        // Its button goes with the draft.
        focus("inspector-title");
    };
    let fields = SettingsFields {
        subject,
        form: FORM,
        settings: &props.settings,
        shown: props.settings.shown(&draft, mark),
        errors: &errors,
        drafts: drafts.dispatcher(),
    };
    html! {
        <form class="section settings" {onsubmit} novalidate=true aria-label={texts.settings}>
            <h3>{ texts.settings }</h3>
            { settings_fields(all_texts, &fields) }
            <div class="row">
                <button type="submit" class="button primary" data-testid="edit-apply"
                    aria-disabled={nothing.then_some("true")} aria-describedby="edit-said">{ texts.apply }</button>
                if !draft.is_untouched() {
                    <button type="button" class="button" data-testid="edit-discard" onclick={discard}>{ texts.discard }</button>
                }
            </div>
            <div id="edit-said" aria-live="polite">
                if *tried == Tried::Unchanged && nothing {
                    <p class="error">{ texts.nothing_to_apply }</p>
                } else if let Tried::Refused(problems) = &*tried {
                    <p class="error">{ texts.cannot }</p>
                    { problem_list(all_texts, problems) }
                } else {
                    <p class="hint">{ texts.when_it_counts }</p>
                }
            </div>
        </form>
    }
}

/// Brings the person to the first thing that is wrong.
pub(super) fn focus_first(form: &str, errors: &FieldErrors) {
    if let Some((field, _)) = errors.first() {
        focus(&field_id(form, *field));
    }
}
