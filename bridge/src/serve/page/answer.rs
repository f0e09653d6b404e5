//! How a file of the page is given out: compressed, with its type, and kept where its name says what it is.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::serve::Server;

/// What is said where there is no page.
const NO_PAGE: &str = "This bridge has no page in it. `cargo xtask build` builds a bridge with the page inside; \
     `bridge serve --page dist` serves one that was built before. The WebSocket is at /ws.\n";

/// Whatever else is asked for.
pub(in crate::serve) async fn serve(
    State(server): State<Arc<Server>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let page = &server.page;
    if !matches!(method, Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let Some(policy) = &page.policy else { return (StatusCode::NOT_FOUND, NO_PAGE).into_response() };
    let Some(file) = page.file(uri.path()) else {
        return (StatusCode::NOT_FOUND, "there is no such file\n").into_response();
    };
    let accepted = list(&headers, header::ACCEPT_ENCODING);
    let (content, encoding) = file.content(&accepted);
    // Each way of writing it has a tag of its own.
    let tag = format!("\"{}{}\"", file.tag, encoding.map_or("", |encoding| &encoding[..1]));
    let known = list(&headers, header::IF_NONE_MATCH);
    let is_known = known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    let (status, body) = if is_known {
        (StatusCode::NOT_MODIFIED, Body::empty())
    } else {
        (StatusCode::OK, Body::from(content))
    };
    let mut response = (status, body).into_response();
    let keep = if file.is_hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::ETAG, &tag);
    set(header::VARY, "accept-encoding");
    set(header::CACHE_CONTROL, keep);
    if !is_known {
        set(header::CONTENT_TYPE, file.kind);
        if let Some(encoding) = encoding {
            set(header::CONTENT_ENCODING, encoding);
        }
    }
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if !page.may_be_framed {
        set(header::X_FRAME_OPTIONS, "DENY");
    }
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    response
}

/// The values of a header that may stand several times.
fn list(headers: &HeaderMap, name: HeaderName) -> String {
    let values: Vec<&str> = headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
    values.join(",")
}
