//! Clients that are too quick, too slow or too silent.

use std::time::Duration;

use futures_util::SinkExt;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;

use super::client::Heard;
use super::{Client, Running};

const SOON: Duration = Duration::from_millis(50);
const NEVER: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn what_is_too_much_is_refused_and_each_frame_answered() {
    let running = Running::start().await;
    let mut client = running.client().await;
    client.say_all((0..5000).map(|id| format!("{{\"id\":{id},\"ping\":{{}}}}"))).await;
    let (mut done, mut refused) = (0, 0);
    for id in 0..5000 {
        let answer = client.answer().await;
        assert_eq!(answer["id"], json!(id));
        match answer["error"]["code"].as_str() {
            None => done += 1,
            Some(code) => {
                assert_eq!(code, "rate_limited");
                refused += 1;
            }
        }
    }
    assert!(done >= 1000, "{done} of a thousand that are allowed at once");
    assert!(refused > 0);
    running.end().await;
}

#[tokio::test]
async fn who_says_no_hello_in_time_is_closed() {
    let running = Running::with_limits(|limits| limits.hello = SOON).await;
    let mut client = Client::open(running.address).await;
    assert_eq!(client.error("{}").await.1, "malformed");
    assert_eq!(client.hear().await, Heard::Closed(1008));
    running.end().await;
}

#[tokio::test]
async fn who_gives_no_pong_is_closed_and_who_does_stays() {
    let running = Running::with_limits(|limits| (limits.ping, limits.pong) = (SOON, NEVER)).await;
    let mut client = running.client().await;
    // The library answers pings while it listens; between the frames that are heard there are several.
    for id in 0..3 {
        let _ = tokio::time::timeout(SOON * 4, client.hear()).await;
        assert_eq!(client.ask(&format!("{{\"id\":{id},\"ping\":{{}}}}")).await["id"], json!(id));
    }
    running.end().await;
    let running = Running::with_limits(|limits| (limits.ping, limits.pong) = (SOON, SOON)).await;
    let mut silent = Raw::open(&running).await;
    silent.say(br#"{"hello":{"protocol":1}}"#).await;
    assert!(silent.closed_with(1008).await);
    running.end().await;
}

#[tokio::test]
async fn who_never_reads_is_cut_and_nobody_else_waits() {
    let running = Running::with_limits(|limits| limits.write = SOON).await;
    let mut deaf = Raw::open(&running).await;
    deaf.say(br#"{"hello":{"protocol":1}}"#).await;
    // Each frame is answered with more than it took, until nothing more fits; then the connection is gone.
    while deaf.try_say(br#"{"id":1,"get":0}"#).await {}
    let mut client = running.client().await;
    assert_eq!(client.ask(r#"{"id":5,"ping":{}}"#).await, json!({"id": 5, "pong": {}}));
    running.end().await;
}

#[tokio::test]
async fn half_a_request_does_not_stay_open() {
    let running = Running::with_limits(|limits| limits.head = SOON).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(b"GET /ws HTTP/1.1\r\nHost: local").await.unwrap();
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).await.unwrap();
    let mut idle = TcpStream::connect(running.address).await.unwrap();
    idle.read_to_end(&mut rest).await.unwrap();
    running.end().await;
}

#[tokio::test]
async fn a_hundred_thousand_pings_and_bad_frames_are_borne() {
    let running = Running::start().await;
    let mut client = running.client().await;
    for _ in 0..100 {
        for _ in 0..100 {
            client.socket.feed(Message::Ping(vec![0; 100].into())).await.unwrap();
            client.socket.feed(Message::text("[[[")).await.unwrap();
        }
        client.socket.flush().await.unwrap();
        for _ in 0..100 {
            assert_eq!(client.answer().await["error"]["code"], json!("malformed"));
        }
    }
    assert!(client.ask(r#"{"id":5,"ping":{}}"#).await.get("error").is_none());
    running.end().await;
}

/// A client without a library: it answers no ping.
struct Raw(TcpStream);

impl Raw {
    async fn open(running: &Running) -> Raw {
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        let request = "GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut response = Vec::new();
        while !response.ends_with(b"\r\n\r\n") {
            response.push(stream.read_u8().await.unwrap());
        }
        assert!(response.starts_with(b"HTTP/1.1 101"));
        Raw(stream)
    }

    async fn say(&mut self, text: &[u8]) {
        assert!(self.try_say(text).await);
    }

    /// A short text frame, masked with zeros.
    async fn try_say(&mut self, text: &[u8]) -> bool {
        let mut frame = vec![0x81, 0x80 | u8::try_from(text.len()).unwrap(), 0, 0, 0, 0];
        frame.extend_from_slice(text);
        self.0.write_all(&frame).await.is_ok()
    }

    /// Whether the bridge ends the connection, with a close frame of this code before.
    async fn closed_with(&mut self, code: u16) -> bool {
        let mut heard = Vec::new();
        self.0.read_to_end(&mut heard).await.unwrap();
        let [high, low] = code.to_be_bytes();
        heard.windows(3).any(|bytes| bytes[0] >= 2 && bytes[1..] == [high, low]) && heard.contains(&0x88)
    }
}
