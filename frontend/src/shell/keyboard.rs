//! Keys that nobody else has used: what has the focus, and which act is meant.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::keys::{self, Act, Focus, Press};
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
    let act = keys::find(press, focus(&document), bare)?;
    event.prevent_default();
    Some(act)
}

fn focus(document: &Document) -> Focus {
    if matches!(document.query_selector("dialog[open]"), Ok(Some(_))) {
        return Focus::Dialog;
    }
    let Some(focused) = document.active_element() else { return Focus::Nothing };
    if focused.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable) {
        return Focus::Text;
    }
    match focused.tag_name().as_str() {
        "INPUT" => match focused.unchecked_ref::<HtmlInputElement>().type_().as_str() {
            "range" | "checkbox" | "radio" | "file" | "button" => Focus::Control,
            _ => Focus::Text,
        },
        "TEXTAREA" => Focus::Text,
        "SELECT" => Focus::List,
        "BUTTON" | "A" | "SUMMARY" => Focus::Button,
        _ => match focused.get_attribute("role").as_deref() {
            Some("slider" | "option" | "tab") => Focus::Control,
            Some("button") => Focus::Button,
            _ if scrolls(&focused) => Focus::Scroller,
            _ => Focus::Nothing,
        },
    }
}

/// Whether an element scrolls what is in it. The page itself does not count: there the keys walk through the run, on a
/// phone as on a projector.
fn scrolls(element: &Element) -> bool {
    let overflow = || {
        let style = web_sys::window()?.get_computed_style(element).ok()??;
        style.get_property_value("overflow-y").ok()
    };
    element.tag_name() != "BODY"
        && element.scroll_height() > element.client_height() + 1
        && matches!(overflow().as_deref(), Some("auto" | "scroll"))
}
