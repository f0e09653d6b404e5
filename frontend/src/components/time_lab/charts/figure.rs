//! One chart: its name, its values at the instant that is read, its lines, and the table behind it.

use event_pattern::Time;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::reader::MOST_MARKS;
use super::table::table;
use super::{Shown, words};
use crate::charts::{Chart, Kind, Line};
use crate::decimals::tenths;
use crate::shell::clipboard::Copied;
use crate::texts::{Texts, fill};
use crate::timeline::axis;

/// What a person does with the charts.
pub(super) struct Hand {
    /// Points at an instant, or at none.
    pub(super) on_point: Callback<Option<Time>>,
    /// Goes to an instant.
    pub(super) on_go: Callback<Time>,
    /// Opens or closes a chart's table.
    pub(super) on_table: Callback<(Kind, bool)>,
    /// The chart whose table is open.
    pub(super) open: Option<Kind>,
    /// What came of copying its table.
    pub(super) copied: Option<Copied>,
    /// Tells what came of it.
    pub(super) on_copied: Callback<Copied>,
}

/// The chart.
pub(super) fn figure(texts: &Texts, shown: &Shown<'_>, kind: Kind, hand: &Hand) -> Html {
    let chart = Chart::of(kind, shown.readings, shown.window, &shown.services);
    let id = format!("chart-{}", kind.code());
    let (name, hint) = words::name(&texts.charts, kind);
    let value = |(index, line): (usize, &Line)| {
        html! {
            <li class={format!("line-{index}")} key={index}>
                <i class={words::class(line.drawn)} aria-hidden="true"></i>
                { words::line(texts, shown, line.name) }
                { " " }
                <b class="number">{ words::value(texts, shown, line.name) }</b>
            </li>
        }
    };
    html! {
        <figure class="chart" key={kind.code()} data-testid="chart" data-chart={kind.code()} aria-labelledby={id.clone()}>
            <figcaption>
                <h3 id={id} title={hint}>{ name }</h3>
                <ul class="chart-values">{ for chart.lines.iter().enumerate().map(value) }</ul>
            </figcaption>
            { plot(texts, shown, &chart, hand) }
            { behind(texts, shown, &chart, hand) }
        </figure>
    }
}

fn plot(texts: &Texts, shown: &Shown<'_>, chart: &Chart, hand: &Hand) -> Html {
    let window = shown.window;
    let at = move |event: &PointerEvent| {
        let area =
            event.current_target().and_then(|it| wasm_bindgen::JsCast::dyn_into::<Element>(it).ok())?;
        let area = area.get_bounding_client_rect();
        let share = (f64::from(event.client_x()) - area.left()) / area.width().max(1.0);
        Some(window.at(share.clamp(0.0, 1.0)))
    };
    let onpointermove = {
        let on_point = hand.on_point.clone();
        move |event: PointerEvent| on_point.emit(at(&event))
    };
    let onpointerleave = {
        let on_point = hand.on_point.clone();
        move |_: PointerEvent| on_point.emit(None)
    };
    let onpointerup = {
        let on_go = hand.on_go.clone();
        move |event: PointerEvent| {
            if let Some(at) = at(&event) {
                on_go.emit(at);
            }
        }
    };
    let line = |(index, line): (usize, &Line)| {
        let class = classes!(words::class(line.drawn), format!("line-{index}"));
        html! { <path key={index} {class} d={line.path.clone()} /> }
    };
    // Moved as a drawing is, not as a part of the page: nothing is laid out anew for it.
    let moved = |at: Time| format!("transform:translateX({:.3}%)", 100.0 * window.share(at).clamp(0.0, 1.0));
    let mut grid = "M0 0H1000M0 50H1000M0 100H1000".to_owned();
    for (at, _) in axis::marks(window, MOST_MARKS) {
        grid.extend(["M", &tenths(1_000.0 * window.share(at)), " 0V100"]);
    }
    let (low, high) =
        (words::scale(texts, chart.kind, chart.scale.low), words::scale(texts, chart.kind, chart.scale.high));
    html! {
        <div class="chart-room">
            <div class="chart-scale number" aria-hidden="true"><span>{ high }</span><span>{ low }</span></div>
            <div class="chart-plot" {onpointermove} {onpointerleave} {onpointerup}>
                <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
                    <path class="chart-grid" d={grid} />
                    // What is told of first lies in front.
                    { for chart.lines.iter().enumerate().rev().map(line) }
                </svg>
                <div class="chart-lines">
                    if window.holds(shown.picture.view.place.at) {
                        <i class="chart-ahead" style={moved(shown.picture.view.place.at)}></i>
                    }
                    if window.holds(shown.read.at) {
                        <i class="chart-cursor" style={moved(shown.read.at)}></i>
                    }
                </div>
            </div>
        </div>
    }
}

/// The table behind the chart: made only while it is open.
fn behind(texts: &Texts, shown: &Shown<'_>, chart: &Chart, hand: &Hand) -> Html {
    let kind = chart.kind;
    let ontoggle = {
        let on_table = hand.on_table.clone();
        move |event: Event| {
            let details: HtmlElement = event.target_unchecked_into();
            on_table.emit((kind, details.has_attribute("open")));
        }
    };
    let is_open = hand.open == Some(kind);
    let (name, _) = words::name(&texts.charts, kind);
    html! {
        <details class="chart-table" open={is_open} {ontoggle}>
            <summary data-testid="chart-table" aria-label={fill(texts.charts.table_of, &[("chart", name)])}>{ texts.charts.table }</summary>
            if is_open {
                { table(texts, shown, chart, hand) }
            }
        </details>
    }
}
