//! A scenario's model card: what the model is, and what it leaves out. Knows no browser.

use event_pattern::scenario::{BuiltIn, ServiceSetup};
use event_pattern::{Scenario, State};
use yew::prelude::*;

use crate::components::chip::state_chip;
use crate::run::Origin;
use crate::texts::scenario_names::ScenarioNames;
use crate::texts::scenarios::ScenariosTexts;

/// What a scenario is called.
pub fn title(said: &ScenarioNames, built_in: BuiltIn) -> &'static str {
    match built_in {
        BuiltIn::Described => said.described,
        BuiltIn::Listed => said.listed,
        BuiltIn::Enumerated => said.enumerated,
        BuiltIn::Choreography => said.choreography,
        BuiltIn::Overview => said.overview,
    }
}

/// What the scenario from `origin` is called; one from a file has the file's name.
pub fn name_of<'a>(said: &ScenarioNames, origin: &'a Origin) -> &'a str {
    match origin {
        Origin::BuiltIn(id) => BuiltIn::by_name(id).map_or(id, |built_in| title(said, built_in)),
        Origin::File(name) => name,
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

/// What each service acts on, and what it then sets: states with the same next one stand together.
pub(super) fn rules(said: &ScenariosTexts, scenario: &Scenario) -> Html {
    let rule = |pairs: &[(State, State)]| {
        html! {
            <dd class="row">
                { for pairs.iter().map(|(state, _)| state_chip(state.as_str())) }
                <span class="next">
                    <span aria-hidden="true">{ "→" }</span><span class="visually-hidden">{ said.then }</span>
                    { for pairs.last().map(|(_, next)| state_chip(next.as_str())) }
                </span>
            </dd>
        }
    };
    let service = |service: &ServiceSetup| {
        html! {
            <div>
                <dt translate="no">{ service.name.as_str() }</dt>
                { for service.allowed_states.0.chunk_by(|one, other| one.1 == other.1).map(rule) }
            </div>
        }
    };
    html! { <dl class="rules">{ for scenario.services.iter().map(service) }</dl> }
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
        BuiltIn::Listed => {
            html! { <><p>{ with_states(said.listed_left_out) }</p><p>{ said.shared_left_out }</p></> }
        }
        _ => html! { <p>{ said.shared_left_out }</p> },
    };
    let words = |text| html! { <p>{ with_states(text) }</p> };
    let answers = [
        (said.what, words(said.shared_what)),
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

/// A text with its states in code type.
pub(super) fn with_states(text: &'static str) -> Html {
    let is_name = |c: char| c.is_ascii_uppercase() || c == '_';
    let word = |word: &'static str| {
        let end = word.find(|c| !is_name(c)).unwrap_or(word.len());
        let (name, rest) = word.split_at(end);
        if name == "IDLE" || name.contains('_') && !name.starts_with('_') {
            html! { <><code translate="no">{ name }</code>{ rest }</> }
        } else {
            html! { {word} }
        }
    };
    text.split_inclusive(' ').map(word).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::testing::rendered;
    use crate::texts::Language;

    #[test]
    fn every_card_answers_every_question_in_every_language() {
        for language in [Language::En, Language::Id] {
            for built_in in BuiltIn::ALL {
                let said = &crate::texts::Texts::of(language).scenarios;
                let html = rendered(language, move || card(said, built_in));
                assert_eq!(html.matches("<dt>").count(), 8);
                assert!(!html.contains("<p></p>"));
            }
        }
    }

    #[test]
    fn in_choreography_each_state_stands_with_its_next() {
        let said = &crate::texts::Texts::of(Language::En).scenarios;
        let html = rendered(Language::En, move || rules(said, &BuiltIn::Choreography.scenario()));
        let rules: Vec<String> = html.split("<dd").skip(1).map(words).collect();
        let expected = [
            "TRANSACTION_PAID → then ORDER_COMPLETED",
            "TRANSACTION_CANCELED → then ORDER_CANCELED INVOICE",
            "ORDER_COMPLETED ORDER_CANCELED → then IDLE",
        ];
        assert_eq!(rules, expected);
    }

    /// What stands between the tags.
    fn words(html: &str) -> String {
        let texts = html.split('>').skip(1).filter_map(|piece| piece.split('<').next());
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn states_in_a_text_are_code() {
        let html = rendered(Language::En, || with_states("ORDER acts on ORDER_PAID, then IDLE; not JSON."));
        let expected = "ORDER acts on <code translate=\"no\">ORDER_PAID</code>, then <code translate=\"no\">IDLE</code>; not JSON.";
        assert_eq!(html, expected);
    }
}
