//! The page's entry: mounts the app on the document.

use frontend::app::App;
use frontend::shell::{crash, opening};

/// The standard library's allocator for WebAssembly is four times as large.
#[cfg(all(target_arch = "wasm32", not(feature = "counting")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

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
    crash::listen();
    opening::when_readable(|| {
        yew::Renderer::<App>::new().render();
    });
}
