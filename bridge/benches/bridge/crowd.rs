//! A crowd that only listens, and one who speaks: how long until the last of them has heard.

use std::io::Write;
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use mio::{Events, Poll};

use crate::connection::Connection;
use crate::dialect::{self, Dialect};

/// How many listen.
pub(crate) const LISTENERS: usize = 5_000;
/// Changes that one round tells.
const CHANGES: usize = 9;
/// Between two changes.
const REST: Duration = Duration::from_millis(100);
/// For one change to reach everybody.
const PATIENCE: Duration = Duration::from_secs(10);

/// The medians of two crowds over some changes, told in turns, so that both meet the same machine. With each crowd come
/// the frames that make a change, taken in turns.
pub(crate) fn medians(crowds: [(&mut Crowd, &[Vec<u8>]); 2]) -> Result<[Duration; 2]> {
    let [(one, words), (other, other_words)] = crowds;
    let (mut times, mut other_times) = (Vec::new(), Vec::new());
    for (word, other_word) in words.iter().cycle().zip(other_words.iter().cycle()).take(CHANGES) {
        thread::sleep(REST);
        times.push(one.tell(word)?);
        thread::sleep(REST);
        other_times.push(other.tell(other_word)?);
    }
    times.sort();
    other_times.sort();
    Ok([times[CHANGES / 2], other_times[CHANGES / 2]])
}

/// Sockets that were welcomed, and the one that speaks.
pub(crate) struct Crowd {
    poll: Poll,
    dialect: Dialect,
    listeners: Vec<Connection>,
    speaker: TcpStream,
}

impl Crowd {
    /// Opens them, one after the other.
    pub(crate) fn gather(address: SocketAddr) -> Result<Crowd> {
        let (poll, dialect) = (Poll::new()?, Dialect::set());
        let open = |token| Connection::open(&dialect, address, poll.registry(), token);
        let listeners = (0..LISTENERS).map(open).collect::<Result<Vec<_>>>()?;
        let speaker = dialect::socket(address)?;
        Ok(Crowd { poll, dialect, listeners, speaker })
    }

    /// Speaks, and waits until everybody has heard of one change.
    fn tell(&mut self, word: &[u8]) -> Result<Duration> {
        let mut events = Events::with_capacity(1024);
        let mut room = vec![0; 16 * 1024];
        let mut heard = 0;
        let started = Instant::now();
        self.speaker.write_all(word)?;
        while heard < LISTENERS as u64 {
            self.poll.poll(&mut events, Some(PATIENCE))?;
            for event in events.iter() {
                heard += self.listeners[event.token().0].receive(&self.dialect, &mut room)?.changes;
            }
            ensure!(started.elapsed() < PATIENCE, "only {heard} of {LISTENERS} heard of the change");
        }
        let took = started.elapsed();
        ensure!(heard == LISTENERS as u64, "{heard} changes for {LISTENERS} listeners");
        Ok(took)
    }
}
