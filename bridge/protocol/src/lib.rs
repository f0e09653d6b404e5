//! Protocol 1: the messages that cross the WebSocket between a browser and the bridge, and nothing else.
//!
//! Both sides are here: [`ClientFrame`] is what a client says, [`ServerFrame`] what the bridge answers. The bridge reads
//! strictly, since it takes frames from strangers; the page reads tolerantly, since a newer bridge may say more.
//! Sockets, clocks and stores are other people's business.

mod client;
mod code;
mod id;
mod label;
mod reading;
mod server;
mod strict;
mod token;

pub use client::{ClientFrame, Hello, Operation, Rejected, Request};
pub use code::Code;
pub use id::Id;
pub use label::{Label, LabelError};
pub use reading::{KeyState, LONGEST_READING, Reading};
pub use server::{Broken, Changed, Refusal, ServerFrame, StoreChange, StoreKind, Watch, Welcome};
pub use token::Token;

/// The version that `hello` and `welcome` name.
pub const PROTOCOL: u64 = 1;

/// The operations that a `welcome` lists.
pub const OPERATIONS: [&str; 3] = ["get", "set", "ping"];
