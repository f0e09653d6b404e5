//! No acknowledged `set` is lost, none is written twice, none that was refused is written at all: judged by what Redis has
//! on disk after faults of every kind.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use tests::live::{Bridge, Client, Direction, Proxy, Redis};
use tokio::time::Instant;

/// A thousand sets a second at most.
const PAUSE_PER_SET: Duration = Duration::from_millis(1);

/// How a `set` was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Confirmed { revision: u64 },
    Unknown,
    NotSent,
}

/// What is asked of one client, and what comes of it.
struct Setter {
    client: Client,
    name: &'static str,
    count: usize,
    outcomes: BTreeMap<String, Outcome>,
}

impl Setter {
    async fn new(bridge: &Bridge, name: &'static str) -> Result<Setter> {
        Ok(Setter { client: bridge.client().await?, name, count: 0, outcomes: BTreeMap::new() })
    }

    /// Sets states that were never set before, several in flight, until the time is over.
    async fn set_for(&mut self, duration: Duration, in_flight: usize) -> Result<()> {
        let end = Instant::now() + duration;
        while Instant::now() < end {
            let states: Vec<String> = (0..in_flight).map(|number| self.state(number)).collect();
            self.count += in_flight;
            let texts = states.iter().map(|state| json!({ "id": 1, "set": { "state": state } }).to_string());
            self.client.send_all(texts).await?;
            for state in states {
                let answer = self.client.answer().await?;
                let outcome = match answer["error"]["code"].as_str() {
                    Some("outcome_unknown") => Outcome::Unknown,
                    Some("store_unavailable") => Outcome::NotSent,
                    Some(_) => bail!("{state} was answered with {answer}"),
                    None => {
                        let revision = answer["state"]["revision"].as_u64().context("a revision")?;
                        Outcome::Confirmed { revision }
                    }
                };
                self.outcomes.insert(state, outcome);
            }
            // Below the limit of a socket also while everything is refused at once.
            tokio::time::sleep(PAUSE_PER_SET * u32::try_from(in_flight)?).await;
        }
        Ok(())
    }

    fn state(&self, number: usize) -> String {
        format!("{}_{}", self.name, self.count + number)
    }

    fn count_of(&self, is_it: impl Fn(&Outcome) -> bool) -> usize {
        self.outcomes.values().filter(|outcome| is_it(outcome)).count()
    }
}

/// Holds what was answered against what was written.
fn check(setters: &[&Setter], written: &[String]) -> Result<()> {
    let mut confirmed = BTreeMap::new();
    for (state, outcome) in setters.iter().flat_map(|setter| &setter.outcomes) {
        let times = written.iter().filter(|other| *other == state).count();
        match outcome {
            Outcome::Confirmed { revision } => {
                ensure!(times == 1, "{state} was confirmed and written {times} times");
                let place = written.iter().position(|other| other == state).context("it is there")?;
                confirmed.insert(*revision, place);
            }
            Outcome::Unknown => ensure!(times <= 1, "{state} was lost and written {times} times"),
            Outcome::NotSent => ensure!(times == 0, "{state} was refused and written {times} times"),
        }
    }
    ensure!(confirmed.values().is_sorted(), "the revisions are not in the order of the writes");
    Ok(())
}

/// Enough happened on both sides of the faults for the test to mean something.
fn check_that_it_was_tried(setter: &Setter) -> Result<()> {
    let confirmed = setter.count_of(|outcome| matches!(outcome, Outcome::Confirmed { .. }));
    let others = setter.count_of(|outcome| !matches!(outcome, Outcome::Confirmed { .. }));
    ensure!(confirmed > 50 && others > 0, "{confirmed} confirmed, {others} not");
    Ok(())
}

#[tokio::test]
async fn through_faults_of_the_link_what_is_confirmed_is_written_once() -> Result<()> {
    let redis = Redis::durable().await?;
    let mut proxy = Proxy::to(redis.port()).await?;
    let bridge = Bridge::behind(&proxy).await?;
    let (mut one, mut many) = (Setter::new(&bridge, "ONE").await?, Setter::new(&bridge, "MANY").await?);
    let faults = async {
        let pause = || tokio::time::sleep(Duration::from_millis(400));
        for _ in 0..2 {
            pause().await;
            proxy.cut();
            pause().await;
            proxy.swallow(Direction::Back);
            pause().await;
            pause().await;
            proxy.heal();
            proxy.cut();
            pause().await;
            proxy.delay(Duration::from_millis(700));
            pause().await;
            pause().await;
            proxy.heal();
            pause().await;
            proxy.refuse().await;
            proxy.cut();
            pause().await;
            proxy.accept().await?;
            proxy.swallow_all();
            pause().await;
            pause().await;
            proxy.heal();
            proxy.cut();
            pause().await;
        }
        anyhow::Ok(())
    };
    let whole = Duration::from_millis(10_000);
    tokio::try_join!(one.set_for(whole, 1), many.set_for(whole, 20), faults)?;
    tests::wait::until("all is well", async || bridge.is_ready().await).await?;
    many.set_for(Duration::from_millis(100), 1).await?;
    check_that_it_was_tried(&one)?;
    check_that_it_was_tried(&many)?;
    check(&[&one, &many], &redis.states_written()?)
}

#[tokio::test]
async fn through_deaths_of_redis_what_is_confirmed_is_written_once() -> Result<()> {
    let mut redis = Redis::durable().await?;
    let mut bridge = Bridge::on(&redis).await?;
    let (mut one, mut many) = (Setter::new(&bridge, "ONE").await?, Setter::new(&bridge, "MANY").await?);
    let deaths = async {
        for _ in 0..3 {
            tokio::time::sleep(Duration::from_millis(700)).await;
            redis.kill()?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            redis.start_again().await?;
            tokio::time::sleep(Duration::from_millis(700)).await;
            redis.freeze()?;
            tokio::time::sleep(Duration::from_millis(800)).await;
            redis.thaw()?;
        }
        anyhow::Ok(())
    };
    let whole = Duration::from_millis(8_500);
    tokio::try_join!(one.set_for(whole, 1), many.set_for(whole, 20), deaths)?;
    tests::wait::until("all is well", async || bridge.is_ready().await).await?;
    many.set_for(Duration::from_millis(100), 1).await?;
    check_that_it_was_tried(&one)?;
    check_that_it_was_tried(&many)?;
    check(&[&one, &many], &redis.states_written()?)?;
    bridge.check_health()
}
