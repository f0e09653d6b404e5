//! The tab about the chosen entry: what happened, and why.

use yew::prelude::*;

use super::Props;
use crate::components::sentence::sentence;
use crate::sentences::entry_sentence;
use crate::texts::{clock, use_texts};

/// The tab's content.
pub(super) fn tab(props: &Props) -> Html {
    html! { <History ..props.clone() /> }
}

/// The chosen entry, and why it happened.
#[component]
fn History(props: &Props) -> Html {
    let texts = use_texts();
    let trace = &props.picture.trace;
    let Some((id, entry)) = props.chosen.and_then(|id| Some((id, trace.get(id)?))) else {
        return html! { <p class="hint">{ texts.time_lab.nothing_chosen }</p> };
    };
    html! {
        <p class="history-what" data-testid="history-what">
            <time>{ clock(entry.at) }</time>
            { " " }
            { for entry_sentence(texts, trace, id).iter().map(sentence) }
        </p>
    }
}
