//! When the page stumbles over a mistake of its own: a sentence instead of a frozen picture, and how to go on.
//!
//! A mistake ends in a trap of the program, which reaches the window as an error that nobody has caught. In the page as it
//! is shipped a panic is that and nothing else (`xtask/src/split/traps.rs`); in every other it says its words before.

use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};

use gloo_events::EventListener;
use js_sys::{JsString, RangeError, Reflect, WebAssembly::RuntimeError};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, console};

use crate::texts::{Language, Texts};

/// Whether it has happened: everything after it is in doubt.
static HAPPENED: AtomicBool = AtomicBool::new(false);

/// Whether the page has stumbled.
pub fn has_happened() -> bool {
    HAPPENED.load(Ordering::Relaxed)
}

/// Lets the console say of every panic from now on what it has to say, and tells the person of the first trap.
pub fn listen() {
    // Without it Yew would set its own.
    yew::set_custom_panic_hook(Box::new(say));
    if let Some(window) = web_sys::window() {
        for event in ["error", "unhandledrejection"] {
            EventListener::new(&window, event, hear).forget();
        }
    }
}

/// A panic's message and its place, in the console.
fn say(info: &PanicHookInfo<'_>) {
    // Nothing calls it in the page as it is shipped: what it needs is not to be in there.
    if cfg!(not(feature = "split")) {
        console::error_1(&JsValue::from_str(&info.to_string()));
    }
}

fn hear(event: &Event) {
    // The one event has what was thrown as its error, the other as its reason.
    let is_trap =
        |name: &&str| Reflect::get(event, &JsValue::from_str(name)).is_ok_and(|cause| is_trap(&cause));
    if ["error", "reason"].iter().any(is_trap) && !HAPPENED.swap(true, Ordering::Relaxed) {
        // Without a document there is nobody to tell.
        let _ = tell_person();
    }
}

/// Whether it comes from the program, and none of its own code had a chance to put things in order.
fn is_trap(cause: &JsValue) -> bool {
    // The second where calls are nested too deeply, in most browsers; a browser's extension may do that, too.
    // All of them call a function of such a program so.
    let passed_the_program = || {
        let stack = Reflect::get(cause, &JsValue::from_str("stack")).unwrap_or_default();
        stack.dyn_ref::<JsString>().is_some_and(|stack| stack.includes("wasm-function", 0))
    };
    cause.is_instance_of::<RuntimeError>() || cause.is_instance_of::<RangeError>() && passed_the_program()
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
