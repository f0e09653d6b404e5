//! The lanes in which two branches differ, those of one above those of the other, on one axis of time.

use std::rc::Rc;

use event_pattern::Time;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use super::differing::window;
use crate::decimals::thousandths;
use crate::hooks::{use_conductor, use_effect_always, use_effect_on};
use crate::run::{Intent, KeptBranch, Picture};
use crate::shell::SizeWatch;
use crate::state::Node;
use crate::texts::use_texts;
use crate::timeline::few::{Few, paint};
use crate::timeline::{Index, Lanes, Progress, SharedIndex};

/// So many entries are looked at in one go, at most.
const TAKEN_AT_ONCE: usize = 20_000;

/// What the lanes are made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The branch that it is compared with.
    pub kept: Rc<KeptBranch>,
    /// What both are called, the one that is shown first.
    pub names: [String; 2],
    /// Where they begin to differ.
    pub differ_at: Time,
    /// Whose lanes.
    pub nodes: Vec<Node>,
    /// Who did what in the run that is shown.
    pub index: SharedIndex,
}

/// The lanes of both.
#[component]
pub(super) fn SideBySide(props: &Props) -> Html {
    let texts = use_texts();
    let conductor = use_conductor();
    let Props { picture, kept, names, differ_at, nodes, index } = props;
    let (here, there, probe) = (use_node_ref(), use_node_ref(), use_node_ref());
    let other = use_mut_ref(Index::default);
    let progress = other.borrow_mut().take_in(&kept.trace, TAKEN_AT_ONCE);
    let again = use_force_update();
    let surroundings = use_redraws(&here, &probe);
    let end = picture.recorded_until.max(kept.recorded_until);
    let window = window(*differ_at, end);
    {
        let (here, there, probe) = (here.clone(), there.clone(), probe.clone());
        let lane_names = [texts.common.publisher, texts.common.broker];
        let (picture, kept, nodes, index) = (picture.clone(), kept.clone(), nodes.clone(), index.clone());
        // Time that passes in what is recorded changes nothing in these lanes.
        let drawn = (picture.trace.len(), kept.clone(), end, window, nodes.clone(), progress, surroundings);
        use_effect_on((drawn, texts.language), move |_| {
            let canvas =
                |canvas: NodeRef| canvas.cast::<HtmlCanvasElement>().zip(probe.cast::<HtmlElement>());
            let few = Few {
                trace: &picture.trace,
                view: &picture.view,
                index: &index.0.borrow(),
                nodes: &there_are(&picture.trace, &nodes),
                window,
                end: picture.recorded_until,
                names: lane_names,
            };
            if let Some((canvas, probe)) = canvas(here) {
                paint(&few, &canvas, &probe);
            }
            let few = Few {
                trace: &kept.trace,
                view: kept.trace.head(),
                index: &other.borrow(),
                nodes: &there_are(&kept.trace, &nodes),
                end: kept.recorded_until,
                ..few
            };
            if let Some((canvas, probe)) = canvas(there) {
                paint(&few, &canvas, &probe);
            }
        });
    }
    // A long branch is looked through in slices.
    use_effect_always(move || {
        let soon = (progress == Progress::More).then(|| Timeout::new(0, move || again.force_update()));
        move || drop(soon)
    });
    let onclick = {
        let (probe, end) = (probe.clone(), picture.recorded_until);
        move |event: MouseEvent| {
            let Some(share) = share_of(&event, &probe) else { return };
            // Looking at another place is never refused.
            let _ = conductor.tell(Intent::Seek(window.at(share).min(end)));
        }
    };
    let line = |class: &'static str, at: Time| {
        let style = ["--share:", &thousandths(window.share(at))].concat();
        window.holds(at).then(|| html! { <i {class} {style}></i> })
    };
    html! {
        <div class="pair" data-testid="branches-lanes" style={["--lanes:", &nodes.len().to_string()].concat()} aria-hidden="true" {onclick}>
            <p>{ &names[0] }</p>
            <div class="pair-lanes"><canvas ref={here}></canvas></div>
            <p>{ &names[1] }</p>
            <div class="pair-lanes is-lower"><canvas ref={there}></canvas></div>
            { for line("pair-differs", *differ_at) }
            { for line("pair-now", picture.view.place.at) }
            <i class="lanes-probe" ref={probe}></i>
        </div>
    }
}

/// Those of `nodes` that `trace` has a lane for.
fn there_are(trace: &event_pattern::Trace, nodes: &[Node]) -> Vec<Node> {
    let lanes = Lanes::of(trace);
    nodes.iter().copied().filter(|node| lanes.at(lanes.position(*node)) == Some(*node)).collect()
}

/// How far right of the names something was clicked, as a share of the time.
fn share_of(event: &MouseEvent, probe: &NodeRef) -> Option<f64> {
    let probe: HtmlElement = probe.cast()?;
    let room = probe.parent_element()?.get_bounding_client_rect();
    let (label, width) = (f64::from(probe.offset_width()), room.width());
    let inside = f64::from(event.client_x()) - room.left() - label;
    let share = inside / (width - label - crate::timeline::painter::EDGE).max(1.0);
    (share >= 0.0).then(|| share.min(1.0))
}

/// Counts the sizes and themes that there were: another one is drawn anew.
#[hook]
fn use_redraws(canvas: &NodeRef, probe: &NodeRef) -> u32 {
    let count = use_reducer_eq(Count::default);
    let next = count.dispatcher();
    use_effect_on((canvas.clone(), probe.clone()), move |(canvas, probe)| {
        let (canvas, probe) = (canvas.cast::<Element>(), probe.cast::<Element>());
        let sized = {
            let next = next.clone();
            SizeWatch::new(canvas.iter().chain(&probe), move || next.dispatch(()))
        };
        let themed =
            probe.map(|probe| EventListener::new(&probe, "transitionend", move |_| next.dispatch(())));
        move || drop((sized, themed))
    });
    count.0
}

/// How often something happened.
#[derive(Clone, Copy, Default, PartialEq)]
struct Count(u32);

impl Reducible for Count {
    type Action = ();

    fn reduce(self: Rc<Count>, (): ()) -> Rc<Count> {
        Rc::new(Count(self.0 + 1))
    }
}
