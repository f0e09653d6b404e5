//! When the page stumbles over a mistake of its own: a sentence instead of a frozen picture, and how to go on.

use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::JsValue;
use web_sys::console;

use crate::texts::{Language, Texts};

/// Whether it has happened: everything after it is in doubt.
static HAPPENED: AtomicBool = AtomicBool::new(false);

/// Whether the page has stumbled.
pub fn has_happened() -> bool {
    HAPPENED.load(Ordering::Relaxed)
}

/// Tells the browser's console and, the first time, the person.
pub fn hook(info: &PanicHookInfo<'_>) {
    console::error_1(&JsValue::from_str(&info.to_string()));
    if !HAPPENED.swap(true, Ordering::Relaxed) {
        // Without a document there is nobody to tell.
        let _ = tell_person();
    }
}

pub(super) fn tell_person() -> Option<()> {
    let document = web_sys::window()?.document()?;
    let spoken = document.document_element()?.get_attribute("lang")?;
    let texts = &Texts::of(Language::from_code(&spoken).unwrap_or(Language::En)).page;
    let message = document.create_element("div").ok()?;
    message.set_class_name("crash");
    message.set_attribute("role", "alert").ok()?;
    let sentence = document.create_element("p").ok()?;
    sentence.set_text_content(Some(texts.crashed));
    // A link, because no code of the page can be trusted to hear a button.
    let link = document.create_element("a").ok()?;
    link.set_class_name("button primary");
    link.set_attribute("href", "").ok()?;
    link.set_text_content(Some(texts.reload));
    message.append_child(&sentence).ok()?;
    message.append_child(&link).ok()?;
    // Over everything, also over a dialog that is open.
    document
        .query_selector("dialog[open]")
        .ok()?
        .unwrap_or(document.body()?.into())
        .append_child(&message)
        .ok()?;
    Some(())
}
