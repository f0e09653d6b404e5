//! The one task that owns the key: it reaches the store, stays as long as the link holds, and reaches it again.
//!
//! Nothing is queued while the store is away, and nothing that was sent is ever sent again.

mod reach;
mod stay;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use tokio::sync::mpsc;

use super::ledger::Ledger;
use super::link::{Connector, Lost};
use super::{Ask, Freshness, Pace};
use crate::metrics::Metrics;

/// All that outlives a link.
pub(super) struct Keeper<C> {
    pub(super) connector: C,
    pub(super) ledger: Ledger,
    pub(super) asks: mpsc::Receiver<Ask>,
    pub(super) pace: Pace,
    pub(super) freshness: Arc<Freshness>,
    pub(super) metrics: Arc<Metrics>,
}

impl<C: Connector> Keeper<C> {
    /// Runs until nobody can ask any more.
    pub(super) async fn run(mut self) {
        while let Some(link) = self.reach().await {
            self.metrics.store_available.set(1);
            let stayed = stay::Stay::new(&mut self, link).run().await;
            self.metrics.store_available.set(0);
            let Err(Lost(why)) = stayed else { return };
            tracing::warn!(why, "the store is away");
            self.ledger.leave(&why);
        }
    }
}
