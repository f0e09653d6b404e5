//! The tab of charts: the numbers of the run over the part of the record that the timeline shows.

mod figure;
mod reader;
mod table;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod words;

use event_pattern::Time;
use event_pattern::trace::ServiceId;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::Props;
use crate::charts::{Chart, Kind, Reading, Readings};
use crate::hooks::{use_conductor, use_effect_always};
use crate::run::{Intent, Picture};
use crate::shell::clipboard::Copied;
use crate::shell::now_ms;
use crate::texts::use_texts;
use crate::timeline::Window;
use figure::{Hand, figure};
use reader::reader;

/// How long readings are taken at once, in milliseconds: the rest comes right after what waits.
const SLICE_MS: f64 = 5.0;

/// What all charts are made from.
struct Shown<'a> {
    picture: &'a Picture,
    window: Window,
    readings: &'a [Reading],
    /// The services that are drawn one by one.
    services: Vec<ServiceId>,
    /// The numbers at the instant that is read.
    read: Reading,
}

/// The tab's content.
pub(super) fn tab(props: &Props) -> Html {
    html! { <Charts ..props.clone() /> }
}

/// All charts.
#[component]
fn Charts(props: &Props) -> Html {
    let texts = use_texts();
    let conductor = use_conductor();
    let readings = use_mut_ref(Readings::default);
    let again = use_force_update();
    // The instant that is pointed at; none for the place that is looked at.
    let pointed = use_state_eq(|| None::<Time>);
    let open = use_state_eq(|| None::<Kind>);
    let copied = use_state_eq(|| None::<Copied>);
    let Props { picture, window, .. } = props;
    {
        let mut readings = readings.borrow_mut();
        readings.follow(picture, *window);
        let until = now_ms() + SLICE_MS;
        readings.take(|| now_ms() < until);
    }
    let behind = readings.borrow().is_behind();
    use_effect_always(move || {
        let soon = behind.then(|| Timeout::new(0, move || again.force_update()));
        move || drop(soon)
    });
    let hand = {
        let (setter, end) = (pointed.setter(), picture.recorded_until);
        Hand {
            on_point: Callback::from(move |at| setter.set(at)),
            on_go: Callback::from(move |at: Time| {
                // Looking at another place is never refused.
                let _ = conductor.tell(Intent::Seek(at.min(end)));
            }),
            on_table: {
                let (open, copied) = (open.clone(), copied.setter());
                Callback::from(move |(kind, is_open): (Kind, bool)| {
                    copied.set(None);
                    if is_open || *open == Some(kind) {
                        open.set(Some(kind).filter(|_| is_open));
                    }
                })
            },
            open: *open,
            copied: *copied,
            on_copied: Callback::from(move |outcome| copied.set(Some(outcome))),
        }
    };
    let readings = readings.borrow();
    let taken = readings.taken();
    if taken.len() < 2 {
        return html! { <p class="hint">{ texts.charts.nothing_yet }</p> };
    }
    let shown = Shown {
        picture,
        window: *window,
        readings: taken,
        services: Chart::busiest(taken),
        read: read_at(&readings, picture, *pointed),
    };
    html! {
        <div class="charts">
            { reader(texts, &shown, &hand) }
            { for Kind::ALL.map(|kind| figure(texts, &shown, kind, &hand)) }
        </div>
    }
}

/// The numbers at the instant that is pointed at, or at the place that is looked at.
fn read_at(readings: &Readings, picture: &Picture, pointed: Option<Time>) -> Reading {
    if let Some(reading) = pointed.and_then(|at| readings.before(at)) {
        return reading.clone();
    }
    let before = readings.before(picture.view.place.at).map(|reading| reading.sums.totals.noticed);
    Reading::of(&picture.trace, &picture.view, before)
}
