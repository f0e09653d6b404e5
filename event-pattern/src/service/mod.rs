//! A service: the tutorial's `BaseService.execute` as a state machine. It reads no clock and touches no store: it says
//! what it needs, and its driver tells it what came of it and when.

mod machine;
mod phase;

pub use machine::{Answer, Input, Output, Service, StoreError};
pub use phase::{Operation, Phase, Stopping, Work};
