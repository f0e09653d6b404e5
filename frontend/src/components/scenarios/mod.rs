//! The choice of scenarios, each with its card, and files to open and to save.

pub mod card;
mod files;

use std::rc::Rc;

use event_pattern::scenario::BuiltIn;
use yew::prelude::*;

use super::dialog::Dialog;
use crate::run::{Intent, Origin, Picture};
use crate::shell::Conductor;
use crate::state::{Action, Dialog as Open, Dispatch, Notice};
use crate::texts::{Texts, fill};
pub use card::name_of;
use card::{card, rules, shows, title, with_states};
use files::files_part;

/// The choice of scenarios. What lies under a dialog can neither be seen nor heard, so the `notices` come along.
pub fn scenarios(
    texts: &Texts,
    picture: &Rc<Picture>,
    conductor: &Conductor,
    dispatch: &Dispatch,
    on_close: &Callback<()>,
    notices: Html,
) -> Html {
    let origin = &picture.origin;
    let choice = |built_in: BuiltIn| {
        let (conductor, dispatch, on_close) = (conductor.clone(), dispatch.clone(), on_close.clone());
        let open = move |_: MouseEvent| {
            let origin = Origin::BuiltIn(built_in.name());
            let (dispatch, on_close) = (dispatch.clone(), on_close.clone());
            let open = Intent::Open(Box::new(built_in.scenario()), origin);
            conductor.tell_and_then(open, move |told| match told {
                Ok(()) => on_close.emit(()),
                // It has no problems; but what opens it may not have come.
                Err(why) => dispatch.dispatch(Notice::Refused(why).into()),
            });
        };
        one_choice(texts, built_in, origin, open)
    };
    let from_file = match origin {
        Origin::File(name) => html! {
            <p class="notice">{ fill(texts.scenarios.from_file_shows, &[("file", name)]) }</p>
        },
        Origin::BuiltIn(_) => Html::default(),
    };
    html! {
        <Dialog title={texts.scenarios.title} key="scenarios" {on_close} class="scenarios-dialog" foot={notices}>
            <p>{ texts.scenarios.intro }</p>
            <p class="hint">{ texts.scenarios.credit }</p>
            { from_file }
            <ul class="scenarios">{ for BuiltIn::ALL.into_iter().map(choice) }</ul>
            { files_part(&texts.scenarios, picture, conductor.clone(), dispatch.clone()) }
            { exports_part(texts, dispatch) }
        </Dialog>
    }
}

/// The way to the pictures and the data of the run.
fn exports_part(texts: &Texts, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let open = move |_: MouseEvent| dispatch.dispatch(Action::OpenDialog(Open::Export));
    html! {
        <section class="section files" aria-labelledby="exports-title">
            <h3 id="exports-title">{ texts.scenarios.exports }</h3>
            <p class="hint">{ texts.scenarios.exports_hint }</p>
            <div class="row">
                <button type="button" class="button" data-testid="open-export" onclick={open}>{ texts.export.open }</button>
            </div>
        </section>
    }
}

fn one_choice(
    texts: &Texts,
    built_in: BuiltIn,
    origin: &Origin,
    open: impl Fn(MouseEvent) + 'static,
) -> Html {
    let said = &texts.scenarios;
    let is_open = *origin == Origin::BuiltIn(built_in.name());
    let id = AttrValue::from(format!("scenario-{}", built_in.name()));
    html! {
        <li key={built_in.name()} class={classes!("scenario", is_open.then_some("is-open"))}>
            <h3 id={id.clone()}>{ title(&texts.scenario_names, built_in) }</h3>
            <p>{ with_states(shows(said, built_in)) }</p>
            { rules(said, &built_in.scenario()) }
            <div class="row">
                <button type="button" class="button" data-testid="scenario-choice" data-scenario={built_in.name()}
                    aria-describedby={id.clone()} aria-current={is_open.then_some("true")} onclick={open}>
                    { said.open }
                </button>
                if is_open {
                    <span class="open-now">{ said.open_now }</span>
                }
            </div>
            <details>
                <summary aria-describedby={id} data-testid="model-card">{ said.card }</summary>
                { card(said, built_in) }
            </details>
        </li>
    }
}
