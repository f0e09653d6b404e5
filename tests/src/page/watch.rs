//! What the page does behind its picture: frames that it asks for, layout that shifts, pixels of the canvas.

use anyhow::Result;

use super::Page;

impl Page {
    /// How many frames have been asked for since the page was loaded.
    pub async fn frames_requested(&self) -> Result<u64> {
        self.script("return window.__seen.frames", vec![]).await
    }

    /// How far the layout has shifted without being asked to since the page was loaded or this was last called, and what shifted.
    pub async fn take_layout_shift(&self) -> Result<(f64, Vec<String>)> {
        let script = "const { shift, shifted } = window.__seen;
            window.__seen.shift = 0; window.__seen.shifted = []; return [shift, shifted]";
        self.script(script, vec![]).await
    }

    /// Everything that is drawn, as one text that is equal for equal pictures.
    pub async fn canvas_pixels(&self) -> Result<String> {
        let script = "return [...document.querySelectorAll('canvas')].map((c) => c.toDataURL()).join()";
        self.script(script, vec![]).await
    }
}
