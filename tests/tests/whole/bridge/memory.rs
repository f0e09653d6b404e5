//! Live memory, bytes allocated and not resident, comes back to where it was.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::live::{Bridge, Client, Redis};
use tests::wait;

/// What allocators, maps and histograms keep for next time.
const SLACK: f64 = 256.0 * 1024.0;

async fn live_bytes(bridge: &Bridge) -> Result<f64> {
    bridge.metric("bridge_memory_allocated_bytes").await
}

/// Everything that a client can do, once.
async fn one_visit(bridge: &Bridge, number: usize) -> Result<()> {
    let (mut client, _) = Client::open_as(bridge.port(), "Budi").await?;
    client.set(&format!("S{number}")).await?;
    client.get().await?;
    client.send_all((0..200).map(|id| json!({ "id": id, "get": {} }).to_string())).await?;
    client.send_all((0..200).map(|_| "x".repeat(4_000))).await?;
    for _ in 0..400 {
        client.answer().await?;
    }
    if number.is_multiple_of(2) {
        client.send(&"x".repeat(5_000)).await?;
        client.ending().await?;
    }
    Ok(())
}

#[tokio::test]
async fn it_comes_back_after_many_visits() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    for number in 0..20 {
        one_visit(&bridge, number).await?;
    }
    let before = live_bytes(&bridge).await?;
    for number in 0..150 {
        one_visit(&bridge, number).await?;
    }
    let mut after = 0.0;
    let back = wait::until("memory comes back", async || {
        after = live_bytes(&bridge).await?;
        Ok(after < before + SLACK)
    })
    .await;
    ensure!(back.is_ok(), "{before} bytes before, {after} after");
    Ok(())
}

#[tokio::test]
async fn it_comes_back_after_redis_was_away() -> Result<()> {
    let mut redis = Redis::start().await?;
    let bridge = Bridge::on(&redis).await?;
    let mut client = bridge.client().await?;
    let before = live_bytes(&bridge).await?;
    for _ in 0..5 {
        redis.kill()?;
        client.until_store_is(false).await?;
        for _ in 0..200 {
            client.refusal("get", json!({})).await?;
        }
        redis.start_again().await?;
        client.until_store_is(true).await?;
    }
    let mut after = 0.0;
    let back = wait::until("memory comes back", async || {
        after = live_bytes(&bridge).await?;
        Ok(after < before + SLACK)
    })
    .await;
    ensure!(back.is_ok(), "{before} bytes before, {after} after");
    Ok(())
}
