//! How a conversation ends, and the last words.

use std::fmt;
use std::time::Duration;

use futures_util::SinkExt;
use protocol::{Code, Refusal, ServerFrame};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::error::ProtocolError;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::{Error, Message};

use super::Socket;

/// For the last words to arrive, and for the client to leave.
pub(super) const FAREWELL: Duration = Duration::from_secs(2);

/// How a conversation ends.
#[derive(Debug)]
pub(super) enum End {
    /// The client is not there any more.
    Gone,
    /// The client closed.
    Closed,
    /// The client does not take what is sent: it is cut without a word.
    Slow,
    /// The bridge closes, and says why.
    Said(Why),
}

/// The last words.
#[derive(Debug)]
pub(super) struct Why {
    /// An error before the close frame, if it was not written yet.
    error: Option<String>,
    code: CloseCode,
    reason: &'static str,
}

impl Why {
    /// The close frame after an error that was written already.
    pub(super) fn after(code: Code) -> Why {
        let reason = code.as_str();
        let code = match code {
            Code::TooLarge => CloseCode::Size,
            Code::TooManyConnections => CloseCode::Again,
            Code::ShuttingDown => CloseCode::Away,
            _ => CloseCode::Policy,
        };
        Why { error: None, code, reason }
    }

    /// An error that belongs to no request, and the close frame.
    pub(super) fn refused(code: Code, message: &str) -> Why {
        let refusal = Refusal { id: None, code, message: message.to_owned() };
        Why { error: Some(ServerFrame::Error(refusal).to_json()), ..Why::after(code) }
    }

    pub(super) fn silent(reason: &'static str) -> Why {
        Why { error: None, code: CloseCode::Policy, reason }
    }

    pub(super) fn going_away() -> Why {
        Why { error: None, code: CloseCode::Away, reason: "the bridge is shutting down" }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason)
    }
}

impl From<Error> for End {
    fn from(error: Error) -> End {
        let said = |code, reason| End::Said(Why { error: None, code, reason });
        match error {
            Error::Capacity(_) => End::Said(Why::refused(Code::TooLarge, "The message is too long.")),
            Error::Utf8(_) => said(CloseCode::Invalid, "a text message is not UTF-8"),
            Error::Protocol(
                ProtocolError::ResetWithoutClosingHandshake | ProtocolError::SendAfterClosing,
            ) => End::Gone,
            Error::Protocol(_) => said(CloseCode::Protocol, "not a WebSocket"),
            _ => End::Gone,
        }
    }
}

/// Says the last words, and gives the client time to hear them: a socket that is dropped with bytes unread takes what it
/// still had to say with it.
pub(super) async fn farewell(socket: &mut Socket, why: Why) {
    let say = async {
        if let Some(error) = why.error {
            socket.feed(Message::Text(error.into())).await?;
        }
        let close = CloseFrame { code: why.code, reason: why.reason.into() };
        socket.send(Message::Close(Some(close))).await?;
        let stream = socket.get_mut();
        stream.shutdown().await?;
        let mut unread = vec![0; 1024];
        while stream.read(&mut unread).await? > 0 {}
        Ok::<(), Error>(())
    };
    // Whoever is not there any more need not hear it.
    let _ = timeout(FAREWELL, say).await;
}
