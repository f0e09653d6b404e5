//! Publisher, broker and receiver on the stage. What the first two say once something was published is loaded with what tells
//! of it.

use yew::prelude::*;

use super::node::{Said, Shell};
use crate::components::span::span;
use crate::narration::NARRATION;
use crate::run::Picture;
use crate::stage::words::{self, KEY};
use crate::texts::{Part, Texts, fill, parts};

/// The publisher on the stage: how many states it published, and the last one with its time.
pub(super) fn publisher(texts: &Texts, shell: Shell<'_>, picture: &Picture) -> Html {
    let published = picture.view.totals.published;
    if let (true, Ok(narration)) = (published > 0 || picture.view.key.is_some(), NARRATION.get()) {
        return narration.stage.publisher(texts, shell, picture);
    }
    let published = words::published(texts, published);
    let name = fill(texts.stage.publisher_said, &[("published", &published)]);
    shell
        .button(Said { name, family: None, service: None }, publisher_face(texts, published, Html::default()))
}

/// What the publisher shows.
pub(super) fn publisher_face(texts: &Texts, published: String, last: Html) -> Html {
    html! {
        <>
            { span("node-name", texts.common.publisher) }
            { span("node-line", published) }
            { last }
        </>
    }
}

/// The broker on the stage, and what the key holds.
pub(super) fn broker(texts: &Texts, shell: Shell<'_>, picture: &Picture) -> Html {
    if picture.view.key.is_some() {
        if let Ok(narration) = NARRATION.get() {
            return narration.stage.broker(texts, shell, picture);
        }
        // It is on its way, with the sentences about it. Nobody is to be told that the key is empty.
        let said = Said { name: texts.common.broker.to_owned(), family: None, service: None };
        return shell.button(said, broker_face(texts, Html::default(), Html::default()));
    }
    let name = fill(texts.stage.broker_empty_said, &[("key", KEY)]);
    let value = html! {
        <>{ span("node-empty", texts.stage.key_empty) }<span data-testid="key-value"></span></>
    };
    let face = broker_face(texts, value, span("node-line", texts.stage.key_never_set));
    shell.button(Said { name, family: None, service: None }, face)
}

/// What the broker shows: the key's value as large as it matters, and what there is to say about it.
pub(super) fn broker_face(texts: &Texts, value: Html, about: Html) -> Html {
    html! {
        <>
            { span("node-name", texts.common.broker) }
            <span class="node-line node-key">{ key_label(texts) }</span>
            <span class="node-value">{ value }</span>
            <span class="node-about">{ about }</span>
        </>
    }
}

fn key_label(texts: &Texts) -> Html {
    let part = |part: Part<'_>| match part {
        Part::Words(words) => html! { { words.to_owned() } },
        Part::Place(_) => html! { <code translate="no">{ KEY }</code> },
    };
    parts(texts.stage.key_holds).map(part).collect()
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
