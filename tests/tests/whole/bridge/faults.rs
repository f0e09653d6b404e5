//! Redis gone, cut off, slow or silent: what is answered meanwhile, who is told, and how it comes back.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tests::live::{Bridge, Client, Direction, Proxy, Redis, Setup};

use super::error;

/// The store is away: everything is answered at once, and nothing is done later by surprise.
async fn check_that_it_is_away(bridge: &Bridge, client: &mut Client) -> Result<()> {
    let start = Instant::now();
    for _ in 0..20 {
        assert_eq!(client.refusal("get", json!({})).await?, "store_unavailable");
        assert_eq!(client.refusal("set", json!({ "state": "TOO_LATE" })).await?, "store_unavailable");
        client.ping().await?;
    }
    // Forty requests that each waited for anything would take much longer than this.
    ensure!(start.elapsed() < Duration::from_secs(4), "refused in {:?}", start.elapsed());
    assert_eq!(client.refusal("set", json!({ "state": "no state" })).await?, "invalid_state");
    let (_, welcome) = Client::open(bridge.port()).await?;
    assert_eq!((&welcome["available"], &welcome["state"]), (&json!(false), &Value::Null), "{welcome}");
    assert_eq!(bridge.http("/healthz").await?.status, 200, "the bridge itself is alive");
    assert_eq!(bridge.http("/readyz").await?.status, 503, "the store is not");
    Ok(())
}

/// Directly after `store` true stands a `changed` of a new revision that is nobody's.
async fn check_that_it_comes_back(client: &mut Client, state: &str) -> Result<()> {
    let store = client.until_store_is(true).await?;
    assert_eq!(store["watch"], "tracking");
    let changed = client.changed().await?;
    assert_eq!((&changed["state"], &changed["by"]), (&json!(state), &Value::Null));
    Ok(())
}

#[tokio::test]
async fn redis_killed_while_idle_is_told_and_comes_back_with_its_value() -> Result<()> {
    let mut redis = Redis::durable().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut clients = vec![bridge.client().await?, bridge.client().await?];
    clients[0].set("BEFORE").await?;
    redis.kill()?;
    for client in &mut clients {
        client.until_store_is(false).await?;
        check_that_it_is_away(&bridge, client).await?;
    }
    redis.start_again().await?;
    for client in &mut clients {
        check_that_it_comes_back(client, "BEFORE").await?;
    }
    bridge.until_ready_is(true).await?;
    clients[1].set("AFTER").await?;
    assert_eq!(clients[0].until_state("AFTER").await?["by"], Value::Null);
    redis.set("FOREIGN").await?;
    clients[0].until_state("FOREIGN").await?;
    Ok(())
}

#[tokio::test]
async fn redis_that_comes_back_empty_is_shown_empty() -> Result<()> {
    let mut redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    client.set("BEFORE").await?;
    redis.kill()?;
    client.until_store_is(false).await?;
    redis.start_again().await?;
    check_that_it_comes_back(&mut client, "").await
}

#[tokio::test]
async fn redis_may_come_after_the_bridge() -> Result<()> {
    let mut redis = Redis::start().await?;
    redis.kill()?;
    let bridge = Setup::redis(&redis.url()).without_store().start().await?;
    let (mut client, welcome) = Client::open(bridge.port()).await?;
    assert_eq!((&welcome["available"], &welcome["revision"]), (&json!(false), &json!(0)), "{welcome}");
    check_that_it_is_away(&bridge, &mut client).await?;
    redis.start_again().await?;
    check_that_it_comes_back(&mut client, "").await?;
    client.set("ORDER_PAID").await?;
    Ok(())
}

