//! Answers each frame with the same prepared bytes, in one write for all that have arrived: the least that a server can
//! do. What the load client reaches against it is what the load client can do.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Result;
use mio::net::{TcpListener, TcpStream};
use mio::{Events, Interest, Poll, Token};

use super::WELCOME;
use crate::dialect::STATE;

const LISTENER: Token = Token(usize::MAX);
/// The opening of a WebSocket; our own client does not look at the rest of it.
const UPGRADED: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\n\r\n";
/// The bytes before a short masked text.
const HEAD: usize = 6;

struct Client {
    stream: TcpStream,
    unread: Vec<u8>,
    is_upgraded: bool,
    is_welcome: bool,
}

/// Serves until the process is ended.
pub(super) fn serve(port: u16) -> Result<()> {
    let (mut poll, mut events) = (Poll::new()?, Events::with_capacity(256));
    let mut listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    poll.registry().register(&mut listener, LISTENER, Interest::READABLE)?;
    let mut clients = BTreeMap::new();
    let reply = frame(&format!(r#"{{"id":1,"state":{{"state":"{STATE}","revision":1}}}}"#));
    let mut next = 0;
    loop {
        poll.poll(&mut events, None)?;
        for event in &events {
            let token = event.token();
            if token == LISTENER {
                while let Ok((mut stream, _)) = listener.accept() {
                    stream.set_nodelay(true)?;
                    poll.registry().register(&mut stream, Token(next), Interest::READABLE)?;
                    let client = Client { stream, unread: Vec::new(), is_upgraded: false, is_welcome: false };
                    clients.insert(Token(next), client);
                    next += 1;
                }
            } else if clients.get_mut(&token).is_some_and(|client| client.serve(&reply).is_none()) {
                clients.remove(&token);
            }
        }
    }
}

impl Client {
    /// Answers what has arrived; nothing if the client is gone.
    fn serve(&mut self, reply: &[u8]) -> Option<()> {
        let mut room = [0; 16 * 1024];
        loop {
            let read = match self.stream.read(&mut room) {
                Ok(0) => return None,
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Some(()),
                Err(_) => return None,
            };
            self.unread.extend_from_slice(&room[..read]);
            let answers = self.answers(reply);
            self.stream.write_all(&answers).ok()?;
            if read < room.len() {
                return Some(());
            }
        }
    }

    fn answers(&mut self, reply: &[u8]) -> Vec<u8> {
        let mut answers = Vec::new();
        let mut taken = 0;
        if !self.is_upgraded {
            if !self.unread.ends_with(b"\r\n\r\n") {
                return answers;
            }
            (self.is_upgraded, taken) = (true, self.unread.len());
            answers.extend_from_slice(UPGRADED);
        }
        while let Some(&length) = self.unread.get(taken + 1) {
            let end = taken + HEAD + usize::from(length & 0x7f);
            if end > self.unread.len() {
                break;
            }
            taken = end;
            if self.is_welcome {
                answers.extend_from_slice(reply);
            } else {
                answers.extend_from_slice(&frame(WELCOME));
                self.is_welcome = true;
            }
        }
        self.unread.drain(..taken);
        answers
    }
}

/// A short text frame of a server.
fn frame(text: &str) -> Vec<u8> {
    [&[0x81, u8::try_from(text.len()).expect("short frames")], text.as_bytes()].concat()
}
