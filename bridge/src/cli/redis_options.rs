//! `--redis` and `--key`: which key of which Redis.

use clap::Args;
use secrecy::{ExposeSecret, SecretString};

use super::Failure;
use crate::store::Pace;
use crate::store::client::Client;
use crate::store::redis::RedisConnector;

#[derive(Debug, Args)]
pub(super) struct RedisOptions {
    /// The address of Redis: redis://[user:password@]host[:port][/database], or rediss:// for TLS. With a password in
    /// it, rather give it in the environment
    #[arg(
        long,
        value_name = "URL",
        env = "BRIDGE_REDIS",
        hide_env_values = true,
        default_value = "redis://127.0.0.1:6379"
    )]
    redis: SecretString,
    /// The key that holds the state
    #[arg(long, env = "BRIDGE_KEY", default_value = "app:state")]
    key: String,
}

impl RedisOptions {
    /// A client of that key; nothing is connected yet.
    pub(super) fn client(&self) -> Result<Client<RedisConnector>, Failure> {
        let pace = Pace::default();
        let connector = RedisConnector::new(self.redis.expose_secret(), &self.key, pace.connect)
            .map_err(|error| Failure::Problems(format!("--redis: {error}")))?;
        Ok(Client::new(connector, pace))
    }
}
