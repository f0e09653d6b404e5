//! Hello and welcome: what each has in it, what is checked, in which order, and what comes before.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tests::live::{Bridge, Client, Redis, Setup};

use super::error;

/// What a hello may not be, though it is for protocol 1.
fn malformed_hellos() -> Vec<Value> {
    vec![
        json!({}),
        json!({ "protocol": null }),
        json!({ "protocol": "1" }),
        json!({ "protocol": true }),
        json!({ "protocol": 1.5 }),
        json!({ "protocol": [1] }),
        json!({ "token": "x" }),
        json!({ "protocol": 1, "room": "a" }),
        json!({ "protocol": 1, "key": "app:state" }),
        json!({ "protocol": 1, "Client": "Budi" }),
        json!({ "protocol": 1, "client": 5 }),
        json!({ "protocol": 1, "client": ["Budi"] }),
        json!({ "protocol": 1, "client": "x".repeat(33) }),
        json!({ "protocol": 1, "client": "é".repeat(33) }),
        json!({ "protocol": 1, "client": "Bu\u{0}di" }),
        json!({ "protocol": 1, "client": "Budi\n" }),
        json!({ "protocol": 1, "client": "\u{7f}" }),
        json!({ "protocol": 1, "client": "\u{85}" }),
    ]
}

#[tokio::test]
async fn a_welcome_names_the_key_the_store_and_what_can_be_asked() -> Result<()> {
    let redis = Redis::start().await?;
    redis.set("order_paid").await?;
    let bridge = Bridge::on(&redis).await?;
    let (mut client, welcome) = Client::open(bridge.port()).await?;
    assert_eq!(welcome["protocol"], 1);
    assert_eq!(welcome["key"], "app:state");
    assert_eq!(welcome["state"], "order_paid", "as it stands, not in capitals");
    assert_eq!(welcome["store"], "redis");
    assert_eq!(welcome["available"], true);
    assert_eq!(welcome["watch"], "tracking");
    assert_eq!(client.get().await?["state"], "order_paid");

    let (_, second) = Client::open(bridge.port()).await?;
    assert_eq!(second["instance"], welcome["instance"], "one life of the bridge");
    Ok(())
}

#[tokio::test]
async fn a_missing_key_is_an_empty_state() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let (mut client, welcome) = Client::open(bridge.port()).await?;
    assert_eq!(welcome["state"], "");
    assert_eq!(client.get().await?["state"], "");
    Ok(())
}

#[tokio::test]
async fn the_memory_says_what_it_is() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let (mut client, welcome) = Client::open(bridge.port()).await?;
    assert_eq!((&welcome["store"], &welcome["watch"]), (&json!("memory"), &json!("tracking")));
    assert_eq!((&welcome["state"], &welcome["available"]), (&json!(""), &json!(true)));
    client.set("ORDER_PAID").await?;
    assert_eq!(bridge.client().await?.get().await?["state"], "ORDER_PAID");
    Ok(())
}

#[tokio::test]
async fn another_key_is_watched_where_one_is_given() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Setup::redis(&redis.url()).option("--key", "class:7 b").start().await?;
    let (mut client, welcome) = Client::open(bridge.port()).await?;
    assert_eq!(welcome["key"], "class:7 b");
    redis.set("NOT_THIS_ONE").await?;
    redis.cli(&["SET", "class:7 b2", "NOR_THIS"]).await?;
    redis.cli(&["SET", "class:7 b", "THIS_ONE"]).await?;
    assert_eq!(client.changed().await?["state"], "THIS_ONE");
    client.set("ORDER_PAID").await?;
    assert_eq!(redis.cli(&["GET", "class:7 b"]).await?, "ORDER_PAID");
    Ok(())
}

#[tokio::test]
async fn after_a_malformed_hello_another_may_follow() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let mut client = Client::connect(bridge.port()).await?;
    for hello in malformed_hellos() {
        let answer = client.ask(&json!({ "hello": hello }).to_string()).await?;
        ensure!(error(&answer)? == (Value::Null, "malformed"), "{hello} was answered with {answer}");
    }
    for text in [r#"{"hello":1}"#, r#"{"hello":null}"#, r#"{"hello":{"protocol":1},"more":1}"#] {
        ensure!(error(&client.ask(text).await?)?.1 == "malformed", "{text}");
    }
    let doubled = r#"{"hello":{"protocol":1,"protocol":1}}"#;
    assert_eq!(error(&client.ask(doubled).await?)?, (Value::Null, "malformed"));
    let answer = client.ask(r#"{"hello":{"protocol":1}}"#).await?;
    assert!(answer.get("welcome").is_some(), "{answer}");
    Ok(())
}

