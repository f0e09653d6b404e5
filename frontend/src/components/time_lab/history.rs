//! The tab about the chosen entry: what happened, why, and what it came from, back to what somebody did from outside.

use event_pattern::explain::{causes, loss, lost_line};
use event_pattern::trace::{EntryId, What};
use yew::prelude::*;

use super::Props;
use crate::components::lane_name::lane_name;
use crate::components::sentence::sentence;
use crate::hooks::{use_conductor, use_dispatch};
use crate::run::{Intent, Picture};
use crate::sentences::{entry_sentence, missed_sentences};
use crate::shell::focus;
use crate::state::{Action, Node};
use crate::texts::time_lab::TimeLabTexts;
use crate::texts::{Texts, clock, fill, use_texts};
use crate::timeline::index::lane_of;

/// So many causes are listed; the last of them leads further back.
const MOST_CAUSES: usize = 12;
/// So many services that missed a state are told of.
const MOST_MISSED: usize = 8;

/// The tab's content.
pub(super) fn tab(props: &Props) -> Html {
    html! { <History ..props.clone() /> }
}

/// The chosen entry, and why it happened.
#[component]
fn History(props: &Props) -> Html {
    let texts = use_texts();
    let (conductor, dispatch) = (use_conductor(), use_dispatch());
    let Props { picture, .. } = props;
    let go = Callback::from({
        let picture = picture.clone();
        move |entry: EntryId| {
            dispatch.dispatch(Action::ChooseEntry(Some(entry)));
            if let Some(place) = picture.trace.place_of(entry) {
                // Looking at another place is never refused.
                let _ = conductor.tell(Intent::SeekPlace(place));
            }
        }
    });
    let chosen = props.chosen.filter(|id| picture.trace.get(*id).is_some());
    // While time stands, what happened last is told of until somebody chooses.
    let last_seen = || picture.view.entries_seen.checked_sub(1).filter(|_| !picture.playing);
    let told = chosen.or_else(|| last_seen().map(EntryId::from_index));
    html! {
        <div class="history">
            { told.map_or_else(|| html! { <p class="hint">{ texts.time_lab.nothing_chosen }</p> }, |id| about(texts, picture, id, &go)) }
            { neighbours(texts, props, chosen, &go) }
        </div>
    }
}

/// What happened before and after: in the same lane, and among the losses.
fn neighbours(texts: &Texts, props: &Props, chosen: Option<EntryId>, go: &Callback<EntryId>) -> Html {
    let words = &texts.time_lab;
    let index = props.index.0.borrow();
    let trace = &props.picture.trace;
    let seen = props.picture.view.entries_seen;
    let (before, after) = chosen.map_or((seen, seen), |id| (id.index(), id.index() + 1));
    let node = chosen.and_then(|id| trace.get(id)).map(lane_of).or(props.selected).unwrap_or(Node::Broker);
    let whose = lane_name(texts, &props.picture, node);
    let of = |pattern| fill(pattern, &[("who", &whose)]);
    let there = |found: Option<EntryId>| found.filter(|id| trace.get(*id).is_some());
    html! {
        <div class="history-ways" role="group" aria-label={words.ways}>
            { way("history-previous", [&of(words.previous_of), &whose], "←", there(index.previous(node, before)), words, go) }
            { way("history-next", [&of(words.next_of), &whose], "→", there(index.next(node, after)), words, go) }
            { way("history-previous-loss", [words.previous_loss, ""], "← ✕", there(index.previous_loss(before)), words, go) }
            { way("history-next-loss", [words.next_loss, ""], "✕ →", there(index.next_loss(after)), words, go) }
        </div>
    }
}

/// A button that leads to an entry; without one it stays, and says that there is none. It has a name, and a short one for
/// where there is little room.
fn way(
    id: &'static str,
    [name, short]: [&str; 2],
    arrow: &'static str,
    to: Option<EntryId>,
    words: &TimeLabTexts,
    go: &Callback<EntryId>,
) -> Html {
    let go = go.clone();
    let onclick = move |_: MouseEvent| {
        if let Some(entry) = to {
            go.emit(entry);
        }
    };
    html! {
        <button type="button" class="button" data-testid={id} aria-disabled={to.is_none().then_some("true")}
            aria-label={name.to_owned()} title={if to.is_none() { words.none_there.to_owned() } else { name.to_owned() }} {onclick}>
            <span>{ arrow }</span><span class="way-name">{ name }</span><span class="way-short">{ short }</span>
        </button>
    }
}

/// What happened, why, and what it came from.
fn about(texts: &Texts, picture: &Picture, id: EntryId, go: &Callback<EntryId>) -> Html {
    let trace = &picture.trace;
    let Some(entry) = trace.get(id) else { return Html::default() };
    let missed = loss(trace, id).map(|loss| missed_sentences(texts, trace, id.index(), &loss, MOST_MISSED));
    let is_loss = matches!(entry.what, What::StateLost { .. });
    let because = if is_loss { texts.time_lab.overwritten_because } else { texts.time_lab.because };
    html! {
        <div class="history-about">
            <div class="history-what" data-testid="history-what">
                <p class="history-sentence">
                    <time>{ clock(entry.at) }</time>
                    { for entry_sentence(texts, trace, id).iter().map(sentence) }
                </p>
                { for missed.into_iter().flatten().map(|missed| html! { <p>{ sentence(&missed) }</p> }) }
            </div>
            { line(texts, picture, because, &causes(trace, id).take(MOST_CAUSES).collect::<Vec<_>>(), go) }
            if is_loss {
                { line(texts, picture, texts.time_lab.lost_because, &lost_line(trace, id).take(MOST_CAUSES).collect::<Vec<_>>(), go) }
            }
        </div>
    }
}

/// A chain of causes, each of which can be gone to.
fn line(
    texts: &Texts,
    picture: &Picture,
    title: &'static str,
    chain: &[EntryId],
    go: &Callback<EntryId>,
) -> Html {
    let trace = &picture.trace;
    let step = |id: &EntryId| {
        let (id, go) = (*id, go.clone());
        let onclick = move |_: MouseEvent| {
            // The list makes way for that of the other entry.
            focus("time-lab-panel");
            go.emit(id);
        };
        let at = trace.get(id).map_or_else(String::new, |entry| clock(entry.at));
        html! {
            <li key={id.number()}>
                <button type="button" class="history-cause" data-testid="history-cause" {onclick}>
                    <time>{ at }</time>
                    <span>{ for entry_sentence(texts, trace, id).iter().map(sentence) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="history-line">
            <h3>{ title }</h3>
            if chain.is_empty() {
                <p class="hint">{ texts.time_lab.from_outside }</p>
            } else {
                <ol>{ for chain.iter().map(step) }</ol>
            }
        </section>
    }
}
