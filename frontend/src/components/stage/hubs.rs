//! Publisher, broker and receiver on the stage.

use event_pattern::{State, Time};
use yew::prelude::*;

use super::node::{Said, Shell, chip};
use crate::components::span::span;
use crate::stage::still::KeyStill;
use crate::stage::words::{self, KEY};
use crate::state_family::family_class;
use crate::texts::{Part, Texts, clock, fill, parts};

/// The publisher on the stage: how many states it published, and the last one with its time.
pub(super) fn publisher(
    texts: &Texts,
    shell: Shell<'_>,
    published: u64,
    last: Option<(State, Time)>,
) -> Html {
    let published = words::published(texts, published);
    let last = last.as_ref().map(|(state, at)| (state.as_str(), clock(*at)));
    let mut name = fill(texts.stage.publisher_said, &[("published", &published)]);
    if let Some((state, at)) = &last {
        name.push(' ');
        name.push_str(&fill(texts.stage.publisher_last_said, &[("state", state), ("time", at)]));
    }
    let face = html! {
        <>
            { span("node-name", texts.common.publisher) }
            { span("node-line", published) }
            if let Some((state, at)) = last {
                <span class="node-last">
                    { chip(state, None) }
                    { span("node-line", fill(texts.stage.published_last, &[("time", &at)])) }
                </span>
            }
        </>
    };
    shell.button(Said { name, family: None, service: None }, face)
}

/// The broker on the stage, and what the key holds.
pub(super) fn broker(texts: &Texts, shell: Shell<'_>, held: Option<&KeyStill>) -> Html {
    let family = held.map(|held| family_class(held.state.as_str()));
    let face = html! {
        <>
            { span("node-name", texts.common.broker) }
            <span class="node-line node-key">{ key_label(texts) }</span>
            { value(texts, held) }
            { about_value(texts, held) }
        </>
    };
    shell.button(Said { name: broker_name(texts, held), family, service: None }, face)
}

/// The broker's accessible name: what the key holds and what becomes of it.
fn broker_name(texts: &Texts, held: Option<&KeyStill>) -> String {
    let Some(held) = held else { return fill(texts.stage.broker_empty_said, &[("key", KEY)]) };
    let hint = held.hint.as_ref().map(|hint| words::hint(texts, hint)).unwrap_or_default();
    let pattern = if hint.is_empty() { texts.stage.broker_said } else { texts.stage.broker_hint_said };
    let (state, set) = (held.state.as_str(), words::set_by(texts, held));
    let mut said = fill(pattern, &[("key", KEY), ("state", state), ("set", &set), ("hint", &hint)]);
    if let Some(lost) = &held.lost {
        said.push(' ');
        said.push_str(&fill(texts.stage.lost_said, &[("state", lost.as_str())]));
    }
    said
}

fn key_label(texts: &Texts) -> Html {
    let part = |part: Part<'_>| match part {
        Part::Words(words) => html! { { words.to_owned() } },
        Part::Place(_) => html! { <code translate="no">{ KEY }</code> },
    };
    parts(texts.stage.key_holds).map(part).collect()
}

/// The key's value as large as it matters.
fn value(texts: &Texts, held: Option<&KeyStill>) -> Html {
    match held {
        Some(held) => {
            let state = held.state.as_str().to_owned();
            html! {
                <span class="node-value"><code class={classes!("state", "hot", family_class(&state))} data-testid="key-value"
                    translate="no" title={state.clone()}>{ state }</code></span>
            }
        }
        None => html! {
            <span class="node-value">{ span("node-empty", texts.stage.key_empty) }<span data-testid="key-value"></span></span>
        },
    }
}

/// Since when and by whom, what becomes of it, and what was lost for it.
fn about_value(texts: &Texts, held: Option<&KeyStill>) -> Html {
    let Some(held) = held else {
        return html! { <span class="node-about">{ span("node-line", texts.stage.key_never_set) }</span> };
    };
    html! {
        <span class="node-about">
            { span("node-line", words::set_by(texts, held)) }
            if let Some(hint) = &held.hint {
                { span("node-line node-hint", words::hint(texts, hint)) }
            }
            if let Some(lost) = &held.lost {
                <span class="node-lost">{ chip(lost.as_str(), Some("struck")) }<b>{ texts.stage.lost }</b></span>
            }
        </span>
    }
}

/// The receiver on the stage: what it is called, and how many results it received.
pub(super) fn receiver(texts: &Texts, shell: Shell<'_>, receiver: &str, results: u64) -> Html {
    let results = words::results(texts, results);
    let name = fill(texts.stage.receiver_said, &[("receiver", receiver), ("results", &results)]);
    let face = html! {
        <>
            <span class="node-name" title={receiver.to_owned()}>{ receiver }</span>
            { span("node-line node-count", results) }
            { span("node-line", texts.stage.results_hint) }
        </>
    };
    shell.button(Said { name, family: None, service: None }, face)
}
