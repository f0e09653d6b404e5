//! The stage: the graph of publisher, broker, services and receiver, with messages in flight above it.

#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests;
mod edges;
mod held;
mod hubs;
mod known;
mod node;
mod nodes;
mod room;
mod service;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod turns;

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::decimals::tenths;
use crate::hooks::{use_conductor, use_effect_on};
use crate::run::Picture;
use crate::shell::Conductor;
use crate::stage::layout::MOST_DRAWN;
use crate::stage::still::{ServiceStill, cast};
use crate::stage::walk::Walk;
use crate::stage::words::Clock;
use crate::stage::{Layout, Painter, Point, Scene};
use crate::state::Node;
use crate::texts::{fill, use_texts};
use edges::edges;
pub use held::Held;
use known::{Found, Known};
use nodes::{NodesProps, order, places};
use room::{Room, use_room};
use turns::Turns;

/// What the stage is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The node that is selected.
    pub selected: Option<Node>,
    /// A node was selected, or the selection was taken back.
    pub on_select: Callback<Option<Node>>,
}

/// What stays as long as the stage does.
struct Backstage {
    /// As large as the room for the graph, whatever the graph's own size.
    sizer: NodeRef,
    /// Holds the graph, and scrolls where it is larger than the room.
    scroller: NodeRef,
    /// Lies above the graph.
    canvas: NodeRef,
    /// Is never seen; tells the theme's colours, and when they change.
    probe: NodeRef,
    painter: Painter,
    turns: RefCell<Turns>,
    conductor: Conductor,
}

/// The graph.
#[component]
pub fn Stage(props: &Props) -> Html {
    let texts = use_texts();
    let conductor = use_conductor();
    let backstage = use_memo((), |()| Backstage {
        sizer: NodeRef::default(),
        scroller: NodeRef::default(),
        canvas: NodeRef::default(),
        probe: NodeRef::default(),
        painter: Painter::default(),
        turns: RefCell::default(),
        conductor,
    });
    let selected = props.selected;
    let known = use_reducer_eq(move || Known {
        room: None,
        are_placed: false,
        current: selected.unwrap_or(Node::Publisher),
    });
    let dispatcher = known.dispatcher();
    let Known { room, are_placed, current } = *known;
    use_room(&backstage, &dispatcher);

    let picture = &props.picture;
    let clock = if picture.playing { Clock::Running } else { Clock::Paused };
    let chosen = selected.and_then(|node| node.actor()?.service());
    let mut turns = backstage.turns.borrow_mut();
    let services = turns.follow(
        ServiceStill::all(picture, MOST_DRAWN),
        (picture.run, picture.view.place.at),
        clock,
        chosen,
    );
    let ids = services.iter().map(|service| service.id).collect::<Vec<_>>();
    let scene = use_memo((cast(picture, services), room.unwrap_or(Room::USUAL), ids), |(cast, room, ids)| {
        Scene::new(Layout::of(cast, room.size, room.spread), ids)
    });
    let layout = &scene.layout;
    {
        let (backstage, dispatcher) = (backstage.clone(), dispatcher.clone());
        use_effect_on((scene.clone(), room.is_some()), move |(scene, is_measured)| {
            backstage.painter.lay_out(scene.clone());
            backstage.conductor.repaint();
            if *is_measured {
                dispatcher.dispatch(Found::Placed);
            }
        });
    }

    let order = order(layout, services);
    let tab_stop = Some(current).filter(|node| order.contains(node)).unwrap_or(Node::Publisher);
    let onkeydown = walker(&backstage, &order, &scene, tab_stop);
    let onfocusin = follow_focus(&backstage, &order, dispatcher);
    let onscroll = {
        let backstage = backstage.clone();
        Callback::from(move |event: Event| {
            let scroller: HtmlElement = event.target_unchecked_into();
            let scrolled = Point::new(f64::from(scroller.scroll_left()), f64::from(scroller.scroll_top()));
            backstage.painter.scroll_to(scrolled);
            backstage.conductor.repaint();
        })
    };
    let left_out = picture.view.present().count() - services.len();
    let (width, height) = (tenths(layout.size.width), tenths(layout.size.height));
    let (letter, ring) = (tenths(layout.letter), tenths(layout.ring));
    let content = format!("width:{width}px;height:{height}px;font-size:{letter}px;--ring:{ring}px");
    let nodes = NodesProps {
        texts,
        picture,
        services,
        clock,
        layout,
        tab_stop,
        selected,
        on_select: &props.on_select,
    };
    html! {
        <section class="stage" style={format!("--content:{height}px")}
            data-density={layout.density.name()} data-arrangement={layout.arrangement.name()}>
            <div class="stage-room" ref={&backstage.sizer} aria-hidden="true"></div>
            <div class="stage-scroller" ref={&backstage.scroller} {onscroll}>
                <div class={classes!("stage-content", (!are_placed).then_some("not-placed"))} style={content} role="group" aria-label={texts.stage.graph}
                    aria-describedby="graph-keys" {onkeydown} {onfocusin}>
                    { edges(&scene, services) }
                    { nodes::nodes(nodes) }
                </div>
            </div>
            if left_out > 0 {
                <p class="stage-note">{ fill(texts.stage.not_drawn, &[("count", &texts.number(left_out as u64))]) }</p>
            }
            <canvas class="stage-canvas" ref={&backstage.canvas} aria-hidden="true"></canvas>
            <i class="stage-probe" ref={&backstage.probe} aria-hidden="true"></i>
            <span id="graph-keys" hidden=true>{ texts.stage.graph_keys }</span>
        </section>
    }
}

/// The graph's buttons, in reading order.
fn buttons(backstage: &Backstage) -> Option<web_sys::NodeList> {
    backstage.scroller.cast::<HtmlElement>()?.query_selector_all("button.node").ok()
}

/// Moves the focus with the arrow keys.
fn walker(
    backstage: &Rc<Backstage>,
    order: &[Node],
    scene: &Rc<Scene>,
    tab_stop: Node,
) -> Callback<KeyboardEvent> {
    let (backstage, scene) = (backstage.clone(), scene.clone());
    let from = order.iter().position(|node| *node == tab_stop).unwrap_or(0);
    Callback::from(move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
        let Some(walk) = Walk::by_key(&event.key()).filter(|_| !modified) else { return };
        event.prevent_default();
        event.stop_propagation();
        let to = walk.from(from, &places(&scene.layout));
        let button = buttons(&backstage).and_then(|all| all.item(u32::try_from(to).ok()?));
        if let Some(button) =
            button.and_then(|button| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(button).ok())
        {
            // An element that is gone cannot be focused; the next key finds its neighbours.
            let _ = button.focus();
        }
    })
}

/// Makes the node that has the focus the graph's tab stop.
fn follow_focus(
    backstage: &Rc<Backstage>,
    order: &[Node],
    dispatcher: UseReducerDispatcher<Known>,
) -> Callback<FocusEvent> {
    let (backstage, order) = (backstage.clone(), order.to_vec());
    Callback::from(move |event: FocusEvent| {
        let focused =
            event.target().and_then(|target| wasm_bindgen::JsCast::dyn_into::<web_sys::Node>(target).ok());
        let Some(all) = buttons(&backstage) else { return };
        let index = (0..all.length()).find(|&index| all.item(index) == focused);
        if let Some(node) = index.and_then(|index| order.get(index as usize)) {
            dispatcher.dispatch(Found::Focused(*node));
        }
    })
}
