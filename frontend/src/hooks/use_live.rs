//! What connects the link to a bridge with the run and with the page: news go to the run, its state to the page, and
//! what the run asks of the store to the bridge.

use yew::prelude::*;

use super::use_effect_on;
use crate::components::live::Wish;
use crate::shell::storage::NotKept;
use crate::shell::{Audience, BridgeLink, Conductor};
use crate::state::{Action, Dispatch, Notice};

/// Connects the link with the run and the page; gives what does what a person wants of it.
#[hook]
pub fn use_live(link: &BridgeLink, conductor: &Conductor, dispatch: &Dispatch) -> Callback<Wish> {
    use_effect_on((link.clone(), conductor.clone()), {
        let dispatch = dispatch.clone();
        move |(link, conductor)| {
            conductor.serve_asks(link.asker());
            let hearing = conductor.clone();
            let told = dispatch.clone();
            link.attend(Audience {
                on_state: Callback::from(move |state| dispatch.dispatch(Action::Linked(state))),
                on_news: Callback::from(move |news| hearing.hear(news)),
                on_not_set: Callback::from(move |message: String| {
                    told.dispatch(Notice::NotSet(message.into()).into());
                }),
            });
            let link = link.clone();
            move || {
                link.leave();
                link.attend(Audience::default());
            }
        }
    });
    use_callback((link.clone(), conductor.clone(), dispatch.clone()), |wish, (link, conductor, dispatch)| {
        match wish {
            Wish::Connect(target) => {
                if let Err(not_kept) = link.connect(target) {
                    dispatch.dispatch(match not_kept {
                        NotKept::Forbidden => Notice::NothingIsKept.into(),
                        NotKept::Full => Notice::NoRoomToKeep.into(),
                    });
                }
            }
            Wish::TryNow => link.try_now(),
            Wish::Leave => {
                link.leave();
                conductor.leave_live();
            }
        }
    })
}
