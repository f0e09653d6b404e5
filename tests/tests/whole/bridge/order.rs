//! The order of things: answers as the frames, effects as the requests, revisions upwards, a reply before its `changed`.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use serde_json::{Value, json};
use tests::live::{Bridge, Client, Incoming, Redis};

use super::error;

#[tokio::test]
async fn a_thousand_requests_at_once_are_answered_in_their_order() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    let requests = (0..1_000).map(|number| match number % 2 {
        0 => json!({ "id": number, "set": { "state": format!("S{number}") } }).to_string(),
        _ => json!({ "id": number, "get": {} }).to_string(),
    });
    client.send_all(requests).await?;
    for number in 0..1_000 {
        let answer = client.answer().await?;
        ensure!(answer["id"] == number, "the {number}th answer is {answer}");
        let last_set = format!("S{}", number - number % 2);
        ensure!(answer["state"]["state"] == last_set, "{number}: {answer}, not {last_set}");
    }
    assert_eq!(redis.get().await?, "S998");
    Ok(())
}

/// Whether an answer is the right one.
type Judge = Box<dyn Fn(&Value) -> bool>;

/// A frame, and what its answer has to have in it.
fn random_frame(random: &mut Rng, state: &mut String) -> (String, Judge) {
    let id = random.u64(0..4);
    match random.u8(0..9) {
        0 | 1 => {
            *state = format!("S{}", random.u16(..));
            let (text, expected) =
                (json!({ "id": id, "set": { "state": state.to_ascii_lowercase() } }), state.clone());
            (text.to_string(), Box::new(move |a| a["id"] == id && a["state"]["state"] == expected))
        }
        2 | 3 => {
            let expected = state.clone();
            let text = format!(r#"{{"id":{id},"get":{{}}}}"#);
            (text, Box::new(move |a| a["id"] == id && a["state"]["state"] == expected))
        }
        4 => (
            format!(r#"{{"ping":{{}},"id":{id}}}"#),
            Box::new(move |a| a["id"] == id && a["pong"].is_object()),
        ),
        5 => (
            format!(r#"{{"id":{id},"set":{{"state":"{id}"}}}}"#),
            Box::new(move |a| a["id"] == id && a["error"]["code"] == "invalid_state"),
        ),
        6 => (
            format!(r#"{{"id":{id},"get":{{}},"set":{{"state":"NEVER"}}}}"#),
            Box::new(move |a| a["id"] == id && a["error"]["code"] == "malformed"),
        ),
        7 => (
            r#"{"hello":{"protocol":1}}"#.to_owned(),
            Box::new(|a| a["id"].is_null() && a["error"]["code"] == "malformed"),
        ),
        _ => {
            let length = random.usize(1..60);
            let noise: String = (0..length).map(|_| random.char(' '..'\u{300}')).collect();
            // A space and a brace at its end are never the end of an object.
            (format!("{noise} {{"), Box::new(|a| a["id"].is_null() && a["error"]["code"] == "malformed"))
        }
    }
}

#[tokio::test]
async fn whatever_is_sent_the_nth_answer_belongs_to_the_nth_frame() -> Result<()> {
    let redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    for seed in 0..20 {
        let mut random = Rng::with_seed(seed);
        let mut client = bridge.client().await?;
        let mut state = "START".to_owned();
        client.set(&state).await?;
        let frames: Vec<_> = (0..200).map(|_| random_frame(&mut random, &mut state)).collect();
        client.send_all(frames.iter().map(|(text, _)| text.clone())).await?;
        for (text, is_right) in &frames {
            let answer = client.answer().await.with_context(|| format!("seed {seed}: {text}"))?;
            ensure!(is_right(&answer), "seed {seed}: {text} was answered with {answer}");
        }
    }
    bridge.check_health()
}

#[tokio::test]
async fn the_reply_to_a_set_comes_before_its_changed_with_the_same_revision() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let (mut client, welcome) = Client::open_as(bridge.port(), "Andi").await?;
    let mut last = welcome["revision"].as_u64().context("a revision")?;
    for state in ["ORDER_PAID", "ORDER_PAID", "IDLE"] {
        client.send(&json!({ "id": 1, "set": { "state": state } }).to_string()).await?;
        let Incoming::Frame(reply) = client.next().await? else { anyhow::bail!("no reply") };
        let Incoming::Frame(news) = client.next().await? else { anyhow::bail!("no news") };
        let revision = reply["state"]["revision"].as_u64().with_context(|| format!("first {reply}"))?;
        ensure!(revision > last, "also of the text that the key has: {reply} after {last}");
        assert_eq!(news, json!({ "changed": { "state": state, "revision": revision, "by": "Andi" } }));
        last = revision;
    }
    Ok(())
}

#[tokio::test]
async fn a_get_that_finds_a_new_text_comes_before_its_changed() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let (mut client, _) = Client::open(bridge.port()).await?;
    for number in 0..100 {
        let state = format!("S{number}");
        redis.set(&state).await?;
        let got = client.get().await?;
        assert_eq!(got["state"], state);
        let changed = client.until_state(&state).await?;
        assert_eq!((&changed["revision"], &changed["by"]), (&got["revision"], &Value::Null));
    }
    Ok(())
}

#[tokio::test]
async fn two_frames_with_one_revision_carry_one_state_on_every_socket() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut clients = Vec::new();
    for _ in 0..5 {
        clients.push(bridge.client().await?);
    }
    for round in 0..40 {
        for (number, client) in clients.iter_mut().enumerate() {
            let set = json!({ "id": 1, "set": { "state": format!("C{number}_{round}") } }).to_string();
            client.send_all([set, r#"{"id":2,"get":{}}"#.to_owned()]).await?;
        }
        redis.set(&format!("foreign {round}")).await?;
        for client in &mut clients {
            ensure!(client.answer().await?.get("state").is_some(), "set");
            ensure!(client.answer().await?.get("state").is_some(), "got");
        }
    }
    clients[0].set("THE_LAST_ONE").await?;
    let mut all: BTreeMap<u64, Option<String>> = BTreeMap::new();
    for client in &mut clients {
        client.until_state("THE_LAST_ONE").await?;
        for (revision, state) in client.rules().seen() {
            let first = all.entry(*revision).or_insert_with(|| state.clone());
            ensure!(first == state, "revision {revision} is {first:?} and {state:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_higher_revision_never_carries_what_redis_held_earlier() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let (mut watcher, _) = Client::open(bridge.port()).await?;
    let mut setter = bridge.client().await?;
    // One hand after the other: what Redis holds only ever counts up.
    for number in 0..200 {
        if number % 2 == 0 {
            setter.set(&format!("N{number}")).await?;
        } else {
            redis.set(&format!("N{number}")).await?;
        }
    }
    watcher.until_state("N199").await?;
    let seen = watcher.rules().seen().iter().skip(1);
    let numbers: Vec<u32> =
        seen.filter_map(|(_, state)| state.as_ref()?.strip_prefix('N')?.parse().ok()).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    Ok(())
}

#[tokio::test]
async fn pings_overtake_nothing() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    let texts = (0..300).map(|id| match id % 3 {
        0 => format!(r#"{{"id":{id},"get":{{}}}}"#),
        1 => format!(r#"{{"id":{id},"ping":{{}}}}"#),
        _ => format!(r#"{{"id":{id},"wrong":{{}}}}"#),
    });
    client.send_all(texts).await?;
    for id in 0..300 {
        let answer = client.answer().await?;
        ensure!(answer["id"] == id, "answer {id} is {answer}");
        match id % 3 {
            0 => ensure!(answer.get("state").is_some(), "{answer}"),
            1 => ensure!(answer.get("pong").is_some(), "{answer}"),
            _ => ensure!(error(&answer)?.1 == "malformed", "{answer}"),
        }
    }
    Ok(())
}
