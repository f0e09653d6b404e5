//! What the bridge says of itself, and how far away it is.

use event_pattern::Span;
use protocol::{StoreKind, Watch};
use yew::prelude::*;

use crate::live::Bridge;
use crate::texts::live::LiveTexts;
use crate::texts::{Texts, fill};

/// The facts of a link, in a line.
pub(super) fn facts(texts: &Texts, bridge: &Bridge) -> Html {
    let live = &texts.live;
    let fact = |name: &'static str, id: Option<&'static str>, is: Html| {
        html! { <div><dt>{ name }</dt><dd data-testid={id}>{ is }</dd></div> }
    };
    html! {
        <dl class="live-facts">
            { fact(live.key, None, html! { <code>{ &*bridge.key }</code> }) }
            { fact(live.store, Some("live-store"), store(live, bridge.store).into()) }
            { fact(live.watch, Some("live-watch"), watch(live, bridge.watch).into()) }
            { fact(live.round_trip, Some("live-rtt"), round_trip(texts, bridge.round_trip_ms).into()) }
        </dl>
    }
}

const fn store(texts: &LiveTexts, store: StoreKind) -> &'static str {
    match store {
        StoreKind::Redis => texts.store_redis,
        StoreKind::Memory => texts.store_memory,
    }
}

const fn watch(texts: &LiveTexts, watch: Watch) -> &'static str {
    match watch {
        Watch::Polling => texts.watch_polling,
        Watch::Tracking => texts.watch_tracking,
    }
}

fn round_trip(texts: &Texts, ms: Option<f64>) -> String {
    match ms {
        None => texts.live.no_round_trip.to_owned(),
        Some(ms) => {
            // One decimal: as many thousandths of a second as there are seconds in this.
            let ms = texts.tenths(Span::from_micros((ms * 1_000_000.0) as u64));
            fill(texts.live.milliseconds, &[("ms", &ms)])
        }
    }
}
