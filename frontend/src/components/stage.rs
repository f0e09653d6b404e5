//! The stage: the graph of publisher, broker, services and receiver, with messages in flight above it.

use std::rc::Rc;

use yew::prelude::*;

use crate::run::Picture;
use crate::state::Node;

/// What the stage is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The node that is selected.
    pub selected: Option<Node>,
    /// A node was selected, or the selection was taken back.
    pub on_select: Callback<Option<Node>>,
}

/// The graph.
#[component]
pub fn Stage(props: &Props) -> Html {
    let _ = props;
    html! { <section class="stage"></section> }
}
