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
    /// How many parts of the page somebody waited for and has got: whoever shows one looks for it again.
    pub loaded: u32,
}

impl Default for Surroundings {
    /// Nothing but English.
    fn default() -> Surroundings {
        Surroundings { language: Language::En, conductor: None, dispatch: None, loaded: 0 }
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

/// Renders the component anew when a part of the page has come that somebody waited for; whoever asks for anything else
/// of the surroundings is rendered anyhow.
#[hook]
pub fn use_arrivals() {
    use_surroundings();
}