#[tokio::test]
async fn a_request_in_flight_when_redis_dies_is_answered_as_lost() -> Result<()> {
    let mut redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    client.set("BEFORE").await?;
    redis.freeze()?;
    client.send(r#"{"id":1,"set":{"state":"IN_FLIGHT"}}"#).await?;
    client.send(r#"{"id":2,"get":{}}"#).await?;
    redis.kill()?;
    let (set, get) = (client.answer().await?, client.answer().await?);
    // Where Redis was gone before the bridge had sent it, it knows that nothing was done.
    ensure!(["outcome_unknown", "store_unavailable"].contains(&error(&set)?.1), "{set}");
    assert_eq!(error(&get)?, (json!(2), "store_unavailable"));
    client.until_store_is(false).await?;
    redis.start_again().await?;
    check_that_it_comes_back(&mut client, "").await?;
    assert_eq!(redis.get().await?, "", "it was not sent again");
    Ok(())
}

#[tokio::test]
async fn a_frozen_redis_loses_what_is_in_flight_after_half_a_second() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    redis.freeze()?;
    client.send(r#"{"id":1,"set":{"state":"MAYBE_LATER"}}"#).await?;
    client.send(r#"{"id":2,"get":{}}"#).await?;
    client.send(r#"{"id":3,"ping":{}}"#).await?;
    assert_eq!(error(&client.answer().await?)?, (json!(1), "outcome_unknown"));
    assert_eq!(error(&client.answer().await?)?, (json!(2), "store_unavailable"));
    assert!(client.answer().await?.get("pong").is_some());
    client.until_store_is(false).await?;
    check_that_it_is_away(&bridge, &mut client).await?;
    redis.thaw()?;
    client.until_store_is(true).await?;
    // The kernel had taken the bytes; Redis carries them out, once.
    client.until_state("MAYBE_LATER").await?;
    assert_eq!(client.set("NEXT").await.map(|_| ())?, ());
    Ok(())
}

#[tokio::test]
async fn a_cut_link_is_replaced_and_a_set_whose_reply_was_cut_is_unknown() -> Result<()> {
    let redis = Redis::durable().await?;
    let proxy = Proxy::to(redis.port()).await?;
    let bridge = Bridge::behind(&proxy).await?;
    let mut client = bridge.client().await?;
    client.set("BEFORE").await?;

    proxy.cut();
    client.until_store_is(false).await?;
    check_that_it_comes_back(&mut client, "BEFORE").await?;

    proxy.swallow(Direction::Back);
    client.send(r#"{"id":1,"set":{"state":"WITHOUT_REPLY"}}"#).await?;
    tests::wait::until("it has landed", async || Ok(redis.get().await? == "WITHOUT_REPLY")).await?;
    proxy.cut();
    proxy.heal();
    assert_eq!(error(&client.answer().await?)?, (json!(1), "outcome_unknown"));
    client.until_store_is(true).await?;
    let changed = client.changed().await?;
    assert_eq!((&changed["state"], &changed["by"]), (&json!("WITHOUT_REPLY"), &Value::Null));
    let written = redis.states_written()?;
    assert_eq!(written, ["BEFORE", "WITHOUT_REPLY"], "once each");
    Ok(())
}

#[tokio::test]
async fn a_link_that_is_two_seconds_slow_is_away_and_comes_back_when_it_is_quick() -> Result<()> {
    let redis = Redis::durable().await?;
    let proxy = Proxy::to(redis.port()).await?;
    let bridge = Bridge::behind(&proxy).await?;
    let mut client = bridge.client().await?;
    client.set("BEFORE").await?;
    proxy.delay(Duration::from_secs(2));
    client.send(r#"{"id":1,"set":{"state":"LATE"}}"#).await?;
    client.send(r#"{"id":2,"get":{}}"#).await?;
    assert_eq!(error(&client.answer().await?)?, (json!(1), "outcome_unknown"));
    assert_eq!(error(&client.answer().await?)?, (json!(2), "store_unavailable"));
    client.until_store_is(false).await?;
    proxy.heal();
    client.until_store_is(true).await?;
    client.set("AFTER").await?;
    let written = redis.states_written()?;
    let lates = written.iter().filter(|state| *state == "LATE").count();
    ensure!(lates <= 1, "never sent again: {written:?}");
    ensure!(written.iter().filter(|state| *state == "AFTER").count() == 1, "{written:?}");
    Ok(())
}

#[tokio::test]
async fn a_half_open_link_is_found_within_three_seconds_while_nobody_asks() -> Result<()> {
    let redis = Redis::start().await?;
    let proxy = Proxy::to(redis.port()).await?;
    let bridge = Bridge::behind(&proxy).await?;
    let mut client = bridge.client().await?;
    let start = Instant::now();
    proxy.swallow_all();
    client.until_store_is(false).await?;
    let found = start.elapsed();
    ensure!(found < Duration::from_secs(3), "found after {found:?}");
    check_that_it_is_away(&bridge, &mut client).await?;
    redis.set("MEANWHILE").await?;
    proxy.heal();
    check_that_it_comes_back(&mut client, "MEANWHILE").await?;
    redis.set("WATCHED_AGAIN").await?;
    client.until_state("WATCHED_AGAIN").await?;
    Ok(())
}

#[tokio::test]
async fn a_redis_that_was_restarted_behind_a_half_open_link_is_watched_again() -> Result<()> {
    let mut redis = Redis::start().await?;
    let proxy = Proxy::to(redis.port()).await?;
    let bridge = Bridge::behind(&proxy).await?;
    let mut client = bridge.client().await?;
    client.set("BEFORE").await?;
    proxy.swallow_all();
    redis.kill()?;
    redis.start_again().await?;
    client.until_store_is(false).await?;
    proxy.heal();
    check_that_it_comes_back(&mut client, "").await?;
    redis.set("FLOWS_AGAIN").await?;
    client.until_state("FLOWS_AGAIN").await?;
    Ok(())
}

#[tokio::test]
async fn redials_that_are_refused_are_tried_again_and_nobody_says_that_all_is_well() -> Result<()> {
    let redis = Redis::start().await?;
    let mut proxy = Proxy::to(redis.port()).await?;
    let bridge = Bridge::behind(&proxy).await?;
    let mut client = bridge.client().await?;
    proxy.refuse().await;
    client.until_store_is(false).await?;
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(3) {
        ensure!(!bridge.is_ready().await?, "ready, and nothing is there");
        assert_eq!(client.refusal("get", json!({})).await?, "store_unavailable");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    redis.set("MEANWHILE").await?;
    proxy.accept().await?;
    check_that_it_comes_back(&mut client, "MEANWHILE").await?;
    redis.set("FLOWS_AGAIN").await?;
    client.until_state("FLOWS_AGAIN").await?;
    Ok(())
}

#[tokio::test]
async fn a_redis_that_closes_idle_connections_is_watched_all_the_same() -> Result<()> {
    let redis = Redis::with(&["--timeout", "1"]).await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    for number in 0..3 {
        // What is awaited is that time passes.
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        let state = format!("AFTER_A_WHILE_{number}");
        redis.set(&state).await?;
        client.until_state(&state).await.context("a foreign set after a while")?;
    }
    Ok(())
}
