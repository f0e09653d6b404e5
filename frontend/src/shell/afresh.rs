//! A start afresh, for the next class: everything that was kept is forgotten, and the page loads anew.

use super::{keeper, storage};

/// Forgets everything and loads the page anew: nothing of the old one can be left over.
pub fn start() {
    keeper::stop_keeping();
    storage::forget();
    if let Some(window) = web_sys::window() {
        // Where a frame forbids it, a person has to do it.
        let _ = window.location().reload();
    }
}
