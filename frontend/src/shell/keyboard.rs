//! Keys that nobody else has used: what has the focus, whether anything there scrolls, and which act is meant.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::keys::{self, Act, Focus, Press, Scrolls};
use crate::preferences::Shortcuts;

/// The act that a key asks for. The browser does nothing else with the key then.
pub fn act(event: &KeyboardEvent, bare: Shortcuts) -> Option<Act> {
    // Whoever has used it says so; a key that composes a character is not yet one.
    if event.default_prevented() || event.is_composing() {
        return None;
    }
    let document = web_sys::window()?.document()?;
    let key = event.key();
    let press = Press {
        key: &key,
        control: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        again: event.repeat(),
    };
    let focused = document.active_element();
    let act = keys::find(press, focus(&document, focused.as_ref()), scrolls(&document, focused), bare)?;
    event.prevent_default();
    Some(act)
}

fn focus(document: &Document, focused: Option<&Element>) -> Focus {
    if matches!(document.query_selector("dialog[open]"), Ok(Some(_))) {
        return Focus::Dialog;
    }
    let Some(focused) = focused else { return Focus::Nothing };
    if focused.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable) {
        return Focus::Text;
    }
    match focused.tag_name().as_str() {
        "INPUT" => match focused.unchecked_ref::<HtmlInputElement>().type_().as_str() {
            "range" | "checkbox" | "radio" | "file" | "button" => Focus::Control,
            _ => Focus::Text,
        },
        // A select jumps to what is typed.
        "TEXTAREA" | "SELECT" => Focus::Text,
        "BUTTON" | "A" | "SUMMARY" => Focus::Button,
        _ => match focused.get_attribute("role").as_deref() {
            Some("slider" | "option" | "tab") => Focus::Control,
            Some("button") => Focus::Button,
            _ => Focus::Nothing,
        },
    }
}

/// Whether what has the focus lies in something that scrolls: the page itself, where it is longer than the window.
fn scrolls(document: &Document, focused: Option<Element>) -> Scrolls {
    let root = document.document_element();
    if root.as_ref().is_some_and(|root| root.scroll_height() > root.client_height() + 1) {
        return Scrolls::Yes;
    }
    let mut element = focused;
    while let Some(here) = element {
        let is_whole = Some(&here) == root.as_ref() || here.tag_name() == "BODY";
        if !is_whole && here.scroll_height() > here.client_height() + 1 && is_scroller(&here) {
            return Scrolls::Yes;
        }
        element = here.parent_element();
    }
    Scrolls::No
}

fn is_scroller(element: &Element) -> bool {
    let overflow = || {
        let style = web_sys::window()?.get_computed_style(element).ok()??;
        style.get_property_value("overflow-y").ok()
    };
    matches!(overflow().as_deref(), Some("auto" | "scroll"))
}
