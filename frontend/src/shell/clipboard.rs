//! The clipboard: takes text from the page. A browser may forbid it, or have none on an insecure address.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

/// What came of copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The text is in the clipboard.
    Done,
    /// The browser did not let the page.
    Refused,
}

/// Copies `text` and tells `done` what came of it.
pub fn copy(text: &str, done: Callback<Copied>) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else {
        return done.emit(Copied::Refused);
    };
    // On an address that is neither https nor this machine there is no clipboard at all.
    if Reflect::get(&navigator, &"clipboard".into()).map_or(true, |clipboard| clipboard.is_undefined()) {
        return done.emit(Copied::Refused);
    }
    let written = JsFuture::from(navigator.clipboard().write_text(text));
    yew::platform::spawn_local(async move {
        done.emit(if written.await.is_ok() { Copied::Done } else { Copied::Refused });
    });
}
