//! What a server is told before it starts, and the limits that keep it standing.

use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use secrecy::SecretString;

use crate::store::Pace;
use crate::store::redis::RedisConnector;

/// Everything that [`super::run`] needs but the listener.
#[derive(Debug)]
pub struct Config {
    /// The key's name, as the welcome tells it.
    pub key: String,
    /// What keeps the key.
    pub store: StoreChoice,
    /// What a client has to know; nothing lets everybody in who reaches the listener.
    pub token: Option<SecretString>,
    /// Origins of pages beside the bridge's own, such as `https://school.example`.
    pub origins: Vec<String>,
    /// Who may show the page in a frame of his own.
    pub frame_ancestors: Vec<String>,
    /// A folder with the built page, instead of the one inside the program.
    pub page: Option<PathBuf>,
    /// How long the store may take.
    pub pace: Pace,
    /// What clients may do.
    pub limits: Limits,
}

/// What keeps the key.
#[derive(Clone, Debug)]
pub enum StoreChoice {
    /// A Redis.
    Redis(Box<RedisConnector>),
    /// This program's memory: gone when it ends.
    Memory,
}

/// What clients may do; each is a bound on memory, time or work.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// WebSockets at one time.
    pub connections: usize,
    /// Connections at one time that were not welcomed yet.
    pub strangers: usize,
    /// The longest message, fragments added up.
    pub message_bytes: usize,
    /// Requests of one socket at once.
    pub burst: NonZeroU32,
    /// Requests of one socket a second.
    pub rate: NonZeroU32,
    /// For the head of an HTTP request.
    pub head: Duration,
    /// From the upgrade to a good `hello`.
    pub hello: Duration,
    /// Between two WebSocket pings.
    pub ping: Duration,
    /// From a ping to its pong.
    pub pong: Duration,
    /// For a client to take what is sent to it.
    pub write: Duration,
    /// For everything that has to end when the bridge does.
    pub shutdown: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        const fn at_least_one(number: u32) -> NonZeroU32 {
            NonZeroU32::MIN.saturating_add(number - 1)
        }
        Limits {
            connections: 10_000,
            // A class that opens its pages in the same second, and thousands more.
            strangers: 6_000,
            message_bytes: 4096,
            burst: at_least_one(1000),
            rate: at_least_one(2000),
            head: Duration::from_secs(10),
            hello: Duration::from_secs(10),
            ping: Duration::from_secs(25),
            pong: Duration::from_secs(20),
            write: Duration::from_secs(10),
            // The promise is five seconds.
            shutdown: Duration::from_secs(4),
        }
    }
}
