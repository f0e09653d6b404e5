//! Keys on the lanes: from entry to entry, from lane to lane, nearer and further.

use event_pattern::trace::{EntryId, ServiceId};
use event_pattern::{Time, Trace};
use yew::prelude::*;

use super::reach::Reach;
use crate::state::Node;
use crate::timeline::index::lane_of;
use crate::timeline::looks::{Side, read_beside};
use crate::timeline::{Lanes, Window};

/// How much a key zooms.
const ZOOM: f64 = 0.6;

/// Where the keys are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Foot {
    /// In this lane.
    pub(super) node: Node,
    /// Around this instant, from lane to lane, as long as this entry is the one that is chosen.
    pub(super) around: Option<(Time, Option<EntryId>)>,
    /// At this read that led to nothing, while no entry is chosen.
    pub(super) look: Option<Time>,
}

/// What a key came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Walked {
    /// To this entry, around this instant.
    To(EntryId, Time),
    /// To this read of the lane's service, which led to nothing.
    ToLook(ServiceId, Time),
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

/// What a key does, if it is one of the lanes'.
pub(super) fn walk(key: &str, foot: Foot, reach: &Reach) -> Option<Walked> {
    match key {
        "ArrowRight" => Some(step(foot, Side::After, reach)),
        "ArrowLeft" => Some(step(foot, Side::Before, reach)),
        "Home" | "End" => {
            let (index, picture) = (reach.index.0.borrow(), reach.picture());
            let found = match key {
                "Home" => index.next(foot.node, 0),
                _ => index.previous(foot.node, picture.trace.len()),
            };
            Some(to(&picture.trace, found))
        }
        "ArrowUp" | "ArrowDown" => Some(cross(key, foot, reach)),
        "Enter" => {
            match (chosen(foot, reach), look(foot, reach)) {
                (Some(entry), _) => reach.go_to(entry),
                (None, Some(at)) => reach.seek(at),
                (None, None) => return None,
            }
            Some(Walked::Stayed)
        }
        "+" | "=" | "-" | "0" => {
            zoom(key, reach);
            Some(Walked::Stayed)
        }
        "w" | "W" => Some(Walked::Why),
        "Escape" => Some(Walked::Away),
        _ => None,
    }
}

/// The entry that is chosen, if it is in the lane that the keys are in.
fn chosen(foot: Foot, reach: &Reach) -> Option<EntryId> {
    let picture = reach.picture();
    reach.chosen().filter(|id| picture.trace.get(*id).is_some_and(|entry| lane_of(entry) == foot.node))
}

/// The read that the keys are at.
fn look(foot: Foot, reach: &Reach) -> Option<Time> {
    foot.look.filter(|_| reach.chosen().is_none())
}

fn to(trace: &Trace, found: Option<EntryId>) -> Walked {
    let there = found.and_then(|id| Some((id, trace.get(id)?.at)));
    there.map_or(Walked::Nowhere, |(id, at)| Walked::To(id, at))
}

/// Along a lane: to the next entry on a side, or to a read in vain that is drawn before it.
fn step(foot: Foot, side: Side, reach: &Reach) -> Walked {
    let (picture, index) = (reach.picture(), reach.index.0.borrow());
    let trace = &picture.trace;
    let at_entry = chosen(foot, reach).and_then(|id| Some((trace.get(id)?.at, id.index(), id.index() + 1)));
    let at_look = look(foot, reach).map(|at| (at, trace.count_before(at), trace.count_through(at)));
    let place = picture.view.place.at;
    let seen = picture.view.entries_seen;
    let (at, before, after) = at_entry.or(at_look).unwrap_or((place, seen, seen));
    let found = match side {
        Side::Before => index.previous(foot.node, before),
        Side::After => index.next(foot.node, after),
    };
    let entry_at = found.and_then(|id| trace.get(id)).map(|entry| entry.at);
    let service = foot.node.actor().and_then(|actor| actor.service());
    let pixel = reach.window().span().as_micros() as f64 / reach.painter.time_width().unwrap_or(1.0);
    // As far as one sees, at the most.
    let span = reach.window().span();
    let read = service.and_then(|service| {
        let edge = match side {
            Side::Before => entry_at.unwrap_or_default().max(at - span),
            Side::After => entry_at.unwrap_or(Time::LAST).min(at + span).min(picture.recorded_until),
        };
        Some((service, read_beside(trace, service, at, side, edge, pixel)?))
    });
    match read {
        // Where the next entry is, the service read as well.
        Some((service, read)) if entry_at != Some(read) => Walked::ToLook(service, read),
        _ => to(trace, found),
    }
}

/// To the lane above or below, to what is there nearest to where one was.
fn cross(key: &str, foot: Foot, reach: &Reach) -> Walked {
    let (picture, index) = (reach.picture(), reach.index.0.borrow());
    let trace = &picture.trace;
    let lanes = Lanes::of(trace);
    // The lane may be one that another branch had.
    let position = lanes.position(foot.node).min(lanes.count());
    let position = if key == "ArrowUp" { position.checked_sub(1) } else { Some(position + 1) };
    let Some(node) = position.and_then(|position| lanes.at(position)) else { return Walked::Nowhere };
    let around = foot.around.filter(|(_, entry)| *entry == reach.chosen()).map(|(at, _)| at);
    let at_entry = || reach.chosen().and_then(|id| trace.get(id)).map(|entry| entry.at);
    let around = around.or_else(at_entry).unwrap_or(picture.view.place.at);
    let seen = trace.count_through(around);
    let sides = [index.previous(node, seen), index.next(node, seen)];
    let away = |id: &EntryId| trace.get(*id).map(|entry| entry.at.as_micros().abs_diff(around.as_micros()));
    match sides.into_iter().flatten().min_by_key(away) {
        Some(found) => Walked::To(found, around),
        None => Walked::ToEmpty(node),
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
