//! Waiting for what is to come true: asked again and again until a deadline, never slept for.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long anything on the page may take.
pub const DEADLINE: Duration = Duration::from_secs(15);

/// How often a condition is asked.
const PAUSE: Duration = Duration::from_millis(25);

/// Waits until `ask` answers something; `what` is told when it does not.
pub async fn for_some<T>(what: &str, mut ask: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let start = Instant::now();
    loop {
        let error = match ask().await {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => None,
            // An element that is just being replaced answers with an error; the next time it is there.
            Err(error) => Some(error),
        };
        if start.elapsed() > DEADLINE {
            return match error {
                Some(error) => Err(error).with_context(|| format!("waited in vain: {what}")),
                None => bail!("waited in vain: {what}"),
            };
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Waits until `ask` says yes.
pub async fn until(what: &str, mut ask: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    for_some(what, async || Ok(ask().await?.then_some(()))).await
}

/// Waits until `ask` answers `expected`; a failure tells the last answer.
pub async fn until_equal<T: PartialEq + Debug>(
    what: &str,
    expected: T,
    mut ask: impl AsyncFnMut() -> Result<T>,
) -> Result<()> {
    let mut last = None;
    let waited = for_some(what, async || {
        let answer = ask().await?;
        let met = answer == expected;
        last = Some(answer);
        Ok(met.then_some(()))
    })
    .await;
    waited.with_context(|| format!("wanted {expected:?}, the last answer was {last:?}"))
}
