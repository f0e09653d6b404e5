//! The page: shows a run of the event pattern and steers it.

pub mod announce;
pub mod app;
pub mod charts;
pub mod chunks;
pub mod components;
pub mod decimals;
pub mod exports;
pub mod hooks;
pub mod keys;
pub mod link;
pub mod live;
pub mod narration;
pub mod pictures;
pub mod player;
pub mod preferences;
pub mod run;
pub mod sentences;
pub mod shell;
pub mod stage;
pub mod state;
pub mod state_family;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod testing;
pub mod texts;
pub mod timeline;
