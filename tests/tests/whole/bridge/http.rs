//! The bridge's plain addresses: alive, ready, figures, the page, and the headers that everything carries.

use anyhow::{Context, Result, ensure};
use tests::live::{Bridge, Redis, Request, Setup};
use tests::{surroundings, wait};

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

/// A bridge that serves the built page.
async fn with_page() -> Result<Bridge> {
    let dist = surroundings::dist()?;
    Setup::memory().option("--page", dist.to_str().context("a path in UTF-8")?).start().await
}

/// The names of the page's files of one kind, as its document refers to them.
fn files_of_the_page(document: &str, ending: &str) -> Vec<String> {
    let quoted = document.split(['"', '\'']).filter(|text| text.ends_with(ending));
    let mut names: Vec<String> = quoted.map(|name| name.trim_start_matches("./").to_owned()).collect();
    names.sort();
    names.dedup();
    names
}

#[tokio::test]
async fn the_page_is_allowed_its_own_files_and_nothing_else() -> Result<()> {
    let bridge = with_page().await?;
    let page = bridge.http("/").await?;
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    ensure!(page.body.contains("<html"), "{page:?}");
    ensure!(page.header("cache-control").is_some_and(|cache| !cache.contains("immutable")), "{page:?}");
    let policy = page.header("content-security-policy").context("a policy")?;
    for part in ["default-src 'none'", "'wasm-unsafe-eval'", "base-uri 'none'", "frame-ancestors 'none'"] {
        ensure!(policy.contains(part), "no {part} in {policy}");
    }
    ensure!(!policy.contains("script-src * ") && !policy.contains("'unsafe-eval'"), "{policy}");
    let script_source = policy.split(';').find(|part| part.contains("script-src ")).context("script-src")?;
    ensure!(!script_source.contains("unsafe-inline"), "{policy}");
    ensure!(page.header("referrer-policy").is_some(), "{page:?}");
    Ok(())
}

#[tokio::test]
async fn the_page_s_files_have_their_types_and_are_kept_for_long() -> Result<()> {
    let bridge = with_page().await?;
    let document = bridge.http("/").await?.body;
    for (ending, kind) in [(".js", "text/javascript"), (".wasm", "application/wasm")] {
        let names = files_of_the_page(&document, ending);
        ensure!(!names.is_empty(), "the page has no file that ends with {ending}");
        for name in names {
            let file = bridge.http(&format!("/{name}")).await?;
            assert_eq!(file.status, 200, "{name}");
            ensure!(file.header("content-type").is_some_and(|it| it.starts_with(kind)), "{name}: {file:?}");
            let cache = file.header("cache-control").context("caching")?;
            ensure!(cache.contains("immutable") && cache.contains("max-age=31536000"), "{name}: {cache}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_is_large_comes_compressed_to_whom_it_suits() -> Result<()> {
    let bridge = with_page().await?;
    let document = bridge.http("/").await?.body;
    let script = files_of_the_page(&document, ".js").pop().context("the page's script")?;
    let mut lengths = Vec::new();
    for accepted in ["br", "gzip", "identity"] {
        let asked = async || {
            let request = Request::get(&format!("/{script}")).header("Accept-Encoding", accepted);
            request.send(bridge.port()).await
        };
        // It is compressed while the bridge serves already.
        let file = wait::for_some(accepted, async || {
            let file = asked().await?;
            let is_it = file.header("content-encoding").unwrap_or("identity") == accepted;
            Ok(is_it.then_some(file))
        })
        .await?;
        let vary = file.header("vary").unwrap_or_default().to_ascii_lowercase();
        ensure!(vary.contains("accept-encoding"), "{accepted}: {vary}");
        lengths.push(file.header("content-length").context("a length")?.parse::<usize>()?);
    }
    ensure!(lengths.is_sorted() && lengths[0] < lengths[2] / 2, "{lengths:?}");
    Ok(())
}

#[tokio::test]
async fn a_school_s_platform_may_show_the_page_in_a_frame_if_it_is_said() -> Result<()> {
    let dist = surroundings::dist()?;
    let setup = Setup::memory().option("--page", dist.to_str().context("a path in UTF-8")?);
    let bridge = setup.option("--frame-ancestor", "https://school.example").start().await?;
    let page = bridge.http("/").await?;
    let policy = page.header("content-security-policy").context("a policy")?;
    ensure!(policy.contains("frame-ancestors https://school.example"), "{policy}");
    ensure!(page.header("x-frame-options").is_none_or(|it| it != "DENY"), "{page:?}");
    Ok(())
}
