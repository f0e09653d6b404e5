//! The bridge's plain addresses: alive, ready, figures, and the headers that everything carries.

use anyhow::{Result, ensure};
use tests::live::{Bridge, Redis, Request};

#[tokio::test]
async fn alive_and_ready_are_two_things() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    assert_eq!(bridge.http("/healthz").await?.status, 200);
    assert_eq!(bridge.http("/readyz").await?.status, 200);
    redis.freeze()?;
    bridge.until_ready_is(false).await?;
    assert_eq!(bridge.http("/readyz").await?.status, 503, "an open socket is no answer");
    assert_eq!(bridge.http("/healthz").await?.status, 200);
    redis.thaw()?;
    bridge.until_ready_is(true).await
}

#[tokio::test]
async fn ready_tells_how_fresh_the_last_good_answer_is() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let body = bridge.http("/readyz").await?.body;
    assert!(body.contains(|c: char| c.is_ascii_digit()), "a number of milliseconds or seconds: {body}");
    Ok(())
}

#[tokio::test]
async fn figures_are_prometheus_text_and_count_what_happened() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let before = bridge.http("/metrics").await?;
    assert_eq!(before.status, 200);
    ensure!(
        before.header("content-type").is_some_and(
            |kind| kind.starts_with("text/plain") || kind.starts_with("application/openmetrics-text")
        ),
        "{before:?}"
    );
    let mut clients = vec![bridge.client().await?, bridge.client().await?, bridge.client().await?];
    for client in &mut clients {
        client.get().await?;
        client.set("IDLE").await?;
        client.refusal("set", serde_json::json!({ "state": "" })).await?;
    }
    let after = bridge.http("/metrics").await?.body;
    for line in after.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let figure = line.rsplit_once(' ').map(|(_, figure)| figure.parse::<f64>());
        ensure!(matches!(figure, Some(Ok(_))), "not a figure: {line}");
    }
    for word in ["connections", "requests", "changes", "invalid_state"] {
        ensure!(after.contains(word), "nothing of {word}:\n{after}");
    }
    ensure!(after != before.body, "it counts");
    Ok(())
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_a_page_safe() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    for path in ["/", "/healthz", "/metrics", "/not/there", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"] {
        let answer = bridge.http(path).await?;
        ensure!(answer.header("x-content-type-options") == Some("nosniff"), "{path}: {answer:?}");
        ensure!(!answer.body.contains("root:"), "{path}");
    }
    ensure!(bridge.http("/not/there").await?.status == 404);
    Ok(())
}

#[tokio::test]
async fn pages_of_others_read_nothing_under_a_rebound_name() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    for path in ["/", "/metrics"] {
        let answer = Request::get(path).header("Host", "evil.example").send(bridge.port()).await?;
        ensure!(answer.status == 403, "{path}: {answer:?}");
        ensure!(answer.header("access-control-allow-origin").is_none(), "{answer:?}");
    }
    Ok(())
}
