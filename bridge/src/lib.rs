//! The bridge: browsers on one side, Redis on the other; and the tutorial's two programs as commands.

pub mod cli;
mod memory;
mod metrics;
pub mod serve;
pub mod store;
