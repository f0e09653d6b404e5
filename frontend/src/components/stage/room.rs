//! The room that the stage has, and the painter's life: from the canvas's appearance to its end.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use super::Backstage;
use super::known::{Found, Known};
use crate::hooks::use_effect_on;
use crate::shell::{SizeWatch, document};
use crate::stage::{Motion, Size, Spread};

/// The room that the stage has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    pub(super) size: Size,
    pub(super) spread: Spread,
}

impl Room {
    /// The room on a usual screen: until the real one is measured, and where there is no browser.
    pub(super) const USUAL: Room = Room { size: Size::new(1164.0, 660.0), spread: Spread::Wide };
}

/// Measures the stage's room, and keeps the painter in step with size, theme and frames.
#[hook]
pub(super) fn use_room(backstage: &Rc<Backstage>, dispatcher: &UseReducerDispatcher<Known>) {
    let (backstage, dispatcher) = (backstage.clone(), dispatcher.clone());
    use_effect_on((), move |()| {
        let attention = attend(&backstage, dispatcher);
        move || {
            drop(attention);
            backstage.painter.put_away();
        }
    });
}

/// Sets the painter up, as soon as the sizes are known: that takes long, and whoever clicks at once need not wait for it.
/// What is given back ends its work when it is dropped.
fn attend(backstage: &Rc<Backstage>, dispatcher: UseReducerDispatcher<Known>) -> Option<impl Sized + use<>> {
    let sizer = backstage.sizer.cast::<Element>()?;
    let canvas = backstage.canvas.cast::<HtmlCanvasElement>()?;
    let probe = backstage.probe.cast::<HtmlElement>()?;
    let watched = [sizer.clone(), Element::from(canvas.clone())];
    // Whatever changes the colours (a choice, the system, its own colours) moves the probe's border colour over.
    let theme = {
        let backstage = backstage.clone();
        EventListener::new(&probe, "transitionend", move |_| {
            backstage.painter.recolour();
            backstage.conductor.repaint();
        })
    };
    let frames = {
        let painting = backstage.clone();
        backstage.conductor.subscribe(move |frame| {
            let motion = if document::shows_less_motion() { Motion::Less } else { Motion::Full };
            painting.painter.paint(frame, motion);
        })
    };
    let sizes = {
        let backstage = backstage.clone();
        let mut parts = Some((canvas, probe));
        SizeWatch::new(&watched, move || {
            dispatcher.dispatch(Found::Room(measure(&sizer)));
            match parts.take() {
                Some((canvas, probe)) => backstage.painter.set_up(canvas, probe),
                None => backstage.painter.resize(),
            }
            backstage.conductor.repaint();
        })
    };
    Some((sizes, theme, frames))
}

fn measure(sizer: &Element) -> Room {
    let size = Size::new(f64::from(sizer.client_width()), f64::from(sizer.client_height()));
    // The style sheet knows where the page goes on beneath the stage.
    let style = web_sys::window().and_then(|window| window.get_computed_style(sizer).ok().flatten());
    let spread = style.and_then(|style| style.get_property_value("--spread").ok());
    let spread =
        if spread.is_some_and(|spread| spread.trim() == "close") { Spread::Close } else { Spread::Wide };
    Room { size, spread }
}
