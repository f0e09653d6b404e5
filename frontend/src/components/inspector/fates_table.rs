//! What became of the last states, as a table.

use event_pattern::explain::{Fate, Taken};
use event_pattern::trace::Actor;
use yew::prelude::*;

use super::fates::Occurrence;
use super::nodes::actor_name;
use crate::components::chip::state_chip;
use crate::components::rich;
use crate::run::Picture;
use crate::texts::{Texts, clock};

/// The table, the newest state first.
pub(super) fn fates_table(texts: &Texts, picture: &Picture, occurrences: &[Occurrence]) -> Html {
    let said = &texts.inspector;
    let row = |seen: &Occurrence| {
        let time = html! { <time>{ clock(seen.at) }</time> };
        html! {
            <tr key={seen.id.number()}>
                <td>
                    { state_chip(picture.trace.names().state(seen.state).as_str()) }
                    <p class="when">{ rich(said.set_when, &[("time", time), ("who", actor_name(texts, picture, seen.by))]) }</p>
                </td>
                <td>{ fate(texts, picture, seen) }</td>
            </tr>
        }
    };
    html! {
        <>
            <h3 id="fates-title">{ said.fates }</h3>
            <div class="table-box" role="region" tabindex="0" aria-labelledby="fates-title">
                if occurrences.is_empty() {
                    <p class="hint">{ said.no_fates }</p>
                } else {
                    <table class="fates" aria-labelledby="fates-title" data-testid="fates">
                        <thead><tr><th scope="col">{ said.state }</th><th scope="col">{ said.fate }</th></tr></thead>
                        <tbody>{ for occurrences.iter().map(row) }</tbody>
                    </table>
                }
            </div>
        </>
    }
}

fn fate(texts: &Texts, picture: &Picture, seen: &Occurrence) -> Html {
    let said = &texts.inspector;
    let of_publisher = seen.by == Actor::Publisher;
    match &seen.fate {
        Fate::Taken(by) => {
            let taker = |taken: &Taken| {
                let service = actor_name(texts, picture, Actor::Service(taken.by));
                let time = html! { { texts.span(taken.at.since(seen.at)) } };
                html! { <p class="taken">{ rich(said.took, &[("service", service), ("time", time)]) }</p> }
            };
            by.iter().map(taker).collect()
        }
        Fate::Lost { by, .. } => {
            let who = actor_name(texts, picture, *by);
            html! { <p class="lost">{ rich(said.was_lost, &[("who", who)]) }</p> }
        }
        Fate::Waiting(_) => html! { <p>{ said.waiting }</p> },
        Fate::LeftToOthers { .. } => html! { <p>{ said.left_to_others }</p> },
        Fate::NobodyAllowsIt | Fate::Passed { .. } if of_publisher => {
            html! { <p class="unheard">{ said.unheard }</p> }
        }
        Fate::NobodyAllowsIt | Fate::Passed { .. } => html! { <p class="rests">{ said.rests }</p> },
    }
}
