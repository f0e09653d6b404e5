//! What is happening: the last thing that happened, in a sentence.

use std::rc::Rc;

use yew::prelude::*;

use crate::run::Picture;

/// What the area is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
}

/// What is happening: the last thing that happened, in a sentence.
#[component]
pub fn Happening(props: &Props) -> Html {
    let _ = props;
    html! { <section class="happening"></section> }
}
