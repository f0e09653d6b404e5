//! `bridge publish`: what the tutorial's `publisher.py` does. It sets the key, and says nothing if that went well.

use clap::Args;
use event_pattern::State;

use super::redis_options::RedisOptions;
use super::{Failure, runtime};
use crate::store::client::Unwritten;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The state to set, in letters of either case
    #[arg(long)]
    state: String,
    #[command(flatten)]
    redis: RedisOptions,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let state = State::parse(&arguments.state)
        .map_err(|error| Failure::Problems(format!("--state {}: {error}", arguments.state)))?;
    let mut client = arguments.redis.client()?;
    let written = runtime()?.block_on(client.write(state.clone()));
    written.map_err(|unwritten| {
        Failure::Broken(match unwritten {
            Unwritten::NotDone(why) => format!("{state} was not published: {why}"),
            Unwritten::Unknown(why) => format!("{state} may or may not have been published: {why}"),
        })
    })
}
