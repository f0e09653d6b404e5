//! Writing what is long: a few milliseconds of work at a time, so that the page goes on meanwhile.

use std::rc::{Rc, Weak};

use js_sys::{Array, Promise};
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

use super::now_ms;
use crate::exports::Pieces;

/// How long it works before it lets others.
const SLICE_MS: f64 = 8.0;

/// Writing that goes on until it is done, or until this is dropped.
#[must_use]
pub struct Writing(#[expect(dead_code, reason = "it is held")] Rc<()>);

impl Writing {
    /// Writes `pieces`; tells `on_share` how much is done, 0 to 1, and gives all of them to `on_done`.
    pub fn begin(mut pieces: Pieces, on_share: Callback<f64>, on_done: Callback<Array>) -> Writing {
        let wanted = Rc::new(());
        let still_wanted: Weak<()> = Rc::downgrade(&wanted);
        yew::platform::spawn_local(async move {
            let written = Array::new();
            loop {
                let until = now_ms() + SLICE_MS;
                while now_ms() < until {
                    let Some(piece) = pieces.next() else { return on_done.emit(written) };
                    written.push(&piece.into());
                }
                on_share.emit(pieces.done());
                breathe().await;
                if still_wanted.strong_count() == 0 {
                    return;
                }
            }
        });
        Writing(wanted)
    }
}

/// Lets the browser do what waits.
pub async fn breathe() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Refused nowhere: the callback is a function.
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}
