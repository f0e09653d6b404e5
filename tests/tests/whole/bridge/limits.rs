//! The limits of one socket: length, rate, how long one may be silent.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tests::live::{Bridge, Client, Ending, Frame, Raw, Redis, Setup};

use super::error;

/// A request of exactly this many bytes.
fn request_of(length: usize) -> String {
    let empty = r#"{"id":5,"ping":{}}"#;
    format!("{}{empty}", " ".repeat(length - empty.len()))
}

#[tokio::test]
async fn a_message_of_4096_bytes_is_taken_and_one_more_ends_the_connection() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let mut client = bridge.client().await?;
    let answer = client.ask(&request_of(4_096)).await?;
    assert!(answer.get("pong").is_some(), "{answer}");
    client.send(&request_of(4_097)).await?;
    let (answers, ending) = client.ending().await?;
    assert_eq!(ending.code(), Some(1009));
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(error(&answers[0])?.1, "too_large");
    Ok(())
}

#[tokio::test]
async fn too_large_comes_before_everything_else_that_is_wrong() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    for text in ["x".repeat(4_097), format!("[{}", " ".repeat(5_000))] {
        let mut client = Client::connect(bridge.port()).await?;
        client.send(&text).await?;
        let (answers, ending) = client.ending().await?;
        assert_eq!(ending.code(), Some(1009));
        assert_eq!(error(&answers[0])?, (Value::Null, "too_large"));
    }
    Ok(())
}

#[tokio::test]
async fn what_came_before_a_message_that_is_too_large_is_answered() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    let before = (0..20).map(|id| json!({ "id": id, "set": { "state": format!("S{id}") } }).to_string());
    client.send_all(before.chain([request_of(4_097)])).await?;
    let (answers, ending) = client.ending().await?;
    assert_eq!(ending.code(), Some(1009));
    let ids: Vec<u64> = answers.iter().filter_map(|answer| answer["id"].as_u64()).take(20).collect();
    assert!(ids.iter().copied().eq(0..20), "{ids:?}");
    assert_eq!(redis.get().await?, "S19");
    Ok(())
}

#[tokio::test]
async fn fragments_are_one_message_and_are_added_up() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let mut raw = Raw::open(bridge.port()).await?;
    let text = request_of(4_096);
    let parts: Vec<&[u8]> = text.as_bytes().chunks(500).collect();
    for (number, part) in parts.iter().enumerate() {
        let is_last = number + 1 == parts.len();
        let opcode = u8::from(number == 0);
        raw.send(&Frame { is_last, opcode, payload: part }.bytes()).await?;
        // A ping may stand between them.
        raw.send(&Frame { is_last: true, opcode: 9, payload: b"between" }.bytes()).await?;
    }
    assert!(raw.text().await?.contains("pong"));

    // One byte a fragment, and even none.
    for (number, byte) in br#"{"id":6,"ping":{}}"#.iter().enumerate() {
        raw.send(&Frame { is_last: false, opcode: u8::from(number == 0), payload: &[*byte] }.bytes()).await?;
        raw.send(&Frame { is_last: false, opcode: 0, payload: b"" }.bytes()).await?;
    }
    raw.send(&Frame { is_last: true, opcode: 0, payload: b"" }.bytes()).await?;
    assert!(raw.text().await?.contains("\"id\":6"));

    raw.send(&Frame { is_last: false, opcode: 1, payload: &[b' '; 4_000] }.bytes()).await?;
    raw.send(&Frame { is_last: false, opcode: 0, payload: &[b' '; 97] }.bytes()).await?;
    let (texts, ending) = raw.ending().await?;
    assert_eq!(ending.code(), Some(1009));
    ensure!(texts.len() == 1 && texts[0].contains("too_large"), "{texts:?}");
    Ok(())
}

#[tokio::test]
async fn a_length_that_is_only_announced_ends_the_connection_at_once() -> Result<()> {
    let mut bridge = Bridge::in_memory().await?;
    let before = bridge.resident()?;
    for length in [100_000, 16 << 20, 1 << 40, (1 << 63) - 1] {
        let mut raw = Raw::open(bridge.port()).await?;
        let mut head = Frame::text("").head(length);
        head.extend([0; 4]);
        raw.send(&head).await?;
        let (_, ending) = raw.ending().await?;
        assert_eq!(ending.code(), Some(1009), "{length}");
    }
    ensure!(bridge.resident()? < before + (8 << 20), "nothing was set aside for them");
    bridge.check_health()
}

