//! The event pattern itself: a publisher sets a state at a broker, services notice it, work, and report back.
//!
//! A pure, deterministic machine: a [`Scenario`] goes in, a trace comes out. It reads no clock, does no I/O and
//! knows no browser and no network; a driver feeds it inputs with their time.

pub mod condition;
pub mod engine;
pub mod explain;
pub mod export;
mod hashed;
pub mod live;
pub mod metrics;
mod order;
pub mod poll;
pub mod scenario;
pub mod series;
pub mod service;
pub mod state;
pub mod time;
pub mod trace;
pub mod view;

pub use condition::Condition;
pub use engine::Engine;
pub use metrics::Metrics;
pub use scenario::Scenario;
pub use state::{State, StateError};
pub use time::{Span, Time};
pub use trace::{Place, Trace};
pub use view::View;

#[cfg(test)]
#[path = "../tests/random/mod.rs"]
mod random;
// The random scenarios of the integration tests serve the unit tests too, and know the crate by its name.
#[cfg(test)]
extern crate self as event_pattern;
