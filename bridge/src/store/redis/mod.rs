//! A key in Redis. Nothing outside this folder knows the `redis` crate.

mod hints;
mod link;

use std::sync::Arc;
use std::time::Duration;

use protocol::Watch;
use redis::aio::MultiplexedConnection;
use redis::io::tcp::TcpSettings;
use redis::{
    AsyncConnectionConfig, Client, ConnectionInfo, IntoConnectionInfo, ProtocolVersion, RedisError, Value,
};
use thiserror::Error;

use super::link::{Connector, Lost};
use hints::Hints;
use link::RedisLink;

/// Where Redis is, and which key of it.
#[derive(Clone, Debug)]
pub struct RedisConnector {
    info: ConnectionInfo,
    key: Arc<str>,
    connect: Duration,
}

/// Why an address is none of a Redis. It never repeats the address, in which a password may stand.
#[derive(Debug, Error)]
pub enum AddressError {
    /// The address does not read as one.
    #[error(
        "the address of Redis is not one: redis://[user:password@]host[:port][/database], or rediss:// for TLS"
    )]
    Unreadable,
}

impl RedisConnector {
    /// Reads the address; nothing is connected yet.
    ///
    /// # Errors
    ///
    /// [`AddressError`] if the address is none.
    pub fn new(url: &str, key: &str, connect: Duration) -> Result<RedisConnector, AddressError> {
        // The library has a default address for odd texts; a person who mistyped wants to be told.
        if redis::parse_redis_url(url).is_none() {
            return Err(AddressError::Unreadable);
        }
        let info = url.into_connection_info().map_err(|_| AddressError::Unreadable)?;
        // Only one process-wide provider can be installed; a second call finds it there.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let settings = TcpSettings::default().set_nodelay(true);
        Ok(RedisConnector { info: info.set_tcp_settings(settings), key: key.into(), connect })
    }

    /// The newer protocol pushes hints; a Redis before 6.0 has only the older one.
    async fn open(
        &self,
        protocol: ProtocolVersion,
        hints: &Arc<Hints>,
    ) -> Result<MultiplexedConnection, RedisError> {
        let redis = self.info.redis_settings().clone().set_protocol(protocol).set_skip_set_lib_name();
        let client = Client::open(self.info.clone().set_redis_settings(redis))?;
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(self.connect))
            .set_response_timeout(None);
        let config = if protocol == ProtocolVersion::RESP3 {
            config.set_push_sender(hints::pushes(hints, &self.key))
        } else {
            config
        };
        client.get_multiplexed_async_connection_with_config(&config).await
    }

    /// Asks to be told of every change of the key but our own; not every Redis lets us.
    async fn track(&self, connection: &mut MultiplexedConnection) -> Result<Watch, RedisError> {
        let mut tracking = redis::cmd("CLIENT");
        tracking.arg("TRACKING").arg("ON").arg("BCAST").arg("PREFIX").arg(&*self.key).arg("NOLOOP");
        match connection.send_packed_command(&tracking).await? {
            Value::ServerError(error) => {
                tracing::warn!(code = error.code(), "Redis refuses to tell of changes: the key is polled");
                Ok(Watch::Polling)
            }
            _ => Ok(Watch::Tracking),
        }
    }
}

impl Connector for RedisConnector {
    type Link = RedisLink;

    async fn connect(&self) -> Result<RedisLink, Lost> {
        let hints = Arc::new(Hints::default());
        let (mut connection, watch) = match self.open(ProtocolVersion::RESP3, &hints).await {
            Ok(mut connection) => {
                let watch = self.track(&mut connection).await.map_err(lost)?;
                (connection, watch)
            }
            Err(error) if knows_no_greeting(&error) => {
                tracing::warn!("Redis is older than 6.0: the key is polled");
                (self.open(ProtocolVersion::RESP2, &hints).await.map_err(lost)?, Watch::Polling)
            }
            Err(error) => return Err(lost(error)),
        };
        let part = link::part(&self.key);
        let may_read_parts = match connection.send_packed_command(&part).await.map_err(lost)? {
            Value::ServerError(error) => !matches!(error.code(), "NOPERM" | "ERR"),
            _ => true,
        };
        Ok(RedisLink::new(connection, hints, watch, &self.key, may_read_parts))
    }
}

/// `HELLO` is unknown, or the protocol is.
fn knows_no_greeting(error: &RedisError) -> bool {
    !error.is_io_error() && matches!(error.code(), Some("ERR" | "NOPROTO"))
}

/// The library's words for a link that is of no more use.
fn lost(error: RedisError) -> Lost {
    let why = match error.code() {
        Some(code) => format!("Redis says {code} {}", error.detail().unwrap_or_default()),
        None if error.is_timeout() => "Redis does not answer".to_owned(),
        None if error.is_connection_refusal() => "Redis is not there: the connection is refused".to_owned(),
        None if error.is_connection_dropped() => "Redis closed the connection".to_owned(),
        None => format!("Redis cannot be reached: {error}"),
    };
    Lost(format!("{}.", why.trim_end().trim_end_matches('.')))
}
