//! The inspector: one node's settings, commands and program.

use std::rc::Rc;

use yew::prelude::*;

use crate::run::Picture;
use crate::state::Node;

/// What the inspector is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The node that is inspected.
    pub selected: Option<Node>,
    /// Another node is to be inspected.
    pub on_select: Callback<Option<Node>>,
}

/// The inspector.
#[component]
pub fn Inspector(props: &Props) -> Html {
    let _ = props;
    html! { <section class="inspector" data-testid="inspector"></section> }
}
