//! While the store is away: try again and again, and turn everybody away at once meanwhile.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use super::Keeper;
use crate::store::ledger::Ledger;
use crate::store::link::{Command, Connector, Link, Lost, Reply};
use crate::store::{Ask, Pace};

/// The first wait after a failure; the next ones grow, each with a random part, so that two bridges do not knock together.
const FIRST_WAIT: Duration = Duration::from_millis(50);
/// A store that is back is found within this, and a little.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

impl<C: Connector> Keeper<C> {
    /// A link on which the key was read; nothing if nobody can ask any more.
    pub(super) async fn reach(&mut self) -> Option<C::Link> {
        let waits = ExponentialBuilder::default()
            .with_min_delay(FIRST_WAIT)
            .with_max_delay(LONGEST_WAIT)
            .without_max_times()
            .with_jitter();
        let mut waits = waits.build();
        let mut said = None;
        loop {
            let attempt = attempt(&self.connector, self.pace);
            let why = match turn_away_until(attempt, &mut self.asks, &self.ledger).await? {
                Ok((link, reply)) => match self.ledger.arrive(reply, link.watch()) {
                    Ok(()) => {
                        tracing::info!(watch = link.watch().as_str(), "the store is here");
                        self.freshness.touch();
                        return Some(link);
                    }
                    Err(words) => words,
                },
                Err(Lost(why)) => why,
            };
            // Each reason once: a store may be away for a night.
            if said.as_ref() != Some(&why) {
                tracing::warn!(why, "the store cannot be reached");
                said = Some(why.clone());
            }
            self.ledger.leave(&why);
            let wait = waits.next().unwrap_or(LONGEST_WAIT);
            turn_away_until(sleep(wait), &mut self.asks, &self.ledger).await?;
        }
    }
}

/// Connected is not back: only a store that lets us read the key is.
async fn attempt<C: Connector>(connector: &C, pace: Pace) -> Result<(C::Link, Reply), Lost> {
    let connect = async {
        let mut link = connector.connect().await?;
        let reply = link.send(&[Command::Read]).await?.pop();
        Ok((link, reply.ok_or_else(|| Lost("The store gave no answer.".to_owned()))?))
    };
    let late = |_| Lost(format!("The store could not be reached within {} ms.", pace.connect.as_millis()));
    timeout(pace.connect, connect).await.map_err(late)?
}

/// Waits for something that only has to do with the store; nothing if nobody can ask any more.
async fn turn_away_until<T>(
    future: impl Future<Output = T>,
    asks: &mut mpsc::Receiver<Ask>,
    ledger: &Ledger,
) -> Option<T> {
    let mut future = pin!(future);
    loop {
        tokio::select! {
            biased;
            done = &mut future => return Some(done),
            ask = asks.recv() => {
                let ask = ask?;
                let answers = ask.operations.iter().map(|_| Err(ledger.unavailable())).collect();
                // A session that is gone needs no answer.
                let _ = ask.answers.send(answers);
            }
        }
    }
}
