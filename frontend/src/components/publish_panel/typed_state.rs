//! A state that is typed: judged while typing, with the reason in words where the person looks.

use event_pattern::State;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::choices::Hearing;
use super::typed::{Typed, Verdict};
use crate::components::chip::state_chip;
use crate::components::problems::say_state_error;
use crate::components::rich;
use crate::shell::{focus, mark_all};
use crate::texts::Texts;

/// What the field is made from.
pub(super) struct TypedState {
    /// What is typed.
    pub typed: Typed,
    /// Who would hear it, if it is a state.
    pub heard: Hearing,
    /// Something else is typed.
    pub on_type: Callback<Typed>,
    /// The state is published.
    pub on_publish: Callback<State>,
}

/// The field with its button.
pub(super) fn typed_state(all_texts: &Texts, props: &TypedState) -> Html {
    let texts = &all_texts.publish;
    let oninput = {
        let on_type = props.on_type.clone();
        move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            on_type.emit(Typed::retyped(field.value()));
        }
    };
    let onsubmit = {
        let typed = props.typed.clone();
        let (on_type, on_publish) = (props.on_type.clone(), props.on_publish.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            match typed.publish() {
                Ok(state) => {
                    on_type.emit(typed.published());
                    on_publish.emit(state);
                    // It stays to be published again, and gives way to what is typed next.
                    mark_all("publish-input");
                }
                Err(tried) => {
                    on_type.emit(tried);
                    focus("publish-input");
                }
            }
        }
    };
    let verdict = props.typed.verdict();
    let wrong = matches!(verdict, Verdict::Wrong(_));
    let said = match verdict {
        Verdict::Nothing => Html::default(),
        Verdict::Wrong(error) => html! {
            <p class="error" data-testid="publish-error">{ say_state_error(&all_texts.publish, error) }</p>
        },
        Verdict::State(state) => {
            let pattern = match props.heard {
                Hearing::Somebody => texts.sends,
                Hearing::Nobody => texts.sends_unheard,
            };
            html! { <p class="hint">{ rich(pattern, &[("state", state_chip(state.as_str()))]) }</p> }
        }
    };
    html! {
        <form class="publish-typed" {onsubmit} novalidate=true>
            <div class="field">
                <label for="publish-input">{ texts.typed }</label>
                <div class="row">
                    <input id="publish-input" class="input code grow" data-testid="publish-input" type="text"
                        value={props.typed.text().to_owned()} {oninput} aria-describedby="publish-said"
                        aria-invalid={wrong.then_some("true")} autocomplete="off" autocapitalize="characters"
                        spellcheck="false" />
                    <button type="submit" class="button primary" data-testid="publish-button">{ texts.send }</button>
                </div>
            </div>
            <div id="publish-said" class="said" aria-live="polite">{ said }</div>
        </form>
    }
}
