//! Where the focus goes when what had it leaves the page, or when something is wrong elsewhere.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Gives the focus to the element with this id; where there is none, nothing happens.
pub fn focus(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot have the focus is no longer in the page.
        let _ = element.focus();
    }
}

/// Marks all that is typed in a field, so that what is typed next takes its place.
pub fn mark_all(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let field = document.and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}
