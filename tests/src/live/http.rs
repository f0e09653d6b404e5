//! Plain HTTP/1.1 by hand, so that a test can send whatever `Host` and `Origin` it likes.

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::wait::DEADLINE;

/// The headers of every upgrade; the key is the one of RFC 6455, section 1.3.
pub const UPGRADE: &[(&str, &str)] = &[
    ("Connection", "Upgrade"),
    ("Upgrade", "websocket"),
    ("Sec-WebSocket-Version", "13"),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
];

/// What that key is to be answered with.
const ACCEPTED: &str = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

/// One request.
#[derive(Clone, Debug)]
pub struct Request {
    path: String,
    headers: Vec<(String, String)>,
}

/// Its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// 200, 403.
    pub status: u16,
    headers: String,
    /// As text.
    pub body: String,
}

impl Request {
    /// A `GET` of this path.
    pub fn get(path: &str) -> Request {
        Request { path: path.to_owned(), headers: Vec::new() }
    }

    /// An upgrade to a WebSocket at `/ws`, as a program sends it: without an `Origin`.
    pub fn upgrade() -> Request {
        UPGRADE.iter().fold(Request::get("/ws"), |request, (name, value)| request.header(name, value))
    }

    /// With one more header.
    pub fn header(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends it and reads the whole answer.
    pub async fn send(self, port: u16) -> Result<Answer> {
        let closing = self.header("Connection", "close");
        timeout(DEADLINE, async {
            let (mut stream, head, mut body) = closing.exchange(port).await?;
            stream.read_to_end(&mut body).await?;
            Answer::parse(&head, &body)
        })
        .await
        .context("no answer came")?
    }

    /// Sends it as an upgrade. Either way the stream comes back, with what was read beyond the head.
    pub async fn send_upgrade(self, port: u16) -> Result<(Answer, TcpStream, Vec<u8>)> {
        timeout(DEADLINE, async {
            let (stream, head, rest) = self.exchange(port).await?;
            let answer = Answer::parse(&head, &[])?;
            if answer.status == 101 && answer.header("sec-websocket-accept") != Some(ACCEPTED) {
                bail!("the upgrade was not accepted for our key: {head}");
            }
            Ok((answer, stream, rest))
        })
        .await
        .context("no answer to the upgrade came")?
    }

    async fn exchange(self, port: u16) -> Result<(TcpStream, String, Vec<u8>)> {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        stream.write_all(self.text(port).as_bytes()).await?;
        let mut read = Vec::new();
        loop {
            if let Some(end) = read.windows(4).position(|window| window == b"\r\n\r\n") {
                let rest = read.split_off(end + 4);
                return Ok((stream, String::from_utf8(read)?, rest));
            }
            if stream.read_buf(&mut read).await? == 0 {
                bail!("closed before the head of the answer ended: {:?}", String::from_utf8_lossy(&read));
            }
        }
    }

    fn text(&self, port: u16) -> String {
        let mut text = format!("GET {} HTTP/1.1\r\n", self.path);
        if !self.headers.iter().any(|(name, _)| name == "Host") {
            text += &format!("Host: 127.0.0.1:{port}\r\n");
        }
        self.headers.iter().for_each(|(name, value)| text += &format!("{name}: {value}\r\n"));
        text + "\r\n"
    }
}

impl Answer {
    fn parse(head: &str, body: &[u8]) -> Result<Answer> {
        let status = head.split(' ').nth(1).context("a status")?.parse()?;
        let headers = head.split_once("\r\n").context("a first line")?.1.to_owned();
        Ok(Answer { status, headers, body: String::from_utf8_lossy(body).into_owned() })
    }

    /// A header's value; names are looked up without regard to case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.lines().filter_map(|line| line.split_once(':'));
        headers.find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}
