//! The real server against real sockets, on a free port, with the key in memory.

mod client;
mod conversation;
mod doors;
mod frames;
mod http;
mod interleavings;
mod limits;

use std::net::SocketAddr;

use secrecy::SecretString;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{Config, Limits, ServeError, StoreChoice, run};
use crate::store::Pace;
use client::Client;

/// A server that ends when it is told to, or with its runtime.
struct Running {
    address: SocketAddr,
    end: oneshot::Sender<()>,
    task: JoinHandle<Result<(), ServeError>>,
}

impl Running {
    async fn with(change: impl FnOnce(&mut Config)) -> Running {
        let mut config = Config {
            key: "app:state".to_owned(),
            store: StoreChoice::Memory,
            token: None,
            origins: Vec::new(),
            frame_ancestors: Vec::new(),
            page: None,
            pace: Pace::default(),
            limits: Limits::default(),
        };
        change(&mut config);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (end, ended) = oneshot::channel();
        let ended = async {
            // A test that forgets the server ends it, too.
            let _ = ended.await;
        };
        let task = tokio::spawn(async move { run(listener, config, ended).await });
        Running { address, end, task }
    }

    async fn start() -> Running {
        Running::with(|_| {}).await
    }

    async fn with_limits(change: impl FnOnce(&mut Limits)) -> Running {
        Running::with(|config| change(&mut config.limits)).await
    }

    async fn with_token(token: &str) -> Running {
        Running::with(|config| config.token = Some(SecretString::from(token))).await
    }

    /// A client that was welcomed to a store that is there.
    async fn client(&self) -> Client {
        let mut client = Client::open(self.address).await;
        client.welcome().await;
        client
    }

    /// Tells it to end, and waits until it has.
    async fn end(self) {
        self.end.send(()).unwrap();
        self.task.await.unwrap().unwrap();
    }
}
