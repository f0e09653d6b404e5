//! How a bridge ends, asked to or not, and what others see of it.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use serde_json::json;
use tests::live::{Bridge, Client, Ending, Frame, Proxy, Raw, Redis, Request, Setup};
use tests::wait;

use super::error;

/// How long it may take from SIGTERM to the end of the process.
const IN_TIME: Duration = Duration::from_secs(5);

async fn check_that_it_ends_in_time(bridge: &mut Bridge, asked: Instant) -> Result<()> {
    let status = bridge.until_it_ends().await?;
    ensure!(asked.elapsed() < IN_TIME, "out after {:?}", asked.elapsed());
    ensure!(status.success(), "{status}");
    bridge_said_nothing_bad(bridge)
}

fn bridge_said_nothing_bad(bridge: &Bridge) -> Result<()> {
    ensure!(!bridge.log().contains("panicked"), "the bridge panicked");
    Ok(())
}

/// A bridge that does not lose what a busy machine is slow with.
async fn patient(proxy: &Proxy) -> Result<Bridge> {
    Setup::redis(&proxy.url()).option("--redis-ms", "3000").start().await
}

#[tokio::test]
async fn asked_to_end_it_says_good_bye_to_everybody() -> Result<()> {
    let redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    let mut clients = Vec::new();
    for _ in 0..10 {
        clients.push(bridge.client().await?);
    }
    clients.push(Client::connect(bridge.port()).await?);
    let asked = Instant::now();
    bridge.terminate()?;
    for client in &mut clients {
        let (answers, ending) = client.ending().await?;
        let Ending::Closed { code, reason } = ending else { anyhow::bail!("without a word") };
        assert_eq!(code, 1001);
        assert!(!reason.is_empty(), "with a reason");
        assert!(answers.is_empty(), "{answers:?}");
    }
    check_that_it_ends_in_time(&mut bridge, asked).await?;
    assert!(Client::connect(bridge.port()).await.is_err(), "nobody is let in any more");
    Ok(())
}

#[tokio::test]
async fn control_c_ends_it_in_the_same_way() -> Result<()> {
    let mut bridge = Bridge::in_memory().await?;
    let mut client = bridge.client().await?;
    let asked = Instant::now();
    bridge.interrupt()?;
    assert_eq!(client.ending().await?.1.code(), Some(1001));
    check_that_it_ends_in_time(&mut bridge, asked).await
}

