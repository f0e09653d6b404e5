//! A branch in the list: its name, and what can be done with it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::BranchId;
use crate::components::deeds::say_branch;
use crate::components::icon::{Icon, icon};
use crate::hooks::use_effect_on;
use crate::run::BranchTitle;
use crate::shell::{focus, mark_all};
use crate::texts::{fill, use_texts};

/// The longest name, in characters: more is no name.
const LONGEST_NAME: &str = "80";
/// What the field for a name is called in the page.
const FIELD: &str = "branch-name";

/// What a person wants of a branch.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wish {
    /// Show it.
    Show,
    /// Compare it with the one that is shown, or end that.
    Compare,
    /// Forget it.
    Remove,
    /// Type a name for it.
    BeginNaming,
    /// Leave its name as it is.
    EndNaming,
    /// This is its name; none takes it away.
    Name(Option<Rc<str>>),
}

/// What a row is made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What the branch is called.
    pub title: BranchTitle,
    /// Whether it is the one that is shown.
    pub is_shown: bool,
    /// Whether it is compared with that one.
    pub is_compared: bool,
    /// Whether a name for it is being typed.
    pub is_named: bool,
    /// What hears what a person wants of it.
    pub on_wish: Callback<(BranchId, Wish)>,
}

/// A branch.
#[component]
pub(super) fn Row(props: &Props) -> Html {
    let texts = use_texts();
    let said = &texts.branches;
    let id = props.title.id;
    let rename_id = ["branch-rename-", &id.0.to_string()].concat();
    let typed = use_state_eq(|| None::<String>);
    use_effect_on((props.is_named, rename_id.clone()), |(named, rename_id)| {
        let (named, rename_id) = (*named, rename_id.clone());
        if named {
            focus(FIELD);
            mark_all(FIELD);
        }
        move || {
            if named {
                focus(&rename_id);
            }
        }
    });
    let name = say_branch(texts, &props.title);
    let on = |wish: Wish| props.on_wish.reform(move |_: MouseEvent| (id, wish.clone()));
    let tool = |pattern: &'static str,
                test_id: &'static str,
                shape: Icon,
                wish: Wish,
                pressed: Option<bool>| {
        let title = fill(pattern, &[("branch", &name)]);
        html! {
            <button type="button" class="button icon quiet" data-testid={test_id} aria-label={title.clone()} {title}
                aria-pressed={pressed.map(|pressed| pressed.to_string())} onclick={on(wish)}>{ icon(shape) }</button>
        }
    };
    let content = if props.is_named {
        naming(props, &name, &typed, said.name)
    } else {
        html! {
            <>
                <button type="button" class="branch-show" data-testid="branch-show"
                    aria-current={props.is_shown.then_some("true")}
                    onclick={if props.is_shown { Callback::noop() } else { on(Wish::Show) }}>
                    <span class="branch-mark" aria-hidden="true" />
                    <span>
                        { &name }
                        if props.is_shown { {" "}<span class="hint">{ said.shown }</span> }
                    </span>
                </button>
                <button type="button" id={rename_id} class="button quiet" data-testid="branch-rename"
                    aria-label={fill(said.rename_this, &[("branch", &name)])}
                    onclick={on(Wish::BeginNaming)}>{ said.rename }</button>
                if !props.is_shown {
                    { tool(said.compare, "branch-compare", Icon::Compare, Wish::Compare, Some(props.is_compared)) }
                    { tool(said.remove, "branch-remove", Icon::Close, Wish::Remove, None) }
                }
            </>
        }
    };
    html! { <li class="row" data-testid="branch" data-branch={id.0.to_string()}>{ content }</li> }
}

/// The field for another name.
fn naming(props: &Props, name: &str, typed: &UseStateHandle<Option<String>>, label: &'static str) -> Html {
    let id = props.title.id;
    let done = {
        let (on_wish, typed) = (props.on_wish.clone(), typed.setter());
        move |wish: Wish| {
            typed.set(None);
            on_wish.emit((id, wish));
        }
    };
    let shown = typed.as_deref().unwrap_or(name).to_owned();
    let onsubmit = {
        let (done, before, now) = (done.clone(), name.to_owned(), shown.trim().to_owned());
        move |event: SubmitEvent| {
            event.prevent_default();
            done(match now.as_str() {
                // What it is called by itself is no name: it follows the language.
                _ if now == before => Wish::EndNaming,
                "" => Wish::Name(None),
                name => Wish::Name(Some(name.into())),
            });
        }
    };
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| typed.set(Some(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onkeydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            done(Wish::EndNaming);
        }
    };
    html! {
        <form class="row grow" {onsubmit}>
            <input id={FIELD} class="input grow" data-testid="branch-name" type="text" maxlength={LONGEST_NAME}
                autocomplete="off" aria-label={label} value={shown} {oninput} {onkeydown} />
            <button type="submit" class="button" data-testid="branch-name-set">{ label }</button>
        </form>
    }
}
