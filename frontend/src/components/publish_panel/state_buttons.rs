//! Every state of the scenario as a button: one tab stop, arrow keys inside.

use event_pattern::State;
use yew::prelude::*;

use super::choices::{Choice, Hearing};
use crate::hooks::Roving;
use crate::state_family::family_class;
use crate::texts::{Texts, fill};

/// How many states are offered at most: more cannot be told apart, and typing is quicker.
pub(super) const MOST: usize = 200;

/// The buttons, for a group of as many.
pub(super) fn state_buttons(
    all_texts: &Texts,
    choices: &[Choice],
    roving: &Roving,
    on_publish: &Callback<State>,
) -> Html {
    let texts = &all_texts.publish;
    let button = |(index, choice): (usize, &Choice)| {
        let state = choice.state.clone();
        let name = AttrValue::from(state.to_string());
        let on_publish = on_publish.clone();
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
    let left = choices.len().saturating_sub(MOST);
    let any_unheard = choices.iter().any(|choice| choice.hearing == Hearing::Nobody);
    html! {
        <>
            <div class="publish-states fades" role="group" aria-label={texts.states} ref={roving.group()}
                onkeydown={roving.on_key()} onfocusin={roving.on_focus()}>
                { for choices.iter().take(MOST).enumerate().map(button) }
            </div>
            if left > 0 {
                <p class="hint">{ fill(texts.more_states, &[("count", &all_texts.number(left as u64))]) }</p>
            }
            if any_unheard {
                <p class="hint" id="publish-dashed">{ texts.dashed }</p>
            }
        </>
    }
}
