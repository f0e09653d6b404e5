//! One way to do what the time bar's buttons and the shortcuts do; what is refused becomes a notice.

use yew::prelude::*;

use super::{use_conductor, use_dispatch};
use crate::keys::Act;
use crate::run::{Intent, Jump, Refused};
use crate::shell::Conductor;
use crate::state::{Action, Dialog, Dispatch, Notice};

/// A callback that does an [`Act`].
#[hook]
pub fn use_act() -> Callback<Act> {
    let (conductor, dispatch) = (use_conductor(), use_dispatch());
    Callback::from(move |act| perform(act, &conductor, &dispatch))
}

/// Does an act.
pub(super) fn perform(act: Act, conductor: &Conductor, dispatch: &Dispatch) {
    let intent = match act {
        Act::Lab => return dispatch.dispatch(Action::ToggleLab),
        Act::Live => return dispatch.dispatch(Action::OpenDialog(Dialog::Live)),
        Act::Help => return dispatch.dispatch(Action::OpenDialog(Dialog::Help)),
        Act::PlayBackwards if conductor.is_playing_backwards() => Intent::Pause,
        Act::PlayBackwards => Intent::PlayBackwards,
        Act::NextLoss => Intent::JumpTo(Jump::NextLoss),
        Act::PreviousLoss => Intent::JumpTo(Jump::PreviousLoss),
        Act::NextOfActor | Act::PreviousOfActor => {
            let Some(actor) = conductor.followed() else {
                return dispatch.dispatch(Notice::Refused(Refused::NobodySelected).into());
            };
            let next = act == Act::NextOfActor;
            Intent::JumpTo(if next { Jump::NextOf(actor) } else { Jump::PreviousOf(actor) })
        }
        Act::PlayOrPause if conductor.is_playing() => Intent::Pause,
        Act::PlayOrPause => Intent::Play,
        Act::Step => Intent::Step,
        Act::StepBack => Intent::StepBack,
        Act::NextChange => Intent::NextChange,
        Act::PreviousChange => Intent::PreviousChange,
        Act::Faster => Intent::SetSpeed(conductor.speed().faster()),
        Act::Slower => Intent::SetSpeed(conductor.speed().slower()),
        Act::RestartRun => Intent::RestartRun,
        Act::Undo => Intent::Undo,
        Act::Redo => Intent::Redo,
    };
    // Asked for first: afterwards it is no longer what comes next.
    let done = match act {
        Act::RestartRun => Some(Action::Restarted),
        Act::Undo => conductor.to_undo().map(|deed| Notice::Undone(deed).into()),
        Act::Redo => conductor.to_redo().map(|deed| Notice::Redone(deed).into()),
        _ => None,
    };
    let dispatch = dispatch.clone();
    conductor.tell_and_then(intent, move |told| match (told, done) {
        (Err(refused), _) => dispatch.dispatch(Notice::Refused(refused).into()),
        (Ok(()), Some(done)) => dispatch.dispatch(done),
        (Ok(()), None) => {}
    });
}
