//! From an HTTP request to a WebSocket, for those who may.

use std::sync::Arc;

use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::server::create_response_with_body;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

use super::doors::Visit;
use super::{Server, session};

/// A socket that waits for frames holds this much. Frames are short, and a batch of them still fits.
const READ_BUFFER: usize = 2048;
/// Frames are gathered up to here before they are written.
const WRITE_BUFFER: usize = 16 * 1024;

/// `GET /ws`.
pub(super) async fn upgrade(
    State(server): State<Arc<Server>>,
    Extension(visit): Extension<Arc<Visit>>,
    mut request: Request,
) -> Response {
    if let Err(why) = server.admission.origin(request.headers(), visit.local) {
        server.metrics.refused_connections.inc();
        let origin = request.headers().get(header::ORIGIN);
        server.refusals.log(visit.peer, "a WebSocket", format!("{why}: {origin:?}"));
        return (StatusCode::FORBIDDEN, format!("{why}\n")).into_response();
    }
    if server.closing.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "the bridge is shutting down\n").into_response();
    }
    let upgraded = request.extensions_mut().remove::<OnUpgrade>();
    let request = request.map(|_| ());
    let (Ok(response), Some(upgraded)) = (create_response_with_body(&request, Body::empty), upgraded) else {
        return not_a_websocket();
    };
    server.tasks.spawn(open(Arc::clone(&server), visit, upgraded));
    response
}

/// What is answered to a request that is no opening of a WebSocket of version 13.
fn not_a_websocket() -> Response {
    let version = [(header::SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"))];
    (StatusCode::UPGRADE_REQUIRED, version, "here is a WebSocket, and nothing else\n").into_response()
}

async fn open(server: Arc<Server>, visit: Arc<Visit>, upgraded: OnUpgrade) {
    // An upgrade that does not come is a client that left.
    let Ok(upgraded) = upgraded.await else { return };
    let Ok(parts) = upgraded.downcast::<TokioIo<TcpStream>>() else { return };
    let limits = &server.limits;
    let config = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(WRITE_BUFFER)
        .max_write_buffer_size(WRITE_BUFFER * 2)
        .max_message_size(Some(limits.message_bytes))
        .max_frame_size(Some(limits.message_bytes));
    let (stream, early) = (parts.io.into_inner(), parts.read_buf.to_vec());
    drop(parts.read_buf);
    let socket = WebSocketStream::from_partially_read(stream, early, Role::Server, Some(config)).await;
    session::run(server, visit, socket).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_idle_connection_is_small() {
        fn size<A, B, C, F: Future>(_: fn(A, B, C) -> F) -> usize {
            size_of::<F>()
        }
        // Five thousand of them wait most of the time; what seldom happens lies in boxes.
        assert!(size(open) <= 2560, "{} bytes", size(open));
    }
}
