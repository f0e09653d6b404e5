//! A static file server for the built page, as strict as the strictest host: a Content-Security-Policy that allows the
//! page's own files and nothing else, and any folder of the host.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A running server; it ends when this is dropped.
#[derive(Debug)]
pub struct Server {
    address: String,
    task: JoinHandle<()>,
}

struct Site {
    dist: PathBuf,
    folder: &'static str,
    policy: HeaderValue,
}

impl Server {
    /// Serves `dist` under `folder` (`/`, `/class/1/`) on a free port.
    pub async fn start(dist: PathBuf, folder: &'static str) -> Result<Server> {
        let index = std::fs::read_to_string(dist.join("index.html"))?;
        let policy = HeaderValue::from_str(&policy(&index))?;
        let site = Arc::new(Site { dist, folder, policy });
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}{folder}", listener.local_addr()?);
        let router = Router::new().fallback(answer).with_state(site);
        let task = tokio::spawn(async move {
            axum::serve(listener, router).await.expect("a listener that is bound accepts");
        });
        Ok(Server { address, task })
    }

    /// The page's address.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let Some(path) = site.file(request.uri().path()) else { return StatusCode::NOT_FOUND.into_response() };
    let Ok(content) = tokio::fs::read(&path).await else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type(&path))),
        (header::CONTENT_SECURITY_POLICY, site.policy.clone()),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, content).into_response()
}

impl Site {
    /// The file behind an address, if the address lies in our folder.
    fn file(&self, address: &str) -> Option<PathBuf> {
        let inside = Path::new(address.strip_prefix(self.folder)?);
        let plain = inside.components().all(|part| matches!(part, Component::Normal(_)));
        let name = if inside.as_os_str().is_empty() { Path::new("index.html") } else { inside };
        plain.then(|| self.dist.join(name))
    }
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// Only what is the page's own; of what is inline in `index.html`, exactly that, by its hash. Style attributes are the one
/// exception: the page places its nodes with them, and whoever could add one could not run a script by it.
fn policy(index: &str) -> String {
    let (scripts, styles) = (hashes(index, "script"), hashes(index, "style"));
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"
    )
}

fn hashes(index: &str, element: &str) -> String {
    inline(index, element)
        .map(|text| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes()))))
        .collect()
}

/// The texts of the elements of this name; those that only name a file are left out.
fn inline<'a>(index: &'a str, element: &str) -> impl Iterator<Item = &'a str> {
    let (opening, closing) = (format!("<{element}"), format!("</{element}>"));
    let rests: Vec<&str> =
        index.match_indices(&opening).map(|(at, _)| &index[at + opening.len()..]).collect();
    rests.into_iter().filter_map(move |rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once(closing.as_str())?;
        (!attributes.contains("src=")).then_some(text)
    })
}

/// The links of `index.html` that begin at the host's root, or at another host.
pub fn absolute_addresses(dist: &Path) -> Result<Vec<String>> {
    let index = std::fs::read_to_string(dist.join("index.html")).context("index.html")?;
    let quoted = index.split(['"', '\'']).skip(1).step_by(2);
    let absolute = quoted.filter(|text| {
        text.starts_with("http:") || text.starts_with("https:") || (text.starts_with('/') && text.len() > 1)
    });
    Ok(absolute.map(str::to_owned).collect())
}
