//! The timeline: a strip of the whole record, which is the scrubber, and below it a lane for each actor.

mod marks;
mod strip;
mod tools;

use std::rc::Rc;

use event_pattern::trace::EntryId;
use yew::prelude::*;

use crate::preferences;
use crate::run::Picture;
use crate::state::Node;
use crate::texts::use_texts;
use crate::timeline::Window;
use strip::Strip;

pub use tools::timeline_tools;

/// What the timeline is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The part of the record that is shown; none for the whole of it.
    pub window: Option<Window>,
    /// The entry that a person chose.
    pub chosen: Option<EntryId>,
    /// The node that is selected.
    pub selected: Option<Node>,
    /// Whether the lanes are wanted.
    pub lanes: preferences::Timeline,
}

/// The timeline.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let texts = &use_texts().timeline;
    html! {
        <div class="timeline" data-lanes={props.lanes.code()}>
            <Strip picture={&props.picture} />
            <div class="lanes" id="lanes" role="group" aria-label={texts.lanes}></div>
        </div>
    }
}
