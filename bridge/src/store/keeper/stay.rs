//! While the link holds: gather what is asked, send it in one go, answer, tell everybody. In this order.

use std::collections::VecDeque;
use std::pin::pin;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesOrdered;
use protocol::Watch;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, sleep};

use super::Keeper;
use crate::store::link::{Command, Connector, Hint, Link, Lost, Replies, Reply};
use crate::store::{Ask, ledger};

/// Flights at one time: while the store works on one, the next is gathered and sent.
const FLIGHTS: usize = 2;
/// Commands that a flight takes before it stops gathering.
const COMMANDS: usize = 1024;
/// A text that has to be read as a whole and is too long is looked at so many times more seldom.
const HEAVY: u32 = 12;

/// One stay on one link.
pub(super) struct Stay<'k, C, L> {
    keeper: &'k mut Keeper<C>,
    link: L,
    /// What was sent and not answered, oldest first, one for each of `replies`.
    flights: VecDeque<Flight>,
    replies: FuturesOrdered<Replies>,
    /// What the next flight takes along for us.
    own: Option<Own>,
    beats: u32,
    /// Kept for its room only.
    commands: Vec<Command>,
}

/// Commands that were sent in one go.
struct Flight {
    asks: Vec<Ask>,
    own: Option<Own>,
    sent: Instant,
}

/// What we ask for ourselves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Own {
    Beat,
    Look,
}

impl<'k, C: Connector> Stay<'k, C, C::Link> {
    pub(super) fn new(keeper: &'k mut Keeper<C>, link: C::Link) -> Stay<'k, C, C::Link> {
        Stay {
            keeper,
            link,
            flights: VecDeque::new(),
            replies: FuturesOrdered::new(),
            own: None,
            beats: 0,
            commands: Vec::new(),
        }
    }

    /// Stays until the link is lost, or until nobody can ask any more.
    pub(super) async fn run(mut self) -> Result<(), Lost> {
        let stayed = self.work().await;
        if let Err(Lost(why)) = &stayed {
            self.abandon(why);
        }
        stayed
    }

    async fn work(&mut self) -> Result<(), Lost> {
        let mut beat = self.heart();
        // One clock for all flights, set anew only when it runs out: it never rings later than the oldest one is late.
        let mut clock = pin!(sleep(self.keeper.pace.answer));
        loop {
            if self.own.is_some() && self.has_room() {
                self.send(None);
            }
            let has_room = self.has_room();
            tokio::select! {
                biased;
                Some(landed) = self.replies.next() => self.land(landed?)?,
                () = &mut clock => clock.as_mut().reset(self.in_time()?),
                hint = self.link.hint() => match hint {
                    Hint::LookAgain => self.own = Some(Own::Look),
                    Hint::Closed(lost) => return Err(lost),
                },
                ask = self.keeper.asks.recv(), if has_room => match ask {
                    Some(ask) => self.send(Some(ask)),
                    None => return Ok(()),
                },
                _ = beat.tick() => self.beat(),
            }
        }
    }

    fn heart(&self) -> Interval {
        let pace = self.keeper.pace;
        let period = match self.link.watch() {
            Watch::Tracking => pace.beat,
            Watch::Polling => pace.poll,
        };
        let period = period.max(Duration::from_millis(1));
        let mut beat = interval_at(Instant::now() + period, period);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        beat
    }

    fn beat(&mut self) {
        self.beats = self.beats.wrapping_add(1);
        let every = match self.link.watch() {
            Watch::Tracking => self.keeper.pace.beats_a_look,
            Watch::Polling => 1,
        };
        let every = if self.is_heavy() { every.saturating_mul(HEAVY) } else { every };
        if self.beats.is_multiple_of(every.max(1)) {
            self.own = Some(Own::Look);
        } else if self.flights.is_empty() {
            self.own = self.own.max(Some(Own::Beat));
        }
    }

    /// Whether every reading brings a long text that nobody gets to see: one after the other, then.
    fn is_heavy(&self) -> bool {
        self.link.reads_whole_texts() && self.keeper.ledger.is_unreadable()
    }

    fn has_room(&self) -> bool {
        self.flights.len() < if self.is_heavy() { 1 } else { FLIGHTS }
    }

    /// Sends all that waits, and our own command behind it.
    fn send(&mut self, first: Option<Ask>) {
        let most = if self.is_heavy() { 1 } else { COMMANDS };
        self.commands.clear();
        let mut asks = Vec::new();
        let mut next = first.or_else(|| self.keeper.asks.try_recv().ok());
        while let Some(ask) = next {
            self.commands.extend(ask.operations.iter().map(Command::from));
            asks.push(ask);
            let is_full = self.commands.len() >= most;
            next = if is_full { None } else { self.keeper.asks.try_recv().ok() };
        }
        let own = self.own.take();
        self.commands.extend(own.map(Command::from));
        let replies = self.link.send(&self.commands);
        self.replies.push_back(replies);
        self.flights.push_back(Flight { asks, own, sent: Instant::now() });
    }

    /// When to look again whether the store answers in time; an error if it does not.
    fn in_time(&self) -> Result<Instant, Lost> {
        let (answer, now) = (self.keeper.pace.answer, Instant::now());
        let deadline = self.flights.front().map_or(now, |flight| flight.sent) + answer;
        if deadline > now || self.flights.is_empty() {
            Ok(deadline)
        } else {
            Err(Lost(format!("The store did not answer within {} ms.", answer.as_millis())))
        }
    }

    /// Answers first, then the news: so a reply comes before its own `changed`.
    fn land(&mut self, replies: Vec<Reply>) -> Result<(), Lost> {
        let Some(flight) = self.flights.pop_front() else { return Ok(()) };
        self.keeper.metrics.store_latency.observe(flight.sent.elapsed().as_secs_f64());
        if replies.iter().any(|reply| !matches!(reply, Reply::Refused(_))) {
            self.keeper.freshness.touch();
        }
        let mut replies = replies.into_iter();
        for ask in flight.asks {
            let pairs = ask.operations.iter().zip(&mut replies);
            let answers: Vec<_> = pairs
                .map(|(operation, reply)| {
                    if matches!((operation.into(), &reply), (Command::Read, Reply::Refused(_))) {
                        self.own = Some(Own::Look);
                    }
                    self.keeper.ledger.answer(operation, ask.by.as_ref(), reply)
                })
                .collect();
            // A session that is gone needs no answer.
            let _ = ask.answers.send(answers);
        }
        let looked = match (flight.own, replies.next()) {
            (Some(Own::Look), Some(reply)) => self.keeper.ledger.look(reply),
            _ => Ok(()),
        };
        self.keeper.ledger.publish();
        looked.map_err(Lost)
    }

    /// Whatever is still in flight was sent and never answered.
    fn abandon(&mut self, why: &str) {
        for ask in self.flights.drain(..).flat_map(|flight| flight.asks) {
            let answers = ask.operations.iter().map(|operation| Err(ledger::lost(operation, why))).collect();
            let _ = ask.answers.send(answers);
        }
    }
}

impl From<&crate::store::Operation> for Command {
    fn from(operation: &crate::store::Operation) -> Command {
        match operation {
            crate::store::Operation::Get => Command::Read,
            crate::store::Operation::Set(state) => Command::Write(state.clone()),
        }
    }
}

impl From<Own> for Command {
    fn from(own: Own) -> Command {
        match own {
            Own::Beat => Command::Beat,
            Own::Look => Command::Read,
        }
    }
}
