//! What happened so far, for other programs: JSON lines, CSV, a Mermaid diagram, the numbers.

use std::rc::Rc;

use event_pattern::export::{csv, jsonl, mermaid, metrics_json};
use event_pattern::{Metrics, Span, Time};
use yew::prelude::*;

use crate::run::Picture;
use crate::shell::files;
use crate::state::Dispatch;
use crate::texts::scenarios::ScenariosTexts;

/// What the run up to the place that is looked at can be written as.
#[derive(Clone, Copy)]
enum Format {
    JsonLines,
    Csv,
    Mermaid,
    Numbers,
}

/// The buttons that save what happened so far.
pub(super) fn exports_part(texts: &ScenariosTexts, picture: &Rc<Picture>, dispatch: &Dispatch) -> Html {
    let button = |label: &'static str, format: Format| {
        let (picture, dispatch) = (picture.clone(), dispatch.clone());
        let save = move |_: MouseEvent| {
            files::save(format.file_name(), format.kind(), &format.text(&picture), &dispatch);
        };
        html! {
            <button type="button" class="button" data-testid="export" data-format={format.file_name()} onclick={save}>
                { label }
            </button>
        }
    };
    html! {
        <section class="section files" aria-labelledby="exports-title">
            <h3 id="exports-title">{ texts.exports }</h3>
            <p class="hint">{ texts.exports_hint }</p>
            <div class="row">
                { button(texts.export_jsonl, Format::JsonLines) }
                { button(texts.export_csv, Format::Csv) }
                { button(texts.export_mermaid, Format::Mermaid) }
                { button(texts.export_numbers, Format::Numbers) }
            </div>
        </section>
    }
}

impl Format {
    fn file_name(self) -> &'static str {
        match self {
            Format::JsonLines => "run.jsonl",
            Format::Csv => "run.csv",
            Format::Mermaid => "run.mmd",
            Format::Numbers => "numbers.json",
        }
    }

    /// The media type.
    fn kind(self) -> &'static str {
        match self {
            Format::JsonLines => "application/jsonl",
            Format::Csv => "text/csv",
            Format::Mermaid => "text/plain",
            Format::Numbers => "application/json",
        }
    }

    fn text(self, picture: &Picture) -> String {
        let (trace, view) = (&picture.trace, &picture.view);
        match self {
            Format::JsonLines => jsonl(trace, 0, view.entries_seen),
            Format::Csv => csv(trace, 0, view.entries_seen),
            // Up to the place and with everything at its instant.
            Format::Mermaid => mermaid(trace, Time::ZERO..view.place.at + Span::from_micros(1)),
            Format::Numbers => metrics_json(&Metrics::at(trace, view)) + "\n",
        }
    }
}
