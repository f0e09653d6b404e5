//! What was counted so far.

use std::rc::Rc;

use yew::prelude::*;

use crate::run::Picture;

/// What the area is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
}

/// What was counted so far.
#[component]
pub fn Counters(props: &Props) -> Html {
    let _ = props;
    html! { <section class="counters"></section> }
}
