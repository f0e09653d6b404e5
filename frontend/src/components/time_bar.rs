//! The time bar: play, steps, speed, the clock and the scrubber.

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::use_conductor;
use crate::run::{Intent, Picture};
use crate::texts::use_texts;

/// What the time bar is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
}

/// The time bar.
#[component]
pub fn TimeBar(props: &Props) -> Html {
    let texts = use_texts();
    let conductor = use_conductor();
    let playing = props.picture.playing;
    let onclick = move |_: MouseEvent| {
        let _ = conductor.tell(if playing { Intent::Pause } else { Intent::Play });
    };
    let ms = props.picture.view.place.at.to_string();
    html! {
        <section class="time-bar" aria-label={texts.page.time}>
            <button type="button" class="btn primary" data-testid="play" aria-pressed={playing.to_string()} {onclick}>
                { if playing { texts.page.pause } else { texts.page.play } }
            </button>
            <output class="clock" data-testid="clock" data-ms={ms.clone()}>{ ms }</output>
        </section>
    }
}
