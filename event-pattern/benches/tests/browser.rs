//! Measures the engine inside a browser and prints the figures as one line. No test: `cargo xtask bench wasm` runs it.

#![cfg(target_arch = "wasm32")]

use benches::measure::Figures;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn figures() {
    console_log!("FIGURES {}", serde_json::to_string(&Figures::measure()).expect("numbers are JSON"));
}
