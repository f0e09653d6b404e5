//! Clients that mean no good, or know no better: whatever they do, the others are served and nothing grows.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use futures_util::future::try_join_all;
use tests::live::{Bridge, Client, Frame, Raw, Redis, Setup};
use tests::wait;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::error;

/// How long the bridge may take to be rid of somebody: more than any of its own deadlines.
const BY_THEN: Duration = Duration::from_secs(60);

/// More than one of these clients may need, less than would be needed to keep what they were sent.
const A_LITTLE_MEMORY: u64 = 24 << 20;

#[tokio::test]
async fn a_client_that_never_reads_is_cut_off_and_the_others_are_served() -> Result<()> {
    let redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    let before = bridge.resident()?;
    let mut raw = Raw::open(bridge.port()).await?;
    let frames = Frame::text("{}").bytes().repeat(1_000);
    let others = async {
        let mut client = bridge.client().await?;
        for number in 0.. {
            client.set(&format!("S{number}")).await?;
            client.until_state(&format!("S{number}")).await?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        anyhow::Ok(())
    };
    tokio::select! {
        cut = timeout(BY_THEN, raw.send_until_it_is_cut(&frames)) => cut.context("it was never cut off")?,
        others = others => others?,
    }
    let after = bridge.resident()?;
    ensure!(after < before + A_LITTLE_MEMORY, "{before} bytes before, {after} after");
    bridge.check_health()
}

#[tokio::test]
async fn clients_that_never_read_miss_changes_and_hold_up_nobody() -> Result<()> {
    let redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    let mut sleepers = Vec::new();
    for _ in 0..50 {
        sleepers.push(Raw::open(bridge.port()).await?);
    }
    let (mut setter, mut watcher) = (bridge.client().await?, bridge.client().await?);
    let before = bridge.resident()?;
    for number in 0..1_500 {
        setter.set(&format!("S{number}")).await?;
    }
    watcher.until_state("S1499").await?;
    let after = bridge.resident()?;
    ensure!(after < before + A_LITTLE_MEMORY, "{before} bytes before, {after} after");
    // When one of them wakes up, the last of what it reads is the newest.
    let sleeper = sleepers.last_mut().context("one")?;
    timeout(wait::DEADLINE, async {
        while !sleeper.text().await?.contains("\"S1499\"") {}
        anyhow::Ok(())
    })
    .await
    .context("the newest value never came")??;
    bridge.check_health()
}

#[tokio::test]
async fn a_hundred_thousand_malformed_frames_get_a_hundred_thousand_answers() -> Result<()> {
    let redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    let (mut client, mut other) = (bridge.client().await?, bridge.client().await?);
    let before = bridge.resident()?;
    let kinds = ["{}", "[", "x", r#"{"id":1}"#, r#"{"id":2,"get":{"a":1}}"#, "{\"a\":{\"b\":[1,2,3]}}", ""];
    for batch in 0..200 {
        client.send_all((0..500).map(|number| kinds[number % kinds.len()].to_owned())).await?;
        for _ in 0..500 {
            let answer = client.answer().await?;
            ensure!(error(&answer)?.1 == "malformed", "{answer}");
        }
        if batch % 20 == 0 {
            other.set(&format!("S{batch}")).await?;
        }
    }
    wait::until("it may ask again", async || {
        Ok(client.request("get", serde_json::json!({})).await?["state"]["state"] == "S180")
    })
    .await?;
    let after = bridge.resident()?;
    ensure!(after < before + A_LITTLE_MEMORY, "{before} bytes before, {after} after");
    bridge.check_health()
}

#[tokio::test]
async fn a_byte_a_second_is_not_a_hello_in_time() -> Result<()> {
    let bridge = Setup::memory().option("--hello-ms", "3000").start().await?;
    let mut slow = Raw::connect(bridge.port()).await?;
    let hello = Frame::text(r#"{"hello":{"protocol":1}}"#).bytes();
    let drip = async {
        for byte in hello {
            if slow.send(&[byte]).await.is_err() {
                break;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    };
    // It stops in the middle of a frame, and has not heard of it yet.
    let _ = timeout(Duration::from_secs(5), drip).await;
    let (_, ending) = slow.ending().await?;
    ensure!(ending.code().is_none_or(|code| code == 1008), "{ending:?}");
    bridge.client().await?.ping().await
}

#[tokio::test]
async fn a_byte_a_second_after_the_welcome_holds_up_nobody() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let mut slow = Raw::open(bridge.port()).await?;
    let mut other = bridge.client().await?;
    for byte in Frame::text(r#"{"id":1}"#).bytes() {
        slow.send(&[byte]).await?;
        other.ping().await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    assert!(slow.text().await?.contains("malformed"), "in the end it is a message like any other");
    Ok(())
}

#[tokio::test]
async fn half_a_request_head_does_not_stay_open() -> Result<()> {
    let bridge = Bridge::in_memory().await?;
    let mut silent = TcpStream::connect(("127.0.0.1", bridge.port())).await?;
    let mut half = TcpStream::connect(("127.0.0.1", bridge.port())).await?;
    half.write_all(b"GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgr").await?;
    for stream in [&mut silent, &mut half] {
        let mut answer = Vec::new();
        let end = timeout(BY_THEN, stream.read_to_end(&mut answer)).await.context("it is still open")?;
        ensure!(end.is_err() || answer.is_empty() || answer.starts_with(b"HTTP/1.1 408"), "{answer:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_request_head_without_an_end_is_not_kept() -> Result<()> {
    let mut bridge = Bridge::in_memory().await?;
    let before = bridge.resident()?;
    let mut stream = TcpStream::connect(("127.0.0.1", bridge.port())).await?;
    let header = format!("X-Long: {}\r\n", "x".repeat(8_000));
    let endless = async {
        stream.write_all(b"GET / HTTP/1.1\r\n").await?;
        loop {
            stream.write_all(header.as_bytes()).await?;
        }
    };
    let end: Result<std::io::Result<()>, _> = timeout(BY_THEN, endless).await;
    ensure!(end.context("it took everything")?.is_err());
    let after = bridge.resident()?;
    ensure!(after < before + A_LITTLE_MEMORY, "{before} bytes before, {after} after");
    bridge.check_health()
}

#[tokio::test]
async fn two_thousand_connections_at_once_are_all_welcome_and_all_told() -> Result<()> {
    // On many machines a process may open a thousand files; both ends of these are ours.
    rlimit::increase_nofile_limit(u64::MAX)?;
    let redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    let port = bridge.port();
    let mut clients: Vec<Client> = try_join_all((0..2_000).map(|_| async {
        let (client, _) = Client::open(port).await?;
        anyhow::Ok(client)
    }))
    .await?;
    redis.set("EVERYBODY").await?;
    try_join_all(clients.iter_mut().map(|client| client.until_state("EVERYBODY"))).await?;
    try_join_all(clients.iter_mut().map(Client::ping)).await?;
    drop(clients);
    bridge.client().await?.set("IDLE").await?;
    bridge.check_health()
}

#[tokio::test]
async fn one_connection_more_than_there_may_be_is_told_so() -> Result<()> {
    let bridge = Setup::memory().option("--max-connections", "20").start().await?;
    let mut clients = Vec::new();
    for _ in 0..20 {
        clients.push(bridge.client().await?);
    }
    let mut more = Client::connect(bridge.port()).await?;
    let (answers, ending) = more.ending().await?;
    assert_eq!(ending.code(), Some(1013));
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(error(&answers[0])?.1, "too_many_connections");
    for client in &mut clients {
        client.ping().await?;
    }
    clients.pop();
    wait::until("a place is free again", async || Ok(bridge.client().await.is_ok())).await
}

#[tokio::test]
async fn clients_that_vanish_with_requests_in_flight_break_nothing() -> Result<()> {
    let mut redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    redis.freeze()?;
    for _ in 0..50 {
        // The store may have been found away by now; then it is answered at once.
        let mut client = bridge.client().await?;
        client.send_all((0..20).map(|id| format!(r#"{{"id":{id},"get":{{}}}}"#))).await?;
    }
    redis.kill()?;
    redis.start_again().await?;
    bridge.until_ready_is(true).await?;
    bridge.client().await?.set("STILL_HERE").await?;
    assert_eq!(redis.get().await?, "STILL_HERE");
    bridge.check_health()
}

#[tokio::test]
async fn those_who_never_say_hello_take_no_place_from_those_who_do() -> Result<()> {
    let bridge = Setup::memory().option("--max-strangers", "10").start().await?;
    let mut known = bridge.client().await?;
    let mut strangers = Vec::new();
    for _ in 0..10 {
        strangers.push(Client::connect(bridge.port()).await?);
    }
    let mut more = Client::connect(bridge.port()).await?;
    let (answers, ending) = more.ending().await?;
    assert_eq!(ending.code(), Some(1013));
    assert_eq!(error(answers.first().context("an error")?)?.1, "too_many_connections");
    known.ping().await?;
    // One that says hello is a stranger no more.
    strangers[0].ask(r#"{"hello":{"protocol":1}}"#).await?;
    wait::until("a place for a stranger is free", async || Ok(bridge.client().await.is_ok())).await
}
