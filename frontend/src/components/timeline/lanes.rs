//! The lanes: two canvases above a region that scrolls and hears; a card that tells what is pointed at.

use std::rc::Rc;

use event_pattern::Time;
use event_pattern::trace::EntryId;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::Props;
use super::card::{Stays, Subject, Told, card, look_sentence};
use super::hand::{Pointed, Pointers, use_pointers};
use super::reach::{Reach, use_reach};
use super::room::{LaneRefs, use_room};
use super::walk::{Foot, Walked, is_for_lanes, walk};
use crate::components::lane_name::lane_name;
use crate::hooks::{use_conductor, use_dispatch, use_effect_on};
use crate::sentences::entry_sentence;
use crate::state::{Action, Node};
use crate::texts::{Texts, clock, fill, use_texts};
use crate::timeline::index::lane_of;
use crate::timeline::painter::Spot;
use crate::timeline::row::{Hit, HitAt};
use crate::timeline::{Lanes as LaneOrder, Shown, Stop};

/// The lanes.
#[component]
pub(super) fn Lanes(props: &Props) -> Html {
    let texts = use_texts();
    let refs = LaneRefs {
        scroller: use_node_ref(),
        film: use_node_ref(),
        now: use_node_ref(),
        probe: use_node_ref(),
    };
    let (conductor, dispatch) = (use_conductor(), use_dispatch());
    let reach = use_reach(props, conductor, dispatch);
    use_room(&refs, &reach);
    use_shown(props, &reach, texts);
    let told = use_state_eq(|| None::<Told>);
    let said = use_state_eq(String::new);
    let foot = use_state_eq(|| Foot { node: Node::Publisher, around: None, look: None });
    let on_point = {
        let (reach, told) = (reach.clone(), told.clone());
        Callback::from(move |pointed| {
            let is_over = matches!(pointed, Pointed::Over(_));
            let is_held = told.is_some_and(|told| told.stays == Stays::Held);
            point(pointed, &reach, |card| {
                if !(is_over && is_held) {
                    told.set(card);
                }
            });
        })
    };
    {
        // What is told of moves with the window, or out of it.
        let (reach, told) = (reach.clone(), told.clone());
        use_effect_on(props.window, move |_| {
            let held = told.filter(|told| told.stays == Stays::Held);
            told.set(held.and_then(|told| again(&reach, told.what)));
        });
    }
    {
        // What another branch has at the same place is something else.
        let told = told.setter();
        use_effect_on(props.picture.branch, move |_| told.set(None));
    }
    let Pointers { down, moved, up, lost } = use_pointers(&reach, on_point);
    let onpointerleave = {
        let (reach, told) = (reach.clone(), told.setter());
        move |event: PointerEvent| {
            reach.painter.hover(None);
            reach.conductor.repaint();
            // A finger leaves whatever it taps on.
            if event.pointer_type() != "touch" {
                told.set(None);
            }
        }
    };
    let onscroll = {
        let (reach, told) = (reach.clone(), told.setter());
        move |event: Event| {
            reach.painter.scroll_to(f64::from(event.target_unchecked_into::<HtmlElement>().scroll_top()));
            reach.conductor.repaint();
            told.set(None);
        }
    };
    let onkeydown = {
        let (reach, told, said, foot, scroller) =
            (reach.clone(), told.clone(), said.setter(), foot.clone(), refs.scroller.clone());
        move |event: KeyboardEvent| {
            // With Control, Alt or Command it is the browser's or the page's.
            let Some(walked) = Some(&event)
                .filter(|event| is_for_lanes(event))
                .and_then(|event| walk(&event.key(), *foot, &reach))
            else {
                return;
            };
            event.prevent_default();
            match walked {
                Walked::To(entry, around) => {
                    let picture = reach.picture();
                    let Some(found) = picture.trace.get(entry) else { return };
                    let node = lane_of(found);
                    foot.set(Foot { node, around: Some((around, Some(entry))), look: None });
                    bring_into_view(&scroller, node, found.at, &reach);
                    reach.choose(Some(entry));
                    said.set(spoken(texts, &reach, entry));
                    told.set(again(&reach, Subject::Entry(entry, 1)));
                }
                Walked::ToLook(service, at) => {
                    let node = Node::Service(service);
                    foot.set(Foot { node, around: Some((at, None)), look: Some(at) });
                    bring_into_view(&scroller, node, at, &reach);
                    reach.choose(None);
                    said.set(
                        [clock(at), look_sentence(texts, &reach.picture(), service, at).text()].join(" "),
                    );
                    told.set(again(&reach, Subject::Look(service, at)));
                }
                Walked::ToEmpty(node) => {
                    foot.set(Foot { node, look: None, ..*foot });
                    scroll_to(&scroller, node, &reach);
                    said.set(fill(
                        texts.timeline.nothing_in_lane,
                        &[("who", &lane_name(texts, &reach.picture(), node))],
                    ));
                    told.set(None);
                }
                Walked::Nowhere => said.set(texts.timeline.nothing_further.to_owned()),
                Walked::Away => told.set(None),
                Walked::Why => {
                    if let Some(entry) = reach.chosen() {
                        reach.tell_why(entry);
                    }
                }
                Walked::Stayed => told.set(None),
            }
        }
    };
    let onblur = {
        let told = told.setter();
        move |_: FocusEvent| told.set(None)
    };
    let on_why = {
        let (reach, told) = (reach.clone(), told.setter());
        Callback::from(move |entry| {
            told.set(None);
            reach.tell_why(entry);
        })
    };
    html! {
        <div class="lanes-room" {onpointerleave}>
            <div class="lanes-scroller" ref={refs.scroller} {onscroll} onpointerdown={down} onpointermove={moved}
                onpointerup={up} onpointercancel={lost}>
                <div class="lanes-content" data-testid="lanes" tabindex="0" role="application" aria-label={texts.timeline.lanes}
                    aria-describedby="lanes-keys" {onkeydown} {onblur}></div>
            </div>
            <canvas ref={refs.film} aria-hidden="true"></canvas>
            <canvas ref={refs.now} aria-hidden="true"></canvas>
            <i class="lanes-probe" ref={refs.probe} aria-hidden="true"></i>
            <span id="lanes-keys" hidden=true>{ texts.timeline.keys }</span>
            <span class="visually-hidden" role="status" data-testid="lanes-said">{ &*said }</span>
            if let Some(told) = *told {
                { card(texts, &props.picture, told, on_why) }
            }
        </div>
    }
}

