//! Short notices: why something was not done, what Undo has done, or what a person should know, until somebody has put them away.

use yew::prelude::*;

use super::conditions::say_halt;
use super::deeds::say_deed;
use super::icon::{Icon, icon};
use super::live::say_why;
use super::problems::say_problem;
use crate::chunks::chunk;
use crate::live::LinkNotice;
use crate::run::{End, LiveRefusal, Picture, Refused};
use crate::state::{Action, Dispatch, Notice, Shown, UiState};
use crate::texts::live_run::LiveRunTexts;
use crate::texts::{Texts, fill};

chunk! {
    /// The notices that nobody has put away yet. Whatever can go wrong has words here, and most of it never does.
    pub NOTICES: fn(&Texts, &UiState, &Dispatch) -> Html = dialogs(all)
}

/// The notices below the page; before them what stands in their place for a while, which also says that their words are
/// still to come.
pub fn notices(texts: &Texts, ui: &UiState, dispatch: &Dispatch, ahead: Html) -> Html {
    let said = NOTICES.get().map(|all| all(texts, ui, dispatch)).unwrap_or_default();
    region(ahead, said)
}

/// The notices in a dialog: their words come with it. What is still to come is said below the page alone.
pub fn notices_in_dialog(texts: &Texts, ui: &UiState, dispatch: &Dispatch) -> Html {
    region(Html::default(), all(texts, ui, dispatch))
}

/// A region that screen readers read out as it fills.
fn region(ahead: Html, said: Html) -> Html {
    html! {
        <div class="notices">
            { ahead }
            <div class="notices-said" role="status">{ said }</div>
        </div>
    }
}

fn all(texts: &Texts, ui: &UiState, dispatch: &Dispatch) -> Html {
    let one = |Shown { number, notice }: &Shown| {
        let (dispatch, number) = (dispatch.clone(), *number);
        html! {
            <div key={number} class={classes!("notice", kind(notice))} data-testid="notice">
                <p>{ sentence(texts, &ui.picture, notice) }</p>
                <button type="button" class="button icon quiet" aria-label={texts.page.dismiss} title={texts.page.dismiss}
                    onclick={move |_: MouseEvent| dispatch.dispatch(Action::Dismiss(number))}>{ icon(Icon::Close) }</button>
            </div>
        }
    };
    html! { <>{ for ui.notices.iter().map(one) }</> }
}

const fn kind(notice: &Notice) -> Option<&'static str> {
    match notice {
        Notice::Refused(_)
        | Notice::Undone(_)
        | Notice::Redone(_)
        | Notice::Branched
        | Notice::BranchLetGo
        | Notice::Halted(_)
        | Notice::Ended(_) => None,
        Notice::HandedOver(_) => Some("is-good"),
        Notice::BadParameter(_)
        | Notice::BranchesNotKept
        | Notice::KeptIsGarbage
        | Notice::NothingIsKept
        | Notice::NoRoomToKeep
        | Notice::NotKeptYet
        | Notice::FileNotRead(_)
        | Notice::Link(_)
        | Notice::NotSet(_) => Some("is-warning"),
    }
}

fn live(texts: &LiveRunTexts, why: LiveRefusal) -> &'static str {
    match why {
        LiveRefusal::Speed => texts.no_speed,
        LiveRefusal::Restart => texts.no_restart,
        LiveRefusal::Undo => texts.no_undo,
        LiveRefusal::Open => texts.no_open,
        LiveRefusal::Newest => texts.newest,
        LiveRefusal::Film => texts.no_film,
        LiveRefusal::Ahead => texts.no_ahead,
        LiveRefusal::Branch => texts.no_branch,
    }
}

fn sentence(texts: &Texts, picture: &Picture, notice: &Notice) -> String {
    let (page, said) = (&texts.page, &texts.notices);
    let end = |end: &End| match end {
        End::LongestRun => said.longest_run,
        End::RecordFull => said.record_full,
    };
    let sentence = match notice {
        Notice::Refused(Refused::Command(problems)) => match problems.as_slice().first() {
            Some(problem) => return say_problem(texts, &problem.kind),
            None => page.command_refused,
        },
        Notice::Refused(Refused::NothingAhead) => said.nothing_ahead,
        Notice::Refused(Refused::NoChangeAhead) => said.no_change_ahead,
        Notice::Refused(Refused::NothingBefore) => said.nothing_before,
        Notice::Refused(Refused::NothingToUndo) => said.nothing_to_undo,
        Notice::Refused(Refused::NothingToRedo) => said.nothing_to_redo,
        Notice::Refused(Refused::GoalPassed) => texts.until.passed,
        Notice::Refused(Refused::TooManyBreakpoints) => texts.until.too_many,
        Notice::Refused(Refused::NobodySelected) => said.nobody_selected,
        Notice::Refused(Refused::NoLossAhead) => said.no_loss_ahead,
        Notice::Refused(Refused::NothingOfItAhead) => said.nothing_of_it_ahead,
        Notice::Refused(Refused::NoLossBefore) => said.no_loss_before,
        Notice::Refused(Refused::NothingOfItBefore) => said.nothing_of_it_before,
        Notice::Refused(Refused::NoSuchBranch) => texts.branches.no_such_branch,
        Notice::Refused(Refused::NotLoaded) => page.not_loaded,
        Notice::Refused(Refused::Live(why)) => live(&texts.live_run, *why),
        Notice::Refused(Refused::Ended(why)) | Notice::Ended(why) => end(why),
        Notice::Undone(deed) => return fill(texts.deeds.undone, &[("deed", &say_deed(texts, deed))]),
        Notice::Redone(deed) => return fill(texts.deeds.redone, &[("deed", &say_deed(texts, deed))]),
        Notice::Halted(halt) => return say_halt(texts, picture.trace.names(), *halt),
        Notice::BranchesNotKept => texts.branches.not_kept,
        Notice::Branched => texts.branches.another,
        Notice::BranchLetGo => texts.branches.let_go,
        Notice::BadParameter(bad) => {
            return fill(said.bad_parameter, &[("name", bad.name), ("value", &bad.value)]);
        }
        Notice::KeptIsGarbage => said.kept_is_garbage,
        Notice::NothingIsKept => said.nothing_is_kept,
        Notice::NoRoomToKeep => said.no_room_to_keep,
        Notice::NotKeptYet => said.not_kept_yet,
        Notice::Link(LinkNotice::Lost(why)) => {
            return fill(texts.live.lost, &[("why", &say_why(&texts.live, why))]);
        }
        Notice::Link(LinkNotice::Ended(why)) => {
            return fill(texts.live.ended, &[("why", &say_why(&texts.live, why))]);
        }
        Notice::Link(LinkNotice::StoreAway) => texts.live.away,
        Notice::NotSet(message) => return fill(texts.live.not_done, &[("message", message)]),
        Notice::FileNotRead(file) => return fill(texts.scenarios.not_read, &[("file", file)]),
        Notice::HandedOver(file) => return fill(texts.scenarios.handed_over, &[("file", file)]),
    };
    sentence.to_owned()
}
