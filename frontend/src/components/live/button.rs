//! The header's button for the panel: how the page stands to its bridge, at any time.

use yew::prelude::*;

use super::words::{counted_word, mark, word};
use crate::components::icon::icon;
use crate::components::span::span;
use crate::live::LinkState;
use crate::texts::Texts;
use crate::texts::link::LinkTexts;

/// The button that opens the panel, one of a group; while there is a link, or should be, it says how that stands.
pub fn live_button(
    texts: &Texts,
    link: &LinkState,
    tabindex: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    let live = &texts.link;
    let is_off = *link == LinkState::Off;
    let shown =
        if is_off { live.title.to_owned() } else { counted_word(texts, link, live.reconnecting_short) };
    // The seconds to the next try are for eyes only.
    let name = if is_off { live.title.to_owned() } else { [live.title, word(live, link)].join(": ") };
    html! {
        <button type="button" class={classes!("button", "live-button", ["link-", link.code()].concat())}
            data-testid="live" aria-haspopup="dialog" aria-label={name} data-roving="" {tabindex} {onclick}
            title={if is_off { live.button_hint } else { live.title }}>
            <span class="live-link" data-testid="live-state" data-link={link.code()}>
                <span class="link-mark">{ icon(mark(link)) }</span>
                { span("live-word", shown) }
            </span>
        </button>
    }
}

/// What is said aloud of the link: that it is there, or there again. When it goes, a notice says so.
pub fn link_said(texts: &LinkTexts, link: &LinkState) -> Html {
    let there = matches!(link, LinkState::Connected(_)).then_some(texts.connected);
    html! { <span class="visually-hidden" role="status">{ for there }</span> }
}
