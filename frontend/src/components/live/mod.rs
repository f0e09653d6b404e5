//! The panel of the link to a real Redis: where the bridge is, how the page stands to it, and what a live run can know.

mod button;
mod facts;
mod fields;
mod standing;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod whole;
mod words;

use yew::prelude::*;

use super::dialog::Dialog;
use crate::live::{LinkState, Remembered, Target, Typed, Wrong};
use crate::shell::focus;
use crate::texts::live::LiveTexts;
use crate::texts::use_texts;
pub use button::{link_said, live_button};
use fields::{ADDRESS, Field, HINTS, LABEL, Lock, address_error, field, label_error, token_field};
use standing::standing;
pub use whole::LIVE;
pub use words::say_why;

/// What a person wants of the link.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Connect to this bridge.
    Connect(Target),
    /// Do not wait for the next try.
    TryNow,
    /// Back to the simulation.
    Leave,
}

/// What the panel is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// How the page stands to its bridge.
    pub link: LinkState,
    /// What stands in the fields when the panel is opened.
    pub remembered: Remembered,
    /// The page's own origin, for whoever has to allow it.
    pub origin: AttrValue,
    /// The person wants something.
    pub on_wish: Callback<Wish>,
    /// The panel is closed now.
    pub on_close: Callback<()>,
}

/// The panel.
#[component]
pub fn LivePanel(props: &Props) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.live;
    let typed = use_state(|| Typed::of(&props.remembered));
    let wrong = use_state(Wrong::default);
    let link = &props.link;
    let onsubmit = {
        let (typed, wrong, on_wish) = (typed.clone(), wrong.setter(), props.on_wish.clone());
        let offer = Offer::of(link);
        move |event: SubmitEvent| {
            event.prevent_default();
            match (offer, typed.target()) {
                (Offer::Connect, Ok(target)) => {
                    // With what went without saying.
                    typed.set(Typed { address: target.address.to_string(), ..Typed::clone(&typed) });
                    on_wish.emit(Wish::Connect(target));
                }
                (Offer::Connect, Err(found)) => {
                    focus(if found.address.is_some() { ADDRESS } else { LABEL });
                    wrong.set(found);
                }
                (Offer::TryNow, _) => on_wish.emit(Wish::TryNow),
                (Offer::Busy | Offer::Done, _) => {}
            }
        }
    };
    let lock = if Offer::of(link) == Offer::Connect { Lock::Open } else { Lock::Locked };
    // Whoever changes a field is no longer told what was wrong with it.
    let change = |put: fn(&mut Typed, &mut Wrong, String)| {
        let (typed, wrong) = (typed.clone(), wrong.clone());
        Callback::from(move |text: String| {
            let (mut next, mut left) = (Typed::clone(&typed), *wrong);
            put(&mut next, &mut left, text);
            typed.set(next);
            wrong.set(left);
        })
    };
    let address = Field {
        name: texts.address,
        hint: texts.address_hint,
        value: &typed.address,
        error: wrong.address.map(|error| address_error(texts, error).to_owned()),
        lock,
        on_change: change(|typed, wrong, text| (typed.address, wrong.address) = (text, None)),
    };
    let label = Field {
        name: texts.label,
        hint: texts.label_hint,
        value: &typed.label,
        error: wrong.label.map(|error| label_error(all_texts, error)),
        lock,
        on_change: change(|typed, wrong, text| (typed.label, wrong.label) = (text, None)),
    };
    let token = Field {
        name: texts.token,
        hint: texts.token_hint,
        value: &typed.token,
        error: None,
        lock,
        on_change: change(|typed, _, text| typed.token = text),
    };
    html! {
        <Dialog title={all_texts.link.title} key="live" on_close={props.on_close.clone()} class="live-panel">
            <div class="stack live-body" data-testid="live-panel">
                <p>{ texts.intro }</p>
                { standing(all_texts, link, &props.origin) }
                <form class="stack live-form" {onsubmit} novalidate=true>
                    { field(texts, ADDRESS, address) }
                    <div class="live-pair">{ field(texts, LABEL, label) }{ token_field(texts, token) }</div>
                    { buttons(texts, link, &props.on_wish) }
                </form>
                { knows(texts) }
            </div>
        </Dialog>
    }
}

/// What the panel's first button does.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Offer {
    Connect,
    TryNow,
    /// Nothing: a try is being made.
    Busy,
    /// Nothing: there is a link.
    Done,
}

impl Offer {
    fn of(link: &LinkState) -> Offer {
        match link {
            LinkState::Off | LinkState::Refused(_) => Offer::Connect,
            LinkState::Reconnecting { seconds: Some(_), .. } => Offer::TryNow,
            LinkState::Reconnecting { seconds: None, .. } | LinkState::Connecting => Offer::Busy,
            LinkState::Connected(_) | LinkState::StoreAway { .. } => Offer::Done,
        }
    }
}

fn buttons(texts: &LiveTexts, link: &LinkState, on_wish: &Callback<Wish>) -> Html {
    let (connect, why_not) = match Offer::of(link) {
        Offer::Connect => (texts.connect, None),
        Offer::TryNow => (texts.try_now, None),
        Offer::Busy => (texts.connect, Some(texts.is_connecting)),
        Offer::Done => (texts.connect, Some(texts.is_connected)),
    };
    let is_off = *link == LinkState::Off;
    let leave = {
        let on_wish = on_wish.clone();
        move |_: MouseEvent| {
            if !is_off {
                on_wish.emit(Wish::Leave);
            }
        }
    };
    let off = |is_off: bool| is_off.then_some("true");
    html! {
        <>
            <div class="row">
                <button type="submit" class="button primary" data-testid="live-connect" title={why_not}
                    aria-disabled={off(why_not.is_some())} aria-describedby={why_not.map(|_| "live-why-not")}>
                    { connect }
                </button>
                <button type="button" class="button" data-testid="live-disconnect" aria-disabled={off(is_off)}
                    aria-describedby={HINTS} onclick={leave}>{ texts.leave }</button>
                <span id="live-why-not" hidden=true>{ why_not.unwrap_or_default() }</span>
            </div>
            <div class="live-hints" id={HINTS}>
                <p class="hint">{ if is_off { texts.nothing_to_leave } else { texts.leave_hint } }</p>
                if Offer::of(link) != Offer::Connect {
                    <p class="hint">{ texts.leave_first }</p>
                }
            </div>
        </>
    }
}

fn knows(texts: &LiveTexts) -> Html {
    html! {
        <section class="section" aria-labelledby="live-knows">
            <h3 id="live-knows">{ texts.knows }</h3>
            <p>{ texts.knows_changes }</p>
            <p>{ texts.knows_time }</p>
            <p>{ texts.knows_services }</p>
        </section>
    }
}
