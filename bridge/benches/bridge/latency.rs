//! One request after the other on one connection: how long each takes.

use std::io::{Read, Write};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::dialect::Dialect;

/// Before it counts.
const WARM_UP: usize = 500;
/// What counts.
const REQUESTS: usize = 4_000;

/// The median over some thousand requests.
pub(crate) fn median(address: SocketAddr, dialect: &Dialect) -> Result<Duration> {
    let mut stream = dialect.open(address)?;
    let mut room = [0; 4096];
    let mut times = Vec::with_capacity(REQUESTS);
    for request in 0..WARM_UP + REQUESTS {
        let started = Instant::now();
        stream.write_all(&dialect.request)?;
        let mut length = 0;
        while dialect.find(&room[..length])?.answers == 0 {
            let read = stream.read(&mut room[length..])?;
            ensure!(read > 0, "the server closes");
            length += read;
        }
        if request >= WARM_UP {
            times.push(started.elapsed());
        }
    }
    times.sort();
    Ok(times[REQUESTS / 2])
}
