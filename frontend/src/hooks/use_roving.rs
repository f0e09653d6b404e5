//! A group of controls as one tab stop: arrow keys, Home and End move inside (a *roving tabindex*).

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The attribute that marks a control of a group.
const ITEM: &str = "data-roving";

/// A group that is one tab stop. On the group: `ref={roving.group()} onkeydown={roving.on_key()}
/// onfocusin={roving.on_focus()}`; on its n-th control: `data-roving="" tabindex={roving.tab_index(n)}`.
pub struct Roving {
    group: NodeRef,
    current: UseStateHandle<usize>,
    count: usize,
    on_key: Callback<KeyboardEvent>,
    on_focus: Callback<FocusEvent>,
}

/// A group of `count` controls, at first with the tab stop on the one with number `first`.
#[hook]
pub fn use_roving(count: usize, first: usize) -> Roving {
    let group = use_node_ref();
    let current = use_state_eq(|| first);
    let on_key = {
        let group = group.clone();
        Callback::from(move |event: KeyboardEvent| {
            if move_focus(&event.key(), &group).is_some() {
                event.prevent_default();
            }
        })
    };
    let on_focus = {
        let (group, current) = (group.clone(), current.setter());
        Callback::from(move |event: FocusEvent| {
            let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
                return;
            };
            if let Some(index) = items(&group).iter().position(|item| **item == element) {
                current.set(index);
            }
        })
    };
    Roving { group, current, count, on_key, on_focus }
}

impl Roving {
    /// The group's reference.
    pub fn group(&self) -> NodeRef {
        self.group.clone()
    }

    /// What hears the group's keys.
    pub fn on_key(&self) -> Callback<KeyboardEvent> {
        self.on_key.clone()
    }

    /// What hears that one of its controls has the focus.
    pub fn on_focus(&self) -> Callback<FocusEvent> {
        self.on_focus.clone()
    }

    /// The `tabindex` of the control with this number.
    pub fn tab_index(&self, index: usize) -> &'static str {
        let current = (*self.current).min(self.count.saturating_sub(1));
        if index == current { "0" } else { "-1" }
    }
}

fn move_focus(key: &str, group: &NodeRef) -> Option<()> {
    let items = items(group);
    let focused = web_sys::window()?.document()?.active_element()?;
    let index = items.iter().position(|item| **item == focused)?;
    let next = neighbour(key, index, items.len())?;
    items[next].focus().ok()
}

/// Where a key leads from the control with number `index`.
fn neighbour(key: &str, index: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowRight" | "ArrowDown" => Some((index + 1) % count),
        "ArrowLeft" | "ArrowUp" => Some((index + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}

fn items(group: &NodeRef) -> Vec<HtmlElement> {
    let Some(group) = group.cast::<Element>() else { return Vec::new() };
    let Ok(found) = group.query_selector_all(&["[", ITEM, "]"].concat()) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_and_home_and_end_go_to_the_ends() {
        assert_eq!(neighbour("ArrowRight", 2, 3), Some(0));
        assert_eq!(neighbour("ArrowUp", 0, 3), Some(2));
        assert_eq!((neighbour("Home", 2, 3), neighbour("End", 0, 3)), (Some(0), Some(2)));
        assert_eq!(neighbour("a", 0, 3), None);
    }
}
