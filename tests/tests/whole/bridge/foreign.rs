//! Foreign programs on the same key: redis-py, with which the tutorial's programs are written, and redis-cli.

use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::Value;
use tests::live::{Bridge, Python, Redis};

#[tokio::test]
async fn what_redis_py_sets_reaches_every_socket() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut python = Python::start(&redis)?;
    let mut clients = vec![bridge.client().await?, bridge.client().await?];
    for state in ["TRANSACTION_PAID", "order_paid", "IDLE"] {
        python.set(state)?;
        for client in &mut clients {
            let changed = client.changed().await?;
            assert_eq!((&changed["state"], &changed["by"]), (&Value::from(state), &Value::Null));
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_foreign_change_is_there_within_fifty_milliseconds() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut python = Python::start(&redis)?;
    let mut client = bridge.client().await?;
    let mut times = Vec::new();
    for number in 0..41 {
        let start = Instant::now();
        python.set(&format!("S{number}"))?;
        client.until_state(&format!("S{number}")).await?;
        times.push(start.elapsed());
    }
    times.sort();
    // The one in the middle: what other programs on this machine are up to is not the bridge's doing.
    assert!(times[20] < Duration::from_millis(50), "{times:?}");
    Ok(())
}

#[tokio::test]
async fn redis_py_reads_what_a_set_wrote_as_soon_as_it_is_confirmed() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut python = Python::start(&redis)?;
    let mut client = bridge.client().await?;
    assert_eq!(python.get()?, "None");
    for number in 0..50 {
        let state = format!("STATE_{number}");
        client.set(&state).await?;
        assert_eq!(python.get()?, state);
    }
    Ok(())
}

#[tokio::test]
async fn a_set_breaks_the_transaction_of_a_program_that_watches_the_key() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut python = Python::start(&redis)?;
    let mut client = bridge.client().await?;
    python.watch()?;
    client.get().await?;
    assert_eq!(python.execute("FIRST")?, "done", "a get is no write");
    client.until_state("FIRST").await?;
    python.watch()?;
    client.set("SECOND").await?;
    assert_eq!(python.execute("THIRD")?, "changed");
    assert_eq!(client.get().await?["state"], "SECOND");
    Ok(())
}

#[tokio::test]
async fn the_tutorial_s_loop_in_python_and_a_client_hand_work_to_each_other() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut python = Python::start(&redis)?;
    let mut client = bridge.client().await?;
    for _ in 0..5 {
        client.set("TRANSACTION_PAID").await?;
        python.poll_until("TRANSACTION_PAID")?;
        python.set("IDLE")?;
        client.until_state("IDLE").await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_redis_cli_does_and_what_a_client_does_are_one_key() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    redis.cli(&["SET", "app:state", "ORDER_PAID"]).await?;
    assert_eq!(client.changed().await?["state"], "ORDER_PAID");
    redis.cli(&["APPEND", "app:state", "_TWICE"]).await?;
    assert_eq!(client.changed().await?["state"], "ORDER_PAID_TWICE");
    client.set("IDLE").await?;
    assert_eq!(redis.cli(&["GET", "app:state"]).await?, "IDLE");
    assert_eq!(redis.cli(&["TTL", "app:state"]).await?, "-1", "it does not expire");
    assert_eq!(redis.cli(&["DBSIZE"]).await?, "1", "the bridge keeps nothing else there");
    let settings = redis.cli(&["CONFIG", "GET", "notify-keyspace-events"]).await?;
    assert_eq!(settings, "notify-keyspace-events", "and it turns nothing on");
    Ok(())
}
