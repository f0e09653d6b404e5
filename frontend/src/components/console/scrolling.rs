//! The console's scrolling: it follows the end until somebody scrolls up, and builds only lines near what is seen.

use std::ops::Range;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::lines::{Edge, Scroll};
use crate::hooks::use_effect_on;

/// How near to an end of what is built the next lines are built, in pixels.
const NEAR: i32 = 48;

/// What the list of lines needs.
pub struct Scrolling {
    /// The list.
    pub list: NodeRef,
    /// The lines to build.
    pub window: Range<usize>,
    /// What the list does when it is scrolled.
    pub onscroll: Callback<Event>,
    /// What the list does with arrow keys.
    pub onkeydown: Callback<KeyboardEvent>,
}

/// A line that has to stay where it is on the screen while lines before it come and go.
struct Anchor {
    line: String,
    top: f64,
}

/// Scrolls a list of `lines`; another `generation` starts at the end again.
#[hook]
pub fn use_scrolling(lines: Range<usize>, generation: u32) -> Scrolling {
    let list = use_node_ref();
    let scroll = use_state_eq(Scroll::default);
    let anchor = use_mut_ref(|| None::<Anchor>);
    let window = scroll.window(lines.clone());
    {
        let scroll = scroll.setter();
        use_effect_on(generation, move |_| scroll.set(Scroll::Following));
    }
    {
        let (list, anchor, scroll) = (list.clone(), anchor.clone(), *scroll);
        use_effect_on((window.clone(), scroll), move |_| {
            let Some(list) = list.cast::<Element>() else { return };
            match (scroll, anchor.borrow_mut().take()) {
                (Scroll::Following, _) => list.set_scroll_top(list.scroll_height()),
                (Scroll::From(_), Some(anchor)) => keep(&list, &anchor),
                (Scroll::From(_), None) => {}
            }
        });
    }
    let onscroll = {
        let (list, scroll, lines) = (list.clone(), scroll.clone(), lines);
        Callback::from(move |_: Event| {
            let Some(list) = list.cast::<Element>() else { return };
            let next = scroll.scrolled(edge(&list), lines.clone());
            if next != *scroll {
                *anchor.borrow_mut() = first_seen(&list);
                scroll.set(next);
            }
        })
    };
    Scrolling { list, window, onscroll, onkeydown: Callback::from(move_focus) }
}

fn edge(list: &Element) -> Edge {
    let above = list.scroll_top();
    let below = list.scroll_height() - list.client_height() - above;
    match (above, below) {
        (_, below) if below <= 2 => Edge::Bottom,
        (above, _) if above <= NEAR => Edge::Top,
        _ => Edge::Between,
    }
}

/// The first line that is wholly seen.
fn first_seen(list: &Element) -> Option<Anchor> {
    let edge = list.get_bounding_client_rect().top();
    let mut row = list.first_element_child();
    while let Some(here) = row {
        let top = here.get_bounding_client_rect().top();
        if top >= edge {
            return Some(Anchor { line: here.get_attribute("data-line")?, top });
        }
        row = here.next_element_sibling();
    }
    None
}

/// Scrolls so that the anchor is where it was.
fn keep(list: &Element, anchor: &Anchor) {
    let selector = ["[data-line=\"", &anchor.line, "\"]"].concat();
    if let Ok(Some(row)) = list.query_selector(&selector) {
        let moved = row.get_bounding_client_rect().top() - anchor.top;
        list.set_scroll_top(list.scroll_top() + moved.round() as i32);
    }
}

/// The lines are one tab stop: arrow keys go from one to the next.
fn move_focus(event: KeyboardEvent) {
    let Some(row) = event.target_dyn_into::<Element>().and_then(|target| target.closest("li").ok().flatten())
    else {
        return;
    };
    let next = match event.key().as_str() {
        "ArrowUp" => row.previous_element_sibling(),
        "ArrowDown" => row.next_element_sibling(),
        "Home" => row.parent_element().and_then(|list| list.first_element_child()),
        "End" => row.parent_element().and_then(|list| list.last_element_child()),
        _ => return,
    };
    // The page's own arrow keys must not move time meanwhile.
    event.stop_propagation();
    event.prevent_default();
    let button =
        next.and_then(|row| row.first_element_child()).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        // A line that has just gone takes no focus: nothing to do.
        let _ = button.focus();
    }
}
