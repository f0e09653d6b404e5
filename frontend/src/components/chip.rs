//! A state's name in its colour.

use yew::prelude::*;

use crate::state_family::family_class;

/// A state's name in its colour, never translated.
pub fn state_chip(state: &str) -> Html {
    html! { <code class={classes!("state", family_class(state))} translate="no">{ state.to_owned() }</code> }
}
