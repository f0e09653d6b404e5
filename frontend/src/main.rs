//! The page's entry: mounts the app on the document.

use frontend::app::App;
use frontend::shell::{crash, opening};

/// Counts what the program holds.
#[cfg(feature = "counting")]
#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

/// How many bytes the program holds.
#[cfg(feature = "counting")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn allocated_bytes() -> usize {
    ALLOCATOR.allocated()
}

fn main() {
    yew::set_custom_panic_hook(Box::new(crash::hook));
    opening::when_readable(|| {
        yew::Renderer::<App>::new().render();
    });
}
