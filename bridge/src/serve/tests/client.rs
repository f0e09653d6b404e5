//! A client of the tests: frames are texts and `serde_json` values, never the bridge's own types.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderName, StatusCode};
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async};

/// Far more than anything here takes.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) struct Client {
    pub(super) socket: WebSocketStream<TcpStream>,
}

/// What a client hears.
#[derive(Debug, PartialEq)]
pub(super) enum Heard {
    Frame(Value),
    /// A close frame's code.
    Closed(u16),
    /// The connection ended without one.
    Cut,
}

impl Client {
    pub(super) async fn open(address: SocketAddr) -> Client {
        Client::try_open(address, &[]).await.unwrap()
    }

    /// Opens a WebSocket with these headers; the status if that is refused.
    pub(super) async fn try_open(
        address: SocketAddr,
        headers: &[(&'static str, &str)],
    ) -> Result<Client, StatusCode> {
        let stream = TcpStream::connect(address).await.unwrap();
        let mut request = format!("ws://{address}/ws").into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(HeaderName::from_static(name), value.parse().unwrap());
        }
        match client_async(request, stream).await {
            Ok((socket, _)) => Ok(Client { socket }),
            Err(Error::Http(response)) => Err(response.status()),
            Err(other) => panic!("{other}"),
        }
    }

    pub(super) async fn say(&mut self, text: &str) {
        self.socket.send(Message::text(text)).await.unwrap();
    }

    /// Sends many frames in one go.
    pub(super) async fn say_all(&mut self, texts: impl IntoIterator<Item = String>) {
        for text in texts {
            self.socket.feed(Message::text(text)).await.unwrap();
        }
        self.socket.flush().await.unwrap();
    }

    pub(super) async fn hear(&mut self) -> Heard {
        loop {
            let message = timeout(PATIENCE, self.socket.next()).await.expect("something is heard in time");
            match message {
                Some(Ok(Message::Text(text))) => return Heard::Frame(serde_json::from_str(&text).unwrap()),
                Some(Ok(Message::Close(frame))) => {
                    return Heard::Closed(frame.map_or(1005, |frame| frame.code.into()));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Heard::Cut,
            }
        }
    }

    pub(super) async fn frame(&mut self) -> Value {
        match self.hear().await {
            Heard::Frame(frame) => frame,
            other => panic!("a frame was expected, not {other:?}"),
        }
    }

    /// The next answer; news in between are left out.
    pub(super) async fn answer(&mut self) -> Value {
        loop {
            let frame = self.frame().await;
            if frame.get("changed").is_none() && frame.get("store").is_none() {
                return frame;
            }
        }
    }

    pub(super) async fn ask(&mut self, text: &str) -> Value {
        self.say(text).await;
        self.answer().await
    }

    /// Says hello until the store is there.
    pub(super) async fn welcome(&mut self) -> Value {
        let welcome = self.ask(r#"{"hello":{"protocol":1}}"#).await;
        if welcome["welcome"]["available"] == json!(false) {
            assert_eq!(self.frame().await["store"]["available"], json!(true));
            assert!(self.frame().await.get("changed").is_some());
        }
        welcome
    }

    /// The code of the error that is the next answer.
    pub(super) async fn error(&mut self, text: &str) -> (Value, String) {
        let answer = self.ask(text).await;
        (answer["id"].clone(), answer["error"]["code"].as_str().unwrap_or_default().to_owned())
    }
}
