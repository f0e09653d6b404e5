//! Who may come in, and how many.

use serde_json::json;
use tokio_tungstenite::tungstenite::http::StatusCode;

use super::client::Heard;
use super::{Client, Running};

#[tokio::test]
async fn foreign_names_and_foreign_pages_stay_outside() {
    let running = Running::with(|config| config.origins.push("https://school.example".to_owned())).await;
    let open = |headers: &'static [(&'static str, &'static str)]| Client::try_open(running.address, headers);
    let refused: [&[(&str, &str)]; 4] = [
        &[("host", "evil.example")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("host", "localhost"), ("origin", "http://localhost:1")],
    ];
    for headers in refused {
        assert_eq!(open(headers).await.err(), Some(StatusCode::FORBIDDEN), "{headers:?}");
    }
    let allowed: [&[(&str, &str)]; 4] = [
        &[("host", "localhost:9")],
        &[("host", "school.example"), ("origin", "https://school.example")],
        &[("origin", "http://localhost:8080")],
        &[],
    ];
    for headers in allowed {
        assert!(open(headers).await.is_ok(), "{headers:?}");
    }
    let own = format!("http://{}", running.address);
    assert!(Client::try_open(running.address, &[("origin", &own)]).await.is_ok());
    running.end().await;
}

#[tokio::test]
async fn one_too_many_is_told_so_and_the_next_finds_the_place_that_was_left() {
    let running = Running::with_limits(|limits| limits.connections = 2).await;
    let first = running.client().await;
    let _second = running.client().await;
    let mut third = Client::open(running.address).await;
    let error = third.frame().await;
    assert_eq!((&error["id"], &error["error"]["code"]), (&json!(null), &json!("too_many_connections")));
    assert_eq!(third.hear().await, Heard::Closed(1013));
    drop(first);
    // The place is free as soon as the server has seen that the first one left.
    loop {
        let mut next = Client::open(running.address).await;
        if next.ask(r#"{"hello":{"protocol":1}}"#).await.get("welcome").is_some() {
            break;
        }
    }
    running.end().await;
}

#[tokio::test]
async fn strangers_take_no_more_than_their_share() {
    let running = Running::with_limits(|limits| limits.strangers = 2).await;
    let _known = running.client().await;
    let _first = Client::open(running.address).await;
    let _second = Client::open(running.address).await;
    let mut third = Client::open(running.address).await;
    assert_eq!(third.frame().await["error"]["code"], json!("too_many_connections"));
    assert_eq!(third.hear().await, Heard::Closed(1013));
    running.end().await;
}
