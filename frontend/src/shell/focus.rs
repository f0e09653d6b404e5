//! Where the focus goes when what had it leaves the page, or when something is wrong elsewhere.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Gives the focus to the element with this id; where there is none, nothing happens.
pub fn focus(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot have the focus is no longer in the page.
        let _ = element.focus();
    }
}
