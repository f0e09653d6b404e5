//! Many connections from one thread, each with the same number of requests in flight all the time.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use mio::{Events, Poll};

use crate::connection::Connection;
use crate::dialect::Dialect;

/// Connections of every load.
pub(crate) const CONNECTIONS: usize = 50;
/// Before it counts.
const WARM_UP: Duration = Duration::from_millis(200);
/// What counts.
const LASTING: Duration = Duration::from_millis(600);
/// Turns that each load takes in a round.
const TURNS: usize = 4;
/// For the last answers.
const DRAIN: Duration = Duration::from_secs(5);
/// Room for what one connection says at one time.
const ROOM: usize = 64 * 1024;

/// What a load came to.
#[derive(Clone, Copy)]
pub(crate) struct Load {
    pub(crate) per_second: f64,
    /// All answers, of every turn, those of the warm-up too.
    pub(crate) answers: u64,
}

/// Loads to compare, in turns: of each the turn that was disturbed least.
pub(crate) fn compare<const N: usize>(loads: [(SocketAddr, &Dialect, usize); N]) -> Result<[Load; N]> {
    let mut best = [Load { per_second: 0.0, answers: 0 }; N];
    for _ in 0..TURNS {
        for (best, (address, dialect, depth)) in best.iter_mut().zip(loads) {
            let load = run(address, dialect, depth)?;
            best.per_second = best.per_second.max(load.per_second);
            best.answers += load.answers;
        }
    }
    Ok(best)
}

/// Loads a server with `depth` requests in flight on each connection.
pub(crate) fn run(address: SocketAddr, dialect: &Dialect, depth: usize) -> Result<Load> {
    let mut poll = Poll::new()?;
    let open = |token| Connection::open(dialect, address, poll.registry(), token);
    let mut connections = (0..CONNECTIONS).map(open).collect::<Result<Vec<_>>>()?;
    let burst = dialect.request.repeat(depth);
    let mut client = Client { dialect, burst, room: vec![0; ROOM], in_flight: 0, answers: 0 };
    for connection in &mut connections {
        client.ask(connection, depth)?;
    }
    let mut events = Events::with_capacity(CONNECTIONS);
    client.work(&mut poll, &mut events, &mut connections, WARM_UP)?;
    let (started, before) = (Instant::now(), client.answers);
    client.work(&mut poll, &mut events, &mut connections, LASTING)?;
    let per_second = (client.answers - before) as f64 / started.elapsed().as_secs_f64();
    client.drain(&mut poll, &mut events, &mut connections)?;
    Ok(Load { per_second, answers: client.answers })
}

struct Client<'d> {
    dialect: &'d Dialect,
    /// As many requests as are ever sent at once.
    burst: Vec<u8>,
    room: Vec<u8>,
    in_flight: usize,
    answers: u64,
}

impl Client<'_> {
    /// Asks anew for each answer, for so long.
    fn work(
        &mut self,
        poll: &mut Poll,
        events: &mut Events,
        connections: &mut [Connection],
        lasting: Duration,
    ) -> Result<()> {
        let started = Instant::now();
        while started.elapsed() < lasting {
            poll.poll(events, Some(DRAIN))?;
            ensure!(!events.is_empty(), "no answer came in {} s", DRAIN.as_secs());
            for event in events.iter() {
                let connection = &mut connections[event.token().0];
                let answers = self.receive(connection)?;
                self.ask(connection, answers)?;
            }
        }
        Ok(())
    }

    /// Takes the answers to what is still in flight.
    fn drain(&mut self, poll: &mut Poll, events: &mut Events, connections: &mut [Connection]) -> Result<()> {
        let started = Instant::now();
        while self.in_flight > 0 {
            ensure!(started.elapsed() < DRAIN, "{} answers never came", self.in_flight);
            poll.poll(events, Some(DRAIN))?;
            for event in events.iter() {
                self.receive(&mut connections[event.token().0])?;
            }
        }
        Ok(())
    }

    fn ask(&mut self, connection: &mut Connection, requests: usize) -> Result<()> {
        self.in_flight += requests;
        let length = requests * self.dialect.request.len();
        if length == 0 { Ok(()) } else { connection.send(&self.burst[..length]) }
    }

    fn receive(&mut self, connection: &mut Connection) -> Result<usize> {
        let found = connection.receive(self.dialect, &mut self.room)?;
        let answers = usize::try_from(found.answers)?;
        ensure!(answers <= self.in_flight, "more answers than requests");
        self.in_flight -= answers;
        self.answers += found.answers;
        Ok(answers)
    }
}
