//! What the charts say: names, values, scales.

use event_pattern::Span;

use super::Shown;
use crate::charts::{Drawn, Kind, Name, Reading, value as number, worked};
use crate::texts::charts::ChartsTexts;
use crate::texts::{Texts, counted, fill};

/// What stands where there is no value.
const NONE: &str = "–";

/// A chart's name, and what it shows.
pub(super) fn name(said: &ChartsTexts, kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Noticed => (said.noticed, said.noticed_hint),
        Kind::Waiting => (said.waiting, said.waiting_hint),
        Kind::Looks => (said.looks, said.looks_hint),
        Kind::Lost => (said.lost, said.lost_hint),
        Kind::Working => (said.working, said.working_hint),
    }
}

/// The class of a line that is drawn so.
pub(super) fn class(drawn: Drawn) -> &'static str {
    match drawn {
        Drawn::Dots => "chart-dots",
        Drawn::Line => "chart-line",
        Drawn::Area => "chart-area",
    }
}

/// What a line is called.
pub(super) fn line(texts: &Texts, shown: &Shown<'_>, name: Name) -> String {
    let said = &texts.charts;
    let words = match name {
        Name::Median => said.median,
        Name::Longest => said.longest,
        Name::Key => said.key,
        Name::Looks => said.made,
        Name::Vain => said.vain,
        Name::Lost => said.lost_all,
        Name::ByResult => said.by_result,
        Name::Service(id) => {
            let record = shown.picture.trace.names().service(id);
            return record.name_after(shown.picture.trace.len()).as_str().to_owned();
        }
        Name::Others(count) => {
            let count = count as u64;
            return fill(
                counted(count, said.others_one, said.others_many),
                &[("count", &texts.number(count))],
            );
        }
    };
    words.to_owned()
}

/// A line's value at the instant that is read.
pub(super) fn value(texts: &Texts, shown: &Shown<'_>, name: Name) -> String {
    let reading = &shown.read;
    match name {
        // Nobody takes a state at just this instant: what counts is the last time that somebody did.
        Name::Median | Name::Longest if reading.noticed.is_none() => {
            let before = shown.readings.iter().rev().filter(|it| it.at <= reading.at);
            let last = before.filter_map(|it| number(name, it)).next();
            last.map_or_else(|| NONE.to_owned(), |micros| time(texts, micros))
        }
        _ => cell(texts, shown, name, reading),
    }
}

/// A line's value at a reading.
pub(super) fn cell(texts: &Texts, shown: &Shown<'_>, name: Name, reading: &Reading) -> String {
    match name {
        Name::Service(_) | Name::Others(_) => {
            let share = worked(shown.readings, reading.at, name, &shown.services);
            share.map_or_else(|| NONE.to_owned(), |share| percent(texts, share))
        }
        Name::Key if reading.waiting.is_none() => NONE.to_owned(),
        Name::Median | Name::Longest | Name::Key => {
            number(name, reading).map_or_else(|| NONE.to_owned(), |micros| time(texts, micros))
        }
        _ => number(name, reading).map_or_else(|| NONE.to_owned(), |count| texts.number(count as u64)),
    }
}

/// A value of a chart's scale.
pub(super) fn scale(texts: &Texts, kind: Kind, value: f64) -> String {
    if kind.is_time() { time(texts, value) } else { texts.number(value.round() as u64) }
}

fn time(texts: &Texts, micros: f64) -> String {
    texts.span(Span::from_micros(micros.max(0.0).round() as u64))
}

fn percent(texts: &Texts, share: f64) -> String {
    fill(texts.charts.percent, &[("number", &texts.number((share * 100.0).round() as u64))])
}
