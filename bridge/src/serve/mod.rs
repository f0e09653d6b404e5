//! `bridge serve`: the page, the WebSocket, and what an operator wants to know. [`run`] is the whole server.

mod admission;
mod config;
mod doors;
mod health;
mod listener;
mod page;
mod refusals;
mod router;
mod session;
#[cfg(test)]
mod tests;
mod upgrade;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use protocol::StoreKind;
use secrecy::SecretString;
use thiserror::Error;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use admission::OriginError;
pub use config::{Config, Limits, StoreChoice};
pub use page::PageError;
pub(crate) use router::app;

use crate::metrics::Metrics;
use crate::store::Store;
use admission::Admission;
use doors::Doors;
use page::Page;
use refusals::Refusals;

/// Why a server does not start.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The listener has no address.
    #[error("the listener is of no use: {0}")]
    Listener(#[from] io::Error),
    /// An origin is none.
    #[error(transparent)]
    Origin(#[from] OriginError),
    /// The page cannot be read.
    #[error(transparent)]
    Page(#[from] PageError),
}

/// What all sessions share.
#[derive(Debug)]
pub(crate) struct Server {
    key: String,
    token: Option<SecretString>,
    limits: Limits,
    /// Names this life of the bridge.
    instance: String,
    admission: Admission,
    doors: Arc<Doors>,
    store: Store,
    metrics: Arc<Metrics>,
    page: Page,
    refusals: Refusals,
    /// Cancelled when the bridge is about to end.
    closing: CancellationToken,
    /// Every session and connection that is to end before the bridge does.
    tasks: TaskTracker,
}

/// Serves until `shutdown` comes, and then until all is said that has to be said.
///
/// # Errors
///
/// [`ServeError`] if it cannot start; once it serves, no failure of a client or of the store ends it.
pub async fn run(
    listener: TcpListener,
    config: Config,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let server = Server::new(listener.local_addr()?, config)?;
    tracing::info!(
        address = %listener.local_addr()?,
        store = server.store.kind().as_str(),
        instance = server.instance,
        "serving"
    );
    listener::serve(&listener, &server, shutdown).await;
    tracing::info!("ended");
    Ok(())
}

impl Server {
    /// A server that nobody has reached yet; its store is being reached already.
    fn new(listen: SocketAddr, config: Config) -> Result<Arc<Server>, ServeError> {
        let admission = Admission::new(listen, &config.origins)?;
        let page = Page::load(config.page.as_deref(), &config.frame_ancestors)?;
        let metrics = Arc::new(Metrics::new());
        let store = match config.store {
            StoreChoice::Redis(connector) => Store::redis(*connector, config.pace, Arc::clone(&metrics)),
            StoreChoice::Memory => Store::memory(config.pace, Arc::clone(&metrics)),
        };
        if store.kind() == StoreKind::Memory {
            tracing::warn!("the key is kept in memory: it is gone when the bridge ends");
        }
        Ok(Arc::new(Server {
            key: config.key,
            token: config.token,
            doors: Arc::new(Doors::new(&config.limits, open_files())),
            limits: config.limits,
            instance: std::iter::repeat_with(fastrand::lowercase).take(12).collect(),
            admission,
            store,
            metrics,
            page,
            refusals: Refusals::new(),
            closing: CancellationToken::new(),
            tasks: TaskTracker::new(),
        }))
    }
}

/// Raises the limit on open files as far as it may be raised, and tells it.
fn open_files() -> usize {
    let limit = rlimit::increase_nofile_limit(u64::MAX).unwrap_or_else(|error| {
        tracing::warn!(%error, "the limit on open files is not known");
        1024
    });
    usize::try_from(limit).unwrap_or(usize::MAX)
}
