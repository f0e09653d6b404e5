//! The room that the stage has, and the painter's life: from the canvas's appearance to its end.

use gloo_events::EventListener;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::shell::{Conductor, SizeWatch, document};
use crate::stage::{Motion, Painter, Size, Spread};

/// The stage's elements.
#[derive(Clone, PartialEq)]
pub(super) struct StageRefs {
    /// As large as the room for the graph, whatever the graph's own size.
    pub(super) sizer: NodeRef,
    /// Holds the graph, and scrolls where it is larger than the room.
    pub(super) scroller: NodeRef,
    /// Lies above the graph.
    pub(super) canvas: NodeRef,
    /// Is never seen; tells the theme's colours, and when they change.
    pub(super) probe: NodeRef,
}

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

/// Measures the stage's room, and keeps the painter in step with size, theme and frames. Nothing is given back until
/// the room was measured: what is painted before that would be seen to jump.
#[hook]
pub(super) fn use_room(refs: &StageRefs, painter: &Painter, conductor: &Conductor) -> Option<Room> {
    let room = use_state_eq(|| None);
    let set_room = room.setter();
    use_effect_with((refs.clone(), painter.clone(), conductor.clone()), move |(refs, painter, conductor)| {
        let parts = (refs.sizer.cast::<Element>(), refs.canvas.cast(), refs.probe.cast::<HtmlElement>());
        let kept = parts
            .0
            .zip(parts.1)
            .zip(parts.2)
            .map(|((sizer, canvas), probe)| attend(sizer, canvas, probe, painter, conductor, set_room));
        let painter = painter.clone();
        move || {
            drop(kept);
            painter.put_away();
        }
    });
    *room
}

/// Sets the painter up, as soon as the sizes are known: that takes long, and whoever clicks at once need not wait for it.
/// What is given back ends its work when it is dropped.
fn attend(
    sizer: Element,
    canvas: HtmlCanvasElement,
    probe: HtmlElement,
    painter: &Painter,
    conductor: &Conductor,
    set_room: UseStateSetter<Option<Room>>,
) -> impl Sized + use<> {
    let watched = [sizer.clone(), Element::from(canvas.clone())];
    let sizes = {
        let (painter, conductor) = (painter.clone(), conductor.clone());
        let mut parts = Some((canvas, probe.clone()));
        SizeWatch::new(&watched, move || {
            set_room.set(Some(measure(&sizer)));
            match parts.take() {
                Some((canvas, probe)) => painter.set_up(canvas, probe),
                None => painter.resize(),
            }
            conductor.repaint();
        })
    };
    // Whatever changes the colours (a choice, the system, its own colours) moves the probe's border colour over.
    let theme = {
        let (painter, conductor) = (painter.clone(), conductor.clone());
        EventListener::new(&probe, "transitionend", move |_| {
            painter.recolour();
            conductor.repaint();
        })
    };
    let frames = {
        let painter = painter.clone();
        conductor.subscribe(move |frame| {
            let motion = if document::shows_less_motion() { Motion::Less } else { Motion::Full };
            painter.paint(frame, motion);
        })
    };
    (sizes, theme, frames)
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
