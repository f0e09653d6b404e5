//! Which lanes there are, and in which order: publisher, broker, each service that ever was in the run, receiver.

use event_pattern::Trace;
use event_pattern::trace::ServiceId;

use crate::state::Node;

/// The lanes of a run: arithmetic, however many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    services: usize,
    receivers: usize,
}

/// Publisher and broker.
const BEFORE: usize = 2;

impl Lanes {
    /// Those of `trace`.
    pub fn of(trace: &Trace) -> Lanes {
        let receivers = usize::from(trace.header().scenario.receiver.is_some());
        Lanes { services: trace.names().service_count(), receivers }
    }

    /// How many there are.
    pub fn count(self) -> usize {
        BEFORE + self.services + self.receivers
    }

    /// Whose lane is at `position`.
    pub fn at(self, position: usize) -> Option<Node> {
        match position {
            0 => Some(Node::Publisher),
            1 => Some(Node::Broker),
            _ if position < BEFORE + self.services => {
                Some(Node::Service(ServiceId::from_index(position - BEFORE)))
            }
            _ => (position < self.count()).then_some(Node::Receiver),
        }
    }

    /// Where the lane of `node` is.
    pub fn position(self, node: Node) -> usize {
        match node {
            Node::Publisher => 0,
            Node::Broker => 1,
            Node::Service(id) => BEFORE + id.index(),
            Node::Receiver => BEFORE + self.services,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lane_is_where_it_says() {
        let lanes = Lanes { services: 3, receivers: 1 };
        for position in 0..lanes.count() {
            assert_eq!(lanes.at(position).map(|node| lanes.position(node)), Some(position));
        }
        assert_eq!(lanes.at(lanes.count()), None);
        assert_eq!(Lanes { services: 0, receivers: 0 }.at(2), None);
    }
}
