//! The whole-system tests: the built page in a real browser, used as a person uses it, and the bridge against a real Redis.

mod accessibility;
mod branches;
mod bridge;
mod charts;
mod chunks;
mod exports;
mod fuzz;
mod history;
mod keeping;
mod keyboard;
mod languages;
mod opening;
mod passage;
mod publishing;
mod resetting;
mod scenarios;
mod services;
mod soaking;
mod stumbling;
mod time;
mod timeline;
