//! What the page is made of: one component per area.

pub mod announcer;
#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests;
pub mod chip;
pub mod coming;
pub mod conditions;
pub mod console;
pub mod counters;
pub mod deeds;
pub mod dialog;
pub mod dialogs;
pub mod export;
pub mod factory_reset;
pub mod flowchart;
pub mod happening;
pub mod header;
pub mod help;
pub mod icon;
pub mod inspector;
pub mod lab;
pub mod lane_name;
pub mod live;
pub mod notices;
pub mod problems;
pub mod publish_panel;
pub mod rich;
pub mod scenarios;
pub mod sentence;
pub mod span;
pub mod stage;
pub mod time_bar;
pub mod time_lab;
pub mod timeline;

pub use rich::rich;
