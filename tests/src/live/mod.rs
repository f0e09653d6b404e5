//! The live system in parts that a test can break: a Redis of its own, the real bridge, a proxy between the two that cuts,
//! delays and swallows, and a client that knows the protocol from its public page alone. Knows nothing of the bridge's
//! code.

mod aof;
mod bridge;
mod client;
mod foreign;
mod http;
mod ports;
mod process;
mod proxy;
mod raw;
mod redis;
mod rules;

pub use bridge::{Bridge, Said, Setup};
pub use client::{Client, Ending, Incoming};
pub use foreign::Python;
pub use http::{Answer, Request, UPGRADE};
pub use proxy::{Direction, Proxy};
pub use raw::{Frame, Raw};
pub use redis::Redis;
pub use rules::Rules;

/// The key that the tutorial's programs use.
pub const KEY: &str = "app:state";
