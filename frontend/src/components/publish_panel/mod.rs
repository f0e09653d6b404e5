//! Publish a state: in one click, or typed.

pub mod choices;
mod state_buttons;
pub mod typed;
mod typed_state;

use std::rc::Rc;

use event_pattern::State;
use event_pattern::scenario::{Command, Problems};
use yew::prelude::*;

use crate::components::problems::PROBLEM_LIST;
use crate::hooks::{use_conductor, use_roving};
use crate::run::Picture;
use crate::texts::use_texts;
use choices::{Hearing, choices, hearing};
use state_buttons::{MOST, state_buttons};
use typed::{Typed, Verdict};
use typed_state::{TypedState, typed_state};

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
    let publish = {
        let refused = refused.setter();
        Callback::from(move |state: State| {
            let refused = refused.clone();
            conductor.give(Command::Publish(state), move |given| refused.set(given.err().map(Rc::new)));
        })
    };
    let heard = match typed.verdict() {
        Verdict::State(state) => hearing(&props.picture, &state),
        _ => Hearing::Somebody,
    };
    let on_type = {
        let (typed, refused) = (typed.setter(), refused.setter());
        Callback::from(move |next: Typed| {
            // What was refused was something else.
            refused.set(None);
            typed.set(next);
        })
    };
    let on_button = {
        let typed = typed.clone();
        publish.reform(move |state| {
            typed.set(typed.after_another());
            state
        })
    };
    let choices = choices(&props.picture);
    let roving = use_roving(choices.len().min(MOST), 0);
    let field = TypedState { typed: Typed::clone(&typed), heard, on_type, on_publish: publish.clone() };
    html! {
        <section class="section publish" aria-labelledby="publish-title">
            <h2 id="publish-title">{ texts.publish.title }</h2>
            { state_buttons(texts, &choices, &roving, &on_button) }
            { typed_state(texts, &field) }
            if let Some(problems) = &*refused {
                <div role="alert">{ match PROBLEM_LIST.get() {
                    Ok(list) => list(texts, problems),
                    // Before it is there, this says enough.
                    Err(_) => html! { texts.page.command_refused },
                } }</div>
            }
        </section>
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::choices::Choice;
    use super::*;
    use crate::testing::rendered;
    use crate::texts::Language;

    fn typed(language: Language, text: &'static str, heard: Hearing) -> String {
        rendered(language, move || {
            let typed = Typed::retyped(text.to_owned());
            let (on_type, on_publish) = (Callback::noop(), Callback::noop());
            typed_state(crate::texts::Texts::of(language), &TypedState { typed, heard, on_type, on_publish })
        })
    }

    #[test]
    fn what_is_wrong_is_said_at_the_field() {
        let html = typed(Language::Id, "order paid", Hearing::Somebody);
        assert!(html.contains("aria-invalid=\"true\"") && html.contains("aria-describedby=\"publish-said\""));
        assert!(
            html.contains("data-testid=\"publish-error\"") && html.contains("di sini ada spasi"),
            "{html}"
        );
        assert!(html.contains("value=\"order paid\""), "what was typed is still there");
    }

    #[test]
    fn a_state_is_shown_in_capitals_and_whether_anybody_acts_on_it() {
        let html = typed(Language::En, "order_paid", Hearing::Nobody);
        assert!(html.contains("ORDER_PAID") && html.contains("no service acts on it now"), "{html}");
        assert!(!html.contains("aria-invalid"));
    }

    #[component]
    fn Buttons() -> Html {
        let choice = |state, hearing| Choice { state, hearing };
        let choices = [choice(State::ORDER_PAID, Hearing::Somebody), choice(State::IDLE, Hearing::Nobody)];
        let roving = use_roving(choices.len(), 0);
        state_buttons(use_texts(), &choices, &roving, &Callback::noop())
    }

    #[test]
    fn the_states_are_one_tab_stop_and_the_unheard_ones_say_so() {
        let html = rendered(Language::En, || html! { <Buttons /> });
        assert_eq!((html.matches("tabindex=\"0\"").count(), html.matches("tabindex=\"-1\"").count()), (1, 1));
        assert_eq!(html.matches("aria-describedby=\"publish-dashed\"").count(), 1);
        assert!(html.contains("data-state=\"ORDER_PAID\"") && html.contains("family-order"));
    }
}
