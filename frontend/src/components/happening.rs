//! What is happening, above all why nothing is: sentences, and buttons that move who stands still.

use event_pattern::State;
use event_pattern::scenario::Command;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::sentence::sentence;
use crate::chunks::waiting;
use crate::hooks::use_effect_on;
use crate::narration::story;
use crate::run::{Intent, Picture};
use crate::sentences::{Move, Sentence, Story};
use crate::shell::{Conductor, focus};
use crate::state_family::family_class;
use crate::texts::{Texts, fill};

/// The heading, which has the focus when a button is gone.
const TITLE: &str = "happening-title";

/// The sentences' region scrolls: whoever goes to another place while time stands reads from the top again.
#[hook]
pub fn use_reading_from_the_top(picture: &Picture) {
    use_effect_on((!picture.playing).then_some(picture.view.place), |_| {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(region) = document.and_then(|document| document.query_selector(".happening-text").ok()?) {
            region.set_scroll_top(0);
        }
    });
}

/// What is happening.
pub fn happening(texts: &Texts, picture: &Picture, conductor: &Conductor) -> Html {
    let conductor = conductor.clone();
    let on_publish = Callback::from(move |state: State| {
        // The buttons go where what they move begins to move.
        focus(TITLE);
        // A state is a valid command in every run; a run that has ended says so itself.
        let _ = conductor.tell(Intent::Give(Command::Publish(state)));
    });
    let Picture { trace, view, .. } = picture;
    let family = view.key.map(|key| family_class(trace.names().state(key.state).as_str()));
    let (told, tabindex) = match story(texts, trace, view) {
        Ok(story) => {
            // A region that scrolls must be reachable: by its buttons, or by itself.
            let has_buttons = story.moves.iter().any(|one| !one.states.is_empty());
            (told(texts, &story, &on_publish), (!has_buttons).then_some("0"))
        }
        Err(need) => (waiting(need), None),
    };
    html! {
        <section class="happening section" aria-labelledby={TITLE}>
            <h2 id={TITLE} tabindex="-1">{ texts.happening.title }</h2>
            <div class={classes!("happening-text", family)} data-testid="happening" {tabindex} role="group"
                aria-labelledby={TITLE} onkeydown={Callback::from(move_focus)}>
                { told }
            </div>
        </section>
    }
}

/// The story, and what to publish to move who stands still.
fn told(texts: &Texts, story: &Story, on_publish: &Callback<State>) -> Html {
    let mut stop = Stop::default();
    html! {
        <>
            { for story.sentences.iter().enumerate().map(line) }
            <div class="happening-moves">
                { for story.moves.iter().map(|one| moving(texts, one, &mut stop, on_publish)) }
            </div>
        </>
    }
}

/// A sentence. Its key is its place: without one, each line that comes would push those that are there down.
fn line((place, said): (usize, &Sentence)) -> Html {
    html! { <p key={place}>{ sentence(said) }</p> }
}

/// All buttons are one tab stop: the first of them.
#[derive(Default)]
struct Stop {
    taken: bool,
}

impl Stop {
    fn tabindex(&mut self) -> &'static str {
        if std::mem::replace(&mut self.taken, true) { "-1" } else { "0" }
    }
}

/// What to publish to move one service.
fn moving(texts: &Texts, one: &Move, stop: &mut Stop, on_publish: &Callback<State>) -> Html {
    let button = |state: &State| {
        let onclick = {
            let state = state.clone();
            on_publish.reform(move |_: MouseEvent| state.clone())
        };
        let name = state.as_str();
        html! {
            <button key={name.to_owned()} type="button" class={classes!("state", family_class(name))}
                data-testid="happening-publish" data-state={name.to_owned()} tabindex={stop.tabindex()} {onclick}
                aria-label={fill(texts.happening.publish_state, &[("state", name)])}>{ name }</button>
        }
    };
    html! {
        <div class="happening-move" key={one.service.number()} role="group" aria-label={one.sentence.text()}>
            <p>{ sentence(&one.sentence) }</p>
            { for one.states.iter().map(button) }
        </div>
    }
}

/// The arrow keys go from button to button.
fn move_focus(event: KeyboardEvent) {
    let ahead = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => true,
        "ArrowUp" | "ArrowLeft" => false,
        _ => return,
    };
    let Some(button) = event.target_dyn_into::<Element>().filter(|target| target.tag_name() == "BUTTON")
    else {
        return;
    };
    let Ok(Some(region)) = button.closest(".happening-text") else { return };
    let Ok(buttons) = region.query_selector_all("button") else { return };
    let Some(here) = (0..buttons.length())
        .find(|&index| buttons.item(index).is_some_and(|node| button.is_same_node(Some(&node))))
    else {
        return;
    };
    let next = if ahead { here + 1 } else { here.wrapping_sub(1) };
    event.prevent_default();
    event.stop_propagation();
    if let Some(next) = buttons.item(next).and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        // A button that has just gone takes no focus: nothing to do.
        let _ = next.focus();
    }
}
