//! Tells when an element gets another size.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Calls back when one of its elements gets another size, and once at the beginning, until it is dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _on_size: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Watches `elements`. None where the browser cannot.
    pub fn new<'a>(
        elements: impl IntoIterator<Item = &'a Element>,
        on_size: impl FnMut() + 'static,
    ) -> Option<SizeWatch> {
        let on_size: Closure<dyn FnMut()> = Closure::new(on_size);
        let observer = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok()?;
        for element in elements {
            observer.observe(element);
        }
        Some(SizeWatch { observer, _on_size: on_size })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
