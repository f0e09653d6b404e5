//! The colours of the theme that is shown, as numbers.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::pictures::Colours;

/// Reads the colours with the help of an element that is there for no longer than that: the browser resolves
/// `light-dark(...)` and the system's own colours only where they are used.
pub fn colours() -> Option<Colours> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let probe: HtmlElement = document.create_element("i").ok()?.dyn_into().ok()?;
    document.body()?.append_child(&probe).ok()?;
    let computed = window.get_computed_style(&probe).ok().flatten();
    let colours = Colours::by(|name| {
        // The name is well formed, so that nothing can be refused.
        let _ = probe.style().set_property("color", &["var(", name, ")"].concat());
        let said = computed.as_ref().and_then(|style| style.get_property_value("color").ok());
        said.unwrap_or_default()
    });
    probe.remove();
    Some(colours)
}
