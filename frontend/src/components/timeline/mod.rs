//! The timeline: a strip of the whole record, which is the scrubber, and below it a lane for each actor.

#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests;
mod card;
mod hand;
mod handle;
mod lanes;
mod reach;
mod room;
mod stops;
mod strip;
mod tools;
mod walk;

use std::rc::Rc;

use event_pattern::trace::EntryId;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::chunks::{chunk, waiting};
use crate::hooks::{use_arrivals, use_effect_always};
use crate::narration::NARRATION;
use crate::preferences;
use crate::run::Picture;
use crate::shell::styles;
use crate::state::Node;
use crate::timeline::{Lanes as LaneOrder, Marking, Progress, SharedIndex, Window};
use handle::handle;
use lanes::Lanes;
use strip::Strip;

pub use stops::stops;
pub use tools::timeline_tools;

chunk! {
    /// The lanes: a narrow window does not show them.
    pub LANES: Parts = lanes(Parts::here())
}

/// What comes with the lanes.
pub struct Parts {
    lanes: fn(&Props) -> Html,
    /// On the strip: the part of the record that they show.
    handle: fn(Window, Window) -> Html,
    /// They show what has happened whether it is told or not.
    marking: Marking,
}

impl Parts {
    fn here() -> Parts {
        styles::put_on(&[include_str!("../../../styles/lanes.css")]);
        Parts { lanes: |props| html! { <Lanes ..props.clone() /> }, handle, marking: Marking::ALL }
    }
}

/// What the timeline is made from.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The part of the record that is shown; none for the whole of it.
    pub window: Option<Window>,
    /// The entry that a person chose.
    pub chosen: Option<EntryId>,
    /// The node that is selected.
    pub selected: Option<Node>,
    /// Whether the lanes are open or folded.
    pub lanes: preferences::Timeline,
    /// Who did what.
    pub index: SharedIndex,
}

/// The timeline.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let Props { picture, window, index, .. } = props;
    use_arrivals();
    let marking =
        NARRATION.get().map(|told| &told.marks).or_else(|_| LANES.get().map(|lanes| &lanes.marking));
    let marking = marking.ok();
    let progress =
        marking.map_or(Progress::Done, |marking| (marking.look)(&mut index.0.borrow_mut(), picture));
    use_going_on(progress);
    let looked_at = (index.0.borrow().edition(), index.0.borrow().taken());
    let marks = use_memo((looked_at, picture.recorded_until), |_| {
        let marks = marking.map(|marking| (marking.marks)(&index.0.borrow(), picture)).unwrap_or_default();
        (AttrValue::from(marks.0), AttrValue::from(marks.1))
    });
    html! {
        <div class="timeline" data-lanes={props.lanes.code()}>
            <Strip {picture} window={*window} marks={(*marks).clone()} />
            if props.lanes == preferences::Timeline::Open {
                { lanes(props) }
            }
        </div>
    }
}

/// The lanes, in the room that they take as soon as they are here.
fn lanes(props: &Props) -> Html {
    let count = LaneOrder::of(&props.picture.trace).count();
    html! {
        <div class="lanes" id="lanes" style={format!("--lanes:{count}")}>
            { match LANES.get() {
                Ok(parts) => (parts.lanes)(props),
                Err(need) => waiting(need),
            } }
        </div>
    }
}

/// Renders again, soon, while there is more to look at: a long run is opened in slices.
#[hook]
fn use_going_on(progress: Progress) {
    let again = use_force_update();
    use_effect_always(move || {
        let soon = (progress == Progress::More).then(|| Timeout::new(0, move || again.force_update()));
        move || drop(soon)
    });
}
