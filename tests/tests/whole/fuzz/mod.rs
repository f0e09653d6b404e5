//! A seeded monkey uses the page: no panic, no error in the console, the page still answers, axe has nothing to say.
//!
//! A short run is part of the tests. `cargo xtask fuzz --minutes N` sets `FUZZ_MINUTES`, and `FUZZ_SEED` to repeat a run.

pub(crate) mod acts;

use std::time::{Duration, Instant, SystemTime};

use acts::{Act, Repertoire};
use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use tests::page::id;
use tests::{Page, Visit, visit, wait};

/// How many acts a round has: few enough to be read when it fails.
const ACTS: usize = 60;
/// The rounds of the short run.
const SHORT_ROUNDS: u64 = 2;
/// axe takes as long as many acts do.
const ACTS_BETWEEN_AXE: usize = 30;

#[test]
fn fuzz_long_or_short_finds_no_panic_no_error_and_nothing_for_axe() {
    let minutes: Option<u64> = variable("FUZZ_MINUTES");
    let seed = variable("FUZZ_SEED").unwrap_or_else(|| if minutes.is_some() { seed_of_the_day() } else { 1 });
    let deadline = minutes.map(|minutes| Instant::now() + Duration::from_secs(60 * minutes));
    let last = match deadline {
        Some(_) => u64::MAX,
        None => seed + SHORT_ROUNDS - 1,
    };
    for seed in seed..=last {
        if deadline.is_some_and(|deadline| Instant::now() > deadline) {
            break;
        }
        println!("fuzz: seed {seed}");
        visit(Visit::new(), async |page| round(page, seed).await);
    }
}

/// One round: the acts of a seed. One that fails is made as short as it still fails.
async fn round(page: &Page, seed: u64) -> Result<()> {
    let acts = acts_of(seed);
    let Err(error) = replay(page, &acts).await else { return Ok(()) };
    // The shortest prefix that fails lies between one that does not and one that does.
    let (mut good, mut bad, mut error) = (0, acts.len(), error);
    while good + 1 < bad {
        let middle = usize::midpoint(good, bad);
        begin_anew(page).await?;
        match replay(page, &acts[..middle]).await {
            Ok(()) => good = middle,
            Err(other) => (bad, error) = (middle, other),
        }
    }
    let list: Vec<String> = acts[..bad].iter().map(|act| format!("  {act:?}")).collect();
    Err(error).with_context(|| format!("seed {seed}, after these {bad} acts:\n{}\n", list.join("\n")))
}

fn acts_of(seed: u64) -> Vec<Act> {
    let mut rng = Rng::with_seed(seed);
    // Dialogs hide the rest of the page: half the rounds go without.
    let repertoire = if rng.bool() { Repertoire::Everything } else { Repertoire::NoDialogs };
    (0..ACTS).map(|_| Act::any(&mut rng, repertoire)).collect()
}

async fn replay(page: &Page, acts: &[Act]) -> Result<()> {
    for (number, act) in acts.iter().enumerate() {
        act.perform(page).await.with_context(|| format!("{act:?}"))?;
        ensure!(page.has(&id("clock")).await?, "the page no longer answers after {act:?}");
        page.check_console().await.with_context(|| format!("after {act:?}"))?;
        if (number + 1) % ACTS_BETWEEN_AXE == 0 {
            page.check_with_axe(&format!("the page after {} acts", number + 1)).await?;
        }
    }
    still_works(page).await
}

/// A publication is heard.
async fn still_works(page: &Page) -> Result<()> {
    page.close_dialog().await?;
    page.resize(tests::visit::Size::DESKTOP).await?;
    page.play().await?;
    let clock = page.clock_ms().await?;
    page.until_clock_is_past(clock).await?;
    page.publish_typed("STILL_HERE").await?;
    wait::until("the key follows", async || Ok(!page.key_value().await?.is_empty())).await
}

async fn begin_anew(page: &Page) -> Result<()> {
    page.open_as_a_stranger().await?;
    // What the last replay left in the console has been told already.
    page.console_errors().await.map(drop)
}

fn variable(name: &str) -> Option<u64> {
    let value = std::env::var(name).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name} is a whole number, not {value:?}")))
}

fn seed_of_the_day() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().expect("the clock is past 1970").as_secs()
}
