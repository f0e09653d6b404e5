//! What leaves the page as a file: a format, a part of the run, and one button that saves it, one that copies it.

mod choices;
mod lanes;
mod making;
mod words;

use std::rc::Rc;

use yew::prelude::*;

use super::dialog::Dialog;
use crate::exports::{Extent, Format};
use crate::hooks::{use_conductor, use_dispatch};
use crate::run::Picture;
use crate::shell::Writing;
use crate::shell::clipboard::{self, Copied};
use crate::texts::use_texts;
use crate::timeline::Window;
use choices::{Chosen, choices};
use making::{save, text};
use words::{can_copy, sentence};

/// What the dialog is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The part of the record that the timeline shows, where it is not the whole.
    pub window: Option<Window>,
    /// It is closed now.
    pub on_close: Callback<()>,
    /// What stands below.
    pub foot: Html,
}

/// How the last press of a button went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    Nothing,
    Writing(u8),
    Copied,
    Refused,
    NotDrawn,
}

/// The dialog.
#[component]
pub fn ExportDialog(props: &Props) -> Html {
    let texts = use_texts();
    let (conductor, dispatch) = (use_conductor(), use_dispatch());
    let format = use_state_eq(|| Format::GraphSvg);
    let picked = use_state_eq(|| Extent::ToPlace);
    let said = use_state_eq(|| Said::Nothing);
    let writing = use_mut_ref(|| None::<Writing>);
    let window = props.window;
    // The timeline may show another part by now.
    let extent = match (*picked, window) {
        (Extent::Shown(_), Some(window)) => Extent::Shown(window),
        (Extent::Shown(_), None) => Extent::Whole,
        (picked, _) => picked,
    };
    let chosen = Chosen { format: *format, extent, window };
    let entries = extent.of(&props.picture).entries.len();
    let refusal = can_copy(texts, chosen.format, entries, props.picture.trace.len()).err();
    let on_format = {
        let (format, said) = (format.setter(), said.setter());
        Callback::from(move |chosen| {
            format.set(chosen);
            said.set(Said::Nothing);
        })
    };
    let on_save = {
        let (conductor, dispatch, said, writing) =
            (conductor.clone(), dispatch, said.setter(), writing.clone());
        move |_: MouseEvent| {
            said.set(Said::Nothing);
            *writing.borrow_mut() = save(texts, &conductor, &dispatch, chosen, said.clone());
        }
    };
    let on_copy = {
        let (said, is_refused) = (said.setter(), refusal.is_some());
        move |_: MouseEvent| {
            if is_refused {
                return;
            }
            let said = said.clone();
            let done = move |copied| {
                said.set(if copied == Copied::Done { Said::Copied } else { Said::Refused });
            };
            clipboard::copy(&text(texts, &conductor, chosen), Callback::from(done));
        }
    };
    html! {
        <Dialog title={texts.export.title} on_close={&props.on_close} class="export-dialog" foot={props.foot.clone()}>
            { choices(texts, &props.picture, chosen, &on_format, &Callback::from(move |chosen| picked.set(chosen))) }
            <p class="export-holds number" data-testid="export-holds">{ words::holds(texts, &props.picture, chosen, entries) }</p>
            <div class="row">
                <button type="button" class="button primary" data-testid="export-save" onclick={on_save}>{ texts.export.save }</button>
                <button type="button" class="button" data-testid="export-copy" title={refusal}
                    aria-disabled={refusal.map(|_| "true")} aria-describedby={refusal.map(|_| "export-no-copy")}
                    onclick={on_copy}>{ texts.export.copy }</button>
                if let Some(refusal) = refusal {
                    <span class="hint" id="export-no-copy">{ refusal }</span>
                }
                <span role="status" data-testid="export-said">{ sentence(texts, *said) }</span>
            </div>
        </Dialog>
    }
}
