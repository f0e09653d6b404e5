//! The signs beside the clock: that a live run is looked at, that a part is played over and over.

use yew::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::run::{Picture, Range};
use crate::texts::{Texts, clock, fill};

/// What there is to say beside the clock; `on_loop_end` ends the loop, and is reached by this `tab_index`.
pub fn signs(
    texts: &Texts,
    picture: &Picture,
    tab_index: &'static str,
    on_loop_end: Callback<MouseEvent>,
) -> Html {
    html! {
        <>
            if picture.is_live() {
                { looking(texts, picture) }
            }
            if let Some(range) = picture.looped {
                { looping(texts, range, tab_index, on_loop_end) }
            }
        </>
    }
}

/// Whether a live run is seen as it is now or as it was: never to be taken for each other.
fn looking(texts: &Texts, picture: &Picture) -> Html {
    let at_present = picture.playing;
    let words = &texts.live_run;
    let (class, name) = if at_present { ("is-present", words.present) } else { ("is-past", words.past) };
    html! {
        <span class={classes!("looking", class)} data-testid="looking" role="status"
            title={(!at_present).then_some(words.past_said)}>{ name }</span>
    }
}

/// That a part is played over and over, and what ends that.
fn looping(texts: &Texts, range: Range, tab_index: &'static str, onclick: Callback<MouseEvent>) -> Html {
    let said =
        fill(texts.passage.looping, &[("from", &clock(range.from())), ("until", &clock(range.until()))]);
    let title = texts.passage.loop_end;
    html! {
        <button type="button" class="looking is-loop number" data-testid="loop-sign" {title} data-roving=""
            tabindex={tab_index} {onclick}>{ said }{ icon(Icon::Close) }</button>
    }
}
