//! A scenario's model card: what the model is, and what it leaves out. Knows no browser.

use event_pattern::scenario::BuiltIn;
use yew::prelude::*;

use crate::texts::scenarios::ScenariosTexts;

/// What a scenario is called.
pub fn title(said: &ScenariosTexts, built_in: BuiltIn) -> &'static str {
    match built_in {
        BuiltIn::Described => said.described,
        BuiltIn::Listed => said.listed,
        BuiltIn::Enumerated => said.enumerated,
        BuiltIn::Choreography => said.choreography,
        BuiltIn::Overview => said.overview,
    }
}

/// What it shows, and where the tutorial says it.
pub(super) fn shows(said: &ScenariosTexts, built_in: BuiltIn) -> &'static str {
    match built_in {
        BuiltIn::Described => said.described_shows,
        BuiltIn::Listed => said.listed_shows,
        BuiltIn::Enumerated => said.enumerated_shows,
        BuiltIn::Choreography => said.choreography_shows,
        BuiltIn::Overview => said.overview_shows,
    }
}

/// The card: every scenario answers the same eight questions.
pub(super) fn card(said: &ScenariosTexts, built_in: BuiltIn) -> Html {
    let (notice, try_this) = match built_in {
        BuiltIn::Described => (said.described_notice, said.described_try),
        BuiltIn::Listed => (said.listed_notice, said.listed_try),
        BuiltIn::Enumerated => (said.enumerated_notice, said.enumerated_try),
        BuiltIn::Choreography => (said.choreography_notice, said.choreography_try),
        BuiltIn::Overview => (said.overview_notice, said.overview_try),
    };
    let left_out = match built_in {
        BuiltIn::Listed => html! { <><p>{ said.listed_left_out }</p><p>{ said.shared_left_out }</p></> },
        _ => html! { <p>{ said.shared_left_out }</p> },
    };
    let words = |text| html! { <p>{ text }</p> };
    let answers = [
        (said.what, words(shows(said, built_in))),
        (said.how, words(said.shared_how)),
        (said.use_it, words(said.shared_use)),
        (said.notice, words(notice)),
        (said.try_this, words(try_this)),
        (said.extend, words(said.shared_extend)),
        (said.left_out, left_out),
        (said.live, words(said.shared_live)),
    ];
    let answer = |(question, answer)| html! { <div><dt>{ question }</dt><dd>{ answer }</dd></div> };
    html! { <dl class="card">{ for answers.into_iter().map(answer) }</dl> }
}
