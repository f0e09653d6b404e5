//! A clock, natively and in a browser.

/// Seconds from some beginning.
#[cfg(not(target_arch = "wasm32"))]
pub fn seconds() -> f64 {
    use std::sync::OnceLock;
    use std::time::Instant;

    static BEGINNING: OnceLock<Instant> = OnceLock::new();
    BEGINNING.get_or_init(Instant::now).elapsed().as_secs_f64()
}

/// Seconds from some beginning; a browser rounds them to a tenth of a millisecond.
#[cfg(target_arch = "wasm32")]
pub fn seconds() -> f64 {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = performance, js_name = now)]
        fn performance_now() -> f64;
    }
    performance_now() / 1e3
}

/// What something takes, in seconds.
pub fn timed<T>(what: impl FnOnce() -> T) -> (T, f64) {
    let started = seconds();
    let result = what();
    (result, seconds() - started)
}
