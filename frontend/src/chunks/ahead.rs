//! Chunks that come before somebody asks for them: once a person has done something, more is likely to follow, and a later
//! click finds everything there. Until then the page fetches only what it shows.

use gloo_events::EventListener;
use wasm_bindgen_futures::spawn_local;

use super::Need;

/// What counts as having done something.
const DEEDS: [&str; 2] = ["pointerdown", "keydown"];

/// Fetches these one after the other, as soon as a person does something while the listeners live.
pub fn fetch_ahead(needs: Vec<Need>) -> Vec<EventListener> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return Vec::new() };
    let listener = |deed| {
        let needs = needs.clone();
        EventListener::once(&document, deed, move |_| {
            spawn_local(async move {
                for need in needs {
                    // Whoever asks for it tries again, and hears how that goes.
                    let _ = (need.fetch)().await;
                }
            });
        })
    };
    DEEDS.into_iter().map(listener).collect()
}
