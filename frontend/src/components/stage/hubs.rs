//! Publisher, broker and receiver on the stage.

use event_pattern::{State, Time};
use yew::prelude::*;

use super::node::{Reach, node_classes, node_style};
use crate::stage::Rect;
use crate::stage::still::KeyStill;
use crate::stage::words::{self, KEY};
use crate::state::Node;
use crate::state_family::family_class;
use crate::texts::{Part, Texts, clock, fill, parts};

/// What the publisher on the stage is made from.
pub(super) struct PublisherProps<'a> {
    /// How many states it published.
    pub published: u64,
    /// The last one, and when.
    pub last: Option<(State, Time)>,
    /// Where it lies.
    pub card: Rect,
    /// How it is reached.
    pub reach: Reach,
    /// It was chosen.
    pub on_select: &'a Callback<Option<Node>>,
}

/// The publisher on the stage.
pub(super) fn publisher(texts: &Texts, props: PublisherProps<'_>) -> Html {
    let published = words::published(texts, props.published);
    let last = props.last.as_ref().map(|(state, at)| (state.as_str(), clock(*at)));
    let mut said = fill(texts.stage.publisher_said, &[("published", &published)]);
    if let Some((state, at)) = &last {
        said.push(' ');
        said.push_str(&fill(texts.stage.publisher_last_said, &[("state", state), ("time", at)]));
    }
    let onclick = props.on_select.reform(|_: MouseEvent| Some(Node::Publisher));
    html! {
        <button type="button" class={node_classes("publisher", props.reach)} style={node_style(&props.card)}
            tabindex={props.reach.tabindex()} aria-pressed={props.reach.pressed()}
            data-testid="node" data-node="publisher" {onclick}>
            <span class="visually-hidden">{ said }</span>
            <span class="node-face" aria-hidden="true">
                <span class="node-name">{ texts.common.publisher }</span>
                <span class="node-line">{ published }</span>
                if let Some((state, at)) = last {
                    <span class="node-last">
                        { chip(state, "") }
                        <span class="node-line">{ fill(texts.stage.published_last, &[("time", &at)]) }</span>
                    </span>
                }
            </span>
        </button>
    }
}

/// What the broker on the stage is made from.
pub(super) struct BrokerProps<'a> {
    /// What the key holds.
    pub key_still: Option<KeyStill>,
    /// Where it lies.
    pub card: Rect,
    /// How it is reached.
    pub reach: Reach,
    /// It was chosen.
    pub on_select: &'a Callback<Option<Node>>,
}

/// The broker on the stage.
pub(super) fn broker(texts: &Texts, props: BrokerProps<'_>) -> Html {
    let held = props.key_still.as_ref();
    let onclick = props.on_select.reform(|_: MouseEvent| Some(Node::Broker));
    let family = held.map(|held| family_class(held.state.as_str()));
    html! {
        <button type="button" class={classes!(node_classes("broker", props.reach), family)}
            style={node_style(&props.card)}
            tabindex={props.reach.tabindex()} aria-pressed={props.reach.pressed()}
            data-testid="node" data-node="broker" {onclick}>
            <span class="visually-hidden">{ broker_name(texts, held) }</span>
            <span class="node-face" aria-hidden="true">
                <span class="node-name">{ texts.common.broker }</span>
                <span class="node-line node-key">{ key_label(texts) }</span>
                { value(texts, held) }
                { about_value(texts, held) }
            </span>
        </button>
    }
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
            <span class="node-value"><span class="node-empty">{ texts.stage.key_empty }</span><span data-testid="key-value"></span></span>
        },
    }
}

/// Since when and by whom, what becomes of it, and what was lost for it.
fn about_value(texts: &Texts, held: Option<&KeyStill>) -> Html {
    let Some(held) = held else {
        let line = html! { <span class="node-line">{ texts.stage.key_never_set }</span> };
        return html! { <span class="node-about">{ line }</span> };
    };
    html! {
        <span class="node-about">
            <span class="node-line">{ words::set_by(texts, held) }</span>
            if let Some(hint) = &held.hint {
                <span class="node-line node-hint">{ words::hint(texts, hint) }</span>
            }
            if let Some(lost) = &held.lost {
                <span class="node-lost">{ chip(lost.as_str(), "struck") }<b>{ texts.stage.lost }</b></span>
            }
        </span>
    }
}

/// What the receiver on the stage is made from.
pub(super) struct ReceiverProps<'a> {
    /// What it is called.
    pub name: AttrValue,
    /// How many results it received.
    pub results: u64,
    /// Where it lies.
    pub card: Rect,
    /// How it is reached.
    pub reach: Reach,
    /// It was chosen.
    pub on_select: &'a Callback<Option<Node>>,
}

/// The receiver on the stage.
pub(super) fn receiver(texts: &Texts, props: ReceiverProps<'_>) -> Html {
    let results = words::results(texts, props.results);
    let said = fill(texts.stage.receiver_said, &[("receiver", &props.name), ("results", &results)]);
    let onclick = props.on_select.reform(|_: MouseEvent| Some(Node::Receiver));
    html! {
        <button type="button" class={node_classes("receiver", props.reach)} style={node_style(&props.card)}
            tabindex={props.reach.tabindex()} aria-pressed={props.reach.pressed()}
            data-testid="node" data-node="receiver" {onclick}>
            <span class="visually-hidden">{ said }</span>
            <span class="node-face" aria-hidden="true">
                <span class="node-name" title={&props.name}>{ &props.name }</span>
                <span class="node-line node-count">{ results }</span>
                <span class="node-line">{ texts.stage.results_hint }</span>
            </span>
        </button>
    }
}

fn chip(state: &str, look: &'static str) -> Html {
    let class = classes!("state", look, family_class(state));
    html! { <code {class} translate="no" title={state.to_owned()}>{ state.to_owned() }</code> }
}
