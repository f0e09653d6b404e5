//! What the stage finds out while it is on the page.

use std::rc::Rc;

use yew::prelude::*;

use super::room::Room;
use crate::state::Node;

/// What the stage knows by now.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Known {
    /// The room that it has. Nothing until it was measured: what is painted before that would be seen to jump.
    pub(super) room: Option<Room>,
    /// Whether the nodes are in their places. They take them after the stage itself, on a busy machine a frame later:
    /// until then none is shown.
    pub(super) are_placed: bool,
    /// The node that had the focus last.
    pub(super) current: Node,
}

/// What was found out.
pub(super) enum Found {
    /// The room that there is.
    Room(Room),
    /// The nodes are in their places.
    Placed,
    /// This node has the focus.
    Focused(Node),
}

impl Reducible for Known {
    type Action = Found;

    fn reduce(self: Rc<Self>, found: Found) -> Rc<Self> {
        let mut next = *self;
        match found {
            Found::Room(room) => next.room = Some(room),
            Found::Placed => next.are_placed = true,
            Found::Focused(node) => next.current = node,
        }
        Rc::new(next)
    }
}
