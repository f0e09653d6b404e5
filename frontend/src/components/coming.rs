//! What somebody wants to see and is still to come, as a notice: a dialog, the time lab, a language, the words of the notices.

use yew::prelude::*;

use super::dialogs::DIALOGS;
use super::icon::{Icon, icon};
use super::live::LIVE;
use super::notices::NOTICES;
use super::time_bar::PLAY;
use super::time_lab::TIME_LAB;
use crate::chunks::{Need, waiting};
use crate::shell::focus;
use crate::state::{Action, Dialog, Dispatch, UiState};
use crate::texts::Texts;

/// All of it. The first is said, the rest is fetched meanwhile.
pub fn still_to_come(texts: &Texts, ui: &UiState, dispatch: &Dispatch) -> Html {
    let said = |part: Coming| Some(part.said(part.need(ui)?, texts, dispatch));
    html! { <>{ for Coming::ALL.into_iter().filter_map(said) }</> }
}

/// A part of the page that somebody wants to see, and that is still to come.
#[derive(Clone, Copy, PartialEq)]
enum Coming {
    Dialog,
    TimeLab,
    Language,
    Notices,
}

impl Coming {
    /// In the order of their weight: only the first is said, but all are fetched.
    const ALL: [Coming; 4] = [Coming::Dialog, Coming::TimeLab, Coming::Language, Coming::Notices];

    /// What has to be fetched; nothing if it is not wanted, or here.
    fn need(self, ui: &UiState) -> Option<Need> {
        match self {
            Coming::Dialog if ui.dialog == Some(Dialog::Live) => LIVE.get().err(),
            Coming::Dialog => ui.dialog.as_ref().and_then(|_| DIALOGS.get().err()),
            Coming::TimeLab => ui.time_tab.and_then(|_| TIME_LAB.get().err()),
            Coming::Language => ui.preferences.language.need(),
            Coming::Notices => ui.notices.first().and_then(|_| NOTICES.get().err()),
        }
    }

    const fn test_id(self) -> &'static str {
        match self {
            Coming::Dialog => "dialog-coming",
            Coming::TimeLab => "time-lab-coming",
            Coming::Language => "language-coming",
            Coming::Notices => "notices-coming",
        }
    }

    fn said(self, need: Need, texts: &Texts, dispatch: &Dispatch) -> Html {
        html! {
            <div key={self.test_id()} class="notice is-coming" data-testid={self.test_id()}>
                { waiting(need) }
                if self == Coming::Dialog {
                    { give_up(texts, dispatch) }
                }
            </div>
        }
    }
}

/// What gives up a dialog that is still to come.
fn give_up(texts: &Texts, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = move |_: MouseEvent| {
        // The button goes with the dialog.
        focus(PLAY);
        dispatch.dispatch(Action::CloseDialog);
    };
    let name = texts.common.close;
    html! {
        <button type="button" class="button icon quiet" data-testid="give-up" aria-label={name} title={name} {onclick}>
            { icon(Icon::Close) }
        </button>
    }
}
