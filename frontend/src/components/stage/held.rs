//! Publisher and broker on the stage once something was published: the last publication, what the key holds, since when and by
//! whom, what becomes of it, and what was lost for it.

use yew::prelude::*;

use super::hubs::{broker_face, publisher_face};
use super::node::{Said, Shell, chip};
use crate::components::span::span;
use crate::run::Picture;
use crate::stage::still::{KeyStill, last_published};
use crate::stage::words::{self, KEY};
use crate::state_family::family_class;
use crate::texts::{Texts, clock, fill};

/// A hub of the stage at the place that is looked at.
type Hub = fn(&Texts, Shell<'_>, &Picture) -> Html;

/// What the stage tells of what was published.
pub struct Held {
    publisher: Hub,
    broker: Hub,
}

impl Held {
    /// All of it.
    pub const ALL: Held = Held { publisher, broker };

    /// The publisher, with what it published last.
    pub(super) fn publisher(&self, texts: &Texts, shell: Shell<'_>, picture: &Picture) -> Html {
        (self.publisher)(texts, shell, picture)
    }

    /// The broker, with what the key holds.
    pub(super) fn broker(&self, texts: &Texts, shell: Shell<'_>, picture: &Picture) -> Html {
        (self.broker)(texts, shell, picture)
    }
}

fn publisher(texts: &Texts, shell: Shell<'_>, picture: &Picture) -> Html {
    let published = words::published(texts, picture.view.totals.published);
    let mut name = fill(texts.stage.publisher_said, &[("published", &published)]);
    let mut shown = Html::default();
    if let Some((state, at)) = last_published(picture) {
        let (state, at) = (state.as_str(), clock(at));
        name.push(' ');
        name.push_str(&fill(texts.stage.publisher_last_said, &[("state", state), ("time", &at)]));
        shown = html! {
            <span class="node-last">
                { chip(state, None) }
                { span("node-line", fill(texts.stage.published_last, &[("time", &at)])) }
            </span>
        };
    }
    shell.button(Said { name, family: None, service: None }, publisher_face(texts, published, shown))
}

fn broker(texts: &Texts, shell: Shell<'_>, picture: &Picture) -> Html {
    let Some(held) = KeyStill::of(picture) else { return Html::default() };
    let state = held.state.as_str().to_owned();
    let family = Some(family_class(&state));
    let value = html! {
        <code class={classes!("state", "hot", family)} data-testid="key-value" translate="no" title={state.clone()}>
            { state }
        </code>
    };
    let said = Said { name: name(texts, &held), family, service: None };
    shell.button(said, broker_face(texts, value, about(texts, &held)))
}

/// The broker's accessible name: what the key holds and what becomes of it.
fn name(texts: &Texts, held: &KeyStill) -> String {
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

/// Since when and by whom, what becomes of it, and what was lost for it.
fn about(texts: &Texts, held: &KeyStill) -> Html {
    html! {
        <>
            { span("node-line", words::set_by(texts, held)) }
            if let Some(hint) = &held.hint {
                { span("node-line node-hint", words::hint(texts, hint)) }
            }
            if let Some(lost) = &held.lost {
                <span class="node-lost">{ chip(lost.as_str(), Some("struck")) }<b>{ texts.stage.lost }</b></span>
            }
        </>
    }
}
