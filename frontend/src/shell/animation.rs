//! Animation frames: asked for one at a time, only while somebody needs the next.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A frame that can be asked for again and again.
pub(super) struct Animation {
    on_frame: Closure<dyn FnMut(f64)>,
    asked: Cell<Option<i32>>,
}

impl Animation {
    /// Frames that call `on_frame` with the browser's time in milliseconds.
    pub(super) fn new(on_frame: impl FnMut(f64) + 'static) -> Animation {
        Animation { on_frame: Closure::new(on_frame), asked: Cell::new(None) }
    }

    /// Asks for the next frame, if nobody has.
    pub(super) fn ask(&self) {
        if self.asked.get().is_some() {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let callback = self.on_frame.as_ref().unchecked_ref();
        self.asked.set(window.request_animation_frame(callback).ok());
    }

    /// The frame that was asked for is here: the next one has to be asked for.
    pub(super) fn arrived(&self) {
        self.asked.set(None);
    }

    /// Whether a frame is on its way.
    pub(super) fn is_asked(&self) -> bool {
        self.asked.get().is_some()
    }
}

impl Drop for Animation {
    fn drop(&mut self) {
        if let (Some(id), Some(window)) = (self.asked.get(), web_sys::window()) {
            // It is gone with the page at the latest: nothing is left to do about an error.
            let _ = window.cancel_animation_frame(id);
        }
    }
}
