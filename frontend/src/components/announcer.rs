//! Says aloud what happens: a polite live region for screen readers.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::announce::Announcing;
use crate::hooks::use_effect_on;
use crate::narration::NARRATION;
use crate::run::Picture;
use crate::shell::now_ms;
use crate::texts::use_texts;

/// After this time without a new picture, what still waits is said.
const LATE_MS: u32 = 1_000;

/// What the announcer is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The number of the last restart of the run.
    pub restarted: Option<u32>,
}

/// The live region.
#[component]
pub fn Announcer(props: &Props) -> Html {
    let texts = use_texts();
    let announcing = use_mut_ref(Announcing::default);
    let before = use_mut_ref(|| None::<Rc<Picture>>);
    let said = use_state(String::new);
    // What is read by now, whatever is said in the course of these effects.
    let read = (*said).clone();
    {
        let (said, read) = (said.clone(), read.clone());
        // What cannot be told yet is told, from there on, when it can.
        let narration = NARRATION.get().ok();
        use_effect_on((props.picture.clone(), narration.is_some()), move |(picture, _)| {
            let mut late = None;
            let mut before = before.borrow_mut();
            let old = before.get_or_insert_with(|| picture.clone());
            if narration.is_none() && picture.view.key.is_none() {
                // There was nothing to tell on the way.
                *old = picture.clone();
            }
            if let Some(narration) = narration {
                let way = [&**old, &**picture];
                let now = (narration.hear)(&mut announcing.borrow_mut(), texts, way, now_ms());
                *old = picture.clone();
                if let Some(sentences) = now {
                    say(&said, &read, sentences);
                } else if announcing.borrow().is_waiting() {
                    let announcing = announcing.clone();
                    late = Some(Timeout::new(LATE_MS, move || {
                        if let Some(sentences) = (narration.say_late)(&mut announcing.borrow_mut(), now_ms())
                        {
                            say(&said, &said, sentences);
                        }
                    }));
                }
            }
            move || drop(late)
        });
    }
    {
        let said = said.clone();
        use_effect_on(props.restarted, move |restarted| {
            if restarted.is_some() {
                say(&said, &read, texts.page.restarted.to_owned());
            }
        });
    }
    html! { <div class="visually-hidden" role="status" data-testid="announcer">{ &*said }</div> }
}

/// Says it after what was `read`. The same words again must be another text, or nobody hears them.
fn say(said: &UseStateHandle<String>, read: &str, mut sentences: String) {
    if read == sentences {
        sentences.push('\u{a0}');
    }
    said.set(sentences);
}
