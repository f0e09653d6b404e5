//! Redis is there and says no: its words reach the client that asked, and what works goes on working.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tests::live::{Bridge, Client, KEY, Redis, Setup};
use tests::wait;
use tokio::net::TcpStream;

/// Asks for something that Redis refuses: the message.
async fn refused(client: &mut Client, operation: &str, content: Value) -> Result<String> {
    let answer = client.request(operation, content).await?;
    ensure!(answer["error"]["code"] == "store_refused", "{answer}");
    Ok(answer["error"]["message"].as_str().context("a message")?.to_owned())
}

fn state(state: &str) -> Value {
    json!({ "state": state })
}

#[tokio::test]
async fn a_replica_is_read_and_watched_but_not_written() -> Result<()> {
    let (main, replica) = (Redis::start().await?, Redis::start().await?);
    main.set("ON_MAIN").await?;
    replica.cli(&["REPLICAOF", "127.0.0.1", &main.port().to_string()]).await?;
    wait::until("the replica follows", async || Ok(replica.get().await? == "ON_MAIN")).await?;
    let bridge = Bridge::on(&replica).await?;
    let (mut client, welcome) = Client::open(bridge.port()).await?;
    assert_eq!((&welcome["state"], &welcome["available"]), (&json!("ON_MAIN"), &json!(true)));
    let words = refused(&mut client, "set", state("ORDER_PAID")).await?;
    assert!(words.contains("READONLY"), "{words}");
    assert_eq!(client.get().await?["state"], "ON_MAIN");
    main.set("FROM_MAIN").await?;
    client.until_state("FROM_MAIN").await?;

    replica.cli(&["REPLICAOF", "NO", "ONE"]).await?;
    client.set("ORDER_PAID").await?;
    assert_eq!(replica.get().await?, "ORDER_PAID");
    Ok(())
}

#[tokio::test]
async fn a_redis_without_memory_is_read_but_not_written() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    client.set("BEFORE").await?;
    redis.cli(&["CONFIG", "SET", "maxmemory", "1"]).await?;
    let words = refused(&mut client, "set", state("ORDER_PAID")).await?;
    assert!(words.contains("OOM"), "{words}");
    assert_eq!(client.get().await?["state"], "BEFORE");
    assert!(bridge.is_ready().await?);
    redis.cli(&["CONFIG", "SET", "maxmemory", "0"]).await?;
    client.set("AFTER").await?;
    Ok(())
}

#[tokio::test]
async fn the_least_rights_are_enough() -> Result<()> {
    let redis = Redis::start().await?;
    let rights = format!("on >secret ~{KEY} +get +set +ping +client|tracking");
    let setuser: Vec<&str> = ["ACL", "SETUSER", "bridge"].into_iter().chain(rights.split(' ')).collect();
    redis.cli(&setuser).await?;
    let url = redis.url_as("bridge:secret");
    let bridge = Setup::redis(&url).start().await?;
    let (mut client, welcome) = Client::open(bridge.port()).await?;
    assert_eq!(welcome["watch"], "tracking");
    client.set("ORDER_PAID").await?;
    redis.set("FOREIGN").await?;
    client.until_state("FOREIGN").await?;

    redis.cli(&["ACL", "SETUSER", "bridge", "-set"]).await?;
    let words = refused(&mut client, "set", state("NOT_ALLOWED")).await?;
    assert!(words.contains("NOPERM"), "{words}");
    assert_eq!(client.get().await?["state"], "FOREIGN");
    redis.cli(&["ACL", "SETUSER", "bridge", "+set"]).await?;
    client.set("ALLOWED_AGAIN").await?;

    redis.cli(&["ACL", "SETUSER", "bridge", "-get"]).await?;
    let words = refused(&mut client, "get", json!({})).await?;
    assert!(words.contains("NOPERM"), "{words}");
    redis.cli(&["ACL", "SETUSER", "bridge", "+get"]).await?;
    wait::until("the key is read again", async || {
        let answer = client.request("get", json!({})).await?;
        Ok(answer["state"]["state"] == "ALLOWED_AGAIN")
    })
    .await
}

#[tokio::test]
async fn a_redis_that_refuses_tracking_is_polled_and_the_welcome_says_so() -> Result<()> {
    let redis = Redis::start().await?;
    redis.cli(&["ACL", "SETUSER", "bridge", "on", ">secret", "~*", "+get", "+set", "+ping"]).await?;
    let url = redis.url_as("bridge:secret");
    let bridge = Setup::redis(&url).start().await?;
    let (mut client, welcome) = Client::open(bridge.port()).await?;
    assert_eq!(welcome["watch"], "polling");
    for foreign in ["FIRST", "second", ""] {
        redis.set(foreign).await?;
        client.until_state(foreign).await?;
    }
    let revision = client.set("ORDER_PAID").await?;
    assert_eq!(client.until_state("ORDER_PAID").await?["revision"], revision);

    redis.cli(&["CLIENT", "KILL", "USER", "bridge"]).await?;
    client.until_store_is(false).await?;
    assert_eq!(client.until_store_is(true).await?["watch"], "polling");
    redis.cli(&["ACL", "SETUSER", "bridge", "+client|tracking"]).await?;
    redis.cli(&["CLIENT", "KILL", "USER", "bridge"]).await?;
    client.until_store_is(false).await?;
    assert_eq!(client.until_store_is(true).await?["watch"], "tracking", "the new connection may");
    Ok(())
}

