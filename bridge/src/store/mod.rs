//! The store: one key, asked and watched through a single task. Sessions know this handle and nothing of what is behind.

pub(crate) mod client;
mod keeper;
mod known;
mod ledger;
pub(crate) mod link;
mod memory;
pub mod redis;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use event_pattern::State;
use protocol::{Code, Label, StoreKind, Watch};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::Instant;

use crate::metrics::Metrics;
pub(crate) use known::Known;
pub(crate) use memory::MemoryConnector;

/// Asks that may wait for the keeper; a session that finds no room waits, and reads no more meanwhile.
const WAITING_ASKS: usize = 1024;

/// How long the store may take, and how often it is looked at of our own accord.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// From the sending of a command to its reply; after that it counts as lost, and the link with it.
    pub answer: Duration,
    /// For everything until the first reading: names, TCP, TLS, greeting, tracking.
    pub connect: Duration,
    /// Between two heartbeats on an idle link.
    pub beat: Duration,
    /// Every so many beats the key is read: the net below the store's own hints.
    pub beats_a_look: u32,
    /// Between two readings where the store gives no hints.
    pub poll: Duration,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace {
            answer: Duration::from_millis(500),
            connect: Duration::from_secs(2),
            beat: Duration::from_secs(1),
            beats_a_look: 5,
            poll: Duration::from_millis(100),
        }
    }
}

/// What can be asked of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Get,
    Set(State),
}

/// What a session asks in one go; the answers come in the same order, all at once.
#[derive(Debug)]
pub(crate) struct Ask {
    pub(crate) operations: Vec<Operation>,
    /// Who sets, where that is known.
    pub(crate) by: Option<Label>,
    pub(crate) answers: oneshot::Sender<Vec<Answer>>,
}

/// What the key holds after the operation, or why that is not known.
pub(crate) type Answer = Result<Arc<Known>, Failure>;

/// Why an operation has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) code: Code,
    /// One sentence for people.
    pub(crate) message: Arc<str>,
}

/// The newest that is known of the store; it replaces what was known before.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    pub(crate) known: Arc<Known>,
    /// What the key held when the store came the last time: it is told before all that came after it.
    pub(crate) arrival: Arc<Known>,
    pub(crate) presence: Presence,
    /// How often the store went away so far: who missed a short absence finds it here.
    pub(crate) absences: u64,
    /// Why it is away, or why it was the last time.
    pub(crate) reason: Arc<str>,
}

/// Whether the store answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Away,
    Here(Watch),
}

/// The handle: cheap to clone, one for each session.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    asks: mpsc::Sender<Ask>,
    newest: watch::Receiver<Moment>,
    freshness: Arc<Freshness>,
    kind: StoreKind,
}

/// When the store last gave a good answer.
#[derive(Debug)]
pub(crate) struct Freshness {
    started: Instant,
    /// Milliseconds since then, plus one; 0 is "never".
    last: AtomicU64,
}

impl Store {
    /// Starts the keeper of a key in Redis. It ends when the last handle is gone.
    pub(crate) fn redis(connector: redis::RedisConnector, pace: Pace, metrics: Arc<Metrics>) -> Store {
        Store::start(connector, StoreKind::Redis, pace, metrics)
    }

    /// Starts the keeper of a key in this program's memory.
    pub(crate) fn memory(pace: Pace, metrics: Arc<Metrics>) -> Store {
        Store::start(MemoryConnector::default(), StoreKind::Memory, pace, metrics)
    }

    fn start<C: link::Connector>(connector: C, kind: StoreKind, pace: Pace, metrics: Arc<Metrics>) -> Store {
        let (asks, waiting) = mpsc::channel(WAITING_ASKS);
        let (ledger, newest) = ledger::Ledger::new(Arc::clone(&metrics));
        let freshness = Arc::new(Freshness::new());
        let keeper = keeper::Keeper {
            connector,
            ledger,
            asks: waiting,
            pace,
            freshness: Arc::clone(&freshness),
            metrics,
        };
        tokio::spawn(keeper.run());
        Store { asks, newest, freshness, kind }
    }

    /// Asks; waits for room, but not for the answers. `false` if the keeper is gone.
    pub(crate) async fn ask(&self, ask: Ask) -> bool {
        self.asks.send(ask).await.is_ok()
    }

    /// What is newest, now and whenever that changes.
    pub(crate) fn newest(&self) -> watch::Receiver<Moment> {
        self.newest.clone()
    }

    /// What is newest, at this moment.
    pub(crate) fn moment(&self) -> watch::Ref<'_, Moment> {
        self.newest.borrow()
    }

    /// Whether the store answers.
    pub(crate) fn is_here(&self) -> bool {
        self.moment().presence != Presence::Away
    }

    /// How long ago the last good answer was; nothing before the first.
    pub(crate) fn age(&self) -> Option<Duration> {
        self.freshness.age()
    }

    /// What keeps the key.
    pub(crate) fn kind(&self) -> StoreKind {
        self.kind
    }
}

impl Freshness {
    fn new() -> Freshness {
        Freshness { started: Instant::now(), last: AtomicU64::new(0) }
    }

    fn touch(&self) {
        self.last.store(self.elapsed() + 1, Ordering::Relaxed);
    }

    fn age(&self) -> Option<Duration> {
        let last = self.last.load(Ordering::Relaxed).checked_sub(1)?;
        Some(Duration::from_millis(self.elapsed().saturating_sub(last)))
    }

    fn elapsed(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}
