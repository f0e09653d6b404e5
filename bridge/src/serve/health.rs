//! What an operator asks: is it alive, does the store answer, what happened so far.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Server;

/// `GET /healthz`: the program runs. It says nothing of the store.
pub(super) async fn alive() -> &'static str {
    "alive\n"
}

/// `GET /readyz`: the store answers, and how long ago it last did. An open connection alone counts for nothing.
pub(super) async fn ready(State(server): State<Arc<Server>>) -> Response {
    let is_here = server.store.is_here() && !server.closing.is_cancelled();
    let status = if is_here { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let age = server.store.age().map_or_else(|| "null".to_owned(), |age| age.as_millis().to_string());
    let kind = server.store.kind().as_str();
    let body =
        format!("{{\"store\":\"{kind}\",\"available\":{is_here},\"last_good_answer_ms_ago\":{age}}}\n");
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// `GET /metrics`: figures for Prometheus.
pub(super) async fn metrics(State(server): State<Arc<Server>>) -> Response {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], server.metrics.to_text()).into_response()
}
