//! The tab about a run's other futures: go to one, name it, remove it, compare it with the one that is shown.

mod comparison;
mod differing;
mod row;
mod side_by_side;

use event_pattern::Time;
use event_pattern::condition::Condition;
use yew::prelude::*;

use super::Props;
use crate::hooks::{use_conductor, use_dispatch};
use crate::run::{BranchId, Intent, Pace};
use crate::shell::focus;
use crate::state::Notice;
use crate::texts::use_texts;
use comparison::Comparison;
use row::{Row, Wish};

/// What the list is called in the page.
const LIST: &str = "branches-list";

/// The tab's content.
pub(super) fn tab(props: &Props) -> Html {
    html! { <Branches ..props.clone() /> }
}

/// The other futures.
#[component]
fn Branches(props: &Props) -> Html {
    let texts = use_texts();
    let said = &texts.branches;
    let (conductor, dispatch) = (use_conductor(), use_dispatch());
    let named = use_state_eq(|| None::<BranchId>);
    let compared = use_state_eq(|| None::<BranchId>);
    let picture = &props.picture;
    let ask = {
        let (conductor, dispatch) = (conductor.clone(), dispatch.clone());
        move |intent| {
            if let Err(refused) = conductor.tell(intent) {
                dispatch.dispatch(Notice::Refused(refused).into());
            }
        }
    };
    let on_further = {
        let (ask, conductor, dispatch) = (ask.clone(), conductor.clone(), dispatch.clone());
        let (shown, compared) = (picture.branch, compared.setter());
        Callback::from(move |(id, until): (BranchId, Time)| {
            let further = Intent::RunUntil(Condition::At(until), Pace::AtOnce);
            if id == shown {
                return ask(further);
            }
            // Only the branch that is shown runs: the two change places.
            let (ask, dispatch, compared) = (ask.clone(), dispatch.clone(), compared.clone());
            conductor.tell_and_then(Intent::SwitchBranch(id), move |told| match told {
                Ok(()) => {
                    compared.set(Some(shown));
                    ask(further);
                }
                Err(refused) => dispatch.dispatch(Notice::Refused(refused).into()),
            });
        })
    };
    let on_wish = {
        let (named, compared, before) = (named.setter(), compared.setter(), *compared);
        Callback::from(move |(id, wish): (BranchId, Wish)| match wish {
            Wish::Show => ask(Intent::SwitchBranch(id)),
            Wish::Compare => compared.set(Some(id).filter(|id| before != Some(*id))),
            Wish::Remove => {
                ask(Intent::RemoveBranch(id));
                // Its buttons are gone.
                focus(LIST);
            }
            Wish::BeginNaming => named.set(Some(id)),
            Wish::EndNaming => named.set(None),
            Wish::Name(name) => {
                named.set(None);
                ask(Intent::RenameBranch(id, name));
            }
        })
    };
    if picture.is_live() {
        return html! { <p class="hint">{ texts.live_run.no_branch }</p> };
    }
    let other = compared.filter(|id| *id != picture.branch);
    let other = other.and_then(|id| picture.branches.iter().find(|branch| branch.title.id == id)).cloned();
    html! {
        <div class="branches">
            <section class="section" aria-labelledby="branches-title">
                <h3 id="branches-title">{ said.title }</h3>
                <ul id={LIST} class="branches-list" tabindex="-1" aria-labelledby="branches-title">
                    { for picture.branches.iter().map(|branch| html! {
                        <Row key={branch.title.id.0} title={branch.title.clone()}
                            is_shown={branch.title.id == picture.branch}
                            is_compared={*compared == Some(branch.title.id)}
                            is_named={*named == Some(branch.title.id)} on_wish={&on_wish} />
                    }) }
                </ul>
                if picture.branches.len() < 2 { <p class="hint">{ said.only_one }</p> }
            </section>
            if let Some(other) = other {
                <Comparison {picture} {other} index={props.index.clone()} {on_further} />
            }
        </div>
    }
}
