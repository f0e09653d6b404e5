//! What touches the browser: one file per effect. Components never do.

pub mod afresh;
mod animation;
pub mod bridge_here;
mod bridge_link;
#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests;
pub mod clipboard;
mod conductor;
pub mod crash;
pub mod document;
pub mod dropping;
pub mod files;
mod focus;
pub mod keeper;
pub mod keyboard;
pub mod opening;
pub mod png;
mod rest;
mod returning;
mod size;
mod socket;
pub mod storage;
pub mod styles;
pub mod theme;
mod writing;

pub use bridge_link::{Audience, BridgeLink};
pub use conductor::{Conductor, Subscription};
pub use focus::{FocusSpot, bring_into_view, focus, mark_all};
pub use size::SizeWatch;
pub use writing::{Writing, breathe};

/// The browser's own clock, in milliseconds since the page was opened. It tells nothing about the run.
pub fn now_ms() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
