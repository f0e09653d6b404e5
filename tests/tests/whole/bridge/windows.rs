//! Pages in real browsers at one bridge: what one does is seen in the other, foreign programs move what both show, and what
//! happens to the link is told.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tests::live::{Client, Redis, Setup};
use tests::page::id;
use tests::windows::{one_window, two_windows};
use tests::{surroundings, wait};
use tokio::sync::Mutex;

/// The tutorial's services look twice a second and work three seconds: in this time they would have done it.
const LONG_ENOUGH: Duration = Duration::from_secs(5);

fn with_page(redis: &Redis) -> Result<Setup> {
    let dist = surroundings::dist()?;
    Ok(Setup::redis(&redis.url()).option("--page", dist.to_str().context("a path in UTF-8")?))
}

#[tokio::test]
async fn what_one_publishes_is_seen_in_the_other_and_nobody_works_unasked() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = with_page(&redis)?.start().await?;
    two_windows(&bridge.origin(), async |one, two| {
        one.go_live().await?;
        two.go_live().await?;
        one.publish("TRANSACTION_PAID").await?;
        one.until_key_is("TRANSACTION_PAID").await?;
        two.until_key_is("TRANSACTION_PAID").await?;
        assert_eq!(redis.get().await?, "TRANSACTION_PAID");
        two.publish("ORDER_COMPLETED").await?;
        one.until_key_is("ORDER_COMPLETED").await?;
        // What is awaited is that nothing happens.
        tokio::time::sleep(LONG_ENOUGH).await;
        assert_eq!(redis.get().await?, "ORDER_COMPLETED", "every service is left to somebody else");
        one.check_console().await?;
        two.check_console().await
    })
    .await
}

#[tokio::test]
async fn what_redis_cli_sets_moves_on_the_page() -> Result<()> {
    let redis = Redis::start().await?;
    redis.set("ORDER_PAID").await?;
    let bridge = with_page(&redis)?.start().await?;
    one_window(&bridge.origin(), async |page| {
        page.go_live().await?;
        page.until_key_is("ORDER_PAID").await?;
        for state in ["TRANSACTION_PAID", "IDLE"] {
            redis.set(state).await?;
            page.until_key_is(state).await?;
        }
        redis.cli(&["DEL", "app:state"]).await?;
        page.until_key_is("").await?;
        page.check_console().await
    })
    .await
}

#[tokio::test]
async fn what_others_did_is_shown_as_theirs() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = with_page(&redis)?.start().await?;
    let (mut budi, _) = Client::open_as(bridge.port(), "Budi <3").await?;
    one_window(&bridge.origin(), async |page| {
        page.go_live().await?;
        budi.set("TRANSACTION_PAID").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        page.until_happening_names(&["Budi <3", "TRANSACTION_PAID"]).await?;
        redis.set("ORDER_PAID").await?;
        page.until_happening_names(&["Somebody elsewhere", "ORDER_PAID"]).await
    })
    .await
}

#[tokio::test]
async fn who_looks_back_sees_the_past_while_the_world_goes_on() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = with_page(&redis)?.start().await?;
    one_window(&bridge.origin(), async |page| {
        page.go_live().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        page.pause().await?;
        let recorded = page.recorded_ms().await?;
        redis.set("ORDER_PAID").await?;
        wait::until("it is recorded", async || Ok(page.recorded_ms().await? > recorded)).await?;
        assert_eq!(page.key_value().await?, "TRANSACTION_PAID");
        page.play().await?;
        page.until_key_is("ORDER_PAID").await
    })
    .await
}

