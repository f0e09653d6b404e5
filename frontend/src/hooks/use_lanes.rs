//! Whether the timeline's lanes are there, now and whenever the window's width changes it.

use gloo_events::EventListener;
use yew::prelude::*;

use super::use_effect_on;
use crate::preferences::Timeline;
use crate::shell::document;

/// How the timeline is shown to whoever likes it so: open or folded.
#[hook]
pub fn use_lanes(liked: Timeline) -> Timeline {
    let has_room = use_state_eq(document::has_room_for_lanes);
    use_effect_on((), {
        let has_room = has_room.setter();
        move |()| {
            // It may have changed since the page was rendered.
            has_room.set(document::has_room_for_lanes());
            let listener = document::room_for_lanes().map(|query| {
                EventListener::new(&query, "change", move |_| has_room.set(document::has_room_for_lanes()))
            });
            move || drop(listener)
        }
    });
    match liked {
        Timeline::Auto if *has_room => Timeline::Open,
        Timeline::Auto => Timeline::Folded,
        chosen => chosen,
    }
}
