//! The form in which a service gets another name.

use std::rc::Rc;

use event_pattern::scenario::{Command, Problems, ServiceName};
use event_pattern::trace::ServiceId;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::draft::{DraftAction, Subject};
use super::drafts::use_drafts;
use crate::components::problems::{problem_list, say_name_error, say_problem};
use crate::hooks::use_conductor;
use crate::shell::focus;
use crate::texts::{Texts, use_texts};

/// The id of the field in the page.
const FIELD: &str = "edit-name";

/// What the form is made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The service.
    pub service: ServiceId,
    /// Its name.
    pub name: ServiceName,
}

/// Why a name was not given.
#[derive(Clone, Default, PartialEq)]
enum Tried {
    #[default]
    Nothing,
    Same,
    InVain,
    Refused(Rc<Problems>),
}

/// The form.
#[component]
pub(super) fn Naming(props: &Props) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.inspector;
    let conductor = use_conductor();
    let drafts = use_drafts();
    let tried = use_state(Tried::default);
    let subject = Subject::Service(props.service);
    let typed = drafts.service(props.service).name;
    let text = typed.clone().unwrap_or_else(|| props.name.to_string());
    let name = ServiceName::parse(text.trim());
    let oninput = {
        let (drafts, tried) = (drafts.dispatcher(), tried.setter());
        move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            drafts.dispatch(DraftAction::Name(subject, field.value()));
            tried.set(Tried::Nothing);
        }
    };
    let onsubmit = {
        let (name, service) = (name.clone(), props.name.clone());
        let (drafts, tried) = (drafts.dispatcher(), tried.setter());
        let show = move |next| {
            match next {
                Tried::Nothing | Tried::Same => drafts.dispatch(DraftAction::NameDone(subject)),
                _ => focus(FIELD),
            }
            tried.set(next);
        };
        move |event: SubmitEvent| {
            event.prevent_default();
            match &name {
                Err(_) => show(Tried::InVain),
                Ok(to) if *to == service => show(Tried::Same),
                Ok(to) => {
                    let command = Command::Rename { service: service.clone(), to: to.clone() };
                    let show = show.clone();
                    conductor.give(command, move |given| {
                        show(
                            given.err().map_or(Tried::Nothing, |problems| Tried::Refused(Rc::new(problems))),
                        );
                    });
                }
            }
        }
    };
    let typed_error = match (&name, &*tried) {
        (Err(error), tried)
            if typed.as_ref().is_some_and(|text| !text.is_empty()) || *tried == Tried::InVain =>
        {
            Some(say_name_error(all_texts, *error))
        }
        _ => None,
    };
    let wrong = typed_error.is_some() || matches!(*tried, Tried::Refused(_));
    let error = |text: String| html! { <p class="error" data-testid="edit-error">{ text }</p> };
    html! {
        <form class="field" {onsubmit} novalidate=true>
            <label for={FIELD}>{ texts.name }</label>
            <div class="row">
                <input id={FIELD} class="input grow" data-testid="edit-name" type="text" value={text} {oninput}
                    autocomplete="off" spellcheck="false" aria-describedby="edit-name-said"
                    aria-invalid={wrong.then_some("true")} />
                <button type="submit" class="button" data-testid="service-rename">{ texts.rename }</button>
            </div>
            <div id="edit-name-said" aria-live="polite">
                if let Some(text) = typed_error {
                    { error(text) }
                } else if *tried == Tried::Same {
                    <p class="hint">{ texts.same_name }</p>
                } else if let Tried::Refused(problems) = &*tried {
                    { refused(all_texts, problems) }
                }
            </div>
        </form>
    }
}

/// What the core says of a command for which a form stands ready: one problem as a sentence, several as a list.
pub(super) fn refused(texts: &Texts, problems: &Problems) -> Html {
    match problems.as_slice() {
        [problem] => {
            html! { <p class="error" data-testid="edit-error">{ say_problem(texts, &problem.kind) }</p> }
        }
        _ => html! {
            <>
                <p class="error" data-testid="edit-error">{ texts.inspector.cannot }</p>
                { problem_list(texts, problems) }
            </>
        },
    }
}
