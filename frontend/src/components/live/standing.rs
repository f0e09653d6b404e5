//! How the page stands to its bridge: a shape, a word, and what to do.

use yew::prelude::*;

use super::facts::facts;
use super::words::{advice, counted_word, mark, word};
use crate::components::icon::icon;
use crate::components::span::span;
use crate::live::LinkState;
use crate::texts::Texts;

/// How the page stands to its bridge, said aloud when it changes. The seconds to the next try are for eyes only.
pub(super) fn standing(texts: &Texts, link: &LinkState, origin: &str) -> Html {
    let word = word(&texts.link, link);
    let counted = counted_word(texts, link, texts.link.reconnecting_in);
    html! {
        // What changes all the time stands beside what is said aloud.
        <div class={classes!("link-state", ["link-", link.code()].concat())} data-testid="live-state"
            data-link={link.code()}>
            <span class="link-mark">{ icon(mark(link)) }</span>
            <div role="status">
                <p class="link-word">
                    if counted == word {
                        { word }
                    } else {
                        <span aria-hidden="true">{ counted }</span>
                        { span("visually-hidden", word) }
                    }
                </p>
                { for advice(&texts.live, link, origin).into_iter().map(|said| html! { <p>{ said }</p> }) }
            </div>
            { for link.bridge().map(|bridge| facts(texts, bridge)) }
        </div>
    }
}
