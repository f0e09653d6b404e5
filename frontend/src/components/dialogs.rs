//! The dialogs: they are loaded when somebody first opens one.

use yew::prelude::*;

use super::dialog;
use super::export::ExportDialog;
use super::factory_reset::factory_reset;
use super::help::help;
use super::notices::notices_in_dialog;
use super::problems::{self, file_problems};
use super::scenarios::scenarios;
use crate::chunks::chunk;
use crate::shell::{Conductor, styles};
use crate::state::{Dialog, Dispatch, UiState};
use crate::texts::Texts;

chunk! {
    /// The dialog that is open, if one is.
    pub DIALOGS: Draw = dialogs(dressed())
}

type Draw = fn(&UiState, &Conductor, &Dispatch, &Callback<()>) -> Html;

fn dressed() -> Draw {
    styles::put_on(&[
        dialog::STYLE,
        include_str!("../../styles/help.css"),
        include_str!("../../styles/scenarios.css"),
        include_str!("../../styles/export.css"),
        problems::STYLE,
    ]);
    open
}

fn open(ui: &UiState, conductor: &Conductor, dispatch: &Dispatch, on_close: &Callback<()>) -> Html {
    let texts = Texts::of(ui.preferences.language.spoken());
    match &ui.dialog {
        Some(Dialog::Help) => help(texts, ui.preferences, dispatch, on_close),
        Some(Dialog::Scenarios) => {
            let notices = notices_in_dialog(texts, ui, dispatch);
            scenarios(texts, &ui.picture, conductor, dispatch, on_close, notices)
        }
        Some(Dialog::Export) => {
            let notices = notices_in_dialog(texts, ui, dispatch);
            html! {
                <ExportDialog key="export" picture={&ui.picture} window={ui.window} {on_close} foot={notices} />
            }
        }
        Some(Dialog::Problems { file, problems }) => file_problems(texts, file, problems, on_close),
        Some(Dialog::FactoryReset) => factory_reset(&texts.help, on_close),
        None | Some(Dialog::Live) => Html::default(),
    }
}
