//! Short notices: what was refused or went wrong, until somebody has read it.

use yew::prelude::*;

/// The notices.
#[component]
pub fn Notices() -> Html {
    html! { <div class="notices"></div> }
}
