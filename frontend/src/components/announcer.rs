//! Says aloud what happens: a polite live region for screen readers.

use std::rc::Rc;

use yew::prelude::*;

use crate::run::Picture;

/// What the area is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
}

/// Says aloud what happens: a polite live region for screen readers.
#[component]
pub fn Announcer(props: &Props) -> Html {
    let _ = props;
    html! { <section class="announcer"></section> }
}
