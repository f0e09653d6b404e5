//! The stage: the graph of publisher, broker, services and receiver, with messages in flight above it.

#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests;
mod edges;
mod hubs;
mod node;
mod nodes;
mod room;
mod service;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod turns;

use std::rc::Rc;

use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::decimals::tenths;
use crate::hooks::use_conductor;
use crate::run::Picture;
use crate::stage::layout::MOST_DRAWN;
use crate::stage::still::{ServiceStill, cast};
use crate::stage::walk::Walk;
use crate::stage::words::Clock;
use crate::stage::{Layout, Painter, Point, Slots};
use crate::state::Node;
use crate::texts::{fill, use_texts};
use edges::{EdgeLook, Edges};
use nodes::{NodesProps, order, places};
use room::{Room, StageRefs, use_room};
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

/// The graph.
#[component]
pub fn Stage(props: &Props) -> Html {
    let texts = use_texts();
    let conductor = use_conductor();
    let refs = StageRefs {
        sizer: use_node_ref(),
        scroller: use_node_ref(),
        canvas: use_node_ref(),
        probe: use_node_ref(),
    };
    let painter = (*use_memo((), |()| Painter::default())).clone();
    let measured = use_room(&refs, &painter, &conductor);
    let room = measured.unwrap_or(Room::USUAL);
    // The nodes take their places after the stage itself, on a busy machine a frame later: until then none is shown.
    let are_placed = use_state_eq(|| false);
    use_effect_with(measured.is_some(), {
        let are_placed = are_placed.setter();
        move |known| are_placed.set(*known)
    });
    let current = use_state_eq(|| props.selected.unwrap_or(Node::Publisher));

    let picture = &props.picture;
    let clock = if picture.playing { Clock::Running } else { Clock::Paused };
    let chosen = props.selected.and_then(|node| node.actor()?.service());
    let turns = use_mut_ref(Turns::default);
    let mut turns = turns.borrow_mut();
    let services = turns.follow(
        ServiceStill::all(picture, MOST_DRAWN),
        (picture.run, picture.view.place.at),
        clock,
        chosen,
    );
    let layout =
        use_memo((cast(picture, services), room), |(cast, room)| Layout::of(cast, room.size, room.spread));
    let slots = use_memo(services.iter().map(|service| service.id).collect::<Vec<_>>(), |ids| {
        let mut slots = Slots::default();
        for (slot, id) in ids.iter().enumerate() {
            slots.0.resize((id.index() + 1).max(slots.0.len()), None);
            slots.0[id.index()] = Some(slot);
        }
        slots
    });
    {
        let (painter, conductor) = (painter.clone(), conductor.clone());
        use_effect_with((layout.clone(), slots), move |(layout, slots)| {
            painter.lay_out(layout.clone(), slots.clone());
            conductor.repaint();
        });
    }

    let order = order(&layout, services);
    let tab_stop = Some(*current).filter(|node| order.contains(node)).unwrap_or(Node::Publisher);
    let onkeydown = walker(&refs.scroller, &order, &layout, tab_stop);
    let onfocusin = follow_focus(&refs.scroller, &order, current.setter());
    let onscroll = {
        let (painter, conductor) = (painter, conductor);
        Callback::from(move |event: Event| {
            let scroller: HtmlElement = event.target_unchecked_into();
            painter
                .scroll_to(Point::new(f64::from(scroller.scroll_left()), f64::from(scroller.scroll_top())));
            conductor.repaint();
        })
    };
    let looks: Vec<EdgeLook> = services.iter().map(EdgeLook::of).collect();
    let left_out = picture.view.present().count() - services.len();
    let (width, height) = (tenths(layout.size.width), tenths(layout.size.height));
    let (letter, ring) = (tenths(layout.letter), tenths(layout.ring));
    let content = format!("width:{width}px;height:{height}px;font-size:{letter}px;--ring:{ring}px");
    let nodes = NodesProps {
        texts,
        picture,
        services,
        clock,
        layout: &layout,
        tab_stop,
        selected: props.selected,
        on_select: &props.on_select,
    };
    html! {
        <section class="stage" style={format!("--content:{height}px")}
            data-density={layout.density.name()} data-arrangement={layout.arrangement.name()}>
            <div class="stage-room" ref={refs.sizer} aria-hidden="true"></div>
            <div class="stage-scroller" ref={refs.scroller} {onscroll}>
                <div class={classes!("stage-content", (!*are_placed).then_some("not-placed"))} style={content} role="group" aria-label={texts.stage.graph}
                    aria-describedby="graph-keys" {onkeydown} {onfocusin}>
                    <Edges layout={layout.clone()} {looks} />
                    { nodes::nodes(nodes) }
                </div>
            </div>
            if left_out > 0 {
                <p class="stage-note">{ fill(texts.stage.not_drawn, &[("count", &texts.number(left_out as u64))]) }</p>
            }
            <canvas class="stage-canvas" ref={refs.canvas} aria-hidden="true"></canvas>
            <i class="stage-probe" ref={refs.probe} aria-hidden="true"></i>
            <span id="graph-keys" hidden=true>{ texts.stage.graph_keys }</span>
        </section>
    }
}

/// The graph's buttons, in reading order.
fn buttons(scroller: &NodeRef) -> Option<web_sys::NodeList> {
    scroller.cast::<HtmlElement>()?.query_selector_all("button.node").ok()
}

/// Moves the focus with the arrow keys.
fn walker(
    scroller: &NodeRef,
    order: &[Node],
    layout: &Rc<Layout>,
    tab_stop: Node,
) -> Callback<KeyboardEvent> {
    let (scroller, layout) = (scroller.clone(), layout.clone());
    let from = order.iter().position(|node| *node == tab_stop).unwrap_or(0);
    Callback::from(move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
        let Some(walk) = Walk::by_key(&event.key()).filter(|_| !modified) else { return };
        event.prevent_default();
        event.stop_propagation();
        let to = walk.from(from, &places(&layout));
        let button = buttons(&scroller).and_then(|all| all.item(u32::try_from(to).ok()?));
        if let Some(button) =
            button.and_then(|button| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(button).ok())
        {
            // An element that is gone cannot be focused; the next key finds its neighbours.
            let _ = button.focus();
        }
    })
}

/// Makes the node that has the focus the graph's tab stop.
fn follow_focus(scroller: &NodeRef, order: &[Node], current: UseStateSetter<Node>) -> Callback<FocusEvent> {
    let (scroller, order) = (scroller.clone(), order.to_vec());
    Callback::from(move |event: FocusEvent| {
        let focused =
            event.target().and_then(|target| wasm_bindgen::JsCast::dyn_into::<web_sys::Node>(target).ok());
        let Some(all) = buttons(&scroller) else { return };
        let index = (0..all.length()).find(|&index| all.item(index) == focused);
        if let Some(node) = index.and_then(|index| order.get(index as usize)) {
            current.set(*node);
        }
    })
}
