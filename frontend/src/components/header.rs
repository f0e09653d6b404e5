//! The header: what the page is, which scenario runs, the lab, the language, the look, help.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::live::{link_said, live_button};
use super::scenarios::name_of;
use super::span::span;
use crate::hooks::{Roving, use_act, use_chosen, use_dispatch, use_roving};
use crate::keys::Act;
use crate::live::LinkState;
use crate::preferences::{Lab, Preferences, Theme};
use crate::run::Origin;
use crate::state::{Action, Dialog, Dispatch};
use crate::texts::page::PageTexts;
use crate::texts::{Language, use_texts};

/// The languages on offer; the pseudo-languages are for tests.
const OFFERED: [Language; 2] = [Language::Id, Language::En];

/// What the header is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What the person likes.
    pub preferences: Preferences,
    /// Where the scenario that runs is from.
    pub origin: Origin,
    /// How the page stands to its bridge.
    pub link: LinkState,
}

/// The header.
#[component]
pub fn Header(props: &Props) -> Html {
    let texts = use_texts();
    let dispatch = use_dispatch();
    let act = use_act();
    let spoken = props.preferences.language;
    let chosen = OFFERED.iter().position(|language| *language == spoken);
    let roving = use_roving(OFFERED.len(), chosen.unwrap_or(1));
    // What is shown: one stop of the Tab key.
    let tools = use_roving(3, 0);
    let theme = use_chosen(props.preferences.theme.code().to_owned());
    let open_scenarios = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.dispatch(Action::OpenDialog(Dialog::Scenarios))
    };
    let lab = props.preferences.lab;
    let on = |what: Act| act.reform(move |_: MouseEvent| what);
    html! {
        <header class="header">
            <h1 class="brand">{ icon(Icon::Brand) }<span>{ texts.common.page_title }</span></h1>
            <span class="open-scenario" data-testid="open-scenario">{ name_of(&texts.scenario_names, &props.origin).to_owned() }</span>
            <div class="header-tools" role="toolbar" aria-label={texts.page.shown} ref={tools.group()}
                onkeydown={tools.on_key()} onfocusin={tools.on_focus()}>
                <button type="button" class="button" data-testid="scenarios" aria-haspopup="dialog" data-roving=""
                    tabindex={tools.tab_index(0)} onclick={open_scenarios}>{ texts.page.scenarios }</button>
                <button type="button" class="button" data-testid="lab" aria-pressed={(lab == Lab::Open).to_string()}
                    data-roving="" tabindex={tools.tab_index(1)} onclick={on(Act::Lab)}>
                    { icon(Icon::Lab) }{ texts.page.lab }
                </button>
                { live_button(texts, &props.link, tools.tab_index(2), on(Act::Live)) }
            </div>
            { link_said(&texts.link, &props.link) }
            <span class="grow"></span>
            { languages(&texts.page, spoken, &roving, &dispatch) }
            { themes(&texts.page, theme, props.preferences.theme, &dispatch) }
            <button type="button" class="button icon" data-testid="help" aria-haspopup="dialog"
                aria-label={texts.page.help} title={texts.page.help} onclick={on(Act::Help)}>
                <span aria-hidden="true">{ "?" }</span>
            </button>
        </header>
    }
}

/// The languages, as one group of which one is chosen.
fn languages(texts: &PageTexts, spoken: Language, roving: &Roving, dispatch: &Dispatch) -> Html {
    let choice = |(index, language): (usize, Language)| {
        let dispatch = dispatch.clone();
        let name = if language == Language::Id { texts.indonesian } else { texts.english };
        html! {
            <button type="button" class="button" role="radio" data-roving="" tabindex={roving.tab_index(index)}
                data-testid={["language-", language.code()].concat()} aria-checked={(language == spoken).to_string()}
                title={name} onclick={move |_: MouseEvent| dispatch.dispatch(Action::Speak(language))}>
                <span aria-hidden="true">{ language.code().to_ascii_uppercase() }</span>
                { span("visually-hidden", name) }
            </button>
        }
    };
    html! {
        <div class="group" role="radiogroup" aria-label={texts.language} ref={roving.group()}
            onkeydown={roving.on_key()} onfocusin={roving.on_focus()}>
            { for OFFERED.into_iter().enumerate().map(choice) }
        </div>
    }
}

/// The themes, behind an icon.
fn themes(texts: &PageTexts, select: NodeRef, chosen: Theme, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = move |event: Event| {
        let chosen = Theme::from_code(&event.target_unchecked_into::<HtmlSelectElement>().value());
        dispatch.dispatch(Action::Dress(chosen.unwrap_or_default()));
    };
    html! {
        <span class="theme button icon" title={texts.theme}>
            { icon(Icon::Theme) }
            <select ref={select} data-testid="theme" aria-label={texts.theme} {onchange}>
                { for Theme::ALL.iter().map(|&theme| html! {
                    <option value={theme.code()} selected={theme == chosen}>{ theme_name(texts, theme) }</option>
                }) }
            </select>
        </span>
    }
}

const fn theme_name(texts: &PageTexts, theme: Theme) -> &'static str {
    match theme {
        Theme::System => texts.theme_system,
        Theme::Light => texts.theme_light,
        Theme::Dark => texts.theme_dark,
    }
}
