//! What the dialog says.

use super::Said;
use super::choices::Chosen;
use super::making::{LONGEST_COPIED_RUN, LONGEST_COPY};
use crate::exports::{Content, Extent, Format};
use crate::run::Picture;
use crate::texts::export::ExportTexts;
use crate::texts::{Texts, clock, counted, fill};
use crate::timeline::Window;

/// A format's name, and what it is for.
pub(super) fn format(said: &ExportTexts, format: Format) -> (&'static str, &'static str) {
    match format {
        Format::GraphSvg => (said.graph_svg, said.graph_svg_hint),
        Format::GraphPng => (said.graph_png, said.graph_png_hint),
        Format::TimelineSvg => (said.timeline_svg, said.timeline_svg_hint),
        Format::TimelinePng => (said.timeline_png, said.timeline_png_hint),
        Format::JsonLines => (said.jsonl, said.jsonl_hint),
        Format::Csv => (said.csv, said.csv_hint),
        Format::Mermaid => (said.mermaid, said.mermaid_hint),
        Format::Numbers => (said.numbers, said.numbers_hint),
    }
}

/// A part of the run.
pub(super) fn extent(texts: &Texts, picture: &Picture, extent: Extent) -> String {
    let said = &texts.export;
    match extent {
        Extent::ToPlace => fill(said.to_place, &[("time", &clock(picture.view.place.at))]),
        Extent::Whole => fill(said.whole, &[("time", &clock(picture.recorded_until))]),
        Extent::Shown(window) => {
            let (from, to) = (clock(window.from), clock(window.to.min(picture.recorded_until)));
            fill(said.shown, &[("from", &from), ("to", &to)])
        }
    }
}

/// The instant of a picture.
pub(super) fn as_now(texts: &Texts, picture: &Picture) -> String {
    fill(texts.export.as_now, &[("time", &clock(picture.view.place.at))])
}

/// What the file will hold.
pub(super) fn holds(texts: &Texts, picture: &Picture, chosen: Chosen, entries: usize) -> String {
    match chosen.format.content() {
        Content::Picture => as_now(texts, picture),
        Content::Window => extent(texts, picture, Extent::Shown(shown(picture, chosen))),
        Content::Run => {
            let count = entries as u64;
            let pattern = counted(count, texts.export.holds_one, texts.export.holds_many);
            fill(pattern, &[("count", &texts.number(count))])
        }
    }
}

/// The part of the record that the timeline shows.
pub(super) fn shown(picture: &Picture, chosen: Chosen) -> Window {
    chosen.window.unwrap_or_else(|| Window::whole(picture.recorded_until))
}

/// Why this cannot be copied, if it cannot.
pub(super) fn can_copy(
    texts: &Texts,
    format: Format,
    entries: usize,
    run: usize,
) -> Result<(), &'static str> {
    match format {
        Format::GraphPng | Format::TimelinePng => Err(texts.export.no_copy_of_pixels),
        Format::TimelineSvg if run > LONGEST_COPIED_RUN => Err(texts.export.too_long_to_copy),
        Format::JsonLines | Format::Csv if entries > LONGEST_COPY => Err(texts.export.too_long_to_copy),
        _ => Ok(()),
    }
}

/// How the last press of a button went.
pub(super) fn sentence(texts: &Texts, said: Said) -> String {
    let words = &texts.export;
    match said {
        Said::Nothing => String::new(),
        Said::Copied => words.copied.to_owned(),
        Said::Refused => words.copy_refused.to_owned(),
        Said::NotDrawn => words.not_drawn.to_owned(),
        Said::Writing(percent) => fill(words.writing, &[("percent", &texts.number(u64::from(percent)))]),
    }
}
