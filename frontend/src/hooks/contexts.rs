//! What nearly every component needs, taken from the one context that the root provides.

use yew::prelude::*;

use crate::shell::Conductor;
use crate::state::Dispatch;
use crate::texts::Language;

/// What surrounds every component. Where a part of the page is shown alone, it is only what that part needs.
#[derive(Clone, PartialEq)]
pub struct Surroundings {
    /// The language that is spoken.
    pub language: Language,
    /// What takes every intent.
    pub conductor: Option<Conductor>,
    /// What takes every action.
    pub dispatch: Option<Dispatch>,
}

impl Default for Surroundings {
    /// Nothing but English.
    fn default() -> Surroundings {
        Surroundings { language: Language::En, conductor: None, dispatch: None }
    }
}

/// What surrounds the component, by the nearest `ContextProvider<Surroundings>`.
#[hook]
pub fn use_surroundings() -> Surroundings {
    use_context().unwrap_or_default()
}

/// The conductor: `use_conductor().tell(Intent::Play)`.
#[hook]
pub fn use_conductor() -> Conductor {
    use_surroundings().conductor.expect("the root provides the conductor")
}

/// The dispatcher of the page's own state: `use_dispatch().dispatch(Action::ToggleLab)`.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_surroundings().dispatch.expect("the root provides the dispatcher")
}