#[tokio::test]
async fn a_redis_that_asks_for_a_password_is_away_until_it_is_right() -> Result<()> {
    let mut redis = Redis::with(&["--requirepass", "right"]).await?;
    for (url, word) in [
        (redis.url(), "NOAUTH"),
        (redis.url_as(":wrong"), "WRONGPASS"),
        (redis.url_as("nobody:right"), "WRONGPASS"),
    ] {
        let bridge = Setup::redis(&url).without_store().start().await?;
        let (mut client, welcome) = Client::open(bridge.port()).await?;
        assert_eq!(welcome["available"], false, "{word}");
        let code = client.refusal("get", json!({})).await?;
        ensure!(["store_unavailable", "store_refused"].contains(&code.as_str()), "{code}");
        wait::until("the log says why", async || Ok(bridge.log().contains(word))).await?;
        assert!(!bridge.log().contains("wrong") && !bridge.log().contains(":right"), "but not with what");
        assert_eq!(bridge.http("/readyz").await?.status, 503);
    }
    let url = redis.url_as(":right");
    let bridge = Setup::redis(&url).start().await?;
    let mut client = bridge.client().await?;
    client.set("ORDER_PAID").await?;

    // The password changes while Redis is away, and is right again later: no answer is final.
    redis.kill()?;
    client.until_store_is(false).await?;
    redis.start_again_with(&["--requirepass", "other"])?;
    wait::until("the log says why", async || Ok(bridge.log().contains("WRONGPASS"))).await?;
    assert_eq!(client.refusal("get", json!({})).await?, "store_unavailable");
    redis.cli(&["--no-auth-warning", "-a", "other", "CONFIG", "SET", "requirepass", "right"]).await?;
    client.until_store_is(true).await?;
    client.set("ORDER_PAID").await?;
    Ok(())
}

#[tokio::test]
async fn a_redis_that_is_still_loading_is_not_there_yet() -> Result<()> {
    let mut redis = Redis::with(&["--rdbcompression", "no"]).await?;
    let many = "for i = 1, 400 do redis.call('SET', 'key:' .. i, string.rep('x', 3000)) end";
    redis.cli(&["EVAL", many, "0"]).await?;
    redis.set("FROM_DISK").await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    redis.cli(&["SAVE"]).await?;
    redis.kill()?;
    client.until_store_is(false).await?;
    // Four hundred keys, each of which takes a while, and after each Redis answers who asks.
    redis.start_again_with(&[
        "--key-load-delay",
        "50000",
        "--loading-process-events-interval-bytes",
        "1024",
    ])?;
    wait::until("Redis is loading", async || Ok(redis.cli(&["PING"]).await?.contains("LOADING"))).await?;
    wait::until("the bridge has met it", async || Ok(bridge.log().contains("LOADING"))).await?;
    assert_eq!(client.refusal("get", json!({})).await?, "store_unavailable");
    assert_eq!(client.refusal("set", state("TOO_EARLY")).await?, "store_unavailable");
    assert_eq!(client.news_so_far(), [] as [Value; 0], "connected is not back");
    assert!(!bridge.is_ready().await?);
    redis.cli(&["CONFIG", "SET", "key-load-delay", "0"]).await?;
    client.until_store_is(true).await?;
    assert_eq!(client.changed().await?["state"], "FROM_DISK");
    Ok(())
}

#[tokio::test]
async fn a_redis_without_room_for_the_bridge_is_away_and_then_there() -> Result<()> {
    let redis = Redis::with(&["--maxclients", "1"]).await?;
    let guest = TcpStream::connect(("127.0.0.1", redis.port())).await?;
    wait::until("the guest has the only place", async || {
        Ok(redis.cli(&["PING"]).await?.contains("max number"))
    })
    .await?;
    let bridge = Setup::redis(&redis.url()).without_store().start().await?;
    let (mut client, welcome) = Client::open(bridge.port()).await?;
    assert_eq!(welcome["available"], false);
    assert_eq!(client.refusal("set", state("NO_ROOM")).await?, "store_unavailable");
    drop(guest);
    client.until_store_is(true).await?;
    client.set("ORDER_PAID").await?;
    Ok(())
}
