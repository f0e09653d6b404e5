//! A bare axum broadcast: whatever one client says, all clients hear, through one channel. No store, no limits, no
//! deadlines; small buffers, since that is quicker for it with thousands of sockets.

use std::net::Ipv4Addr;

use anyhow::Result;
use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::broadcast::{Sender, channel};

use super::WELCOME;

/// What may be said before a slow client misses something.
const ROOM: usize = 16;
/// Of each socket, for reading and for writing.
const BUFFER: usize = 4096;

/// Serves on one thread: the load client and the bridge have one each, too.
pub(super) fn serve(port: u16) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let app = Router::new().route("/ws", get(upgrade)).with_state(channel(ROOM).0);
        Ok(axum::serve(listener, app).await?)
    })
}

async fn upgrade(State(everybody): State<Sender<Utf8Bytes>>, upgrade: WebSocketUpgrade) -> Response {
    let upgrade = upgrade.read_buffer_size(BUFFER).write_buffer_size(BUFFER);
    upgrade.on_upgrade(|socket| converse(socket, everybody))
}

async fn converse(mut socket: WebSocket, everybody: Sender<Utf8Bytes>) {
    let mut news = everybody.subscribe();
    // The hello.
    let Some(Ok(_)) = socket.recv().await else { return };
    if socket.send(Message::text(WELCOME)).await.is_err() {
        return;
    }
    loop {
        tokio::select! {
            Ok(text) = news.recv() => {
                if socket.send(Message::Text(text)).await.is_err() {
                    return;
                }
            }
            message = socket.recv() => match message {
                // Who speaks hears it too: there is always a listener.
                Some(Ok(Message::Text(text))) => drop(everybody.send(text)),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return,
            },
        }
    }
}
