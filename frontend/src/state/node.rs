//! The nodes of the graph.

use event_pattern::trace::ServiceId;

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
