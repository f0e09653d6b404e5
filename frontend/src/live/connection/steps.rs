//! The steps of the conversation: what each input leads to.

use event_pattern::live::{News, Reply};
use protocol::{ClientFrame, Id, Operation, ServerFrame};

use super::backoff::wait_ms;
use super::bridge::{Talk, refused, why_refused};
use super::in_flight::{Sent, What};
use super::{ANSWER_WITHIN_MS, Connection, Moment, OPEN_WITHIN_MS, Output, Phase};
use crate::live::link_state::Why;

/// How often the bridge is asked whether it is there.
const PING_EVERY_MS: f64 = 2_000.0;
/// A link that held so long was a good one: after its loss the waits begin with the shortest.
const GOOD_LINK_MS: f64 = 5_000.0;

impl Connection {
    /// Makes a try.
    pub(super) fn open(&mut self, moment: Moment) {
        let Some(target) = &self.target else { return };
        self.outputs.push_back(Output::Open(target.address.clone()));
        self.phase = Phase::Opening { until: moment.now + OPEN_WITHIN_MS };
        self.plan(moment.now);
    }

    /// The bridge said something that can be read.
    pub(super) fn heard(&mut self, frame: ServerFrame, moment: Moment) {
        let Phase::Talking(talk) = &mut self.phase else {
            return match (&self.phase, frame) {
                (Phase::Greeting { .. }, ServerFrame::Welcome(welcome)) => {
                    let (talk, news) = Talk::begun(welcome, moment.now);
                    self.phase = Phase::Talking(talk);
                    self.lost = None;
                    self.tell(News::Welcome(news));
                    self.ping_when_due(moment);
                    self.plan(moment.now);
                }
                (Phase::Greeting { .. }, ServerFrame::Error(error)) => self.fail(why_refused(error), moment),
                (Phase::Greeting { .. }, _) => self.fail(Why::NotABridge, moment),
                // What an old socket still had to say.
                _ => {}
            };
        };
        match frame {
            ServerFrame::Changed(changed) => {
                let news = talk.changed(changed);
                self.outputs.extend(news.map(Output::Tell));
            }
            ServerFrame::Store(change) => {
                let news = talk.store_changed(change);
                self.tell(news);
            }
            ServerFrame::Welcome(_) => self.fail(Why::NotABridge, moment),
            ServerFrame::Error(error) => {
                talk.note_farewell(&error);
                if let Some(sent) = self.answered(error.id, moment) {
                    self.outputs.extend(refused(sent.what, error));
                } else if error.id.is_some() {
                    self.not_understood(None, moment);
                }
            }
            ServerFrame::Pong(id) => match self.answered(Some(id), moment) {
                Some(Sent { what: What::Ping, .. }) => {}
                other => self.not_understood(other, moment),
            },
            ServerFrame::State(id, key_state) => {
                let sighting = talk.seen(key_state);
                match self.answered(Some(id), moment) {
                    Some(Sent { what: What::Get(ticket) | What::Set(ticket), .. }) => {
                        self.tell(News::Reply(ticket, Reply::Done(sighting)));
                    }
                    other => self.not_understood(other, moment),
                }
            }
        }
        self.plan(moment.now);
    }

    /// What the answer that has just come belongs to; none if it belongs to nothing. Without an id it belongs to whatever
    /// was sent first.
    fn answered(&mut self, id: Option<Id>, moment: Moment) -> Option<Sent> {
        let sent = self.in_flight.answered()?;
        if sent.what == What::Ping
            && let Phase::Talking(talk) = &mut self.phase
        {
            talk.bridge.round_trip_ms = Some((moment.now - sent.at).max(0.0));
        }
        if id.is_none_or(|id| id == sent.id) {
            return Some(sent);
        }
        self.lose(sent);
        None
    }

    /// Sends something if there is a link; says whether it did.
    pub(super) fn send(&mut self, what: What, operation: Operation, moment: Moment) -> bool {
        if !matches!(self.phase, Phase::Talking(_)) {
            return false;
        }
        let Some(id) = self.in_flight.push(what, moment.now) else { return false };
        let request = protocol::Request { id, operation };
        self.outputs.push_back(Output::Send(ClientFrame::Request(request).to_json()));
        self.plan(moment.now);
        true
    }

    /// Asks the bridge whether it is there, if it is time.
    pub(super) fn ping_when_due(&mut self, moment: Moment) {
        let Phase::Talking(talk) = &mut self.phase else { return };
        if moment.now < talk.ping_at {
            return;
        }
        talk.ping_at = moment.now + PING_EVERY_MS;
        if !self.in_flight.has_ping() {
            // Without room for it, what waits already is the ping.
            self.send(What::Ping, Operation::Ping, moment);
        }
    }

    /// The link is gone, or did not come about.
    pub(super) fn fail(&mut self, why: Why, moment: Moment) {
        let was_good = match &self.phase {
            Phase::Talking(talk) => {
                if moment.now - talk.since >= GOOD_LINK_MS {
                    self.tries = 0;
                }
                true
            }
            _ => self.lost.is_some(),
        };
        self.drop_link();
        if was_good && !why.is_final() {
            self.phase = Phase::Waiting { until: moment.now + wait_ms(self.tries, moment.random) };
            self.tries = self.tries.saturating_add(1);
            self.lost = Some(why);
        } else {
            self.phase = Phase::Refused(why);
            self.lost = None;
        }
        self.plan(moment.now);
    }

    /// Ends what there is of a link: everything that was sent is answered now, and nothing is sent again.
    pub(super) fn drop_link(&mut self) {
        for sent in self.in_flight.take_all() {
            self.lose(sent);
        }
        if matches!(self.phase, Phase::Talking(_)) {
            self.tell(News::LinkLost);
        }
        if !matches!(self.phase, Phase::Off | Phase::Refused(_) | Phase::Waiting { .. }) {
            self.outputs.push_back(Output::Close);
        }
    }

    /// An answer that answers nothing: whoever sent it is no bridge. What it took the place of has none.
    fn not_understood(&mut self, taken: Option<Sent>, moment: Moment) {
        if let Some(sent) = taken {
            self.lose(sent);
        }
        self.fail(Why::NotABridge, moment);
    }

    /// The answer to this will never come.
    fn lose(&mut self, sent: Sent) {
        match sent.what {
            What::Get(ticket) => self.tell(News::Reply(ticket, Reply::Failed)),
            What::Set(ticket) => self.tell(News::Reply(ticket, Reply::OutcomeUnknown)),
            What::Ping => {}
        }
    }

    /// Tells the live run.
    pub(super) fn tell(&mut self, news: News) {
        self.outputs.push_back(Output::Tell(news));
    }

    /// When to be woken next.
    pub(super) fn plan(&mut self, now: f64) {
        self.wakes_at = match &self.phase {
            Phase::Off | Phase::Refused(_) => None,
            Phase::Opening { until } | Phase::Greeting { until } => Some(*until),
            // Each second that is shown, and the last of them.
            Phase::Waiting { until } => {
                let whole = ((until - now) / 1_000.0).ceil() - 1.0;
                Some(until - whole.max(0.0) * 1_000.0)
            }
            Phase::Talking(talk) => {
                let too_late = self.in_flight.oldest().map(|since| since + ANSWER_WITHIN_MS);
                Some(too_late.map_or(talk.ping_at, |too_late| too_late.min(talk.ping_at)))
            }
        };
    }
}
