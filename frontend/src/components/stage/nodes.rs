//! The graph's nodes in reading order: publisher, broker, services, receiver.

use std::rc::Rc;

use yew::prelude::*;

use super::hubs::{BrokerProps, PublisherProps, ReceiverProps, broker, publisher, receiver};
use super::node::Reach;
use super::service::ServiceNode;
use crate::run::Picture;
use crate::stage::still::{KeyStill, ServiceStill, last_published};
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
    let services = services.iter().map(|service| Node::Service(service.id));
    let receiver = layout.receiver.map(|_| Node::Receiver);
    [Node::Publisher, Node::Broker].into_iter().chain(services).chain(receiver).collect()
}

/// Where these nodes lie, in the same order.
pub(super) fn places(layout: &Layout) -> Vec<Rect> {
    let services = layout.services.iter().map(|placed| placed.card);
    [layout.publisher, layout.broker].into_iter().chain(services).chain(layout.receiver).collect()
}

/// The nodes.
pub(super) fn nodes(props: NodesProps<'_>) -> Html {
    let NodesProps { texts, picture, services, clock, layout, tab_stop, selected, on_select } = props;
    let reach = |node: Node| Reach::of(node, tab_stop, selected);
    let service = |(still, placed): (&ServiceStill, &crate::stage::Placed)| {
        html! {
            <ServiceNode key={still.id.number()} still={still.clone()} card={placed.card} density={layout.density}
                {clock} reach={reach(Node::Service(still.id))} {on_select} />
        }
    };
    let publisher_props = PublisherProps {
        published: picture.view.totals.published,
        last: last_published(picture),
        card: layout.publisher,
        reach: reach(Node::Publisher),
        on_select,
    };
    let broker_props = BrokerProps {
        key_still: KeyStill::of(picture),
        card: layout.broker,
        reach: reach(Node::Broker),
        on_select,
    };
    let receiver_props =
        picture.trace.header().scenario.receiver.as_ref().zip(layout.receiver).map(|(name, card)| {
            let (name, results) = (name.as_str().to_owned().into(), picture.view.totals.results);
            ReceiverProps { name, results, card, reach: reach(Node::Receiver), on_select }
        });
    html! {
        <>
            { publisher(texts, publisher_props) }
            { broker(texts, broker_props) }
            { for services.iter().zip(&layout.services).map(service) }
            { for receiver_props.map(|props| receiver(texts, props)) }
        </>
    }
}
