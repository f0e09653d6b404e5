//! The instant at which the charts are read: a slider for whoever does not point.

use event_pattern::Time;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::figure::Hand;
use super::{Shown, words};
use crate::charts::{Chart, Kind};
use crate::decimals::thousandths;
use crate::texts::{Texts, clock};
use crate::timeline::axis;

/// So many instants are written above the charts, at most: a phone has no room for more.
pub(super) const MOST_MARKS: usize = 4;

/// The slider, with its instant written out.
pub(super) fn reader(texts: &Texts, shown: &Shown<'_>, hand: &Hand) -> Html {
    let at = shown.read.at;
    let position = shown.readings.partition_point(|reading| reading.at <= at).saturating_sub(1);
    let instants: std::rc::Rc<[Time]> = shown.readings.iter().map(|reading| reading.at).collect();
    let oninput = {
        let on_point = hand.on_point.clone();
        move |event: InputEvent| {
            let index = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            on_point.emit(instants.get(index.max(0.0) as usize).copied());
        }
    };
    let onkeydown = {
        let (on_go, on_point) = (hand.on_go.clone(), hand.on_point.clone());
        move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => on_go.emit(at),
            "Escape" => on_point.emit(None),
            _ => {}
        }
    };
    let onblur = hand.on_point.reform(|_: FocusEvent| None);
    let last = shown.readings.len().saturating_sub(1);
    // As long as what is recorded: the thumb lies above the line that the charts are read at.
    let share = shown.readings.last().map_or(0.0, |last| shown.window.share(last.at));
    let style = format!("--recorded:{share:.4}");
    html! {
        <div class="chart-reader">
            <output class="number" data-testid="charts-read" aria-hidden="true">{ clock(at) }</output>
            <input type="range" data-testid="charts-at" aria-label={texts.charts.read_at} title={texts.charts.read_hint}
                aria-valuetext={spoken(texts, shown)} min="0" max={last.to_string()} step="1" value={position.to_string()} {style}
                {oninput} {onkeydown} {onblur} />
            <div class="chart-axis number" aria-hidden="true">
                { for axis::marks(shown.window, MOST_MARKS).map(|(at, label)| html! {
                    <span style={["--share:", &thousandths(shown.window.share(at))].concat()}>{ label }</span>
                }) }
            </div>
        </div>
    }
}

/// All values at the instant.
fn spoken(texts: &Texts, shown: &Shown<'_>) -> String {
    let mut said = vec![clock(shown.read.at)];
    for kind in Kind::ALL {
        let chart = Chart::of(kind, shown.readings, shown.window, &shown.services);
        let (name, _) = words::name(&texts.charts, kind);
        let values = chart.lines.iter().map(|line| {
            [words::line(texts, shown, line.name), words::value(texts, shown, line.name)].join(" ")
        });
        let values: Vec<String> = values.collect();
        said.push(if values.is_empty() {
            name.to_owned()
        } else {
            [name, ": ", &values.join(", ")].concat()
        });
    }
    said.join("; ")
}
