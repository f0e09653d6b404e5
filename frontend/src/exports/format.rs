//! The formats, and what is written in each.

use event_pattern::export::{mermaid, metrics_json};
use event_pattern::{Metrics, Span};

use super::extent::{Cut, Extent};
use super::pieces::{Pieces, Row};
use crate::run::Picture;

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The graph as SVG.
    GraphSvg,
    /// The graph in pixels.
    GraphPng,
    /// The timeline as SVG.
    TimelineSvg,
    /// The timeline in pixels.
    TimelinePng,
    /// The entries as JSON lines.
    JsonLines,
    /// The entries as a table.
    Csv,
    /// A Mermaid sequence diagram.
    Mermaid,
    /// What was counted.
    Numbers,
}

/// What a format holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A picture of one place.
    Picture,
    /// A picture of what the timeline shows.
    Window,
    /// A part of the run.
    Run,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 8] = [
        Format::GraphSvg,
        Format::GraphPng,
        Format::TimelineSvg,
        Format::TimelinePng,
        Format::JsonLines,
        Format::Csv,
        Format::Mermaid,
        Format::Numbers,
    ];

    /// What its file is called.
    pub fn file_name(self) -> &'static str {
        match self {
            Format::GraphSvg => "graph.svg",
            Format::GraphPng => "graph.png",
            Format::TimelineSvg => "timeline.svg",
            Format::TimelinePng => "timeline.png",
            Format::JsonLines => "run.jsonl",
            Format::Csv => "run.csv",
            Format::Mermaid => "run.mmd",
            Format::Numbers => "numbers.json",
        }
    }

    /// The format whose file is called so.
    pub fn by_file_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.file_name() == name)
    }

    /// The media type.
    pub fn kind(self) -> &'static str {
        match self {
            Format::GraphSvg | Format::TimelineSvg => "image/svg+xml",
            Format::GraphPng | Format::TimelinePng => "image/png",
            Format::JsonLines => "application/jsonl",
            Format::Csv => "text/csv",
            Format::Mermaid => "text/plain",
            Format::Numbers => "application/json",
        }
    }

    /// What it holds.
    pub fn content(self) -> Content {
        match self {
            Format::GraphSvg | Format::GraphPng => Content::Picture,
            Format::TimelineSvg | Format::TimelinePng => Content::Window,
            Format::JsonLines | Format::Csv | Format::Mermaid | Format::Numbers => Content::Run,
        }
    }

    /// The text of a part of the run, piece by piece; nothing for what is a picture.
    pub fn pieces(self, picture: &Picture, extent: Extent) -> Pieces {
        let Cut { times, entries } = extent.of(picture);
        let trace = picture.trace.clone();
        match self {
            Format::JsonLines => Pieces::rows(Row::JsonLines, trace, entries),
            Format::Csv => Pieces::rows(Row::Csv, trace, entries),
            Format::Mermaid => Pieces::whole(mermaid(&trace, times)),
            Format::Numbers => Pieces::whole(numbers(picture, extent)),
            Format::GraphSvg | Format::GraphPng | Format::TimelineSvg | Format::TimelinePng => {
                Pieces::whole(String::new())
            }
        }
    }
}

/// What was counted from the start to the end of the part: numbers have no other beginning.
fn numbers(picture: &Picture, extent: Extent) -> String {
    if extent == Extent::ToPlace {
        return metrics_json(&Metrics::at(&picture.trace, &picture.view)) + "\n";
    }
    let last = extent.of(picture).times.end - Span::from_micros(1);
    let view = picture.trace.view_at(picture.trace.place_after(last));
    metrics_json(&Metrics::at(&picture.trace, &view)) + "\n"
}