#[tokio::test]
async fn a_service_that_is_switched_on_does_the_work_and_leaving_stops_it() -> Result<()> {
    let redis = Redis::durable().await?;
    let bridge = with_page(&redis)?.start().await?;
    two_windows(&bridge.origin(), async |one, two| {
        one.go_live().await?;
        two.go_live().await?;
        one.service("ORDER").start().await?;
        two.publish("TRANSACTION_PAID").await?;
        one.service("ORDER").until_it_is("working").await?;
        assert_ne!(two.service("ORDER").phase().await?, "working", "it is not done twice");
        two.until_key_is("IDLE").await?;
        one.service("ORDER").until_it_is("sleeping").await?;
        assert_eq!(redis.states_written()?, ["TRANSACTION_PAID", "IDLE"], "and written once");

        one.leave_live().await?;
        redis.set("TRANSACTION_PAID").await?;
        two.until_key_is("TRANSACTION_PAID").await?;
        tokio::time::sleep(LONG_ENOUGH).await;
        assert_eq!(redis.get().await?, "TRANSACTION_PAID", "nobody works any more");
        assert_ne!(one.key_value().await?, "TRANSACTION_PAID", "and that page is back in its own time");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_bridge_that_is_killed_is_looked_for_and_found_again() -> Result<()> {
    let redis = Redis::start().await?;
    let bridge = with_page(&redis)?.start().await?;
    let origin = bridge.origin();
    let bridge = Mutex::new(bridge);
    two_windows(&origin, async |one, two| {
        one.go_live().await?;
        two.go_live().await?;
        one.publish("TRANSACTION_PAID").await?;
        two.until_key_is("TRANSACTION_PAID").await?;
        bridge.lock().await.kill()?;
        one.until_link_is("reconnecting").await?;
        two.until_link_is("reconnecting").await?;
        redis.set("ORDER_PAID").await?;
        bridge.lock().await.start_again().await?;
        one.until_link_is("connected").await?;
        two.until_link_is("connected").await?;
        one.until_key_is("ORDER_PAID").await?;
        two.until_key_is("ORDER_PAID").await?;
        one.publish("ORDER_COMPLETED").await?;
        two.until_key_is("ORDER_COMPLETED").await
    })
    .await
}

#[tokio::test]
async fn work_that_loses_its_link_is_not_done_twice_when_the_link_is_back() -> Result<()> {
    let redis = Redis::durable().await?;
    let bridge = with_page(&redis)?.start().await?;
    let origin = bridge.origin();
    let bridge = Mutex::new(bridge);
    one_window(&origin, async |page| {
        page.go_live().await?;
        page.service("ORDER").start().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        bridge.lock().await.kill()?;
        page.until_link_is("reconnecting").await?;
        // The work is over before the bridge is there again: its result has nowhere to go.
        tokio::time::sleep(LONG_ENOUGH).await;
        bridge.lock().await.start_again().await?;
        page.until_link_is("connected").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        let written = redis.states_written()?;
        ensure!(written == ["TRANSACTION_PAID"], "nothing was kept to be written later: {written:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_redis_that_is_away_is_told_and_what_it_held_is_back_with_it() -> Result<()> {
    let redis = Mutex::new(Redis::durable().await?);
    let bridge = with_page(&*redis.lock().await)?.start().await?;
    one_window(&bridge.origin(), async |page| {
        page.go_live().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        redis.lock().await.kill()?;
        page.until_link_is("store_away").await?;
        redis.lock().await.start_again().await?;
        page.until_link_is("connected").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        page.publish("ORDER_COMPLETED").await?;
        wait::until_equal("it is set", "ORDER_COMPLETED".to_owned(), async || redis.lock().await.get().await)
            .await
    })
    .await
}

#[tokio::test]
async fn a_wrong_token_is_refused_and_a_right_one_is_not_kept() -> Result<()> {
    const TOKEN: &str = "a-token-for-this-class";
    let redis = Redis::start().await?;
    let bridge = with_page(&redis)?.option("--token", TOKEN).start().await?;
    one_window(&bridge.origin(), async |page| {
        page.try_to_go_live("Budi", "a-wrong-one").await?;
        page.until_link_is("refused").await?;
        page.try_to_go_live("Budi", TOKEN).await?;
        page.until_link_is("connected").await?;
        page.close_live_panel().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        let kept = "return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])";
        let kept: String = page.script(kept, vec![]).await?;
        ensure!(!kept.contains(TOKEN), "{kept}");
        page.reload().await?;
        page.open_live_panel().await?;
        assert_eq!(page.value(&id("live-token")).await?, "");
        let address = page.value(&id("live-address")).await?;
        ensure!(address.contains(&bridge.port().to_string()), "the address is remembered: {address}");
        Ok(())
    })
    .await
}
