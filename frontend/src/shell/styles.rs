//! Style sheets of what is loaded on demand: they come with it, and are the document's before it is first seen.

use web_sys::CssStyleSheet;

/// Adds these style sheets to the document, as one.
pub fn put_on(sheets: &[&str]) {
    // Where pages are drawn as text there is no document.
    if cfg!(target_arch = "wasm32") {
        // A browser that cannot do it shows everything without the style of this part.
        let _ = try_put_on(&sheets.concat());
    }
}

fn try_put_on(text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(text).ok()?;
    document.adopted_style_sheets().push(&sheet);
    Some(())
}