#[tokio::test]
async fn what_is_in_flight_is_answered_before_the_end() -> Result<()> {
    let redis = Redis::start().await?;
    let proxy = Proxy::to(redis.port()).await?;
    let mut bridge = patient(&proxy).await?;
    let (mut client, mut late) = (bridge.client().await?, bridge.client().await?);
    proxy.delay(Duration::from_millis(300));
    // In this order: when the second is underway, so is the first.
    client.send(r#"{"id":1,"get":{}}"#).await?;
    client.send(r#"{"id":2,"set":{"state":"IN_FLIGHT"}}"#).await?;
    wait::until("it is underway", async || Ok(redis.get().await? == "IN_FLIGHT")).await?;
    let asked = Instant::now();
    bridge.terminate()?;
    let get = client.answer().await?;
    ensure!(get["id"] == 1 && get["state"].is_object(), "{get}");
    let set = client.answer().await?;
    ensure!(set["id"] == 2 && set["state"]["state"] == "IN_FLIGHT", "{set}");
    assert_eq!(client.ending().await?.1.code(), Some(1001));

    // It may be closed before it can ask; if it was not, this is what it hears.
    let _ = late.send(r#"{"id":3,"set":{"state":"TOO_LATE"}}"#).await;
    let (answers, ending) = late.ending().await?;
    for answer in &answers {
        assert_eq!(error(answer)?.1, "shutting_down");
    }
    ensure!(ending.code().is_none_or(|code| code == 1001), "{ending:?}");
    check_that_it_ends_in_time(&mut bridge, asked).await?;
    assert_eq!(redis.get().await?, "IN_FLIGHT");
    Ok(())
}

#[tokio::test]
async fn nothing_that_others_do_keeps_it_from_ending_in_time() -> Result<()> {
    let redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    // One that never reads, and has much to read; one in the middle of a frame; half a request head.
    let mut deaf = Raw::open(bridge.port()).await?;
    let frames = Frame::text("{}").bytes().repeat(1_000);
    let _ = tokio::time::timeout(Duration::from_secs(2), deaf.send_until_it_is_cut(&frames)).await;
    let mut half = Raw::open(bridge.port()).await?;
    half.send(&[0x81]).await?;
    let _head = tokio::net::TcpStream::connect(("127.0.0.1", bridge.port())).await?;
    // And Redis answers nothing.
    redis.freeze()?;
    let mut client = bridge.client().await?;
    client.send(r#"{"id":1,"get":{}}"#).await?;
    let asked = Instant::now();
    bridge.terminate()?;
    check_that_it_ends_in_time(&mut bridge, asked).await
}

#[tokio::test]
async fn while_it_ends_an_upgrade_is_answered_with_503_or_not_at_all() -> Result<()> {
    let redis = Redis::start().await?;
    let proxy = Proxy::to(redis.port()).await?;
    let mut bridge = patient(&proxy).await?;
    let mut client = bridge.client().await?;
    proxy.delay(Duration::from_millis(200));
    client.send(r#"{"id":1,"get":{}}"#).await?;
    let asked = Instant::now();
    bridge.terminate()?;
    wait::until("nobody is let in any more", async || {
        match Request::upgrade().send_upgrade(bridge.port()).await {
            Ok((answer, ..)) => Ok(answer.status == 503),
            Err(_) => Ok(true),
        }
    })
    .await?;
    check_that_it_ends_in_time(&mut bridge, asked).await
}

#[tokio::test]
async fn killed_while_pages_are_connected_it_loses_nothing_and_comes_back_as_another() -> Result<()> {
    let redis = Redis::start().await?;
    let mut bridge = Bridge::on(&redis).await?;
    let (mut one, first) = Client::open(bridge.port()).await?;
    let mut two = bridge.client().await?;
    for number in 0..20 {
        one.set(&format!("S{number}")).await?;
    }
    bridge.kill()?;
    for client in [&mut one, &mut two] {
        assert_eq!(client.ending().await?.1, Ending::Cut);
    }
    assert_eq!(redis.get().await?, "S19");
    redis.set("MEANWHILE").await?;
    bridge.start_again().await?;
    let (mut again, second) = Client::open(bridge.port()).await?;
    assert_eq!(second["state"], "MEANWHILE");
    assert_ne!(first["instance"], second["instance"], "revisions are not to be compared");
    redis.set("WATCHED").await?;
    again.until_state("WATCHED").await?;
    Ok(())
}

#[tokio::test]
async fn two_bridges_on_one_redis_agree_and_one_may_be_restarted() -> Result<()> {
    let redis = Redis::start().await?;
    let (mut here, there) = (Bridge::on(&redis).await?, Bridge::on(&redis).await?);
    let (mut budi, first) = Client::open_as(here.port(), "Budi").await?;
    let (mut andi, other) = Client::open_as(there.port(), "Andi").await?;
    assert_ne!(first["instance"], other["instance"]);
    for number in 0..20 {
        budi.set(&format!("BUDI_{number}")).await?;
        let changed = andi.until_state(&format!("BUDI_{number}")).await?;
        assert_eq!(changed["by"], json!(null), "a label is known to its own bridge alone");
        andi.set(&format!("ANDI_{number}")).await?;
        budi.until_state(&format!("ANDI_{number}")).await?;
        assert_eq!(budi.get().await?["state"], andi.get().await?["state"]);
    }
    let asked = Instant::now();
    here.terminate()?;
    assert_eq!(budi.ending().await?.1.code(), Some(1001));
    check_that_it_ends_in_time(&mut here, asked).await?;
    andi.set("WITHOUT_THE_OTHER").await?;
    assert!(!andi.news_so_far().iter().any(|news| news.get("store").is_some()), "nobody else noticed");
    here.start_again().await?;
    let (mut budi, welcome) = Client::open_as(here.port(), "Budi").await?;
    assert_eq!(welcome["state"], "WITHOUT_THE_OTHER");
    budi.set("BACK").await?;
    andi.until_state("BACK").await?;
    Ok(())
}
