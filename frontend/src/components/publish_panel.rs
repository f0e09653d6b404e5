//! Publish a state: in one click, or typed.

use std::rc::Rc;

use yew::prelude::*;

use crate::run::Picture;

/// What the area is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
}

/// Publish a state: in one click, or typed.
#[component]
pub fn PublishPanel(props: &Props) -> Html {
    let _ = props;
    html! { <section class="publish_panel"></section> }
}
