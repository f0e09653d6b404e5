//! Where the focus goes when what had it leaves the page, or when something is wrong elsewhere.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

/// Gives the focus to the element with this id; where there is none, nothing happens.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot have the focus is no longer in the page.
        let _ = element.focus();
    }
}

/// Scrolls to the element with this id, where the page scrolls at all.
pub fn bring_into_view(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Marks all that is typed in a field, so that what is typed next takes its place.
pub fn mark_all(id: &str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// What names an element that is made anew: these attributes are the same then.
const NAMES: [&str; 5] = ["id", "data-testid", "data-node", "data-service", "data-state"];
/// What can have the focus.
const HEIRS: &str = " :is(h2[tabindex], button, select, input, summary)";

/// Where the focus is, told so that it can be found again after the page was made anew: as selectors, from what has the
/// focus outwards.
pub struct FocusSpot(Vec<String>);

impl FocusSpot {
    /// Where the focus is now.
    pub fn find() -> FocusSpot {
        let focused = document().and_then(|document| document.active_element());
        let outwards = std::iter::successors(focused, |element| element.parent_element());
        FocusSpot(
            outwards.map(|element| selector(&element)).filter(|selector| !selector.is_empty()).collect(),
        )
    }

    /// Gives the focus, if nothing has it now, to what had it, or to the nearest that is there.
    pub fn focus(&self) {
        let Some(document) = document() else { return };
        let is_lost = || document.active_element().is_none_or(|focused| focused.tag_name() == "BODY");
        for selector in &self.0 {
            for selector in [selector, &[selector, HEIRS].concat()] {
                if !is_lost() {
                    return;
                }
                let heir = document.query_selector(selector).ok().flatten();
                if let Some(heir) = heir.and_then(|heir| heir.dyn_into::<HtmlElement>().ok()) {
                    // What cannot have the focus leaves it to the next.
                    let _ = heir.focus();
                }
            }
        }
    }
}

fn selector(element: &Element) -> String {
    let mut selector = String::new();
    for name in NAMES {
        if let Some(value) = element.get_attribute(name) {
            let value = value.replace('\\', "\\\\").replace('"', "\\\"");
            selector.push_str(&["[", name, "=\"", &value, "\"]"].concat());
        }
    }
    selector
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
