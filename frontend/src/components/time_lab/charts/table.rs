//! The table behind a chart, and the same as text for a spreadsheet.

use yew::prelude::*;

use super::figure::Hand;
use super::{Shown, words};
use crate::charts::{Chart, Kind, Reading, value};
use crate::shell::clipboard::{self, Copied};
use crate::texts::{Texts, clock};

/// The rows of a chart's table: the first is that of the names.
pub(super) fn rows(texts: &Texts, shown: &Shown<'_>, chart: &Chart) -> Vec<Vec<String>> {
    let mut head = vec![texts.charts.at.to_owned()];
    head.extend(chart.lines.iter().map(|line| words::line(texts, shown, line.name)));
    let row = |reading: &Reading| {
        let mut cells = vec![clock(reading.at)];
        cells.extend(chart.lines.iter().map(|line| words::cell(texts, shown, line.name, reading)));
        cells
    };
    // Where nobody took anything there is nothing to tell.
    let tells = |reading: &&Reading| {
        chart.kind != Kind::Noticed || chart.lines.iter().any(|line| value(line.name, reading).is_some())
    };
    std::iter::once(head).chain(shown.readings.iter().filter(tells).map(row)).collect()
}

/// The table as text: a line a row, tabs between the cells.
pub(super) fn tsv(rows: &[Vec<String>]) -> String {
    rows.iter().map(|cells| cells.join("\t") + "\n").collect()
}

/// The table, with a button that copies it.
pub(super) fn table(texts: &Texts, shown: &Shown<'_>, chart: &Chart, hand: &Hand) -> Html {
    let rows = rows(texts, shown, chart);
    let text = tsv(&rows);
    let copy = {
        let on_copied = hand.on_copied.clone();
        move |_: MouseEvent| clipboard::copy(&text, on_copied.clone())
    };
    let said = match hand.copied {
        None => "",
        Some(Copied::Done) => texts.charts.copied,
        Some(Copied::Refused) => texts.charts.copy_refused,
    };
    let Some((head, body)) = rows.split_first() else { return Html::default() };
    html! {
        <>
            <div class="row">
                <button type="button" class="button" data-testid="chart-copy" onclick={copy}>{ texts.charts.copy }</button>
                <span role="status" data-testid="chart-copied">{ said }</span>
            </div>
            <table class="number">
                <thead><tr>{ for head.iter().map(|name| html! { <th scope="col">{ name.clone() }</th> }) }</tr></thead>
                <tbody>{ for body.iter().map(|cells| row(cells)) }</tbody>
            </table>
        </>
    }
}

fn row(cells: &[String]) -> Html {
    let Some((at, values)) = cells.split_first() else { return Html::default() };
    html! {
        <tr key={at.clone()}>
            <th scope="row">{ at.clone() }</th>
            { for values.iter().map(|value| html! { <td>{ value.clone() }</td> }) }
        </tr>
    }
}
