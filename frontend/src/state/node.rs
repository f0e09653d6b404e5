//! The nodes of the graph.

use event_pattern::trace::{Actor, ServiceId};

/// A node of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// Whoever publishes.
    Publisher,
    /// The keeper of the state key.
    Broker,
    /// A service.
    Service(ServiceId),
    /// Where finished work is reported to, in scenarios that have one.
    Receiver,
}

impl Node {
    /// The actor that it is; the broker and the receiver only let things be done to them.
    pub fn actor(self) -> Option<Actor> {
        match self {
            Node::Publisher => Some(Actor::Publisher),
            Node::Service(service) => Some(Actor::Service(service)),
            Node::Broker | Node::Receiver => None,
        }
    }
}
