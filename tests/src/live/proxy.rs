//! A TCP proxy between the bridge and Redis, with the faults of real networks at a test's command.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::Instant;

use super::ports;

/// Bytes that have arrived and wait until they are due.
const CHUNKS_UNDERWAY: usize = 4_096;

/// Which way bytes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To Redis.
    There,
    /// Back to the bridge.
    Back,
}

/// What the link does to what passes.
#[derive(Clone, Copy, Debug, Default)]
struct Link {
    delay: Duration,
    there_is_swallowed: bool,
    back_is_swallowed: bool,
    /// Grows by one with each cut.
    cuts: u64,
}

impl Link {
    fn swallows(&self, direction: Direction) -> bool {
        match direction {
            Direction::There => self.there_is_swallowed,
            Direction::Back => self.back_is_swallowed,
        }
    }
}

/// A running proxy; it ends when this is dropped.
#[derive(Debug)]
pub struct Proxy {
    port: u16,
    upstream: u16,
    link: Arc<watch::Sender<Link>>,
    accepting: Option<JoinHandle<()>>,
}

impl Proxy {
    /// A link without a fault to a port on this machine.
    pub async fn to(upstream: u16) -> Result<Proxy> {
        let link = Arc::new(watch::Sender::new(Link::default()));
        let mut proxy = Proxy { port: ports::free()?, upstream, link, accepting: None };
        proxy.accept().await?;
        Ok(proxy)
    }

    /// Its address for the bridge.
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Closes every connection; new ones are taken.
    pub fn cut(&self) {
        self.link.send_modify(|link| link.cuts += 1);
    }

    /// Closes every connection and refuses new ones.
    pub async fn refuse(&mut self) {
        if let Some(accepting) = self.accepting.take() {
            accepting.abort();
            // Its sockets are closed when it is gone; that it was aborted is no news.
            let _ = accepting.await;
        }
    }

    /// Takes connections again.
    pub async fn accept(&mut self) -> Result<()> {
        if self.accepting.is_none() {
            let listener = TcpListener::bind(("127.0.0.1", self.port)).await?;
            self.accepting = Some(tokio::spawn(serve(listener, self.upstream, self.link.clone())));
        }
        Ok(())
    }

    /// Everything arrives this much later, in order.
    pub fn delay(&self, delay: Duration) {
        self.link.send_modify(|link| link.delay = delay);
    }

    /// Nothing passes any more in this direction, and nobody is told.
    pub fn swallow(&self, direction: Direction) {
        self.link.send_modify(|link| match direction {
            Direction::There => link.there_is_swallowed = true,
            Direction::Back => link.back_is_swallowed = true,
        });
    }

    /// Nothing passes in either direction, and nobody is told.
    pub fn swallow_all(&self) {
        self.swallow(Direction::There);
        self.swallow(Direction::Back);
    }

    /// A link without a fault again. What was swallowed is gone.
    pub fn heal(&self) {
        self.link.send_modify(|link| *link = Link { cuts: link.cuts, ..Link::default() });
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        if let Some(accepting) = self.accepting.take() {
            accepting.abort();
        }
    }
}

async fn serve(listener: TcpListener, upstream: u16, link: Arc<watch::Sender<Link>>) {
    // Dropped with this task, and all connections with it.
    let mut connections = JoinSet::new();
    while let Ok((bridge, _)) = listener.accept().await {
        connections.spawn(connect(bridge, upstream, link.subscribe()));
        while connections.try_join_next().is_some() {}
    }
}

async fn connect(bridge: TcpStream, upstream: u16, mut link: watch::Receiver<Link>) {
    // Redis may be down: then the bridge sees its connection closed.
    let Ok(redis) = TcpStream::connect(("127.0.0.1", upstream)).await else { return };
    if bridge.set_nodelay(true).and_then(|()| redis.set_nodelay(true)).is_err() {
        return;
    }
    let (from_bridge, to_bridge) = bridge.into_split();
    let (from_redis, to_redis) = redis.into_split();
    let cuts = link.borrow_and_update().cuts;
    let mut cut = link.clone();
    tokio::select! {
        () = pump(from_bridge, to_redis, Direction::There, link.clone()) => {}
        () = pump(from_redis, to_bridge, Direction::Back, link) => {}
        _ = cut.wait_for(|link| link.cuts != cuts) => {}
    }
}

/// Ends when either side has closed and what was underway has arrived.
async fn pump(from: OwnedReadHalf, to: OwnedWriteHalf, direction: Direction, link: watch::Receiver<Link>) {
    let (underway, arriving) = mpsc::channel(CHUNKS_UNDERWAY);
    tokio::join!(take(from, underway, direction, link.clone()), deliver(to, arriving, direction, link));
}

async fn take(
    mut from: OwnedReadHalf,
    underway: mpsc::Sender<(Instant, Vec<u8>)>,
    direction: Direction,
    mut link: watch::Receiver<Link>,
) {
    let mut chunk = vec![0; 64 * 1024];
    while let Ok(length @ 1..) = from.read(&mut chunk).await {
        let now = *link.borrow();
        let due = Instant::now() + now.delay;
        if !now.swallows(direction) && underway.send((due, chunk[..length].to_vec())).await.is_err() {
            return;
        }
    }
    // That the other side has closed is not told over a link that swallows.
    let _ = link.wait_for(|link| !link.swallows(direction)).await;
}

async fn deliver(
    mut to: OwnedWriteHalf,
    mut arriving: mpsc::Receiver<(Instant, Vec<u8>)>,
    direction: Direction,
    link: watch::Receiver<Link>,
) {
    while let Some((due, chunk)) = arriving.recv().await {
        tokio::time::sleep_until(due).await;
        if !link.borrow().swallows(direction) && to.write_all(&chunk).await.is_err() {
            return;
        }
    }
}
