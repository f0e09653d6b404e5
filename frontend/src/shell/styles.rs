//! Style sheets of what is loaded on demand: they come with it, and are the document's before it is first seen.

use std::cell::RefCell;

use web_sys::CssStyleSheet;

thread_local! {
    /// What the document has by now.
    static WORN: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Adds these style sheets to the document, as one. What it has already stays where it is: a sheet that several parts bring
/// must not come after what one of them has to say against it.
pub fn put_on(sheets: &[&'static str]) {
    let new: Vec<&str> = WORN.with_borrow_mut(|worn| {
        let new: Vec<_> = sheets.iter().copied().filter(|sheet| !worn.contains(sheet)).collect();
        worn.extend(&new);
        new
    });
    // Where pages are drawn as text there is no document.
    if cfg!(target_arch = "wasm32") && !new.is_empty() {
        // A browser that cannot do it shows everything without the style of this part.
        let _ = try_put_on(&new.concat());
    }
}

fn try_put_on(text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(text).ok()?;
    document.adopted_style_sheets().push(&sheet);
    Some(())
}
