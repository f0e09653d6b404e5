//! `bridge serve`: options by flag and environment, the log, the signals, the runtime.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use secrecy::{ExposeSecret, SecretString};
use tokio::net::TcpListener;

use super::redis_options::RedisOptions;
use super::{Failure, runtime};
use crate::serve::{self, Config, Limits, ServeError, StoreChoice};
use crate::store::Pace;

/// The arguments of `serve`.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Where to listen; beyond this machine only with --token or --no-token
    #[arg(long, env = "BRIDGE_LISTEN", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    #[command(flatten)]
    redis: RedisOptions,
    /// What keeps the key: a Redis, or this program's memory, for a classroom without Redis
    #[arg(long, env = "BRIDGE_STORE", value_enum, default_value_t = Kind::Redis)]
    store: Kind,
    /// A page's origin that may connect, beside the bridge's own and Trunk's; repeatable
    #[arg(long = "origin", env = "BRIDGE_ORIGIN", value_name = "ORIGIN", value_delimiter = ',')]
    origins: Vec<String>,
    /// What clients have to know; better in the environment than here
    #[arg(long, env = "BRIDGE_TOKEN", hide_env_values = true)]
    token: Option<SecretString>,
    /// Listen beyond this machine without a token: whoever reaches it may set the state
    #[arg(long, env = "BRIDGE_NO_TOKEN", conflicts_with = "token")]
    no_token: bool,
    /// A folder with the built page, instead of the page inside this program
    #[arg(long, env = "BRIDGE_PAGE", value_name = "FOLDER")]
    page: Option<PathBuf>,
    /// An origin that may show the page in a frame, such as a school's learning platform; repeatable
    #[arg(
        long = "frame-ancestor",
        env = "BRIDGE_FRAME_ANCESTOR",
        value_name = "ORIGIN",
        value_delimiter = ','
    )]
    frame_ancestors: Vec<String>,
    #[command(flatten)]
    limits: LimitArguments,
}

/// What keeps the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Redis,
    Memory,
}

/// The limits, each with its default.
#[derive(Debug, Args)]
#[command(next_help_heading = "Limits")]
struct LimitArguments {
    /// WebSockets at one time
    #[arg(long, env = "BRIDGE_MAX_CONNECTIONS", default_value_t = Limits::default().connections)]
    max_connections: usize,
    /// Connections at one time that did not say a good hello yet
    #[arg(long, env = "BRIDGE_MAX_STRANGERS", default_value_t = Limits::default().strangers)]
    max_strangers: usize,
    /// The longest message, in bytes
    #[arg(long, env = "BRIDGE_MESSAGE_BYTES", default_value_t = Limits::default().message_bytes)]
    message_bytes: usize,
    /// Requests of one socket at once
    #[arg(long, env = "BRIDGE_BURST", default_value_t = Limits::default().burst)]
    burst: NonZeroU32,
    /// Requests of one socket a second
    #[arg(long, env = "BRIDGE_RATE", default_value_t = Limits::default().rate)]
    rate: NonZeroU32,
    /// For the head of an HTTP request
    #[arg(long, env = "BRIDGE_HEAD_MS", default_value_t = ms(Limits::default().head))]
    head_ms: u64,
    /// From the upgrade to a good hello
    #[arg(long, env = "BRIDGE_HELLO_MS", default_value_t = ms(Limits::default().hello))]
    hello_ms: u64,
    /// Between two WebSocket pings
    #[arg(long, env = "BRIDGE_PING_MS", default_value_t = ms(Limits::default().ping))]
    ping_ms: u64,
    /// From a ping to its pong
    #[arg(long, env = "BRIDGE_PONG_MS", default_value_t = ms(Limits::default().pong))]
    pong_ms: u64,
    /// For a client to take what is sent to it
    #[arg(long, env = "BRIDGE_WRITE_MS", default_value_t = ms(Limits::default().write))]
    write_ms: u64,
    /// For Redis, from the sending of a command to its reply
    #[arg(long, env = "BRIDGE_REDIS_MS", default_value_t = ms(Pace::default().answer))]
    redis_ms: u64,
    /// For Redis, to be reached
    #[arg(long, env = "BRIDGE_CONNECT_MS", default_value_t = ms(Pace::default().connect))]
    connect_ms: u64,
}

/// Serves until it is told to end.
pub(super) fn run(arguments: Arguments) -> Result<(), Failure> {
    log();
    let listen = arguments.listen;
    arguments.is_guarded()?;
    let config = arguments.config()?;
    runtime()?.block_on(async {
        let listener = TcpListener::bind(listen).await;
        let listener =
            listener.map_err(|error| Failure::Broken(format!("{listen} cannot be listened on: {error}")))?;
        serve::run(listener, config, told_to_end()).await.map_err(|error| match error {
            ServeError::Listener(_) => Failure::Broken(error.to_string()),
            ServeError::Origin(_) | ServeError::Page(_) => Failure::Problems(error.to_string()),
        })
    })
}

impl Arguments {
    /// Beyond this machine there has to be a token, or somebody who does not want one.
    fn is_guarded(&self) -> Result<(), Failure> {
        let listen = self.listen;
        if listen.ip().is_loopback() || self.token.is_some() {
            return Ok(());
        }
        if !self.no_token {
            let why = format!("{listen} can be reached from other machines: set BRIDGE_TOKEN, or --no-token");
            return Err(Failure::Problems(why));
        }
        tracing::warn!("no token: whoever reaches {listen} may set the state");
        Ok(())
    }

    fn config(self) -> Result<Config, Failure> {
        let pace = Pace {
            answer: Duration::from_millis(self.limits.redis_ms),
            connect: Duration::from_millis(self.limits.connect_ms),
            ..Pace::default()
        };
        let key = self.redis.key()?.to_owned();
        if self.token.as_ref().is_some_and(|token| token.expose_secret().is_empty()) {
            return Err(Failure::Problems("the token is empty".to_owned()));
        }
        let store = match self.store {
            Kind::Memory => StoreChoice::Memory,
            Kind::Redis => StoreChoice::Redis(Box::new(self.redis.connector(pace.connect)?)),
        };
        Ok(Config {
            key,
            store,
            token: self.token,
            origins: self.origins,
            frame_ancestors: self.frame_ancestors,
            page: self.page,
            pace,
            limits: self.limits.limits(),
        })
    }
}

impl LimitArguments {
    fn limits(&self) -> Limits {
        Limits {
            connections: self.max_connections,
            strangers: self.max_strangers,
            message_bytes: self.message_bytes,
            burst: self.burst,
            rate: self.rate,
            head: Duration::from_millis(self.head_ms),
            hello: Duration::from_millis(self.hello_ms),
            ping: Duration::from_millis(self.ping_ms),
            pong: Duration::from_millis(self.pong_ms),
            write: Duration::from_millis(self.write_ms),
            ..Limits::default()
        }
    }
}

fn ms(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// To the standard error, as much as `RUST_LOG` says; without it all that an operator wants to know.
fn log() {
    use tracing_subscriber::EnvFilter;

    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    // A second subscriber is no mistake of anybody's.
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = log.with_ansi(std::io::stderr().is_terminal()).try_init();
}

/// Ctrl-C, or what a service manager sends.
#[cfg(unix)]
async fn told_to_end() {
    use tokio::signal::unix::{SignalKind, signal};

    let (Ok(mut interrupt), Ok(mut terminate)) =
        (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        tracing::error!("signals cannot be waited for: the program can only be killed");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
async fn told_to_end() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}
