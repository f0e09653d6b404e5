//! What all nodes of the graph have in common.

use yew::prelude::*;

use crate::components::span::span;
use crate::stage::Rect;
use crate::stage::still::ServiceStill;
use crate::state::Node;
use crate::state_family::family_class;

/// How a node is reached and whether it is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// With the arrow keys.
    Arrows,
    /// It is the graph's tab stop.
    Tab,
    /// It is chosen, and reached with the arrow keys.
    ChosenArrows,
    /// It is chosen, and the graph's tab stop.
    ChosenTab,
}

impl Reach {
    /// The reach of a node, by the node that is the tab stop and the one that is chosen.
    pub(super) fn of<N: PartialEq>(node: N, tab_stop: N, chosen: Option<N>) -> Reach {
        match (node == tab_stop, Some(node) == chosen) {
            (false, false) => Reach::Arrows,
            (true, false) => Reach::Tab,
            (false, true) => Reach::ChosenArrows,
            (true, true) => Reach::ChosenTab,
        }
    }

    fn is_chosen(self) -> bool {
        matches!(self, Reach::ChosenArrows | Reach::ChosenTab)
    }

    /// Its `tabindex`.
    fn tabindex(self) -> &'static str {
        if matches!(self, Reach::Tab | Reach::ChosenTab) { "0" } else { "-1" }
    }

    /// Its `aria-pressed`.
    fn pressed(self) -> &'static str {
        if self.is_chosen() { "true" } else { "false" }
    }
}

/// What the buttons of all nodes have in common.
pub(super) struct Shell<'a> {
    /// Which node it is.
    pub(super) node: Node,
    /// Where it lies.
    pub(super) card: Rect,
    /// How it is reached.
    pub(super) reach: Reach,
    /// It was chosen.
    pub(super) on_select: &'a Callback<Option<Node>>,
}

/// What a node says.
pub(super) struct Said<'a> {
    /// Its accessible name.
    pub(super) name: String,
    /// The class of the state that it shows.
    pub(super) family: Option<&'static str>,
    /// What more there is to say of a service.
    pub(super) service: Option<&'a ServiceStill>,
}

impl Shell<'_> {
    /// The node's button with its `face`.
    pub(super) fn button(self, said: Said<'_>, face: Html) -> Html {
        let Shell { node, card, reach, on_select } = self;
        let kind = kind(node);
        let service = said.service;
        let onclick = on_select.reform(move |_: MouseEvent| Some(node));
        html! {
            <button type="button" class={classes!("node", kind, reach.is_chosen().then_some("is-chosen"), said.family)}
                style={node_style(&card)} tabindex={reach.tabindex()} aria-pressed={reach.pressed()}
                aria-describedby={service.map(times_id)} data-testid="node" data-node={kind}
                data-service={service.map(|still| still.name.clone())} data-phase={service.map(|still| still.doing.name())}
                data-id={service.map(|still| still.id.number().to_string())} {onclick}>
                { span("visually-hidden", said.name) }
                <span class="node-face" aria-hidden="true">{ face }</span>
            </button>
        }
    }
}

const fn kind(node: Node) -> &'static str {
    match node {
        Node::Publisher => "publisher",
        Node::Broker => "broker",
        Node::Service(_) => "service",
        Node::Receiver => "receiver",
    }
}

/// What is called what describes a service in more words than its name.
pub(super) fn times_id(still: &ServiceStill) -> String {
    ["service-times-", &still.id.number().to_string()].concat()
}

/// A state's name in its colour; the card may be too narrow for it.
pub(super) fn chip(state: &str, look: Option<&'static str>) -> Html {
    let class = classes!("state", family_class(state), look);
    html! { <code {class} translate="no" title={state.to_owned()}>{ state.to_owned() }</code> }
}

/// Where a node lies, as a style.
fn node_style(card: &Rect) -> String {
    let pixels = |value: f64| (value.round() as i64).to_string();
    let mut style = String::with_capacity(64);
    for (name, value) in
        [("left:", card.x), (";top:", card.y), (";width:", card.width), (";height:", card.height)]
    {
        style.push_str(name);
        style.push_str(&pixels(value));
        style.push_str("px");
    }
    style
}
