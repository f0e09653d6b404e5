//! The rounds: in each, everything is measured, the bridge and its yardstick in turns.

use anyhow::{Result, ensure};

use crate::children::Server;
use crate::crowd::{Crowd, LISTENERS};
use crate::dialect::{Dialect, STATE, frame, set_frame};
use crate::load::{self, Load};
use crate::memory::Memory;
use crate::programs::Programs;
use crate::{crowd, latency, redis, yardstick};

/// How often everything is measured.
const ROUNDS: usize = 5;
/// Requests in flight on each connection, in the row with many.
pub(crate) const DEPTH: usize = 16;

/// A figure of the bridge and that of its yardstick.
#[derive(Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) bridge: f64,
    pub(crate) yardstick: f64,
}

/// One round of measurements.
pub(crate) struct Round {
    /// Gets a second with many in flight, beside webdis.
    pub(crate) many: Pair,
    /// The same with one in flight.
    pub(crate) one: Pair,
    /// Seconds that a single `get` takes, beside webdis.
    pub(crate) single: Pair,
    /// Seconds until the last of the crowd has a change, beside a bare broadcast.
    pub(crate) crowd: Pair,
    /// Bytes that an idle connection takes.
    pub(crate) memory: Memory,
    /// Sets a second, beside redis-benchmark.
    pub(crate) set: Pair,
    /// What the load client reaches where nothing is done, with many and with one in flight.
    pub(crate) client_many: f64,
    pub(crate) client_one: f64,
    /// Gets that the bridge answered, and how often Redis was read meanwhile.
    pub(crate) gets: u64,
    pub(crate) reads: u64,
}

/// Measures everything, several times.
pub(crate) fn run(programs: &Programs) -> Result<Vec<Round>> {
    let redis = Server::redis(programs)?;
    redis::ask(redis.address, &["SET", "app:state", STATE])?;
    (1..=ROUNDS)
        .map(|number| {
            eprintln!("round {number} of {ROUNDS}");
            round(programs, &redis)
        })
        .collect()
}

fn round(programs: &Programs, redis: &Server) -> Result<Round> {
    let bridge = Server::bridge(programs, redis.address)?;
    let webdis = Server::webdis(programs, redis.address)?;
    let parrot = Server::yardstick(yardstick::PARROT)?;
    let (get, set, http) = (Dialect::get(), Dialect::set(), Dialect::http_get(webdis.address)?);
    let before = redis::reads_by_bridge(redis.address)?;
    // webdis has one request in flight on a connection: HTTP waits for the answer.
    let loads = [(bridge.address, &get, DEPTH), (bridge.address, &get, 1), (webdis.address, &http, 1)];
    let [many, one, http_load] = load::compare(loads)?;
    let (gets, reads) = (many.answers + one.answers, redis::reads_by_bridge(redis.address)? - before);
    ensure!(reads >= gets, "{gets} gets were answered, but Redis was read {reads} times");
    let pair =
        |load: Load, yardstick: Load| Pair { bridge: load.per_second, yardstick: yardstick.per_second };
    let [single, http_single] = latency::least_medians([(bridge.address, &get), (webdis.address, &http)])?;
    let single = Pair { bridge: single.as_secs_f64(), yardstick: http_single.as_secs_f64() };
    drop(webdis);
    let set = Pair {
        bridge: load::run(bridge.address, &set, DEPTH)?.per_second,
        yardstick: redis::benchmark(programs, redis.address, "set", DEPTH)?,
    };
    drop(bridge);
    let client_many = load::run(parrot.address, &get, DEPTH)?.per_second;
    let client_one = load::run(parrot.address, &get, 1)?.per_second;
    drop(parrot);
    let (crowd, memory) = tell_crowds(programs, redis)?;
    Ok(Round {
        many: pair(many, http_load),
        one: pair(one, http_load),
        single,
        crowd,
        memory,
        set,
        client_many,
        client_one,
        gets,
        reads,
    })
}

/// A bridge that was never loaded, so that its memory is that of the crowd alone.
fn tell_crowds(programs: &Programs, redis: &Server) -> Result<(Pair, Memory)> {
    let bridge = Server::bridge(programs, redis.address)?;
    let before = Memory::of(&bridge)?;
    let mut listeners = Crowd::gather(bridge.address)?;
    let memory = Memory::of(&bridge)?.since(before, LISTENERS);
    let broadcast = Server::yardstick(yardstick::BROADCAST)?;
    let mut others = Crowd::gather(broadcast.address)?;
    // An odd number of them: in the end the key holds what it held before.
    let changes = [STATE, "ORDER_PAID"].map(set_frame);
    // The same bytes as the bridge's.
    let text = frame(&format!(r#"{{"changed":{{"state":"{STATE}","revision":10,"by":null}}}}"#));
    let [by_bridge, by_broadcast] = crowd::medians([(&mut listeners, &changes), (&mut others, &[text])])?;
    Ok((Pair { bridge: by_bridge.as_secs_f64(), yardstick: by_broadcast.as_secs_f64() }, memory))
}
