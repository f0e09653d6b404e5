//! How the page stands to its bridge: what the panel and the header show, and why. Knows no words.

use std::rc::Rc;

use protocol::{StoreKind, Watch};

/// How the page stands to its bridge.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum LinkState {
    /// Nobody has asked for a bridge.
    #[default]
    Off,
    /// The first try: no welcome yet.
    Connecting,
    /// Welcomed, and the store is there.
    Connected(Bridge),
    /// Welcomed, but the bridge has no store at the moment.
    StoreAway {
        /// The bridge.
        bridge: Bridge,
        /// What the bridge says about it; for people. Empty where it says nothing.
        reason: Rc<str>,
    },
    /// It did not work, and the page does not try again by itself.
    Refused(Why),
    /// The link was lost, and the page tries again by itself.
    Reconnecting {
        /// The whole seconds until the next try; none while it is being made.
        seconds: Option<u32>,
        /// Why it was lost, or the last try failed.
        why: Why,
    },
}

/// What a bridge says of itself, and how far away it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    /// The key that all states are set under.
    pub key: Rc<str>,
    /// What keeps the key.
    pub store: StoreKind,
    /// How the bridge learns of changes.
    pub watch: Watch,
    /// The name of this life of the bridge.
    pub instance: Rc<str>,
    /// How long the last answer took, in milliseconds.
    pub round_trip_ms: Option<f64>,
}

/// Why there is no link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// No connection came about: nobody is there, or the page is not let in. A browser does not say which.
    NotReached,
    /// The browser does not let this page try: an encrypted page may not use an unencrypted bridge elsewhere.
    Forbidden,
    /// Whoever answered does not speak as a bridge does.
    NotABridge,
    /// The bridge has stopped answering.
    Silent,
    /// The connection broke off.
    BrokeOff,
    /// The token is wrong, or missing.
    Unauthorized,
    /// The bridge speaks another protocol than this page.
    OtherProtocol,
    /// The bridge does not take the greeting, in its own words: the label is the only part of it that a person chooses.
    GreetingRefused(Rc<str>),
    /// The bridge has as many connections as it may have.
    Full,
    /// The bridge is shutting down.
    ShuttingDown,
    /// The bridge has ended the connection: the code of the close, and its own words.
    Closed(u16, Rc<str>),
}

impl Why {
    /// Whether another try would only end the same way.
    pub fn is_final(&self) -> bool {
        matches!(
            self,
            Why::Forbidden
                | Why::NotABridge
                | Why::Unauthorized
                | Why::OtherProtocol
                | Why::GreetingRefused(_)
        )
    }
}

impl LinkState {
    /// What it is called in every language, for tests and styles.
    pub const fn code(&self) -> &'static str {
        match self {
            LinkState::Off => "off",
            LinkState::Connecting => "connecting",
            LinkState::Connected(_) => "connected",
            LinkState::StoreAway { .. } => "store_away",
            LinkState::Refused(_) => "refused",
            LinkState::Reconnecting { .. } => "reconnecting",
        }
    }

    /// The bridge, if there is one at the other end.
    pub const fn bridge(&self) -> Option<&Bridge> {
        match self {
            LinkState::Connected(bridge) | LinkState::StoreAway { bridge, .. } => Some(bridge),
            _ => None,
        }
    }
}
