//! Every state of the scenario as a button: one tab stop, arrow keys inside.

use event_pattern::State;
use yew::prelude::*;

use super::choices::{Choice, Hearing};
use crate::hooks::use_roving;
use crate::state_family::family_class;
use crate::texts::{fill, use_texts};

/// How many states are offered at most: more cannot be told apart, and typing is quicker.
const MOST: usize = 200;

/// What the buttons are made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The states on offer.
    pub choices: Vec<Choice>,
    /// A state is published.
    pub on_publish: Callback<State>,
}

/// The buttons.
#[component]
pub(super) fn StateButtons(props: &Props) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.publish;
    let shown = props.choices.len().min(MOST);
    let roving = use_roving(shown, 0);
    let button = |(index, choice): (usize, &Choice)| {
        let state = choice.state.clone();
        let name = AttrValue::from(state.to_string());
        let on_publish = props.on_publish.clone();
        let unheard = choice.hearing == Hearing::Nobody;
        html! {
            <button type="button" key={&*name} data-roving="" tabindex={roving.tab_index(index)}
                class={classes!("state", family_class(&name), unheard.then_some("unheard"))}
                data-testid="publish-state" data-state={&name} title={unheard.then_some(texts.nobody_acts)}
                aria-describedby={unheard.then_some("publish-dashed")}
                onclick={move |_| on_publish.emit(state.clone())}>
                { &name }
            </button>
        }
    };
    let left = all_texts.number((props.choices.len() - shown) as u64);
    let any_unheard = props.choices.iter().any(|choice| choice.hearing == Hearing::Nobody);
    html! {
        <>
            <div class="publish-states fades" role="group" aria-label={texts.states} ref={roving.group()}
                onkeydown={roving.on_key()} onfocusin={roving.on_focus()}>
                { for props.choices.iter().take(MOST).enumerate().map(button) }
            </div>
            if props.choices.len() > shown {
                <p class="hint">{ fill(texts.more_states, &[("count", &left)]) }</p>
            }
            if any_unheard {
                <p class="hint" id="publish-dashed">{ texts.dashed }</p>
            }
        </>
    }
}
