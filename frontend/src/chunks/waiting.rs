//! What stands in the place of a chunk until it is here, or among the notices: that it comes, or that it did not come, and a
//! way to try again.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Need;
use crate::components::time_bar::PLAY;
use crate::hooks::{use_dispatch, use_effect_on};
use crate::shell::focus;
use crate::state::Action;
use crate::texts::use_texts;

/// Fetches what is needed, and says how that stands.
pub fn waiting(need: Need) -> Html {
    html! { <Waiting key={need.name} {need} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    need: Need,
}

#[derive(Clone, Copy, PartialEq)]
enum Standing {
    Coming,
    Failed,
}

#[component]
fn Waiting(props: &Props) -> Html {
    let texts = &use_texts().page;
    let dispatch = use_dispatch();
    let standing = use_state_eq(|| Standing::Coming);
    use_effect_on((props.need, *standing), {
        let standing = standing.setter();
        move |(need, at)| {
            if *at == Standing::Coming {
                let fetching = (need.fetch)();
                spawn_local(async move {
                    match fetching.await {
                        Ok(()) => dispatch.dispatch(Action::Loaded),
                        Err(_) => standing.set(Standing::Failed),
                    }
                });
            }
        }
    });
    let again = {
        let standing = standing.clone();
        move |_: MouseEvent| {
            // The button goes with what it has to say.
            focus(PLAY);
            standing.set(Standing::Coming);
        }
    };
    match *standing {
        Standing::Coming => html! { <p class="coming" role="status">{ texts.loading }</p> },
        Standing::Failed => html! {
            <div class="stack not-loaded" role="alert" data-testid="not-loaded">
                <p>{ texts.not_loaded }</p>
                <button type="button" class="button" data-testid="load-again" onclick={again}>{ texts.load_again }</button>
            </div>
        },
    }
}
