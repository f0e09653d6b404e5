//! The link in words: what it is, why, and what to do.

use protocol::{StoreKind, Watch};

use crate::components::icon::Icon;
use crate::live::{LinkState, Why};
use crate::texts::link::LinkTexts;
use crate::texts::live::LiveTexts;
use crate::texts::{Texts, fill};

/// The shape of a state of the link: no two have the same.
pub(super) const fn mark(link: &LinkState) -> Icon {
    match link {
        LinkState::Off => Icon::LinkOff,
        LinkState::Connecting => Icon::LinkConnecting,
        LinkState::Connected(_) => Icon::LinkConnected,
        LinkState::StoreAway { .. } => Icon::StoreAway,
        LinkState::Refused(_) => Icon::LinkRefused,
        LinkState::Reconnecting { .. } => Icon::Restart,
    }
}

/// What a state of the link is called.
pub(super) fn word(texts: &LinkTexts, link: &LinkState) -> &'static str {
    match link {
        LinkState::Off => texts.off,
        LinkState::Connecting => texts.connecting,
        LinkState::Connected(_) => texts.connected,
        LinkState::StoreAway { .. } => texts.store_away,
        LinkState::Refused(_) => texts.refused,
        LinkState::Reconnecting { .. } => texts.reconnecting,
    }
}

/// The same with what changes every second, for eyes only; `counted` is the pattern for a countdown.
pub(super) fn counted_word(texts: &Texts, link: &LinkState, counted: &'static str) -> String {
    match link {
        LinkState::Reconnecting { seconds: Some(seconds), .. } => {
            fill(counted, &[("seconds", &texts.number(u64::from(*seconds)))])
        }
        _ => word(&texts.link, link).to_owned(),
    }
}

/// Why it is so and what to do, in sentences.
pub(super) fn advice(texts: &LiveTexts, link: &LinkState, origin: &str) -> Vec<String> {
    let said = |text: &str| vec![text.to_owned()];
    match link {
        LinkState::Off => said(texts.off_do),
        LinkState::Connecting => said(texts.connecting_do),
        LinkState::Connected(bridge) => {
            let (what, but) = match (bridge.store, bridge.watch) {
                (StoreKind::Memory, _) => (texts.connected_memory_do, Some(texts.memory_is)),
                (StoreKind::Redis, Watch::Polling) => (texts.connected_do, Some(texts.polling_is)),
                (StoreKind::Redis, Watch::Tracking) => (texts.connected_do, None),
            };
            [what].into_iter().chain(but).map(str::to_owned).collect()
        }
        LinkState::StoreAway { reason, .. } if reason.is_empty() => said(texts.store_away_do),
        LinkState::StoreAway { reason, .. } => {
            vec![texts.store_away_do.to_owned(), fill(texts.bridge_says, &[("message", reason)])]
        }
        LinkState::Refused(Why::NotReached) => vec![fill(texts.not_reached, &[("origin", origin)])],
        LinkState::Refused(why) => vec![say_why(texts, why)],
        LinkState::Reconnecting { why, .. } => vec![say_why(texts, why), texts.reconnecting_do.to_owned()],
    }
}

/// Why there is no link, in a sentence. The bridge's own words stand in it as they are.
pub fn say_why(texts: &LiveTexts, why: &Why) -> String {
    let sentence = match why {
        Why::NotReached => texts.not_reached_again,
        Why::Forbidden => texts.forbidden,
        Why::NotABridge => texts.not_a_bridge,
        Why::Silent => texts.silent,
        Why::BrokeOff => texts.broke_off,
        Why::Unauthorized => texts.unauthorized,
        Why::OtherProtocol => texts.other_protocol,
        Why::GreetingRefused(message) => return fill(texts.greeting_refused, &[("message", message)]),
        Why::Full => texts.full,
        Why::ShuttingDown => texts.shutting_down,
        Why::Closed(code, reason) if reason.is_empty() => {
            return fill(texts.closed_silently, &[("code", &code.to_string())]);
        }
        Why::Closed(code, reason) => {
            return fill(texts.closed, &[("code", &code.to_string()), ("reason", reason)]);
        }
    };
    sentence.to_owned()
}
