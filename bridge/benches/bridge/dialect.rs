//! Two ways of asking for the same: a frame on a WebSocket, a request over HTTP. Requests are made once; replies are
//! told apart and checked to the last byte that is known beforehand, at the price of a comparison.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

/// The state that is read and written.
pub(crate) const STATE: &str = "ORDER_COMPLETED";
/// How a reply to [`Dialect::get`] and [`Dialect::set`] begins.
const REPLY: &str = r#"{"id":1,"state":{"state":"ORDER_COMPLETED","revision":"#;
/// How the frame of a change begins.
const CHANGED: &str = r#"{"changed":{"#;
/// For a server to answer what is asked while nothing else is.
const PATIENCE: Duration = Duration::from_secs(10);
/// The answer to a ping: masked with zeros, and empty.
const PONG: [u8; 6] = [0x8a, 0x80, 0, 0, 0, 0];

/// One way of asking.
pub(crate) struct Dialect {
    /// One request, as it goes over the wire.
    pub(crate) request: Vec<u8>,
    /// The whole reply, where every reply is the same.
    same: Option<Vec<u8>>,
}

/// What was found in a piece of the stream.
#[derive(Default)]
pub(crate) struct Found {
    /// Bytes of whole messages.
    pub(crate) bytes: usize,
    pub(crate) answers: u64,
    pub(crate) changes: u64,
    pub(crate) pings: u64,
}

impl Dialect {
    /// The bridge's `get`.
    pub(crate) fn get() -> Dialect {
        Dialect { request: frame(r#"{"id":1,"get":{}}"#), same: None }
    }

    /// The bridge's `set`.
    pub(crate) fn set() -> Dialect {
        Dialect { request: set_frame(STATE), same: None }
    }

    /// webdis's GET. Its replies are all alike: the first is looked at, and then it is the pattern.
    pub(crate) fn http_get(address: SocketAddr) -> Result<Dialect> {
        let request = format!("GET /GET/app:state HTTP/1.1\r\nHost: {address}\r\n\r\n").into_bytes();
        let mut stream = connect(address)?;
        stream.write_all(&request)?;
        let end = format!("{{\"GET\":\"{STATE}\"}}");
        let mut reply = vec![0; 4096];
        let mut length = 0;
        while !reply[..length].ends_with(end.as_bytes()) {
            let read = stream.read(&mut reply[length..]).context("webdis does not answer")?;
            ensure!(read > 0, "webdis answers {:?}", String::from_utf8_lossy(&reply[..length]));
            length += read;
        }
        reply.truncate(length);
        ensure!(reply.starts_with(b"HTTP/1.1 200 OK\r\n"), "webdis refuses");
        Ok(Dialect { request, same: Some(reply) })
    }

    /// A new connection on which the next thing to be sent is a request.
    pub(crate) fn open(&self, address: SocketAddr) -> Result<TcpStream> {
        if self.same.is_some() { connect(address) } else { socket(address) }
    }

    /// The whole replies at the front of `bytes`.
    pub(crate) fn find(&self, bytes: &[u8]) -> Result<Found> {
        let Some(reply) = &self.same else { return find_frames(bytes) };
        let mut found = Found::default();
        for piece in bytes.chunks_exact(reply.len()) {
            ensure!(piece == reply.as_slice(), "webdis answers {:?}", String::from_utf8_lossy(piece));
            found.answers += 1;
            found.bytes += piece.len();
        }
        Ok(found)
    }
}

/// A masked text frame, with a mask that changes nothing: servers unmask it all the same.
pub(crate) fn frame(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).ok().filter(|length| *length < 126).expect("short frames");
    [&[0x81, 0x80 | length, 0, 0, 0, 0], text.as_bytes()].concat()
}

/// The frame that sets a state.
pub(crate) fn set_frame(state: &str) -> Vec<u8> {
    frame(&format!(r#"{{"id":1,"set":{{"state":"{state}"}}}}"#))
}

/// What to send back for so many pings.
pub(crate) fn pongs(pings: u64) -> Vec<u8> {
    (0..pings).flat_map(|_| PONG).collect()
}

/// A WebSocket that was opened and welcomed.
pub(crate) fn socket(address: SocketAddr) -> Result<TcpStream> {
    let mut stream = connect(address)?;
    let head = format!(
        "GET /ws HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    let answer = read_until(&mut stream, |bytes| bytes.ends_with(b"\r\n\r\n"))?;
    ensure!(answer.starts_with(b"HTTP/1.1 101 "), "no WebSocket: {}", String::from_utf8_lossy(&answer));
    stream.write_all(&frame(r#"{"hello":{"protocol":1}}"#))?;
    let welcome = read_until(&mut stream, |bytes| bytes.ends_with(b"}}"))?;
    let text = String::from_utf8_lossy(&welcome);
    ensure!(text.contains(r#"{"welcome":{"#), "not welcome: {text}");
    Ok(stream)
}

fn connect(address: SocketAddr) -> Result<TcpStream> {
    let stream = TcpStream::connect(address).with_context(|| format!("{address} does not accept"))?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// Reads what the server says while nothing else is asked of it.
fn read_until(stream: &mut TcpStream, is_whole: impl Fn(&[u8]) -> bool) -> Result<Vec<u8>> {
    let (mut all, mut some) = (Vec::new(), [0; 1024]);
    while !is_whole(&all) {
        let read = stream.read(&mut some).context("the server does not answer")?;
        ensure!(read > 0, "the server closes: {}", String::from_utf8_lossy(&all));
        all.extend_from_slice(&some[..read]);
    }
    Ok(all)
}

fn find_frames(bytes: &[u8]) -> Result<Found> {
    let mut found = Found::default();
    while let Some((kind, text, length)) = first_frame(&bytes[found.bytes..]) {
        match kind {
            0x81 if text.starts_with(REPLY.as_bytes()) => found.answers += 1,
            0x81 if text.starts_with(CHANGED.as_bytes()) => found.changes += 1,
            0x89 => found.pings += 1,
            _ => bail!("the server says {:?}", String::from_utf8_lossy(text)),
        }
        found.bytes += length;
    }
    Ok(found)
}

/// Its first byte, its text, and its length as a whole.
fn first_frame(bytes: &[u8]) -> Option<(u8, &[u8], usize)> {
    let (start, length) = match *bytes {
        [_, 126, high, low, ..] => (4, usize::from(u16::from_be_bytes([high, low]))),
        [_, length, ..] if length < 126 => (2, usize::from(length)),
        _ => return None,
    };
    Some((bytes[0], bytes.get(start..start + length)?, start + length))
}
