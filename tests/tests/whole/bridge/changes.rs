//! What happens to the key, whoever does it, and what every socket is told of it.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tests::live::{Bridge, Client, KEY, Redis, Setup};

#[tokio::test]
async fn a_set_is_told_to_every_client_with_the_setter_s_label() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let (mut budi, _) = Client::open_as(bridge.port(), "Budi").await?;
    let mut others = Vec::new();
    for _ in 0..20 {
        others.push(bridge.client().await?);
    }
    let revision = budi.set("ORDER_PAID").await?;
    for client in others.iter_mut().chain([&mut budi]) {
        let changed = client.changed().await?;
        assert_eq!(changed, json!({ "state": "ORDER_PAID", "revision": revision, "by": "Budi" }));
    }
    assert_eq!(redis.get().await?, "ORDER_PAID");
    Ok(())
}

#[tokio::test]
async fn a_foreign_set_is_told_byte_for_byte_and_is_nobody_s() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    for state in ["order_paid", " ", "ORDER_PAID\n", "\"", "\\u0041", "héllo wörld", "\u{0}\u{1}\u{7f}", "😀"]
    {
        redis.set(state).await?;
        let changed = client.changed().await?;
        assert_eq!((&changed["state"], &changed["by"]), (&json!(state), &Value::Null));
        assert_eq!(client.get().await?["state"], state);
    }
    Ok(())
}

#[tokio::test]
async fn a_foreign_set_of_the_same_text_is_not_told() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    redis.set("SAME").await?;
    client.until_state("SAME").await?;
    redis.set("SAME").await?;
    redis.set("SAME").await?;
    redis.set("OTHER").await?;
    assert_eq!(client.changed().await?["state"], "OTHER");
    Ok(())
}

#[tokio::test]
async fn a_deleted_or_expired_key_is_an_empty_state() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    for end in [
        &["DEL", KEY][..],
        &["UNLINK", KEY],
        &["GETDEL", KEY],
        &["PEXPIRE", KEY, "50"],
        &["RENAME", KEY, "elsewhere"],
        &["MOVE", KEY, "3"],
        &["FLUSHDB"],
        &["FLUSHALL"],
    ] {
        redis.cli(&["-n", "3", "FLUSHDB"]).await?;
        client.set("ORDER_PAID").await?;
        client.until_state("ORDER_PAID").await?;
        redis.cli(end).await?;
        let changed = client.until_state("").await?;
        assert_eq!(changed["by"], Value::Null, "{end:?}");
        assert_eq!(client.get().await?["state"], "", "{end:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_key_that_is_there_and_empty_is_the_same_as_a_missing_one() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    redis.set("").await?;
    assert_eq!(client.get().await?["state"], "");
    redis.cli(&["DEL", KEY]).await?;
    redis.set("THERE").await?;
    assert_eq!(client.changed().await?["state"], "THERE", "nothing that was empty was told");
    Ok(())
}

#[tokio::test]
async fn databases_that_are_swapped_are_noticed_though_redis_says_nothing() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    redis.cli(&["-n", "1", "SET", KEY, "FROM_ELSEWHERE"]).await?;
    redis.cli(&["SWAPDB", "0", "1"]).await?;
    client.until_state("FROM_ELSEWHERE").await?;
    Ok(())
}

#[tokio::test]
async fn another_database_s_key_of_that_name_is_not_ours() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Setup::redis(&format!("{}/2", redis.url())).start().await?;
    let mut client = bridge.client().await?;
    redis.set("IN_DATABASE_0").await?;
    redis.cli(&["-n", "2", "SET", KEY, "IN_DATABASE_2"]).await?;
    assert_eq!(client.changed().await?["state"], "IN_DATABASE_2");
    client.set("ORDER_PAID").await?;
    assert_eq!(redis.get().await?, "IN_DATABASE_0");
    Ok(())
}

#[tokio::test]
async fn a_key_of_another_type_is_unreadable_and_a_get_of_it_is_refused() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    for make in [
        &["LPUSH", KEY, "x"][..],
        &["HSET", KEY, "a", "b"],
        &["SADD", KEY, "x"],
        &["XADD", KEY, "*", "a", "b"],
    ] {
        redis.cli(&["DEL", KEY]).await?;
        client.set("BEFORE").await?;
        client.until_state("BEFORE").await?;
        redis.cli(&["DEL", KEY]).await?;
        redis.cli(make).await?;
        until_unreadable(&mut client).await?;
        let answer = client.request("get", json!({})).await?;
        assert_eq!(answer["error"]["code"], "store_refused", "{answer}");
        let words = answer["error"]["message"].as_str().unwrap_or_default();
        assert!(words.contains("WRONGTYPE"), "Redis's words are in the message: {words}");
        let (_, welcome) = Client::open(bridge.port()).await?;
        assert_eq!((&welcome["state"], &welcome["available"]), (&Value::Null, &json!(true)), "{welcome}");
        // SET replaces whatever is there.
        client.set("AFTER").await?;
        assert_eq!(client.get().await?["state"], "AFTER");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_no_text_or_too_long_is_unreadable_and_not_an_error() -> Result<()> {
    let redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    let mebibyte = vec![b'x'; 1024 * 1024];
    let one_too_many = [b'x'; 257];
    for bytes in [&b"\xff\xfe"[..], b"ORDER\xc3", b"\xed\xa0\x80", &one_too_many, &mebibyte, &[0xc0; 300]] {
        redis.set_bytes(bytes).await?;
        until_unreadable(&mut client).await?;
        let got = client.get().await?;
        ensure!(got["state"].is_null() && got["unreadable"].is_string(), "{got}");
        let (_, welcome) = Client::open(bridge.port()).await?;
        ensure!(welcome["state"].is_null() && welcome["available"] == true, "{welcome}");
        client.set("AFTER").await?;
        client.until_state("AFTER").await?;
    }
    bridge.check_health()
}

#[tokio::test]
async fn two_hundred_and_fifty_six_bytes_are_not_too_long() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    for state in ["x".repeat(256), "é".repeat(128), "\u{1}".repeat(256), "\"".repeat(256)] {
        redis.set(&state).await?;
        assert_eq!(client.changed().await?["state"], state);
        assert_eq!(client.get().await?["state"], state);
    }
    Ok(())
}

#[tokio::test]
async fn a_burst_of_foreign_sets_ends_with_its_last_on_every_socket() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut clients = vec![bridge.client().await?, bridge.client().await?, bridge.client().await?];
    let script = "for i = 1, 20000 do redis.call('SET', KEYS[1], 'S' .. i) end";
    redis.cli(&["EVAL", script, "1", KEY]).await?;
    for client in &mut clients {
        client.until_state("S20000").await?;
    }
    redis.cli(&["-r", "2000", "INCR", "other"]).await?;
    redis.set("THE_END").await?;
    for client in &mut clients {
        client.until_state("THE_END").await?;
    }
    Ok(())
}

/// Values in between may be spared, and so may be shown.
async fn until_unreadable(client: &mut Client) -> Result<()> {
    loop {
        let changed = client.changed().await?;
        if changed["state"].is_null() {
            ensure!(changed["unreadable"].is_string() && changed["by"].is_null(), "{changed}");
            return Ok(());
        }
    }
}
