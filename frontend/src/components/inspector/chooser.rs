//! The choice of what is inspected, for those who do not go by the graph.

use std::rc::Rc;

use event_pattern::trace::ServiceId;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::name_of;
use crate::hooks::use_chosen;
use crate::run::Picture;
use crate::state::Node;
use crate::texts::{Texts, use_texts};

/// What the choice is made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The nodes in the order of the graph, each with its name.
    pub nodes: Rc<Vec<(Node, String)>>,
    /// The node that is inspected.
    pub selected: Option<Node>,
    /// Another node is to be inspected.
    pub on_select: Callback<Option<Node>>,
}

/// The choice.
#[component]
pub(super) fn Chooser(props: &Props) -> Html {
    let texts = use_texts();
    let chosen = props.nodes.iter().position(|(node, _)| Some(*node) == props.selected);
    let select = use_chosen(chosen.map(|index| index.to_string()).unwrap_or_default());
    let options = props.nodes.iter().enumerate().map(|(index, (node, name))| {
        let selected = Some(*node) == props.selected;
        html! { <option key={index} value={index.to_string()} {selected}>{ name }</option> }
    });
    let options = options.collect::<Html>();
    let onchange = {
        let on_select = props.on_select.clone();
        let nodes = props.nodes.clone();
        move |event: Event| {
            let field: HtmlSelectElement = event.target_unchecked_into();
            let chosen = field.value().parse().ok();
            on_select.emit(chosen.and_then(|index: usize| Some(nodes.get(index)?.0)));
        }
    };
    html! {
        <select ref={select} class="input chooser" data-testid="inspector-node" aria-label={texts.inspector.choose} {onchange}>
            <option value="" selected={props.selected.is_none()}>{ texts.inspector.choose }</option>
            { options }
        </select>
    }
}

/// The nodes in the order of the graph, each with its name.
pub(super) fn nodes(texts: &Texts, picture: &Picture) -> Vec<(Node, String)> {
    let (trace, view) = (&picture.trace, &*picture.view);
    let service = |id: ServiceId| (Node::Service(id), name_of(trace, view, id));
    let mut nodes = vec![
        (Node::Publisher, texts.common.publisher.to_owned()),
        (Node::Broker, texts.common.broker.to_owned()),
    ];
    nodes.extend(view.present().map(|(id, _)| service(id)));
    if let Some(receiver) = &trace.header().scenario.receiver {
        nodes.push((Node::Receiver, receiver.to_string()));
    }
    nodes
}
