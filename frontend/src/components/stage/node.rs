//! What all nodes of the graph have in common.

use yew::prelude::*;

use crate::stage::Rect;

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
    pub(super) fn tabindex(self) -> &'static str {
        if matches!(self, Reach::Tab | Reach::ChosenTab) { "0" } else { "-1" }
    }

    /// Its `aria-pressed`.
    pub(super) fn pressed(self) -> &'static str {
        if self.is_chosen() { "true" } else { "false" }
    }
}

/// The classes of a node of this kind.
pub(super) fn node_classes(kind: &'static str, reach: Reach) -> Classes {
    classes!("node", kind, reach.is_chosen().then_some("is-chosen"))
}

/// Where a node lies, as a style.
pub(super) fn node_style(card: &Rect) -> String {
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
