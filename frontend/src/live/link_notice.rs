//! What a person is told when the page stands otherwise to its bridge, and the panel is not there to say it.

use super::link_state::{LinkState, Why};

/// What a person is told of the link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkNotice {
    /// It is lost, and is being made again.
    Lost(Why),
    /// It is lost for good.
    Ended(Why),
    /// The bridge has no store at the moment.
    StoreAway,
}

impl LinkNotice {
    /// What there is to tell when the link stood like `before` and stands like `now`.
    pub fn of(before: &LinkState, now: &LinkState) -> Option<LinkNotice> {
        match now {
            LinkState::Reconnecting { why, .. } if before.bridge().is_some() => {
                Some(LinkNotice::Lost(why.clone()))
            }
            // Of a first try that fails, the panel has told.
            LinkState::Refused(why) if !matches!(before, LinkState::Connecting | LinkState::Off) => {
                Some(LinkNotice::Ended(why.clone()))
            }
            LinkState::StoreAway { .. } => Some(LinkNotice::StoreAway),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use protocol::{StoreKind, Watch};

    use super::*;
    use crate::live::Bridge;

    #[test]
    fn only_what_changes_for_the_worse_is_told() {
        let bridge = Bridge {
            key: "app:state".into(),
            store: StoreKind::Redis,
            watch: Watch::Tracking,
            instance: "k3v9".into(),
            round_trip_ms: None,
        };
        let there = LinkState::Connected(bridge.clone());
        let away = LinkState::StoreAway { bridge, reason: Rc::default() };
        let again = LinkState::Reconnecting { seconds: None, why: Why::BrokeOff };
        let refused = LinkState::Refused(Why::Unauthorized);
        let of = LinkNotice::of;
        assert_eq!(of(&there, &again), Some(LinkNotice::Lost(Why::BrokeOff)));
        assert_eq!(of(&there, &away), Some(LinkNotice::StoreAway));
        assert_eq!(of(&again, &refused), Some(LinkNotice::Ended(Why::Unauthorized)));
        for (before, now) in [
            (&LinkState::Off, &LinkState::Connecting),
            (&LinkState::Connecting, &there),
            (&LinkState::Connecting, &refused),
            (&LinkState::Off, &refused),
            (&away, &there),
            (&again, &there),
            (&there, &LinkState::Off),
        ] {
            assert_eq!(of(before, now), None, "{before:?} -> {now:?}");
        }
    }
}