#[tokio::test]
async fn what_breaks_the_websocket_itself_ends_the_connection_with_its_code() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let unmasked = [0x81, 2, b'{', b'}'];
    for (bytes, code) in [
        (Frame { is_last: true, opcode: 1, payload: b"\xff\xfe" }.bytes(), 1007),
        (Frame { is_last: true, opcode: 1, payload: b"{\"id\":1,\xed\xa0\x80" }.bytes(), 1007),
        (Frame { is_last: true, opcode: 3, payload: b"" }.bytes(), 1002),
        (Frame { is_last: true, opcode: 11, payload: b"" }.bytes(), 1002),
        (Frame { is_last: true, opcode: 0, payload: b"goes on with nothing" }.bytes(), 1002),
        (Frame { is_last: false, opcode: 9, payload: b"a ping in parts" }.bytes(), 1002),
        (Frame { is_last: true, opcode: 9, payload: &[0; 126] }.bytes(), 1002),
        (vec![0xf1, 0x80, 0, 0, 0, 0], 1002),
        (unmasked.to_vec(), 1002),
    ] {
        let mut raw = Raw::open(bridge.port()).await?;
        raw.send(&bytes).await?;
        let (_, ending) = raw.ending().await?;
        assert_eq!(ending.code(), Some(code), "{bytes:02x?}");
    }
    Ok(())
}

#[tokio::test]
async fn two_thousand_requests_a_second_are_taken_and_no_more() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    let mut limited = 0;
    for batch in 0..12 {
        let ids = batch * 500..(batch + 1) * 500;
        let set = |id| json!({ "id": id, "set": { "state": format!("S{id}") } }).to_string();
        client.send_all(ids.clone().map(set)).await?;
        for id in ids {
            let answer = client.answer().await?;
            ensure!(answer["id"] == id, "{answer}");
            if answer.get("error").is_some() {
                assert_eq!(error(&answer)?.1, "rate_limited");
                limited += 1;
            } else {
                redis_has_it(&answer, id)?;
            }
        }
    }
    // Six thousand in much less than two seconds, or else this machine is too slow to be limited.
    ensure!(limited > 0, "nobody was limited");
    tests::wait::until("it may ask again", async || {
        Ok(client.request("ping", json!({})).await?.get("pong").is_some())
    })
    .await?;
    let malformed = client.ask("{}").await?;
    assert_eq!(error(&malformed)?.1, "malformed");
    Ok(())
}

fn redis_has_it(answer: &Value, id: u64) -> Result<()> {
    ensure!(answer["state"]["state"] == format!("S{id}"), "{answer}");
    Ok(())
}

#[tokio::test]
async fn malformed_comes_before_rate_limited_and_that_before_not_ready() -> Result<()> {
    let bridge = Setup::memory().option("--rate", "5").option("--burst", "5").start().await?;
    let mut client = Client::connect(bridge.port()).await?;
    let mut codes = Vec::new();
    for _ in 0..50 {
        let answer = client.ask(r#"{"id":1,"set":{"state":"no state"}}"#).await?;
        codes.push(error(&answer)?.1.to_owned());
        assert_eq!(error(&client.ask(r#"{"id":1,"set":{}}"#).await?)?, (json!(1), "malformed"));
    }
    assert!(codes.iter().all(|code| code == "not_ready" || code == "rate_limited"), "{codes:?}");
    assert!(codes.iter().any(|code| code == "rate_limited"), "{codes:?}");
    Ok(())
}

#[tokio::test]
async fn who_says_no_hello_in_time_is_sent_away_with_the_reason() -> Result<()> {
    let bridge = Setup::memory().option("--hello-ms", "1000").start().await?;
    let mut silent = Client::connect(bridge.port()).await?;
    let mut busy = Client::connect(bridge.port()).await?;
    assert_eq!(error(&busy.ask(r#"{"id":1,"get":{}}"#).await?)?.1, "not_ready");
    for client in [&mut silent, &mut busy] {
        let (_, ending) = client.ending().await?;
        let Ending::Closed { code, reason } = ending else { anyhow::bail!("without a word") };
        assert_eq!(code, 1008);
        assert!(!reason.is_empty());
    }
    let mut quiet = bridge.client().await?;
    // What is awaited is that time passes.
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    quiet.ping().await
}

#[tokio::test]
async fn who_answers_no_ping_is_sent_away_and_who_does_may_be_silent() -> Result<()> {
    let bridge = Setup::memory().option("--ping-ms", "500").option("--pong-ms", "500").start().await?;
    // Its library answers pings while it reads; the other one reads, and answers none.
    let mut alive = bridge.client().await?;
    let mut dead = Raw::open(bridge.port()).await?;
    let alive_for_a_while = tokio::time::timeout(Duration::from_secs(4), alive.next());
    let (nothing, end) = tokio::join!(alive_for_a_while, dead.ending());
    assert_eq!(end?.1.code(), Some(1008));
    assert!(nothing.is_err(), "nothing came but pings: {nothing:?}");
    alive.ping().await
}
