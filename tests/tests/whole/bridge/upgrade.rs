//! Who may open a WebSocket at all: by the address that was used and the page that asks.

use anyhow::Result;
use tests::live::{Bridge, Client, Request, Setup};

async fn status(bridge: &Bridge, headers: &[(&str, &str)]) -> Result<u16> {
    let upgrade =
        headers.iter().fold(Request::upgrade(), |request, (name, value)| request.header(name, value));
    Ok(upgrade.send_upgrade(bridge.port()).await?.0.status)
}

#[tokio::test]
async fn the_names_of_loopback_are_its_names() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    for host in
        ["127.0.0.1", "127.0.0.1:9", "localhost", "localhost:3000", "LOCALHOST", "[::1]", "[::1]:3000"]
    {
        assert_eq!(status(&bridge, &[("Host", host)]).await?, 101, "{host}");
    }
    Ok(())
}

#[tokio::test]
async fn another_name_is_refused_as_a_rebound_one() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let port = bridge.port();
    let own = format!("http://evil.example:{port}");
    for host in [
        "evil.example",
        &format!("evil.example:{port}"),
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example:localhost",
        "user@localhost",
        "192.168.1.1",
        "[::2]",
        "",
    ] {
        assert_eq!(status(&bridge, &[("Host", host)]).await?, 403, "{host:?}");
        // A page at a rebound name is its own origin.
        assert_eq!(status(&bridge, &[("Host", host), ("Origin", &own)]).await?, 403, "{host:?}");
    }
    Ok(())
}

#[tokio::test]
async fn its_own_page_and_the_development_server_may_come_and_no_other_page() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let port = bridge.port();
    for origin in [
        bridge.origin(),
        format!("http://localhost:{port}"),
        "http://127.0.0.1:8080".to_owned(),
        "http://localhost:8080".to_owned(),
    ] {
        assert_eq!(status(&bridge, &[("Origin", &origin)]).await?, 101, "{origin}");
    }
    for origin in [
        "null",
        "",
        "http://evil.example",
        &format!("http://evil.example:{port}"),
        &format!("http://127.0.0.1:{port}.evil.example"),
        "http://127.0.0.1:8081",
        "http://127.0.0.1",
        "file://",
    ] {
        assert_eq!(status(&bridge, &[("Origin", origin)]).await?, 403, "{origin:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_origins_that_are_given_stand_beside_these() -> Result<()> {
    let bridge = Setup::memory()
        .option("--origin", "https://school.example")
        .option("--origin", "http://class.example:8000")
        .start()
        .await?;
    for origin in ["https://school.example", "http://class.example:8000", &bridge.origin()] {
        assert_eq!(status(&bridge, &[("Origin", origin)]).await?, 101, "{origin}");
    }
    // Behind a proxy the browser's name for the bridge is that of the origin.
    let behind = [("Host", "school.example"), ("Origin", "https://school.example")];
    assert_eq!(status(&bridge, &behind).await?, 101);
    for origin in
        ["http://school.example", "https://school.example.evil.example", "https://school.example:444"]
    {
        assert_eq!(status(&bridge, &[("Origin", origin)]).await?, 403, "{origin}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_refused_is_one_line_in_the_log() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let before = bridge.log().lines().count();
    assert_eq!(status(&bridge, &[("Origin", "http://evil.example")]).await?, 403);
    tests::wait::until("the refusal is in the log", async || Ok(bridge.log().contains("evil.example")))
        .await?;
    // Something else to wait for, so that a second line would have come.
    Client::open(bridge.port()).await?.0.ping().await?;
    let log = bridge.log();
    let lines = log.lines().skip(before).filter(|line| line.contains("evil.example")).count();
    assert_eq!(lines, 1, "{log}");
    Ok(())
}

#[tokio::test]
async fn what_is_no_upgrade_is_an_error_and_not_a_socket() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let plain = bridge.http("/ws").await?;
    assert!((400..500).contains(&plain.status), "{plain:?}");
    let old = Request::get("/ws")
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "8")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    let status = old.send_upgrade(bridge.port()).await?.0.status;
    assert!((400..500).contains(&status), "{status}");
    Ok(())
}
