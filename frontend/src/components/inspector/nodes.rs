//! Publisher, broker and receiver in the inspector: what each is, its facts, what became of the states.

use event_pattern::Trace;
use event_pattern::trace::{Actor, EntryId, What};
use event_pattern::view::KeyView;
use yew::prelude::*;

use super::fates::last_occurrences;
use super::fates_table::fates_table;
use super::name_of;
use crate::components::chip::state_chip;
use crate::components::rich;
use crate::run::Picture;
use crate::texts::{Texts, clock};

/// How many of the last states are listed.
const MOST: usize = 12;

/// The publisher.
pub(super) fn publisher(texts: &Texts, picture: &Picture) -> Html {
    let said = &texts.inspector;
    let own = last_occurrences(&picture.trace, &picture.view, Some(Actor::Publisher), MOST);
    let published = html! { { texts.number(picture.view.totals.published) } };
    html! {
        <>
            <p>{ said.publisher_is }</p>
            { facts(&[(said.published, published)]) }
            { fates_table(texts, picture, &own) }
        </>
    }
}

/// The broker with its key.
pub(super) fn broker(texts: &Texts, picture: &Picture) -> Html {
    let said = &texts.inspector;
    let (trace, view) = (&picture.trace, &*picture.view);
    let names = trace.names();
    // Facts that there are not yet keep their place: nothing jumps when the first state comes.
    let none = || html! { { "–" } };
    let fact = |show: &dyn Fn(KeyView) -> Html| view.key.map_or_else(none, show);
    let list = [
        (said.key, html! { <code>{ "app:state" }</code> }),
        (
            said.value,
            view.key.map_or(html! { { said.no_value } }, |key| state_chip(names.state(key.state).as_str())),
        ),
        (said.since, fact(&|key| html! { <time>{ clock(key.set_at) }</time> })),
        (said.set_by, fact(&|key| actor_name(texts, picture, key.set_by))),
        (said.taken_by, fact(&|key| html! { { texts.number(u64::from(key.works)) } })),
        (said.lost, html! { { texts.number(view.totals.lost) } }),
    ];
    html! {
        <>
            <p>{ said.broker_is }</p>
            { facts(&list) }
            { fates_table(texts, picture, &last_occurrences(trace, view, None, MOST)) }
        </>
    }
}

/// The receiver.
pub(super) fn receiver(texts: &Texts, picture: &Picture) -> Html {
    let said = &texts.inspector;
    let view = &picture.view;
    let results = html! { { texts.number(view.totals.results) } };
    let row = |(id, at, by, state): (u32, String, Actor, &str)| {
        html! {
            <tr key={id}>
                <td>{ state_chip(state) }</td>
                <td>{ rich(said.set_when, &[("time", html! { <time>{ at }</time> }), ("who", actor_name(texts, picture, by))]) }</td>
            </tr>
        }
    };
    let last = last_results(&picture.trace, view.entries_seen);
    html! {
        <>
            <p>{ said.receiver_is }</p>
            { facts(&[(said.results, results)]) }
            <h3 id="results-title">{ said.last_results }</h3>
            <div class="table-box" role="region" tabindex="0" aria-labelledby="results-title">
                if last.is_empty() {
                    <p class="hint">{ said.no_results }</p>
                } else {
                    <table class="fates" aria-labelledby="results-title">
                        <thead><tr><th scope="col">{ said.work_on }</th><th scope="col">{ said.time }</th></tr></thead>
                        <tbody>{ for last.into_iter().map(row) }</tbody>
                    </table>
                }
            </div>
        </>
    }
}

fn last_results(trace: &Trace, until: usize) -> Vec<(u32, String, Actor, &str)> {
    let result = |index| {
        let id = EntryId::from_index(index);
        let entry = trace.get(id)?;
        let What::ResultPublished { state } = entry.what else { return None };
        Some((id.number(), clock(entry.at), entry.actor, trace.names().state(state).as_str()))
    };
    (until.saturating_sub(1_000)..until).rev().filter_map(result).take(MOST).collect()
}

/// Facts with their names.
fn facts(list: &[(&'static str, Html)]) -> Html {
    let fact = |(name, fact): &(&'static str, Html)| html! { <div><dt>{ *name }</dt><dd>{ fact.clone() }</dd></div> };
    html! { <dl class="facts">{ for list.iter().map(fact) }</dl> }
}

/// Who did something.
pub(super) fn actor_name(texts: &Texts, picture: &Picture, actor: Actor) -> Html {
    match actor {
        Actor::Publisher => html! { { texts.inspector.the_publisher } },
        Actor::Service(id) => html! { <b translate="no">{ name_of(&picture.trace, &picture.view, id) }</b> },
        Actor::Other(Some(label)) => {
            html! { <b translate="no">{ picture.trace.names().label(label).to_owned() }</b> }
        }
        Actor::Other(None) => html! { { texts.inspector.somebody_elsewhere } },
    }
}
