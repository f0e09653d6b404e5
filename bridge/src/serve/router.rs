//! Which address leads where, and the headers that every answer carries.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};

use super::doors::Visit;
use super::{Server, health, page, upgrade};

/// All that the bridge answers over HTTP.
pub(crate) fn app(server: Arc<Server>) -> Router {
    Router::new()
        .route("/ws", get(upgrade::upgrade))
        .route("/metrics", get(health::metrics))
        .fallback(page::serve)
        .layer(from_fn_with_state(Arc::clone(&server), under_our_name))
        // Whoever looks after this machine may reach it under any name.
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .layer(map_response(headers))
        .with_state(server)
}

/// Against DNS rebinding: a foreign name that points here gets nothing.
async fn under_our_name(
    State(server): State<Arc<Server>>,
    Extension(visit): Extension<Arc<Visit>>,
    request: Request,
    next: Next,
) -> Response {
    if let Err(why) = server.admission.host(request.uri(), request.headers(), visit.local) {
        server.metrics.refused_connections.inc();
        let host = request.headers().get(header::HOST);
        server.refusals.log(visit.peer, "a request", format!("{why}: {host:?}"));
        return (StatusCode::FORBIDDEN, format!("{why}\n")).into_response();
    }
    next.run(request).await
}

async fn headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}
