//! What stands in the place of a chunk until it is here: that it comes, or that it did not come, and a way to try again.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Need;
use crate::components::dialog::Dialog;
use crate::hooks::{use_dispatch, use_effect_on};
use crate::state::Action;
use crate::texts::use_texts;

/// Where the chunk will be.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// In a region of the page.
    Panel,
    /// In a dialog of its own; closed by this.
    Dialog(Callback<()>),
}

/// Fetches what is needed, and says how that stands.
pub fn waiting(need: Need, place: Place) -> Html {
    html! { <Waiting key={need.name} {need} {place} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    need: Need,
    place: Place,
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
        move |_: MouseEvent| standing.set(Standing::Coming)
    };
    let (title, said) = match *standing {
        Standing::Coming => (texts.loading, html! { <p class="coming" role="status">{ texts.loading }</p> }),
        Standing::Failed => (
            texts.not_here,
            html! {
                <div class="stack not-loaded" role="alert" data-testid="not-loaded">
                    <p>{ texts.not_loaded }</p>
                    <button type="button" class="button" data-testid="load-again" onclick={again}>{ texts.load_again }</button>
                </div>
            },
        ),
    };
    match &props.place {
        Place::Panel => said,
        Place::Dialog(on_close) => html! {
            <Dialog {title} on_close={on_close.clone()} class="waiting">{ said }</Dialog>
        },
    }
}
