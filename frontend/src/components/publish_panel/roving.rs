//! A group of controls as one tab stop: arrow keys, Home and End move inside.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

/// Which of the group has the tab stop.
pub(super) struct Roving {
    current: UseStateHandle<usize>,
    items: Rc<Vec<NodeRef>>,
}

/// A group of `count` controls.
#[hook]
pub(super) fn use_roving(count: usize) -> Roving {
    let current = use_state(|| 0);
    let items = use_memo(count, |count| (0..*count).map(|_| NodeRef::default()).collect());
    Roving { current, items }
}

impl Roving {
    /// Its reference.
    pub(super) fn item(&self, index: usize) -> NodeRef {
        self.items[index].clone()
    }

    /// Whether it has the tab stop.
    pub(super) fn tabindex(&self, index: usize) -> &'static str {
        let current = (*self.current).min(self.items.len().saturating_sub(1));
        if index == current { "0" } else { "-1" }
    }

    /// It has the focus now, and so the tab stop.
    pub(super) fn on_focus(&self, index: usize) -> Callback<FocusEvent> {
        let current = self.current.setter();
        Callback::from(move |_| current.set(index))
    }

    /// A key is pressed on it.
    pub(super) fn on_key(&self, index: usize) -> Callback<KeyboardEvent> {
        let items = self.items.clone();
        Callback::from(move |event: KeyboardEvent| {
            let count = items.len();
            let next = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => (index + 1) % count,
                "ArrowUp" | "ArrowLeft" => (index + count - 1) % count,
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            if let Some(element) = items.get(next).and_then(NodeRef::cast::<HtmlElement>) {
                // What cannot have the focus is no longer in the page.
                let _ = element.focus();
            }
        })
    }
}
