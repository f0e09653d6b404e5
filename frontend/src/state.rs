//! The page's own state: what is open, selected and chosen. The run's state is in the [`Picture`].

use std::rc::Rc;

use event_pattern::trace::ServiceId;
use yew::Reducible;

use crate::run::Picture;

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

/// The page's own state.
#[derive(Clone, PartialEq)]
pub struct UiState {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The node that the inspector is about.
    pub selected: Option<Node>,
}

/// What changes the page's own state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A new still of the run.
    Pictured(Rc<Picture>),
    /// Another node, or none.
    Select(Option<Node>),
}

impl Reducible for UiState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = UiState::clone(&self);
        match action {
            Action::Pictured(picture) => next.picture = picture,
            Action::Select(node) => next.selected = node,
        }
        Rc::new(next)
    }
}
