//! The lines between the nodes, beneath them.

use std::rc::Rc;

use yew::prelude::*;

use crate::decimals::tenths;
use crate::stage::doing::Doing;
use crate::stage::route::Route;
use crate::stage::still::ServiceStill;
use crate::stage::{Density, Layout};
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

/// What the lines are made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// Where everything lies.
    pub layout: Rc<Layout>,
    /// How the services' lines look, in their order.
    pub looks: Vec<EdgeLook>,
}

/// A service's paths as SVG writes them: reading, writing, result.
type Paths = (AttrValue, AttrValue, Option<AttrValue>);

/// The lines.
#[component]
pub(super) fn Edges(props: &Props) -> Html {
    let layout = &props.layout;
    let paths = use_memo(layout.clone(), |layout| {
        let path = |route: &Route| AttrValue::from(route.to_svg());
        let of = |placed: &crate::stage::Placed| -> Paths {
            let routes = &placed.routes;
            (path(&routes.read), path(&routes.write), routes.result.as_ref().map(path))
        };
        (path(&layout.publish), layout.services.iter().map(of).collect::<Vec<Paths>>())
    });
    let (publish, services) = (&paths.0, &paths.1);
    let arrows = layout.density != Density::Tile;
    let (width, height) = (tenths(layout.size.width), tenths(layout.size.height));
    html! {
        <svg class={classes!("edges", arrows.then_some("with-arrows"))} {width} {height} aria-hidden="true">
            <defs>
                <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9"
                    markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.6 7.4 4 0 7.4z" /></marker>
            </defs>
            <path class="edge publish" d={publish} />
            { for services.iter().zip(&props.looks).map(|(paths, look)| html! { <ServiceEdges paths={paths.clone()} look={*look} /> }) }
        </svg>
    }
}

/// What a service's lines are made from.
#[derive(PartialEq, Properties)]
struct ServiceProps {
    paths: Paths,
    look: EdgeLook,
}

/// The lines of a service: a component, so that in a crowd only those are looked at that have changed.
#[component]
fn ServiceEdges(props: &ServiceProps) -> Html {
    let ServiceProps { paths: (read, write, result), look } = props;
    let (read_look, write_look) = match *look {
        EdgeLook::Calm => (classes!(), classes!()),
        EdgeLook::Off => (classes!("is-off"), classes!("is-off")),
        EdgeLook::WillTake(family) => (classes!("is-lit", family), classes!()),
        EdgeLook::WillSet(family) => (classes!(), classes!("is-lit", family)),
    };
    html! {
        <>
            <path class={classes!("edge", "read", read_look)} d={read} />
            <path class={classes!("edge", "write", write_look.clone())} d={write} />
            if let Some(result) = result {
                <path class={classes!("edge", "result", (*look == EdgeLook::Off).then_some("is-off"))} d={result} />
            }
        </>
    }
}
