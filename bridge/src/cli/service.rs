//! `bridge service`: what the tutorial's `main.py` does, on the same machine as the page's services.

mod console;
mod signals;
#[cfg(test)]
mod tests;
mod worker;

use std::sync::Arc;

use clap::Args;
use event_pattern::trace::{Driver, ServiceId, Trace};

use super::redis_options::RedisOptions;
use super::{Failure, runtime, scenario};
use console::Console;
use worker::Worker;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The service, in letters of either case
    #[arg(long)]
    service: String,
    /// The scenario that it is in: a file, or one of described, listed, enumerated, choreography, overview
    #[arg(long, value_name = "FILE|NAME", default_value = "described")]
    scenario: String,
    #[command(flatten)]
    redis: RedisOptions,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let scenario = scenario::open(&arguments.scenario)?;
    let trace = Trace::new(Arc::new(scenario), Driver::Live);
    let service = find(&trace, &arguments.service).ok_or_else(|| {
        // The tutorial's own sentence.
        Failure::Problems(format!("Service is not found. Input: {}", arguments.service.to_uppercase()))
    })?;
    let client = arguments.redis.client()?;
    runtime()?.block_on(async {
        let stops = signals::stops()?;
        Worker::new(&trace, service, client, Console::of_this_program()).run(stops).await
    })
}

/// The service that is called so, without regard to case.
fn find(trace: &Trace, name: &str) -> Option<ServiceId> {
    let named = |name_of_it: &str| name_of_it.eq_ignore_ascii_case(name);
    trace.names().services().find(|(_, record)| named(record.first_name().as_str())).map(|(id, _)| id)
}
