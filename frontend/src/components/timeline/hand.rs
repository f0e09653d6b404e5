//! Wheel, mouse and fingers on the lanes.

use std::rc::Rc;

use js_sys::Math;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, WheelEvent};
use yew::prelude::*;

use super::reach::Reach;
use crate::timeline::painter::Spot;
use crate::timeline::{Eagerness, Gesture, Hand, Window};

/// How much one pixel of a wheel zooms.
const ZOOM_PER_PIXEL: f64 = 0.002;
/// Pixels in a line, for wheels that count in lines.
const LINE: f64 = 16.0;
/// The most that one turn of the wheel moves, in pixels.
const LONGEST_TURN: f64 = 240.0;

/// A turn of the wheel: sideways or with Shift it moves along the record, with Control it zooms; without either it zooms
/// where there is nothing to scroll.
pub(super) fn on_wheel(event: &WheelEvent, room: &HtmlElement, reach: &Reach) {
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { LINE };
    let turn = |delta: f64| (delta * unit).clamp(-LONGEST_TURN, LONGEST_TURN);
    let (across, along) = (turn(event.delta_x()), turn(event.delta_y()));
    let x = f64::from(event.client_x()) - room.get_bounding_client_rect().left();
    let Some((at, width)) = reach.painter.time_at(x) else { return };
    let sideways = if event.shift_key() && across == 0.0 { along } else { across };
    if event.shift_key() || across.abs() > along.abs() {
        if reach.window() != reach.whole() {
            event.prevent_default();
            reach.show(reach.window().panned(sideways / width, reach.whole()));
        }
    } else if event.ctrl_key() || event.meta_key() || !(scrolls(room) || page_scrolls()) {
        event.prevent_default();
        reach.zoom(at, Math::exp(along * ZOOM_PER_PIXEL));
    }
}

fn scrolls(element: &Element) -> bool {
    element.scroll_height() > element.client_height() + 1
}

fn page_scrolls() -> bool {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    root.is_some_and(|root| scrolls(&root))
}

/// A point in the lanes, from their upper left corner.
fn point(event: &PointerEvent) -> Option<(f64, f64)> {
    let heard: Element = event.target()?.dyn_into().ok()?;
    let room = heard.closest(".lanes").ok()??.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - room.left(), f64::from(event.client_y()) - room.top()))
}

/// What pointers do, as callbacks for the element that scrolls.
pub(super) struct Pointers {
    pub(super) down: Callback<PointerEvent>,
    pub(super) moved: Callback<PointerEvent>,
    pub(super) up: Callback<PointerEvent>,
    pub(super) lost: Callback<PointerEvent>,
}

/// What a pointer points at, with what it has done there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Pointed {
    /// It is over this, or over nothing.
    Over(Option<Spot>),
    /// It tapped on this.
    Tapped(Spot),
}

/// Listens to pointers.
#[hook]
pub(super) fn use_pointers(reach: &Rc<Reach>, on_point: Callback<Pointed>) -> Pointers {
    let hand = use_mut_ref(Hand::default);
    let act = {
        let reach = reach.clone();
        move |gesture: Gesture, y: f64| match gesture {
            Gesture::Nothing => None,
            Gesture::Scrub(x) => {
                let is_time = reach.painter.spot(x, y).is_none_or(|spot| spot.at.is_some());
                if let Some((at, _)) = reach.painter.time_at(x).filter(|_| is_time) {
                    reach.seek(at);
                }
                None
            }
            Gesture::Tap(x) => reach.painter.spot(x, y),
            Gesture::Spread { from, to } => {
                reach.show(spread(&reach, from, to)?);
                None
            }
        }
    };
    let down = {
        let (hand, act) = (hand.clone(), act.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((x, y)) = point(&event).filter(|_| event.button() == 0) else { return };
            let element: Element = event.target_unchecked_into();
            // A pointer that is gone already is not held.
            let _ = element.set_pointer_capture(event.pointer_id());
            let eagerness =
                if event.pointer_type() == "touch" { Eagerness::WhenMoved } else { Eagerness::AtOnce };
            let gesture = hand.borrow_mut().down(event.pointer_id(), x, eagerness);
            act(gesture, y);
        })
    };
    let moved = {
        let (hand, act, reach, on_point) = (hand.clone(), act.clone(), reach.clone(), on_point.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((x, y)) = point(&event) else { return };
            let (gesture, is_down) = {
                let mut hand = hand.borrow_mut();
                (hand.moved(event.pointer_id(), x), hand.is_down())
            };
            act(gesture, y);
            if !is_down && event.pointer_type() != "touch" {
                on_point.emit(Pointed::Over(reach.painter.spot(x, y)));
            }
        })
    };
    let up = {
        let (hand, on_point) = (hand.clone(), on_point);
        Callback::from(move |event: PointerEvent| {
            let Some((x, y)) = point(&event) else { return };
            let gesture = hand.borrow_mut().up(event.pointer_id(), x);
            if let Some(spot) = act(gesture, y) {
                on_point.emit(Pointed::Tapped(spot));
            }
        })
    };
    let lost = Callback::from(move |event: PointerEvent| hand.borrow_mut().lost(event.pointer_id()));
    Pointers { down, moved, up, lost }
}

/// The window in which the instants that were under two fingers are under them still.
fn spread(reach: &Reach, from: (f64, f64), to: (f64, f64)) -> Option<Window> {
    let middle = |(a, b): (f64, f64)| f64::midpoint(a, b);
    let (at, _) = reach.painter.time_at(middle(from))?;
    let factor = (from.0 - from.1).abs() / (to.0 - to.1).abs();
    let zoomed = reach.window().zoomed(at, factor, reach.whole());
    Some(zoomed.panned((middle(from) - middle(to)) / reach.painter.time_width()?, reach.whole()))
}
