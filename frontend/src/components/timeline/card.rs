//! The card: what happened at a point of the lanes, and the way to why.

use event_pattern::Time;
use event_pattern::trace::{EntryId, ServiceId};
use yew::prelude::*;

use crate::components::sentence::sentence;
use crate::decimals::tenths;
use crate::run::Picture;
use crate::sentences::{Sentence, entry_sentence, idle_read_sentence};
use crate::texts::{Texts, clock, counted, fill};

/// What the card tells of, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Told {
    /// What happened.
    pub(super) what: Subject,
    /// From the left, as a share of the lanes' width.
    pub(super) share: f64,
    /// How far its lower edge is above the lanes' lower edge, in pixels.
    pub(super) above: f64,
    /// How long it stays.
    pub(super) stays: Stays,
}

/// What a card tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// An entry, and how many are in the same place.
    Entry(EntryId, usize),
    /// A read that led to nothing.
    Look(ServiceId, Time),
}

/// How long a card stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stays {
    /// While the pointer is there.
    WhileOver,
    /// Until somebody taps elsewhere, leaves the lanes or presses Escape: there is a button on it, and the way to it leads
    /// over other things.
    Held,
}

/// The card.
pub(super) fn card(texts: &Texts, picture: &Picture, told: Told, on_why: Callback<EntryId>) -> Html {
    let held = told.stays == Stays::Held;
    let (left, bottom) = (tenths(100.0 * told.share), tenths(told.above));
    let style = ["left:", &left, "%;bottom:", &bottom, "px;transform:translateX(-", &left, "%)"].concat();
    // The focus stays in the lanes: without it the card would go before its button is clicked.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    let why = match told.what {
        Subject::Entry(entry, _) if held => {
            let onclick = move |_: MouseEvent| on_why.emit(entry);
            html! {
                <button type="button" class="button" data-testid="why" tabindex="-1" {onclick}>{ texts.timeline.why }</button>
            }
        }
        _ => Html::default(),
    };
    html! {
        <div class={classes!("lanes-card", held.then_some("is-held"))} data-testid="lanes-card" {style} {onmousedown}>
            <p>{ what(texts, picture, told.what) }</p>
            { why }
        </div>
    }
}

fn what(texts: &Texts, picture: &Picture, subject: Subject) -> Html {
    let trace = &picture.trace;
    match subject {
        Subject::Entry(id, stands_for) => {
            let Some(entry) = trace.get(id) else { return Html::default() };
            let more = stands_for.saturating_sub(1) as u64;
            let pattern = counted(more, texts.timeline.one_more, texts.timeline.many_more);
            html! {
                <>
                    <time>{ clock(entry.at) }</time>
                    { for entry_sentence(texts, trace, id).iter().map(sentence) }
                    if more > 0 {
                        <span class="said-more">{ " " }{ fill(pattern, &[("count", &texts.number(more))]) }</span>
                    }
                </>
            }
        }
        // Another branch may never have had it.
        Subject::Look(service, _) if service.index() >= trace.names().service_count() => Html::default(),
        Subject::Look(service, at) => {
            html! { <><time>{ clock(at) }</time>{ sentence(&look_sentence(texts, picture, service, at)) }</> }
        }
    }
}

/// What a read that led to nothing found.
pub(super) fn look_sentence(texts: &Texts, picture: &Picture, service: ServiceId, at: Time) -> Sentence {
    let trace = &picture.trace;
    let view = trace.view_at(trace.place_after(at));
    let state = view.key.map(|key| trace.names().state(key.state));
    let name = trace.names().service(service).name_after(view.entries_seen).as_str();
    idle_read_sentence(texts, name, state)
}
