//! Whose lines the console shows.

use std::rc::Rc;

use event_pattern::trace::ServiceId;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::output::Source;
use crate::hooks::use_chosen;
use crate::run::Picture;
use crate::texts::use_texts;

/// What the choice is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// Whose lines are shown; none for everyone's.
    pub chosen: Option<Source>,
    /// Called with another choice.
    pub on_filter: Callback<Option<Source>>,
}

/// The choice of an actor.
#[component]
pub fn Filter(props: &Props) -> Html {
    let texts = use_texts();
    let Props { picture, chosen, on_filter } = props;
    let select = use_chosen(to_value(*chosen));
    let onchange = on_filter.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        from_value(&select.value())
    });
    let option = |source: Option<Source>, name: &str| {
        html! {
            <option value={to_value(source)} selected={source == *chosen}>{ name }</option>
        }
    };
    let services = picture.view.identities().map(|(id, _)| {
        let name = picture.trace.names().service(id).name_after(picture.view.entries_seen);
        option(Some(Source::Service(id)), name.as_str())
    });
    html! {
        <div class="console-filter">
            <select ref={select} class="input" data-testid="console-filter" aria-label={texts.console.filter} {onchange}>
                { option(None, texts.console.everyone) }
                { option(Some(Source::Publisher), texts.common.publisher) }
                { option(Some(Source::Broker), texts.common.broker) }
                { for services }
            </select>
        </div>
    }
}

/// A choice as the value of an option: services by number, since their names change and may be anything.
fn to_value(source: Option<Source>) -> String {
    match source {
        None => String::new(),
        Some(Source::Publisher) => "publisher".to_owned(),
        Some(Source::Broker) => "broker".to_owned(),
        Some(Source::Service(id)) => id.index().to_string(),
    }
}

fn from_value(value: &str) -> Option<Source> {
    match value {
        "publisher" => Some(Source::Publisher),
        "broker" => Some(Source::Broker),
        _ => value.parse().ok().map(|index| Source::Service(ServiceId::from_index(index))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_survives_being_the_value_of_an_option() {
        let service = Source::Service(ServiceId::from_index(7));
        for source in [None, Some(Source::Publisher), Some(Source::Broker), Some(service)] {
            assert_eq!(from_value(&to_value(source)), source);
        }
    }
}
