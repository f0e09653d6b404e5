//! What is no WebSocket: the page, health, figures.

use std::fs;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::Running;

/// A response's head, in lower case, and its body.
async fn get(address: SocketAddr, path: &str, headers: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut response = Vec::new();
    stream.read_to_end(&mut response).await.unwrap();
    let end = response.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(response[..end].to_vec()).unwrap().to_lowercase();
    (head, response[end + 4..].to_vec())
}

#[tokio::test]
async fn an_operator_is_told_how_things_are() {
    let running = Running::start().await;
    let mut client = running.client().await;
    client.ask(r#"{"id":1,"get":{}}"#).await;
    let (head, body) = get(running.address, "/healthz", "").await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert_eq!(body, b"alive\n");
    let (head, body) = get(running.address, "/readyz", "").await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
    let ready: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!((&ready["store"], &ready["available"]), (&"memory".into(), &true.into()));
    assert!(ready["last_good_answer_ms_ago"].as_u64().is_some_and(|age| age < 60_000));
    let (_, body) = get(running.address, "/metrics", "").await;
    let text = String::from_utf8(body).unwrap();
    for line in ["bridge_open_connections 1", r#"bridge_requests_total{kind="get",outcome="ok"} 1"#] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    running.end().await;
}

#[tokio::test]
async fn a_foreign_name_gets_nothing_but_health() {
    let running = Running::start().await;
    for (path, status) in [("/", "403"), ("/metrics", "403"), ("/ws", "403"), ("/healthz", "200")] {
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).await.unwrap();
        assert!(response.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {response}");
    }
    running.end().await;
}

#[tokio::test]
async fn without_a_page_it_is_said_how_to_build_one() {
    let running = Running::start().await;
    let (head, body) = get(running.address, "/", "").await;
    if !cfg!(feature = "page") {
        assert!(head.starts_with("http/1.1 404"), "{head}");
        assert!(String::from_utf8(body).unwrap().contains("cargo xtask build"));
    }
    let (head, _) = get(running.address, "/ws", "").await;
    assert!(head.starts_with("http/1.1 426"), "{head}");
    running.end().await;
}

#[tokio::test]
async fn the_page_is_served_with_its_types_and_kept_where_its_name_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let index = "<!doctype html><title>a</title><script type=module>go()</script>";
    fs::write(folder.path().join("index.html"), index).unwrap();
    fs::write(folder.path().join("page-0123456789abcdef_bg.wasm"), [0; 5000]).unwrap();
    fs::write(folder.path().join(".secret"), "no").unwrap();
    let page = folder.path().to_owned();
    let running = Running::with(|config| config.page = Some(page)).await;
    let (head, body) = get(running.address, "/", "").await;
    let sign = r#"<meta name="bridge" content="ws"><title>"#;
    assert_eq!(body, index.replace("<title>", sign).as_bytes());
    for header in [
        "content-type: text/html; charset=utf-8",
        "cache-control: no-cache",
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
        "x-frame-options: deny",
        "content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-",
    ] {
        assert!(head.contains(header), "{header} is not in {head}");
    }
    let tag = head.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap().to_owned();
    // Tags tell upper case from lower.
    let (head, _) = get(running.address, "/page-0123456789abcdef_bg.wasm", "").await;
    assert!(head.contains("content-type: application/wasm"), "{head}");
    assert!(head.contains("cache-control: public, max-age=31536000, immutable"), "{head}");
    assert!(tag.starts_with('"') && tag.ends_with('"'));
    for path in ["/.secret", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/nothing"] {
        let (head, _) = get(running.address, path, "").await;
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
    }
    // Compressing goes on beside; it comes to an end.
    loop {
        let headers = "Accept-Encoding: gzip, br\r\n";
        let (head, body) = get(running.address, "/page-0123456789abcdef_bg.wasm", headers).await;
        if head.contains("content-encoding: br") {
            assert!(body.len() < 5000);
            break;
        }
    }
    running.end().await;
}

#[tokio::test]
async fn who_comes_while_it_ends_is_told_so() {
    let running = Running::start().await;
    // It does not answer the close frame: so long the server is still there.
    let _client = running.client().await;
    let Running { address, end, task } = running;
    end.send(()).unwrap();
    let upgrade =
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    for _ in 0..5 {
        let (head, _) = get(address, "/ws", upgrade).await;
        assert!(head.starts_with("http/1.1 503"), "{head}");
    }
    task.await.unwrap().unwrap();
}
