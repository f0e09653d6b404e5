//! Makes what was chosen, from the run as it is at the press of the button.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use yew::prelude::*;

use super::Said;
use super::choices::Chosen;
use super::lanes::Seen;
use crate::components::scenarios::name_of;
use crate::exports::Format;
use crate::pictures::{GraphStill, graph};
use crate::shell::{Conductor, Writing, files, png, theme};
use crate::stage::flights::collect;
use crate::state::Dispatch;
use crate::texts::Texts;

/// How many entries are copied at the most: they are written at once.
pub(super) const LONGEST_COPY: usize = 5_000;
/// Of a longer run no picture of its lanes is copied: they are drawn at once.
pub(super) const LONGEST_COPIED_RUN: usize = 50_000;

/// Saves it. Writing that takes longer goes on as long as what is given back is kept.
pub(super) fn save(
    texts: &'static Texts,
    conductor: &Conductor,
    dispatch: &Dispatch,
    chosen: Chosen,
    said: UseStateSetter<Said>,
) -> Option<Writing> {
    let Chosen { format, extent, .. } = chosen;
    let (name, kind, dispatch) = (format.file_name(), format.kind(), dispatch.clone());
    match format {
        Format::GraphSvg => files::save(name, kind, &picture(texts, conductor), &dispatch),
        Format::GraphPng => {
            let svg = picture(texts, conductor);
            yew::platform::spawn_local(save_pixels(name, svg, dispatch, said));
        }
        Format::TimelineSvg | Format::TimelinePng => {
            let seen = Seen::now(texts, conductor, chosen);
            yew::platform::spawn_local(async move {
                let Some(svg) = seen.drawn_in_slices().await else { return said.set(Said::NotDrawn) };
                match format {
                    Format::TimelineSvg => files::save(name, kind, &svg, &dispatch),
                    _ => save_pixels(name, svg, dispatch, said).await,
                }
            });
        }
        Format::JsonLines | Format::Csv | Format::Mermaid | Format::Numbers => {
            let on_share = {
                let said = said.clone();
                move |share: f64| said.set(Said::Writing((share * 100.0) as u8))
            };
            let on_done = move |pieces: Array| {
                said.set(Said::Nothing);
                files::save_pieces(name, kind, &pieces, &dispatch);
            };
            let pieces = format.pieces(&conductor.picture(), extent);
            return Some(Writing::begin(pieces, Callback::from(on_share), Callback::from(on_done)));
        }
    }
    None
}

/// The text of what was chosen.
pub(super) fn text(texts: &'static Texts, conductor: &Conductor, chosen: Chosen) -> String {
    match chosen.format {
        Format::GraphSvg | Format::GraphPng => picture(texts, conductor),
        Format::TimelineSvg | Format::TimelinePng => {
            Seen::now(texts, conductor, chosen).drawn().unwrap_or_default()
        }
        format => format.pieces(&conductor.picture(), chosen.extent).collect(),
    }
}

async fn save_pixels(name: &str, svg: String, dispatch: Dispatch, said: UseStateSetter<Said>) {
    match png::paint(&svg).await {
        Ok(blob) => files::save_blob(name, &blob, &dispatch),
        Err(_) => said.set(Said::NotDrawn),
    }
}

/// The graph as it is now, with all that flies.
fn picture(texts: &'static Texts, conductor: &Conductor) -> String {
    let flights = Rc::new(RefCell::new(Vec::new()));
    let seen = flights.clone();
    drop(conductor.subscribe(move |frame| collect(frame, &mut seen.borrow_mut())));
    let picture = conductor.picture();
    let Some(colours) = theme::colours() else { return String::new() };
    let scenario = name_of(&texts.scenario_names, &picture.origin);
    let flights = flights.borrow();
    graph(&GraphStill { texts, scenario, picture: &picture, flights: &flights, colours: &colours })
}
