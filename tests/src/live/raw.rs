//! A WebSocket byte by byte, for what no library would send.

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::{Ending, Request};
use crate::wait::DEADLINE;

const CLOSE: u8 = 8;
const MASK: [u8; 4] = [0x12, 0x34, 0x56, 0x78];

/// A frame as RFC 6455, section 5.2, has it.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// Whether it is the last of its message.
    pub is_last: bool,
    /// 0 goes on, 1 text, 2 binary, 8 close, 9 ping, 10 pong.
    pub opcode: u8,
    /// What is in it.
    pub payload: &'a [u8],
}

impl Frame<'_> {
    /// A text in one frame.
    pub fn text(text: &str) -> Frame<'_> {
        Frame { is_last: true, opcode: 1, payload: text.as_bytes() }
    }

    /// Its bytes, masked as a client has to.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.head(self.payload.len());
        bytes.extend(MASK);
        bytes.extend(self.payload.iter().zip(MASK.iter().cycle()).map(|(byte, mask)| byte ^ mask));
        bytes
    }

    /// The head of a frame that announces a length, without the mask.
    pub fn head(&self, length: usize) -> Vec<u8> {
        let mut bytes = vec![if self.is_last { 0x80 } else { 0 } | self.opcode];
        match (u8::try_from(length), u16::try_from(length)) {
            (Ok(length @ ..=125), _) => bytes.push(0x80 | length),
            (_, Ok(length)) => {
                bytes.push(0x80 | 126);
                bytes.extend(length.to_be_bytes());
            }
            _ => {
                bytes.push(0x80 | 127);
                bytes.extend((length as u64).to_be_bytes());
            }
        }
        bytes
    }
}

/// An upgraded connection.
#[derive(Debug)]
pub struct Raw {
    stream: TcpStream,
    read: Vec<u8>,
}

impl Raw {
    /// Upgrades, and says nothing yet.
    pub async fn connect(port: u16) -> Result<Raw> {
        let (answer, stream, read) = Request::upgrade().send_upgrade(port).await?;
        ensure!(answer.status == 101, "the upgrade was answered with {}", answer.status);
        Ok(Raw { stream, read })
    }

    /// Upgrades and says hello, and has read the welcome.
    pub async fn open(port: u16) -> Result<Raw> {
        let mut raw = Raw::connect(port).await?;
        raw.send(&Frame::text(r#"{"hello":{"protocol":1}}"#).bytes()).await?;
        let welcome = raw.text().await?;
        ensure!(welcome.contains("welcome"), "no welcome: {welcome}");
        Ok(raw)
    }

    /// Sends bytes, as long as the bridge takes them.
    pub async fn send(&mut self, bytes: &[u8]) -> Result<()> {
        timeout(DEADLINE, self.stream.write_all(bytes)).await.context("the bridge does not take it")??;
        Ok(())
    }

    /// Sends without ever reading, until the bridge cuts the connection. Waits while it does not take what is sent.
    pub async fn send_until_it_is_cut(&mut self, bytes: &[u8]) {
        while self.stream.write_all(bytes).await.is_ok() {}
    }

    /// The next text.
    pub async fn text(&mut self) -> Result<String> {
        loop {
            let (opcode, payload) = self.frame().await?.context("the connection ended")?;
            if opcode == 1 {
                return Ok(String::from_utf8(payload)?);
            }
        }
    }

    /// Reads on to the end: the texts before it, and the end.
    pub async fn ending(&mut self) -> Result<(Vec<String>, Ending)> {
        let mut texts = Vec::new();
        loop {
            match self.frame().await? {
                Some((1, payload)) => texts.push(String::from_utf8(payload)?),
                Some((CLOSE, payload)) if payload.len() >= 2 => {
                    let code = u16::from_be_bytes([payload[0], payload[1]]);
                    let reason = String::from_utf8(payload[2..].to_vec())?;
                    return Ok((texts, Ending::Closed { code, reason }));
                }
                Some((CLOSE, _)) | None => return Ok((texts, Ending::Cut)),
                Some(_) => {}
            }
        }
    }

    /// The next frame's opcode and content; none at the end.
    async fn frame(&mut self) -> Result<Option<(u8, Vec<u8>)>> {
        loop {
            if let Some(frame) = self.frame_so_far() {
                return Ok(Some(frame));
            }
            // One that was cut off ends like one that was closed.
            let read =
                timeout(DEADLINE, self.stream.read_buf(&mut self.read)).await.context("nothing came")?;
            if read.unwrap_or(0) == 0 {
                return Ok(None);
            }
        }
    }

    fn frame_so_far(&mut self) -> Option<(u8, Vec<u8>)> {
        let (&first, &second) = (self.read.first()?, self.read.get(1)?);
        let (head, length) = match second & 0x7f {
            126 => (4, usize::from(u16::from_be_bytes(self.read.get(2..4)?.try_into().ok()?))),
            127 => (10, u64::from_be_bytes(self.read.get(2..10)?.try_into().ok()?).try_into().ok()?),
            short => (2, usize::from(short)),
        };
        let payload = self.read.get(head..head + length)?.to_vec();
        self.read.drain(..head + length);
        Some((first & 0x0f, payload))
    }
}
