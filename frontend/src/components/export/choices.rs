//! The two choices: what is written, and which part of the run.

use yew::prelude::*;

use super::words;
use crate::exports::{Content, Extent, Format};
use crate::run::Picture;
use crate::texts::Texts;
use crate::timeline::Window;

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Chosen {
    pub(super) format: Format,
    pub(super) extent: Extent,
    /// The part of the record that the timeline shows, where it is not the whole.
    pub(super) window: Option<Window>,
}

/// Both choices, each a group of radio buttons.
pub(super) fn choices(
    texts: &Texts,
    picture: &Picture,
    chosen: Chosen,
    on_format: &Callback<Format>,
    on_extent: &Callback<Extent>,
) -> Html {
    let format = |format: Format| {
        let on_format = on_format.clone();
        let choose = move |_: Event| on_format.emit(format);
        let (name, hint) = words::format(&texts.export, format);
        html! {
            <label class="export-choice" key={format.file_name()}>
                <input type="radio" name="export-format" value={format.file_name()} data-testid="export-format"
                    checked={format == chosen.format} onchange={choose} />
                <span><b>{ name }</b><span class="hint">{ hint }</span></span>
            </label>
        }
    };
    let extent = |extent: Extent| {
        let on_extent = on_extent.clone();
        let choose = move |_: Event| on_extent.emit(extent);
        html! {
            <label class="export-choice" key={extent.code()}>
                <input type="radio" name="export-extent" value={extent.code()} data-testid="export-extent"
                    checked={extent == chosen.extent} onchange={choose} />
                <span class="number">{ words::extent(texts, picture, extent) }</span>
            </label>
        }
    };
    html! {
        <div class="export-choices">
            <fieldset><legend>{ texts.export.what }</legend>{ for Format::ALL.map(format) }</fieldset>
            // A picture shows what is seen: it has no other part.
            if chosen.format.content() == Content::Run {
                <fieldset><legend>{ texts.export.range }</legend>{ for Extent::all(chosen.window).map(extent) }</fieldset>
            }
        </div>
    }
}
