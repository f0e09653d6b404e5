//! Accepts connections and serves HTTP on them: with a deadline for heads, without Nagle, and never more than may be.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

use super::doors::Visit;
use super::{Server, app};

/// For the head of a request and what is read beside it.
const BUFFER: usize = 16 * 1024;
/// What is no WebSocket has done what it came for by then, also over a poor line.
const LONGEST_VISIT: Duration = Duration::from_secs(60);
/// For what is being answered when a connection has to end; who does not take it is cut.
const LAST_ANSWER: Duration = Duration::from_secs(10);
/// After a failure to accept that is the machine's, such as too many open files.
const BREATH: Duration = Duration::from_millis(50);

/// Accepts until `shutdown` comes; then refuses what is new, and waits for what is there.
pub(super) async fn serve(listener: &TcpListener, server: &Arc<Server>, shutdown: impl Future<Output = ()>) {
    let app = app(Arc::clone(server));
    tokio::select! {
        () = shutdown => {}
        () = accept_all(listener, server, &app) => {}
    }
    tracing::info!("shutting down");
    server.closing.cancel();
    server.tasks.close();
    let ended = async {
        tokio::select! {
            () = server.tasks.wait() => {}
            // So that who comes now is told, and not left waiting.
            () = accept_all(listener, server, &app) => {}
        }
    };
    if timeout(server.limits.shutdown, ended).await.is_err() {
        tracing::warn!(left = server.tasks.len(), "connections that did not end in time are cut");
    }
}

async fn accept_all(listener: &TcpListener, server: &Arc<Server>, app: &Router) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => admit(stream, peer, server, app),
            Err(error) if is_the_client_s(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "no connection can be accepted");
                sleep(BREATH).await;
            }
        }
    }
}

fn admit(stream: TcpStream, peer: SocketAddr, server: &Arc<Server>, app: &Router) {
    // A stream without addresses, or that takes no option, is gone already.
    let (Ok(local), Ok(())) = (stream.local_addr(), stream.set_nodelay(true)) else { return };
    let Some(visit) = server.doors.accept(peer, local.ip()) else {
        server.metrics.refused_connections.inc();
        server.refusals.log(peer.ip(), "a connection", "there are too many");
        return;
    };
    server.tasks.spawn(converse(stream, visit, Arc::clone(server), app.clone()));
}

/// One connection, from its first request to its last, or to the upgrade.
async fn converse(stream: TcpStream, visit: Arc<Visit>, server: Arc<Server>, app: Router) {
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Arc::clone(&visit));
        let app = app.clone();
        async move {
            let Ok(response) = app.oneshot(request).await;
            Ok::<_, Infallible>(response)
        }
    });
    // Who comes while the bridge is closing is told so, once.
    let is_late = server.closing.is_cancelled();
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(server.limits.head)
        .keep_alive(!is_late)
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    let mut connection = pin!(connection);
    // What ends in an error here is a client's mistake or its departure.
    tokio::select! {
        _ = &mut connection => return,
        () = sleep(LONGEST_VISIT) => {}
        () = server.closing.cancelled(), if !is_late => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = timeout(LAST_ANSWER, connection).await;
}

/// The client was gone before it was accepted.
fn is_the_client_s(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset
    )
}
