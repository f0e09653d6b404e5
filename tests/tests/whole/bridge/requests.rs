//! One request at a time: what is answered, and what is wrong with what is not.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tests::live::{Bridge, Client, Redis};

use super::error;

/// Frames that are no JSON object with a valid id and without doubled names: their errors carry null.
const WITHOUT_ID: &[&str] = &[
    " ",
    "x",
    "null",
    "1",
    "\"get\"",
    "[]",
    r#"[{"id":1,"get":{}}]"#,
    "{}",
    "{",
    r#"{"id":1,"get":{}"#,
    r#"{"id":1,"get":{}} x"#,
    r#"{"id":1,"get":{}}{"id":2,"get":{}}"#,
    r#"{"id":1,"get":{},}"#,
    r#"{'id':1,'get':{}}"#,
    r#"{"get":{}}"#,
    r#"{"ID":1,"get":{}}"#,
    r#"{"id":null,"get":{}}"#,
    r#"{"id":"1","get":{}}"#,
    r#"{"id":true,"get":{}}"#,
    r#"{"id":-1,"get":{}}"#,
    r#"{"id":-0,"get":{}}"#,
    r#"{"id":+1,"get":{}}"#,
    r#"{"id":01,"get":{}}"#,
    r#"{"id":1.0,"get":{}}"#,
    r#"{"id":1e0,"get":{}}"#,
    r#"{"id":1E2,"get":{}}"#,
    r#"{"id":9007199254740992,"get":{}}"#,
    r#"{"id":18446744073709551617,"get":{}}"#,
    r#"{"id":1,"id":1,"get":{}}"#,
    r#"{"id":1,"get":{},"get":{}}"#,
    r#"{"id":1,"get":{},"g\u0065t":{}}"#,
    r#"{"id":1,"set":{"state":"A","state":"A"}}"#,
    "\u{feff}{\"id\":1,\"get\":{}}",
];

/// Frames with an id and a wrong shape: theirs carry it.
const WITH_ID: &[&str] = &[
    r#"{"id":7}"#,
    r#"{"id":7,"get":null}"#,
    r#"{"id":7,"get":true}"#,
    r#"{"id":7,"get":[]}"#,
    r#"{"id":7,"get":"app:state"}"#,
    r#"{"id":7,"get":{"key":"app:state"}}"#,
    r#"{"id":7,"ping":{"x":1}}"#,
    r#"{"id":7,"ping":1}"#,
    r#"{"id":7,"set":{}}"#,
    r#"{"id":7,"set":null}"#,
    r#"{"id":7,"set":"ORDER_PAID"}"#,
    r#"{"id":7,"set":{"State":"ORDER_PAID"}}"#,
    r#"{"id":7,"set":{"state":"ORDER_PAID","key":"x"}}"#,
    r#"{"id":7,"get":{},"ping":{}}"#,
    r#"{"id":7,"get":{},"key":"other"}"#,
    r#"{"id":7,"Get":{}}"#,
    r#"{"id":7,"del":{}}"#,
    r#"{"id":7,"FLUSHALL":{}}"#,
    r#"{"get":{"a":[1,2,{"b":null}]},"id":7}"#,
    r#"{"id":7,"get":{},"x":1e999}"#,
];

const NO_STATES: &[&str] = &[
    r#""""#,
    r#"" ""#,
    r#"" ORDER_PAID""#,
    r#""ORDER_PAID ""#,
    r#""ORDER PAID""#,
    r#""ORDER-PAID""#,
    r#""ORDER\n""#,
    r#""1ORDER""#,
    r#""_ORDER""#,
    r#""ÖRDER""#,
    r#""ORDER_PAİD""#,
    r#""ı""#,
    r#""A\u0000""#,
    r#""A\r\nDEL app:state""#,
    "0",
    "1.5",
    "null",
    "true",
    "[]",
    r#"["ORDER_PAID"]"#,
    "{}",
    r#"{"state":"ORDER_PAID"}"#,
];

#[tokio::test]
async fn what_is_no_request_with_an_id_is_malformed_without_one() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let mut client = bridge.client().await?;
    for text in WITHOUT_ID {
        let answer = client.ask(text).await?;
        ensure!(error(&answer)? == (Value::Null, "malformed"), "{text} was answered with {answer}");
    }
    client.ping().await
}

#[tokio::test]
async fn a_wrong_shape_is_malformed_under_its_id() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let mut client = bridge.client().await?;
    for text in WITH_ID {
        let answer = client.ask(text).await?;
        ensure!(error(&answer)? == (json!(7), "malformed"), "{text} was answered with {answer}");
    }
    client.ping().await
}

