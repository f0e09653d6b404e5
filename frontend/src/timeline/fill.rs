//! What fills a lane between two entries: what a service was doing, what the key held.

use event_pattern::Trace;
use event_pattern::trace::{Entry, EntryId, Gap, StateId, What};

use super::ids::Ids;
use crate::state::Node;

/// What fills a lane between two entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Whoever it is, only single acts are known of them.
    Quiet,
    /// The service is not in the scenario.
    Absent,
    /// The service was never started.
    NotStarted,
    /// The service sleeps between its reads.
    Sleeping,
    /// The service works on a state.
    Working(StateId),
    /// The same, and it is to stop when that is done.
    Stopping(StateId),
    /// The service is gone, in good order.
    Stopped,
    /// The service has crashed.
    Crashed,
    /// The key holds a state.
    Holds(StateId),
    /// There is no key.
    Empty,
    /// The key cannot be seen, and held this when it could.
    Unseen(Option<StateId>),
    /// Nothing is recorded yet.
    Unrecorded,
}

impl Fill {
    /// What fills the lane of `node` before its first entry.
    pub fn at_first(trace: &Trace, node: Node) -> Fill {
        match node {
            Node::Publisher | Node::Receiver => Fill::Quiet,
            Node::Broker => Fill::Empty,
            Node::Service(id) if id.index() >= trace.names().service_count() => Fill::Absent,
            Node::Service(id) if trace.names().service(id).added_by.is_some() => Fill::Absent,
            Node::Service(_) => Fill::NotStarted,
        }
    }

    /// Whether it lies on a lane's track: somebody is there, and in order.
    pub(super) fn has_track(self) -> bool {
        matches!(
            self,
            Fill::Quiet
                | Fill::Sleeping
                | Fill::Empty
                | Fill::Working(_)
                | Fill::Stopping(_)
                | Fill::Holds(_)
        )
    }

    /// What fills a lane after `entry`, if that is known whatever it was before.
    pub(super) fn of(entry: &Entry) -> Option<Fill> {
        match entry.what {
            What::Started | What::Restarted | What::WorkFinished { .. } => Some(Fill::Sleeping),
            What::WorkStarted { state } => Some(Fill::Working(state)),
            What::Stopped => Some(Fill::Stopped),
            What::Crashed => Some(Fill::Crashed),
            What::Removed => Some(Fill::Absent),
            What::Added => Some(Fill::NotStarted),
            What::StateChanged { to: state, .. } | What::KeyFound { state } => {
                Some(state.map_or(Fill::Empty, Fill::Holds))
            }
            _ => None,
        }
    }

    /// What fills a lane after `entry`.
    pub fn after(self, entry: &Entry) -> Fill {
        match (Fill::of(entry), entry.what, self) {
            (Some(fill), ..) => fill,
            (None, What::Stopping, Fill::Working(state)) => Fill::Stopping(state),
            (None, What::WriteFailed { .. }, Fill::Stopping(_)) => Fill::Stopped,
            (None, What::WriteFailed { .. }, Fill::Working(_)) => Fill::Sleeping,
            (None, What::Gap(Gap::StoreAway | Gap::LinkLost), Fill::Holds(state)) => {
                Fill::Unseen(Some(state))
            }
            (None, What::Gap(Gap::StoreAway | Gap::LinkLost), Fill::Empty) => Fill::Unseen(None),
            (None, What::Gap(Gap::StoreBack | Gap::LinkBack), Fill::Unseen(state)) => {
                state.map_or(Fill::Empty, Fill::Holds)
            }
            (None, ..) => self,
        }
    }

    /// What fills the lane of `node` after the first `count` of its entries, and the entry that began it. Looks back no
    /// further than to the last entry that says it whatever was before.
    pub fn after_first(trace: &Trace, node: Node, ids: &Ids, count: usize) -> (Fill, Option<EntryId>) {
        if matches!(node, Node::Publisher | Node::Receiver) {
            // Nothing ever fills these.
            return (Fill::Quiet, None);
        }
        let entry = |position: usize| {
            let id = EntryId::from_index(ids.get(position)? as usize);
            Some((id, trace.get(id)?))
        };
        let known = (0..count).rev().find_map(|position| {
            let (id, entry) = entry(position)?;
            Some((position, id, Fill::of(entry)?))
        });
        let (mut fill, mut by, from) = match known {
            Some((position, id, fill)) => (fill, Some(id), position + 1),
            None => (Fill::at_first(trace, node), None, 0),
        };
        for (id, entry) in (from..count).filter_map(entry) {
            let next = fill.after(entry);
            if next != fill {
                (fill, by) = (next, Some(id));
            }
        }
        (fill, by)
    }

    /// The state whose colour it has.
    pub fn state(self) -> Option<StateId> {
        match self {
            Fill::Working(state) | Fill::Stopping(state) | Fill::Holds(state) => Some(state),
            Fill::Unseen(state) => state,
            _ => None,
        }
    }
}
