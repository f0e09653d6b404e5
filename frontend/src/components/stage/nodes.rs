//! The graph's nodes in reading order: publisher, broker, services, receiver.

use std::rc::Rc;

use yew::prelude::*;

use super::hubs::{broker, publisher, receiver};
use super::node::{Reach, Shell};
use super::service::ServiceNode;
use crate::run::Picture;
use crate::stage::still::ServiceStill;
use crate::stage::words::Clock;
use crate::stage::{Layout, Rect};
use crate::state::Node;
use crate::texts::Texts;

/// What the nodes are made from.
pub(super) struct NodesProps<'a> {
    pub(super) texts: &'a Texts,
    pub(super) picture: &'a Rc<Picture>,
    pub(super) services: &'a [ServiceStill],
    pub(super) clock: Clock,
    pub(super) layout: &'a Layout,
    pub(super) tab_stop: Node,
    pub(super) selected: Option<Node>,
    pub(super) on_select: &'a Callback<Option<Node>>,
}

/// The nodes of a layout in reading order.
pub(super) fn order(layout: &Layout, services: &[ServiceStill]) -> Vec<Node> {
    let mut nodes = vec![Node::Publisher, Node::Broker];
    nodes.extend(services.iter().map(|service| Node::Service(service.id)));
    nodes.extend(layout.receiver.map(|_| Node::Receiver));
    nodes
}

/// Where these nodes lie, in the same order.
pub(super) fn places(layout: &Layout) -> Vec<Rect> {
    let mut places = vec![layout.publisher, layout.broker];
    places.extend(layout.services.iter().map(|placed| placed.card));
    places.extend(layout.receiver);
    places
}

/// The nodes.
pub(super) fn nodes(props: NodesProps<'_>) -> Html {
    let NodesProps { texts, picture, services, clock, layout, tab_stop, selected, on_select } = props;
    let reach = |node: Node| Reach::of(node, tab_stop, selected);
    let shell = |node: Node, card: Rect| Shell { node, card, reach: reach(node), on_select };
    let service = |(still, placed): (&ServiceStill, &crate::stage::Placed)| {
        html! {
            <ServiceNode key={still.id.number()} still={still.clone()} card={placed.card} density={layout.density}
                {clock} reach={reach(Node::Service(still.id))} {on_select} />
        }
    };
    let receives = picture.trace.header().scenario.receiver.as_ref().zip(layout.receiver);
    html! {
        <>
            { publisher(texts, shell(Node::Publisher, layout.publisher), picture) }
            { broker(texts, shell(Node::Broker, layout.broker), picture) }
            { for services.iter().zip(&layout.services).map(service) }
            { for receives.map(|(name, card)| {
                receiver(texts, shell(Node::Receiver, card), name.as_str(), picture.view.totals.results)
            }) }
        </>
    }
}
