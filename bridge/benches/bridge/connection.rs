//! One connection of the load: read without waiting, messages found, what is cut in two kept for the next time.

use std::io::{ErrorKind, Read, Write};
use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use mio::net::TcpStream;
use mio::{Interest, Registry, Token};

use crate::dialect::{Dialect, Found, pongs};

/// A connection that is never waited for.
pub(crate) struct Connection {
    stream: TcpStream,
    partial: Vec<u8>,
}

impl Connection {
    /// Opens it as its dialect wants.
    pub(crate) fn open(
        dialect: &Dialect,
        address: SocketAddr,
        registry: &Registry,
        token: usize,
    ) -> Result<Connection> {
        let stream = dialect.open(address)?;
        stream.set_nonblocking(true)?;
        let mut stream = TcpStream::from_std(stream);
        registry.register(&mut stream, Token(token), Interest::READABLE)?;
        Ok(Connection { stream, partial: Vec::new() })
    }

    /// Sends; what is in flight is so little that the system takes it at once.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> Result<()> {
        self.stream.write_all(bytes).context("the server does not read")
    }

    /// What has arrived, read into `room`, which is shared.
    pub(crate) fn receive(&mut self, dialect: &Dialect, room: &mut [u8]) -> Result<Found> {
        let mut all = Found::default();
        loop {
            let kept = self.partial.len();
            room[..kept].copy_from_slice(&self.partial);
            let read = match self.stream.read(&mut room[kept..]) {
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => return Err(error).context("the server is gone"),
            };
            ensure!(read > 0, "the server closes");
            let arrived = &room[..kept + read];
            let found = dialect.find(arrived)?;
            self.partial.clear();
            self.partial.extend_from_slice(&arrived[found.bytes..]);
            if found.pings > 0 {
                self.send(&pongs(found.pings))?;
            }
            all.answers += found.answers;
            all.changes += found.changes;
            // Less than there was room for: that was all, and the next arrival is told.
            if kept + read < room.len() {
                break;
            }
        }
        Ok(all)
    }
}