#[tokio::test]
async fn nothing_is_nested_so_deep_that_it_breaks_anything() -> Result<()> {
    let mut bridge = Bridge::in_memory().await?;
    let mut client = bridge.client().await?;
    for opening in ["[", "{\"a\":", "[{\"a\":"] {
        let text = opening.repeat(4_000 / opening.len());
        assert_eq!(error(&client.ask(&text).await?)?, (Value::Null, "malformed"));
    }
    let nested = format!(r#"{{"id":9,"get":{}{}}}"#, "[".repeat(2_000), "]".repeat(2_000));
    assert_eq!(error(&client.ask(&nested).await?)?, (json!(9), "malformed"), "one JSON object with an id");
    let nested = format!(r#"{{"id":9,"set":{{"state":{}{}}}}}"#, "[".repeat(2_000), "]".repeat(2_000));
    assert_eq!(error(&client.ask(&nested).await?)?, (json!(9), "invalid_state"), "of whatever type");
    client.ping().await?;
    bridge.check_health()
}

#[tokio::test]
async fn ids_are_whole_numbers_up_to_the_largest_exact_one() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let mut client = bridge.client().await?;
    for id in [0_u64, 1, 1, 9_007_199_254_740_991] {
        let answer = client.ask(&format!(r#" {{ "ping" : {{ }} , "id" : {id} }} "#)).await?;
        ensure!(answer["id"] == id && answer.get("pong").is_some(), "{id}: {answer}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_no_state_is_invalid_whatever_it_is() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let mut client = bridge.client().await?;
    client.set("BEFORE").await?;
    let long = format!("\"{}\"", "A".repeat(65));
    for state in NO_STATES.iter().copied().chain([long.as_str()]) {
        let answer = client.ask(&format!(r#"{{"id":3,"set":{{"state":{state}}}}}"#)).await?;
        ensure!(error(&answer)? == (json!(3), "invalid_state"), "{state} was answered with {answer}");
    }
    assert_eq!(client.get().await?["state"], "BEFORE");
    Ok(())
}

#[tokio::test]
async fn a_state_is_set_in_capitals() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    let long = "aZ_9".repeat(16);
    for state in ["a", "order_paid", "Order_Paid", "A1", "A_", &long] {
        let capital = state.to_ascii_uppercase();
        client.set(state).await?;
        assert_eq!(redis.get().await?, capital);
        assert_eq!(client.get().await?["state"], capital);
    }
    let escaped = client.ask(r#"{"id":4,"s\u0065t":{"state":"\u006frder"}}"#).await?;
    assert_eq!(escaped["state"]["state"], "ORDER", "{escaped}");
    Ok(())
}

#[tokio::test]
async fn a_get_asks_the_store_and_not_a_memory_of_it() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    let before = reads(&redis).await?;
    for _ in 0..50 {
        client.get().await?;
    }
    let after = reads(&redis).await?;
    assert!(after - before >= 50, "{before} then {after}");
    Ok(())
}

/// How often Redis was asked for a text, or for the beginning of one.
async fn reads(redis: &Redis) -> Result<u64> {
    let statistics = redis.cli(&["INFO", "commandstats"]).await?;
    let calls = |name: &str| -> Option<u64> {
        let line = statistics.lines().find_map(|line| line.strip_prefix(name))?;
        line.strip_prefix(":calls=")?.split(',').next()?.parse().ok()
    };
    Ok(calls("cmdstat_get").unwrap_or(0) + calls("cmdstat_getrange").unwrap_or(0))
}

#[tokio::test]
async fn a_foreign_value_is_there_for_the_very_next_get() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    for number in 0..50 {
        let state = format!("state number {number}");
        redis.set(&state).await?;
        assert_eq!(client.get().await?["state"], state);
    }
    Ok(())
}

#[tokio::test]
async fn an_empty_message_and_a_binary_one_are_malformed() -> Result<()> {
    use tokio_tungstenite::tungstenite::Message;
    let bridge = Bridge::in_memory().await?;
    let (mut client, _) = Client::open(bridge.port()).await?;
    for message in [
        Message::text(""),
        Message::binary(Vec::new()),
        Message::binary(br#"{"id":1,"get":{}}"#.to_vec()),
        Message::binary(vec![0xff; 4_096]),
    ] {
        client.send_message(message).await?;
        assert_eq!(error(&client.answer().await?)?, (Value::Null, "malformed"));
    }
    client.ping().await
}
