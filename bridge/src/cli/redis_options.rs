//! `--redis` and `--key`: which key of which Redis.

use std::time::Duration;

use clap::Args;
use secrecy::{ExposeSecret, SecretString};

use super::Failure;
use crate::store::Pace;
use crate::store::client::Client;
use crate::store::redis::RedisConnector;

#[derive(Debug, Args)]
pub(super) struct RedisOptions {
    /// The Redis: redis://[user:password@]host[:port][/database], or rediss:// for TLS. With a password in it, rather
    /// give it in the environment
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
    /// The key's name.
    pub(super) fn key(&self) -> Result<&str, Failure> {
        if self.key.is_empty() {
            return Err(Failure::Problems("--key: the key has no name".to_owned()));
        }
        Ok(&self.key)
    }

    /// The way to that key; nothing is connected yet.
    pub(super) fn connector(&self, connect: Duration) -> Result<RedisConnector, Failure> {
        let connector = RedisConnector::new(self.redis.expose_secret(), self.key()?, connect);
        connector.map_err(|error| Failure::Problems(format!("--redis: {error}")))
    }

    /// A client of that key; nothing is connected yet.
    pub(super) fn client(&self) -> Result<Client<RedisConnector>, Failure> {
        let pace = Pace::default();
        Ok(Client::new(self.connector(pace.connect)?, pace))
    }
}
