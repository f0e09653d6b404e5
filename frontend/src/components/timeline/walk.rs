//! Keys on the lanes: from entry to entry, from lane to lane, nearer and further.

use event_pattern::trace::EntryId;
use yew::prelude::*;

use super::reach::Reach;
use crate::state::Node;
use crate::timeline::index::lane_of;
use crate::timeline::{Lanes, Window};

/// How much a key zooms.
const ZOOM: f64 = 0.6;

/// What a key came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Walked {
    /// To this entry.
    To(EntryId),
    /// To a lane in which nothing has happened.
    ToEmpty(Node),
    /// There is nothing further.
    Nowhere,
    /// Away from what is told.
    Away,
    /// To why it happened.
    Why,
    /// Time was zoomed, or another place is looked at.
    Stayed,
}

/// What a key does, if it is one of the lanes'. `lane` is the lane that the keys are in.
pub(super) fn walk(key: &str, lane: Node, reach: &Reach) -> Option<Walked> {
    let picture = reach.picture();
    let index = reach.index.0.borrow();
    let chosen =
        reach.chosen().filter(|id| picture.trace.get(*id).is_some_and(|entry| lane_of(entry) == lane));
    let seen = picture.view.entries_seen;
    let to = |found: Option<EntryId>| Some(found.map_or(Walked::Nowhere, Walked::To));
    match key {
        "ArrowRight" => to(index.next(lane, chosen.map_or(seen, |id| id.index() + 1))),
        "ArrowLeft" => to(index.previous(lane, chosen.map_or(seen, EntryId::index))),
        "Home" => to(index.next(lane, 0)),
        "End" => to(index.previous(lane, picture.trace.len())),
        "ArrowUp" | "ArrowDown" => {
            let lanes = Lanes::of(&picture.trace);
            // The lane may be one that another branch had.
            let position = lanes.position(lane).min(lanes.count());
            let position = if key == "ArrowUp" { position.checked_sub(1) } else { Some(position + 1) };
            let Some(node) = position.and_then(|position| lanes.at(position)) else {
                return Some(Walked::Nowhere);
            };
            // The last thing that had happened there by then, or the first that did.
            let from = chosen.or(reach.chosen()).map_or(seen, |id| id.index() + 1);
            let found = index.previous(node, from).or_else(|| index.next(node, from));
            Some(found.map_or(Walked::ToEmpty(node), Walked::To))
        }
        "Enter" => {
            let chosen = chosen?;
            drop(index);
            reach.go_to(chosen);
            Some(Walked::Stayed)
        }
        "+" | "=" | "-" | "0" => {
            drop(index);
            zoom(key, reach);
            Some(Walked::Stayed)
        }
        "w" | "W" => Some(Walked::Why),
        "Escape" => Some(Walked::Away),
        _ => None,
    }
}

fn zoom(key: &str, reach: &Reach) {
    let window: Window = reach.window();
    let picture = reach.picture();
    let chosen = reach.chosen().and_then(|id| picture.trace.get(id)).map(|entry| entry.at);
    let places = [chosen, Some(picture.view.place.at), Some(window.at(0.5))];
    let at = places.into_iter().flatten().find(|at| window.holds(*at)).unwrap_or(window.from);
    match key {
        "0" => reach.show(reach.whole()),
        "-" => reach.zoom(at, 1.0 / ZOOM),
        _ => reach.zoom(at, ZOOM),
    }
}

/// Whether a key press is for the lanes: none with Control or Alt is.
pub(super) fn is_for_lanes(event: &KeyboardEvent) -> bool {
    !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing())
}
