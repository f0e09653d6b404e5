//! The lines between the nodes, beneath them.

use std::rc::Rc;

use yew::prelude::*;

use crate::decimals::tenths;
use crate::stage::doing::Doing;
use crate::stage::still::ServiceStill;
use crate::stage::{Density, Scene};
use crate::state_family::family_class;

/// How a service's lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EdgeLook {
    /// It runs and leaves the key alone.
    Calm,
    /// It does not run: nothing comes through.
    Off,
    /// The key holds a state of this family, which it will take.
    WillTake(&'static str),
    /// It works, and will set a state of this family.
    WillSet(&'static str),
}

impl EdgeLook {
    /// The look of `service`'s lines.
    pub(super) fn of(service: &ServiceStill) -> EdgeLook {
        match &service.doing {
            doing if !doing.is_running() => EdgeLook::Off,
            Doing::Working { next, .. } => EdgeLook::WillSet(family_class(next.as_str())),
            _ => match service.matching {
                Some(index) => EdgeLook::WillTake(family_class(service.allowed[index].as_str())),
                None => EdgeLook::Calm,
            },
        }
    }
}

/// The lines of these services.
pub(super) fn edges(scene: &Rc<Scene>, services: &[ServiceStill]) -> Html {
    let layout = &scene.layout;
    let arrows = layout.density != Density::Tile;
    let (width, height) = (tenths(layout.size.width), tenths(layout.size.height));
    let lines = |(slot, service): (usize, &ServiceStill)| {
        html! { <ServiceEdges {scene} {slot} look={EdgeLook::of(service)} /> }
    };
    html! {
        <svg class={classes!("edges", arrows.then_some("with-arrows"))} {width} {height} aria-hidden="true">
            <defs>
                <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9"
                    markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.6 7.4 4 0 7.4z" /></marker>
            </defs>
            <path class="edge publish" d={&scene.publish} />
            { for services.iter().enumerate().map(lines) }
        </svg>
    }
}

/// What a service's lines are made from.
#[derive(PartialEq, Properties)]
struct Props {
    scene: Rc<Scene>,
    /// Its place among the services.
    slot: usize,
    look: EdgeLook,
}

/// The lines of a service: a component, so that in a crowd only those are looked at that have changed.
#[component]
fn ServiceEdges(props: &Props) -> Html {
    let Some(lines) = props.scene.lines.get(props.slot) else { return Html::default() };
    let (read, write, result) = match props.look {
        EdgeLook::Calm => (CALM, CALM, CALM),
        EdgeLook::Off => (OFF, OFF, OFF),
        EdgeLook::WillTake(family) => (["is-lit", family], CALM, CALM),
        EdgeLook::WillSet(family) => (CALM, ["is-lit", family], CALM),
    };
    html! {
        <>
            { line("read", read, &lines.read) }
            { line("write", write, &lines.write) }
            { for lines.result.iter().map(|path| line("result", result, path)) }
        </>
    }
}

/// What is said of a line.
type Looks = [&'static str; 2];

const CALM: Looks = [""; 2];
const OFF: Looks = ["is-off", ""];

fn line(kind: &'static str, looks: Looks, path: &AttrValue) -> Html {
    html! { <path class={classes!("edge", kind, looks[0], looks[1])} d={path} /> }
}
