//! What the root does besides drawing: pictures come in, keys are heard, the run is kept, the document follows.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::use_act::perform;
use super::use_effect_on;
use crate::player::Flights;
use crate::preferences::Motion;
use crate::run::Picture;
use crate::shell::keeper::Keeper;
use crate::shell::{Conductor, document, dropping, keyboard};
use crate::state::{Action, Node, Notice, UiState};

/// Connects the page's state with the run and with the browser.
#[hook]
pub fn use_page(
    ui: &UseReducerHandle<UiState>,
    conductor: &Conductor,
    link: &str,
    notices: &Rc<[Rc<Notice>]>,
) {
    let dispatch = ui.dispatcher();
    let keeper = use_memo(conductor.clone(), |conductor| {
        let dispatch = dispatch.clone();
        let notify = Callback::from(move |notice: Notice| dispatch.dispatch(notice.into()));
        Keeper::new(conductor.clone(), link.to_owned(), notify)
    });
    // Not in an effect: whoever clicks as soon as there is a button is to see what it did.
    use_memo(conductor.clone(), |conductor| {
        let (shown, refused) = (dispatch.clone(), dispatch.clone());
        conductor.attend(
            Callback::from(move |picture: Rc<Picture>| shown.dispatch(Action::Pictured(picture))),
            Callback::from(move |why| refused.dispatch(Notice::Refused(why).into())),
        );
    });
    use_effect_on((), {
        let (conductor, dispatch, notices) = (conductor.clone(), dispatch.clone(), notices.clone());
        move |()| {
            for notice in notices.iter() {
                dispatch.dispatch(Action::Notify(notice.clone()));
            }
            let listeners = dropping::listen(&conductor, &dispatch);
            move || drop(listeners)
        }
    });
    use_effect_on(ui.picture.clone(), {
        let (keeper, conductor) = (keeper.clone(), conductor.clone());
        move |picture| {
            conductor.picture_is_shown();
            keeper.look(picture);
        }
    });
    // A language may come later than somebody wants it.
    use_effect_on((ui.preferences, ui.preferences.language.spoken()), {
        let (keeper, conductor) = (keeper, conductor.clone());
        move |(preferences, _)| {
            // Without a document there is nothing to follow.
            let _ = document::follow(*preferences);
            keeper.look_at_preferences(*preferences);
            conductor.set_flights(flights(preferences.motion));
            conductor.repaint();
        }
    });
    use_effect_on((conductor.clone(), ui.selected_here()), |(conductor, selected)| {
        conductor.follow(selected.and_then(Node::actor));
    });
    use_effect_on(ui.preferences.shortcuts, {
        let conductor = conductor.clone();
        move |shortcuts| {
            let shortcuts = *shortcuts;
            let listener = web_sys::window().and_then(|window| window.document()).map(|document| {
                // Not passive: a key that is used must not scroll the page as well.
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&document, "keydown", options, move |event| {
                    if let Some(act) = keyboard::act(event.unchecked_ref(), shortcuts) {
                        perform(act, &conductor, &dispatch);
                    }
                })
            });
            move || drop(listener)
        }
    });
}

fn flights(motion: Motion) -> Flights {
    if document::wants_less_motion(motion) { Flights::Skipped } else { Flights::Shown }
}
