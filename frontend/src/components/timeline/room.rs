//! The painter's life: from the canvases' appearance to their end.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, WheelEvent};
use yew::prelude::*;

use super::hand::on_wheel;
use super::reach::Reach;
use crate::hooks::use_effect_on;
use crate::shell::SizeWatch;
use crate::timeline::painter::Parts;

/// The elements of the lanes.
#[derive(Clone, PartialEq)]
pub(super) struct LaneRefs {
    /// Scrolls the lanes.
    pub(super) scroller: NodeRef,
    /// The canvas of what happened.
    pub(super) film: NodeRef,
    /// The canvas of the place that is looked at.
    pub(super) now: NodeRef,
    /// Is never seen; tells sizes and colours.
    pub(super) probe: NodeRef,
}

/// Keeps the painter in step with size, theme and frames, and hears the wheel.
#[hook]
pub(super) fn use_room(refs: &LaneRefs, reach: &Rc<Reach>) {
    use_effect_on((refs.clone(), reach.clone()), |(refs, reach)| {
        let kept = attend(refs, reach);
        let reach = reach.clone();
        move || {
            drop(kept);
            reach.painter.put_away();
        }
    });
}

fn attend(refs: &LaneRefs, reach: &Rc<Reach>) -> Option<impl Sized + use<>> {
    let probe: HtmlElement = refs.probe.cast()?;
    let room: HtmlElement = refs.scroller.cast()?;
    let parts =
        Parts { film: refs.film.cast()?, now: refs.now.cast()?, probe: probe.clone(), room: room.clone() };
    let watched =
        [Element::from(parts.film.clone()), Element::from(room.clone()), Element::from(probe.clone())];
    let sizes = {
        let reach = reach.clone();
        // Once the sizes are known: it takes long, and whoever clicks at once need not wait for it.
        let mut parts = Some(parts);
        SizeWatch::new(&watched, move || {
            match parts.take() {
                Some(parts) => reach.painter.set_up(parts, &reach.index),
                None => reach.painter.resize(),
            }
            reach.conductor.repaint();
        })
    };
    let theme = {
        let reach = reach.clone();
        EventListener::new(&probe, "transitionend", move |_| {
            reach.painter.recolour();
            reach.conductor.repaint();
        })
    };
    let wheel = {
        let (reach, room) = (reach.clone(), room.clone());
        // Not passive: what zooms the lanes must not zoom the page as well.
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&room.clone(), "wheel", options, move |event| {
            on_wheel(event.unchecked_ref::<WheelEvent>(), &room, &reach);
        })
    };
    let frames = {
        let painter = reach.painter.clone();
        reach.conductor.subscribe(move |frame| painter.paint(frame))
    };
    Some((sizes, theme, wheel, frames))
}
