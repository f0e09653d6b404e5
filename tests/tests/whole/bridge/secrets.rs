//! What nobody is to read: the token, and the password of Redis.

use anyhow::{Result, ensure};
use serde_json::json;
use tests::live::{Bridge, Client, Redis, Setup};
use tests::wait;

const TOKEN: &str = "t0ken-that-nobody-reads";
const PASSWORD: &str = "p4ssword-that-nobody-reads";

fn check(what: &str, text: &str) -> Result<()> {
    ensure!(!text.contains(TOKEN) && !text.contains(PASSWORD), "a secret is in {what}:\n{text}");
    Ok(())
}

/// What `ps` shows.
fn title(bridge: &Bridge) -> Result<String> {
    let line = std::fs::read(format!("/proc/{}/cmdline", bridge.process()))?;
    Ok(String::from_utf8_lossy(&line).replace('\0', " "))
}

async fn use_it(bridge: &Bridge, redis: &mut Redis) -> Result<()> {
    let mut wrong = Client::connect(bridge.port()).await?;
    wrong.send(&json!({ "hello": { "protocol": 1, "token": format!("{TOKEN}x") } }).to_string()).await?;
    wrong.ending().await?;
    let hello = json!({ "protocol": 1, "token": TOKEN });
    let (mut client, welcome) = Client::open_with(bridge.port(), hello).await?;
    check("the welcome", &welcome.to_string())?;
    client.set("ORDER_PAID").await?;
    redis.kill()?;
    let away = client.until_store_is(false).await?;
    check("the reason", &away.to_string())?;
    let answer = client.request("get", json!({})).await?;
    check("an error", &answer.to_string())?;
    wait::until("the log says that Redis is away", async || Ok(!bridge.log().is_empty())).await?;
    redis.start_again().await?;
    client.until_store_is(true).await?;
    for path in ["/", "/healthz", "/readyz", "/metrics"] {
        check(path, &bridge.http(path).await?.body)?;
    }
    check("the log", &bridge.log())?;
    check("the process title", &title(bridge)?)
}

#[tokio::test]
async fn secrets_given_by_flag_are_not_seen_in_the_process_title_nor_anywhere() -> Result<()> {
    let mut redis = Redis::with(&["--requirepass", PASSWORD]).await?;
    let url = redis.url_as(&format!("default:{PASSWORD}"));
    let bridge = Setup::redis(&url).option("--token", TOKEN).start().await?;
    use_it(&bridge, &mut redis).await
}

#[tokio::test]
async fn secrets_given_by_the_environment_are_not_seen_either() -> Result<()> {
    let mut redis = Redis::with(&["--requirepass", PASSWORD]).await?;
    let url = redis.url_as(&format!(":{PASSWORD}"));
    let setup = Setup::default().variable("BRIDGE_REDIS", &url).variable("BRIDGE_TOKEN", TOKEN);
    let bridge = setup.clone().start().await?;
    use_it(&bridge, &mut redis).await?;
    let help = setup.flag("--help").run().await?;
    check("--help", &String::from_utf8_lossy(&help.stdout))
}

#[tokio::test]
async fn a_mistake_is_told_in_a_sentence_without_secrets() -> Result<()> {
    let url = format!("redis://:{PASSWORD}@127.0.0.1:notaport");
    for setup in [
        Setup::redis(&url),
        Setup::redis(&format!("http://:{PASSWORD}@127.0.0.1")),
        Setup::memory().option("--listen", "0.0.0.0:0"),
        Setup::memory().option("--listen", "not an address").option("--token", TOKEN),
        Setup::memory().option("--key", ""),
        Setup::memory().option("--origin", "*").option("--token", TOKEN),
    ] {
        let output = setup.run().await?;
        ensure!(!output.status.success(), "it started with {setup:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        check("the message", &said)?;
        ensure!(!said.trim().is_empty() && !said.contains("panicked"), "{said}");
    }
    Ok(())
}

#[tokio::test]
async fn another_address_takes_a_token_or_an_explicit_no() -> Result<()> {
    for setup in [
        Setup::memory().option("--listen", "0.0.0.0:0").option("--token", TOKEN),
        Setup::memory().option("--listen", "0.0.0.0:0").flag("--no-token"),
    ] {
        // That it stays up is seen by its being there; which port it took is its own business here.
        let said = setup.run_for(std::time::Duration::from_secs(1)).await?;
        ensure!(said.is_still_running, "it ended: {}", said.log);
        check("the log", &said.log)?;
    }
    Ok(())
}
