//! One request after the other on one connection: how long each takes.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::dialect::Dialect;

/// Before it counts.
const WARM_UP: usize = 500;
/// Requests in a turn.
const TURN: usize = 250;
/// Turns that each server takes, so that both meet the same machine.
const TURNS: usize = 20;

/// A server that is asked, and the median of each turn so far.
struct Asked<'d> {
    stream: TcpStream,
    dialect: &'d Dialect,
    medians: Vec<Duration>,
}

/// How long a request takes at two servers, asked in turns: the median of the turn that was disturbed least. Where a busy
/// system puts the programs on its processors decides more than they do, and may stay so for seconds.
pub(crate) fn least_medians(servers: [(SocketAddr, &Dialect); 2]) -> Result<[Duration; 2]> {
    let [(address, dialect), (other_address, other_dialect)] = servers;
    let mut one = Asked::open(address, dialect)?;
    let mut other = Asked::open(other_address, other_dialect)?;
    for _ in 0..TURNS {
        one.ask(TURN)?;
        other.ask(TURN)?;
    }
    Ok([one.least(), other.least()])
}

impl<'d> Asked<'d> {
    fn open(address: SocketAddr, dialect: &'d Dialect) -> Result<Asked<'d>> {
        let mut asked = Asked { stream: dialect.open(address)?, dialect, medians: Vec::new() };
        asked.ask(WARM_UP)?;
        asked.medians.clear();
        Ok(asked)
    }

    fn ask(&mut self, requests: usize) -> Result<()> {
        let mut room = [0; 4096];
        let mut times = Vec::with_capacity(requests);
        for _ in 0..requests {
            let started = Instant::now();
            self.stream.write_all(&self.dialect.request)?;
            let mut length = 0;
            while self.dialect.find(&room[..length])?.answers == 0 {
                let read = self.stream.read(&mut room[length..])?;
                ensure!(read > 0, "the server closes");
                length += read;
            }
            times.push(started.elapsed());
        }
        times.sort();
        self.medians.push(times[requests / 2]);
        Ok(())
    }

    fn least(&self) -> Duration {
        self.medians.iter().min().copied().unwrap_or_default()
    }
}
