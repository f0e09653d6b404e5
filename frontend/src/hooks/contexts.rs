//! What nearly every component needs, taken from the contexts that the root provides.

use yew::prelude::*;

use crate::shell::Conductor;
use crate::state::Dispatch;

/// The conductor: `use_conductor().tell(Intent::Play)`.
#[hook]
pub fn use_conductor() -> Conductor {
    use_context().expect("the root provides the conductor")
}

/// The dispatcher of the page's own state: `use_dispatch().dispatch(Action::ToggleLab)`.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context().expect("the root provides the dispatcher")
}
