//! Publish a state: in one click, or typed.

pub mod choices;
mod roving;
mod state_buttons;
pub mod typed;
mod typed_state;

use std::rc::Rc;

use event_pattern::State;
use event_pattern::scenario::{Command, Problems};
use yew::prelude::*;

use crate::components::problems::problem_list;
use crate::hooks::use_conductor;
use crate::run::Picture;
use crate::texts::use_texts;
use choices::{Hearing, choices, hearing};
use state_buttons::StateButtons;
use typed::{Typed, Verdict};
use typed_state::TypedState;

/// What the panel is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
}

/// Publish a state: in one click, or typed.
#[component]
pub fn PublishPanel(props: &Props) -> Html {
    let texts = use_texts();
    let conductor = use_conductor();
    let typed = use_state(Typed::default);
    let refused = use_state(|| None::<Rc<Problems>>);
    {
        // Restarted or opened anew, the panel is as on a fresh page.
        let (typed, refused) = (typed.setter(), refused.setter());
        use_effect_with(props.picture.run, move |_| {
            typed.set(Typed::default());
            refused.set(None);
        });
    }
    let publish = {
        let refused = refused.setter();
        Callback::from(move |state: State| {
            let told = conductor.give(Command::Publish(state));
            refused.set(told.err().map(Rc::new));
        })
    };
    let heard = match typed.verdict() {
        Verdict::State(state) => hearing(&props.picture, &state),
        _ => Hearing::Somebody,
    };
    let on_type = {
        let typed = typed.setter();
        move |next: Typed| typed.set(next)
    };
    html! {
        <section class="section publish" aria-labelledby="publish-title">
            <h2 id="publish-title">{ texts.publish.title }</h2>
            <StateButtons choices={choices(&props.picture)} on_publish={&publish} />
            <TypedState typed={Typed::clone(&typed)} {heard} {on_type} on_publish={&publish} />
            if let Some(problems) = &*refused {
                <div role="alert">{ problem_list(texts, problems) }</div>
            }
        </section>
    }
}
