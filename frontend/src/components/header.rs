//! The header: what the page is, which scenario runs, language, look, help.

use yew::prelude::*;

use crate::hooks::use_dispatch;
use crate::state::{Action, Dialog};
use crate::texts::{Language, use_texts};

/// What the header is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language of the page.
    pub language: Language,
}

/// The header.
#[component]
pub fn Header(props: &Props) -> Html {
    let texts = use_texts();
    let dispatch = use_dispatch();
    let on = |action: Action| {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.dispatch(action.clone())
    };
    html! {
        <header class="header">
            <h1>{ texts.common.page_title }</h1>
            <button type="button" class="btn" data-testid="scenarios" onclick={on(Action::OpenDialog(Dialog::Scenarios))}>
                { texts.page.scenarios }
            </button>
            <button type="button" class="btn" data-testid="lab" onclick={on(Action::ToggleLab)}>{ texts.page.lab }</button>
            { for [Language::Id, Language::En].map(|language| html! {
                <button type="button" class="btn" data-testid={format!("language-{}", language.code())}
                    aria-pressed={(language == props.language).to_string()} onclick={on(Action::Speak(language))}>
                    { language.code() }
                </button>
            }) }
            <button type="button" class="btn" data-testid="help" aria-label={texts.page.help}
                onclick={on(Action::OpenDialog(Dialog::Help))}>{ "?" }</button>
        </header>
    }
}
