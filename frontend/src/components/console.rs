//! The console: what the services' programs print, in the tutorial's words.

use std::rc::Rc;

use yew::prelude::*;

use crate::run::Picture;

/// What the area is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
}

/// The console: what the services' programs print, in the tutorial's words.
#[component]
pub fn Console(props: &Props) -> Html {
    let _ = props;
    html! { <section class="console"></section> }
}