/// Keeps the painter in step with what is shown.
#[hook]
fn use_shown(props: &Props, reach: &Rc<Reach>, texts: &'static Texts) {
    let shown = Shown {
        window: props.window,
        recorded_until: props.picture.recorded_until,
        selected: props.selected,
        chosen: props.chosen,
        names: [texts.common.publisher, texts.common.broker],
        stops: props.picture.breakpoints.iter().map(Stop::of).collect(),
        looped: props.picture.looped,
        edition: props.index.0.borrow().edition(),
        indexed: props.index.0.borrow().taken().min(props.picture.trace.len()),
    };
    let playing = props.picture.playing;
    let reach = reach.clone();
    use_effect_on(shown, move |shown| {
        // While time runs the next frame is on its way.
        if reach.painter.show(shown.clone()) && !playing {
            reach.conductor.repaint();
        }
    });
}

/// What a pointer does: it is told of what it is over, and goes to what it taps on.
fn point(pointed: Pointed, reach: &Reach, tell: impl Fn(Option<Told>)) {
    match pointed {
        Pointed::Over(spot) => {
            let found = spot.and_then(|spot| subject(reach, spot));
            reach.painter.hover(found.map(|(node, _, x, _)| (node, x)));
            if !reach.picture().playing {
                reach.conductor.repaint();
            }
            tell(found.and_then(|(_, what, x, top)| told(reach, what, x, top, Stays::WhileOver)));
        }
        Pointed::Tapped(spot) => match (spot.at, subject(reach, spot)) {
            (None, _) => reach.dispatch.dispatch(Action::Select(Some(spot.node))),
            (Some(_), Some((_, what, x, top))) => {
                match (what, spot.hit) {
                    (Subject::Entry(entry, _), Some(Hit { at: HitAt::Mark, .. })) => reach.go_to(entry),
                    (Subject::Look(_, at), _) => reach.seek(at),
                    _ => {}
                }
                let entry = if let Subject::Entry(entry, _) = what { Some(entry) } else { None };
                reach.choose(entry);
                tell(told(reach, what, x, top, Stays::Held));
            }
            (Some(_), None) => {
                reach.choose(None);
                tell(None);
            }
        },
    }
}

/// What is at a spot, where it is, and the upper edge of its lane.
fn subject(reach: &Reach, spot: Spot) -> Option<(Node, Subject, f64, f64)> {
    let look = spot.look.and_then(|at| Some((spot.node.actor()?.service()?, at)));
    if let Some((service, at)) = look
        && let Some((x, _)) = reach.painter.place_in(spot.node, at, reach.window())
    {
        return Some((spot.node, Subject::Look(service, at), x, spot.top));
    }
    let hit = spot.hit?;
    Some((spot.node, Subject::Entry(hit.entry, hit.stands_for), hit.x, spot.top))
}

/// A card about what is seen at `x` in the lane with this upper edge.
fn told(reach: &Reach, what: Subject, x: f64, top: f64, stays: Stays) -> Option<Told> {
    let (_, width) = reach.painter.time_at(x)?;
    let (height, _) = reach.painter.size()?;
    let share = (x / width.max(1.0)).clamp(0.0, 1.0);
    Some(Told { what, share, above: height - top.max(0.0) + 4.0, stays })
}

/// A card about what it tells already, wherever that is seen now.
fn again(reach: &Reach, what: Subject) -> Option<Told> {
    let picture = reach.picture();
    let (node, at) = match what {
        Subject::Entry(entry, _) => picture.trace.get(entry).map(|entry| (lane_of(entry), entry.at))?,
        Subject::Look(service, at) => (Node::Service(service), at),
    };
    let (x, top) = reach.painter.place_in(node, at, reach.window())?;
    told(reach, what, x, top, Stays::Held)
}

/// Shows an instant of a lane, where it is not seen.
fn bring_into_view(scroller: &NodeRef, node: Node, at: Time, reach: &Reach) {
    let window = reach.window();
    if !window.holds(at) {
        reach.show(window.holding(at));
    }
    scroll_to(scroller, node, reach);
}

/// Scrolls as far as is needed to see a lane.
fn scroll_to(scroller: &NodeRef, node: Node, reach: &Reach) {
    let Some((scroller, (pitch, _))) = scroller.cast::<HtmlElement>().zip(reach.painter.heights()) else {
        return;
    };
    let top = LaneOrder::of(&reach.picture().trace).position(node) as f64 * pitch;
    let (from, seen) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
    let to = from.max((top + pitch - seen).max(0.0)).min(top);
    scroller.set_scroll_top(to as i32);
    reach.painter.scroll_to(to);
}

fn spoken(texts: &Texts, reach: &Reach, entry: EntryId) -> String {
    let picture = reach.picture();
    let at = picture.trace.get(entry).map_or_else(String::new, |entry| clock(entry.at));
    let sentence =
        entry_sentence(texts, &picture.trace, entry).map_or_else(String::new, |sentence| sentence.text());
    [at, sentence].join(" ")
}