#[tokio::test]
async fn after_a_welcome_a_hello_is_malformed_and_changes_nothing() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let (mut budi, _) = Client::open_as(bridge.port(), "Budi").await?;
    let answer = budi.ask(r#"{"hello":{"protocol":1,"client":"Andi"}}"#).await?;
    assert_eq!(error(&answer)?, (Value::Null, "malformed"));
    budi.set("IDLE").await?;
    assert_eq!(budi.changed().await?["by"], "Budi");
    Ok(())
}

#[tokio::test]
async fn another_protocol_ends_the_connection_whatever_else_is_in_it() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let others = [
        json!({ "protocol": 2 }),
        json!({ "protocol": 0 }),
        json!({ "protocol": -1 }),
        json!({ "protocol": 2, "room": "a", "client": 5, "token": [] }),
    ];
    for hello in others {
        let mut client = Client::connect(bridge.port()).await?;
        client.send(&json!({ "hello": hello }).to_string()).await?;
        let (answers, ending) = client.ending().await?;
        assert_eq!(answers.len(), 1, "{answers:?}");
        assert_eq!(error(&answers[0])?, (Value::Null, "unsupported_protocol"), "{hello}");
        assert_eq!(ending.code(), Some(1008), "{hello}");
    }
    Ok(())
}

#[tokio::test]
async fn before_the_welcome_only_hello_is_answered() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = Client::connect(bridge.port()).await?;
    for (text, expected) in [
        (r#"{"id":1,"get":{}}"#, (json!(1), "not_ready")),
        (r#"{"id":2,"ping":{}}"#, (json!(2), "not_ready")),
        (r#"{"id":3,"set":{"state":"ORDER_PAID"}}"#, (json!(3), "not_ready")),
        (r#"{"id":4,"set":{"state":"not a state"}}"#, (json!(4), "not_ready")),
        (r#"{"id":5,"get":{"x":1}}"#, (json!(5), "malformed")),
        ("nonsense", (Value::Null, "malformed")),
    ] {
        assert_eq!(error(&client.ask(text).await?)?, expected, "{text}");
    }
    // Others' changes are not for a client that was not welcomed: the rules of every client here look for them.
    bridge.client().await?.set("IDLE").await?;
    let answer = client.ask(r#"{"hello":{"protocol":1}}"#).await?;
    assert_eq!(answer["welcome"]["state"], "IDLE", "nothing was done: {answer}");
    Ok(())
}

#[tokio::test]
async fn a_label_is_shown_as_it_is_and_an_empty_one_is_none() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let (mut watcher, _) = Client::open(bridge.port()).await?;
    let labels = ["Budi", "<b>Budi</b> & \"co\"", " ", &"😀".repeat(32), "नमस्ते", "\u{202e}idub"];
    for (number, label) in labels.iter().enumerate() {
        let (mut client, _) = Client::open_as(bridge.port(), label).await?;
        let state = format!("STATE_{number}");
        client.set(&state).await?;
        assert_eq!(watcher.until_state(&state).await?["by"], *label);
    }
    let (mut unnamed, _) = Client::open_as(bridge.port(), "").await?;
    unnamed.set("IDLE").await?;
    assert_eq!(watcher.until_state("IDLE").await?["by"], Value::Null);
    Ok(())
}

#[tokio::test]
async fn a_token_is_asked_for_last() -> Result<()> {
    let bridge = Setup::memory().option("--token", "correct horse").start().await?;
    let (mut client, _) =
        Client::open_with(bridge.port(), json!({ "protocol": 1, "token": "correct horse" })).await?;
    client.ping().await?;

    for (hello, code) in [
        (json!({ "protocol": 1 }), "unauthorized"),
        (json!({ "protocol": 1, "token": "" }), "unauthorized"),
        (json!({ "protocol": 1, "token": "correct hors" }), "unauthorized"),
        (json!({ "protocol": 1, "token": "correct horse " }), "unauthorized"),
        (json!({ "protocol": 1, "token": "x".repeat(3_000) }), "unauthorized"),
        (json!({ "protocol": 3, "token": "wrong" }), "unsupported_protocol"),
    ] {
        let mut client = Client::connect(bridge.port()).await?;
        client.send(&json!({ "hello": hello }).to_string()).await?;
        let (answers, ending) = client.ending().await?;
        assert_eq!(answers.len(), 1, "{answers:?}");
        assert_eq!(error(&answers[0])?, (Value::Null, code), "{hello}");
        assert_eq!(ending.code(), Some(1008), "{hello}");
    }
    let mut client = Client::connect(bridge.port()).await?;
    let both = r#"{"hello":{"protocol":1,"token":"wrong","room":"a"}}"#;
    assert_eq!(error(&client.ask(both).await?)?.1, "malformed", "the shape comes before the token");
    Ok(())
}

#[tokio::test]
async fn a_token_is_ignored_where_none_is_set() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let hello = json!({ "protocol": 1, "token": "from an earlier class" });
    let (mut client, _) = Client::open_with(bridge.port(), hello).await?;
    client.ping().await
}
