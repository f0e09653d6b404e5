//! The conversation with a bridge, as a state machine: no socket, no clock, no chance of its own. Each input comes with
//! its [`Moment`]; what is to be done about it is taken out with [`Connection::next_output`], and
//! [`Connection::wake_at`] says when it wants to be woken.
//!
//! ```text
//! Off ──connect──► Opening ──opened──► Greeting ──welcome──► Talking
//!                     ▲                                         │ lost
//!                     └───────────── Waiting ◄──────────────────┤
//!                                                               ▼
//!           a first try that fails, or what is final ────► Refused
//! ```
//!
//! What is asked is sent at most once, and answered exactly once: by the bridge, or when the link is lost. Nothing waits
//! for a link that is to come.

mod backoff;
mod bridge;
mod in_flight;
mod steps;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use event_pattern::live::{Ask, News, Reply, Request};
use protocol::{ClientFrame, Hello, Operation, ServerFrame};

use super::address::Address;
use super::link_state::{LinkState, Why};
use super::target::Target;
use bridge::{Talk, why_closed};
use in_flight::{InFlight, What};

/// A socket that is not open after this time will not be, in milliseconds; the same for a welcome.
const OPEN_WITHIN_MS: f64 = 10_000.0;
/// An answer that takes longer will not come. The bridge itself gives Redis half a second.
const ANSWER_WITHIN_MS: f64 = 8_000.0;
/// Who is woken so much too late has slept: a hidden tab, a closed laptop.
const OVERSLEPT_MS: f64 = 1_500.0;

/// When something comes in, and a random number from 0 to 1 for whoever needs one.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Milliseconds on any clock that never goes back.
    pub now: f64,
    /// The random number.
    pub random: f64,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// Open a socket to this address, in place of any other.
    Open(Address),
    /// Send this text.
    Send(String),
    /// Close the socket, if there is one; it has nothing to say any more.
    Close,
    /// Tell the live run.
    Tell(News),
    /// A `set` was refused: the bridge's own words, for the person.
    NotSet(String),
}

/// The conversation.
pub struct Connection {
    phase: Phase,
    target: Option<Target>,
    /// Why the link is to be made again; none until it was there, and while it is.
    lost: Option<Why>,
    tries: u32,
    in_flight: InFlight,
    outputs: VecDeque<Output>,
    wakes_at: Option<f64>,
}

enum Phase {
    Off,
    Opening { until: f64 },
    Greeting { until: f64 },
    Talking(Talk),
    Refused(Why),
    Waiting { until: f64 },
}

impl Default for Connection {
    fn default() -> Connection {
        Connection {
            phase: Phase::Off,
            target: None,
            lost: None,
            tries: 0,
            in_flight: InFlight::default(),
            outputs: VecDeque::new(),
            wakes_at: None,
        }
    }
}

/// What people and the live run ask.
impl Connection {
    /// A person wants this bridge.
    pub fn connect(&mut self, target: Target, moment: Moment) {
        self.leave();
        self.target = Some(target);
        self.open(moment);
    }

    /// A person does not want to wait for the next try.
    pub fn try_now(&mut self, moment: Moment) {
        if matches!(self.phase, Phase::Waiting { .. }) {
            self.open(moment);
        }
    }

    /// A person wants no bridge any more.
    pub fn leave(&mut self) {
        self.drop_link();
        self.phase = Phase::Off;
        self.target = None;
        self.lost = None;
        self.tries = 0;
        self.wakes_at = None;
    }

    /// The live run asks something of the store.
    pub fn ask(&mut self, ask: Ask, moment: Moment) {
        let (what, operation) = match ask.request {
            Request::Get => (What::Get(ask.ticket), Operation::Get),
            Request::Set(state) => (What::Set(ask.ticket), Operation::Set(state)),
        };
        if !self.send(what, operation, moment) {
            self.tell(News::Reply(ask.ticket, Reply::Failed));
        }
    }
}

/// What the socket and the clock say.
impl Connection {
    /// The browser does not allow such a socket.
    pub fn not_allowed(&mut self, moment: Moment) {
        self.fail(Why::Forbidden, moment);
    }

    /// The socket is open.
    pub fn opened(&mut self, moment: Moment) {
        let (Phase::Opening { .. }, Some(target)) = (&self.phase, &self.target) else { return };
        let hello = Hello { token: target.token.clone(), client: target.label.clone() };
        self.outputs.push_back(Output::Send(ClientFrame::Hello(hello).to_json()));
        self.phase = Phase::Greeting { until: moment.now + OPEN_WITHIN_MS };
        self.plan(moment.now);
    }

    /// The bridge said this.
    pub fn said(&mut self, text: &str, moment: Moment) {
        match ServerFrame::parse(text) {
            Err(_) => self.fail(Why::NotABridge, moment),
            // A kind of message that a newer bridge knows.
            Ok(None) => {}
            Ok(Some(frame)) => self.heard(frame, moment),
        }
    }

    /// The socket is closed, with this code and these words.
    pub fn closed(&mut self, code: u16, reason: &str, moment: Moment) {
        let why = match &mut self.phase {
            Phase::Off | Phase::Refused(_) | Phase::Waiting { .. } => return,
            Phase::Opening { .. } => Why::NotReached,
            Phase::Greeting { .. } => why_closed(code, reason),
            Phase::Talking(talk) => talk.farewell.take().unwrap_or_else(|| why_closed(code, reason)),
        };
        self.fail(why, moment);
    }

    /// The time that [`Connection::wake_at`] named has come.
    pub fn woken(&mut self, moment: Moment) {
        let overslept = self.wakes_at.is_some_and(|planned| moment.now - planned > OVERSLEPT_MS);
        match self.phase {
            Phase::Off | Phase::Refused(_) => {}
            Phase::Opening { until } if moment.now >= until => return self.fail(Why::NotReached, moment),
            Phase::Greeting { until } if moment.now >= until => return self.fail(Why::Silent, moment),
            Phase::Opening { .. } | Phase::Greeting { .. } => {}
            Phase::Waiting { until } if moment.now >= until => return self.open(moment),
            Phase::Waiting { .. } => {}
            Phase::Talking(_) => {
                if overslept {
                    self.in_flight.wait_anew(moment.now);
                }
                if self.in_flight.oldest().is_some_and(|since| moment.now - since >= ANSWER_WITHIN_MS) {
                    return self.fail(Why::Silent, moment);
                }
                self.ping_when_due(moment);
            }
        }
        self.plan(moment.now);
    }
}

/// What comes out.
impl Connection {
    /// The next thing to be done, in its order.
    pub fn next_output(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// When it wants to be woken, on the clock of its moments.
    pub fn wake_at(&self) -> Option<f64> {
        self.wakes_at
    }

    /// How the page stands to its bridge.
    pub fn state(&self, now: f64) -> LinkState {
        match (&self.phase, &self.lost) {
            (Phase::Off, _) => LinkState::Off,
            (Phase::Refused(why), _) => LinkState::Refused(why.clone()),
            (Phase::Talking(talk), _) => talk.state(),
            (Phase::Waiting { until }, Some(why)) => {
                let seconds = ((until - now) / 1_000.0).ceil().max(1.0) as u32;
                LinkState::Reconnecting { seconds: Some(seconds), why: why.clone() }
            }
            (_, Some(why)) => LinkState::Reconnecting { seconds: None, why: why.clone() },
            (_, None) => LinkState::Connecting,
        }
    }
}
