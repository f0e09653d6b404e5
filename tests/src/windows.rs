//! Several browsers at one bridge, each a person of its own: opened together, closed together, also when the test fails.

use std::panic::{AssertUnwindSafe, resume_unwind};

use anyhow::{Context, Result};
use futures_util::FutureExt;

use crate::Page;
use crate::visit::{Browser, PLACES, Visit, describe_failure};

/// Opens the page that a bridge serves in two browsers and runs a test on them.
///
/// # Errors
/// When the test fails, or a browser does not come up.
pub async fn two_windows(origin: &str, test: impl AsyncFnOnce(&Page, &Page) -> Result<()>) -> Result<()> {
    in_windows(origin, 2, async |pages| match pages {
        [one, two] => test(one, two).await,
        _ => anyhow::bail!("two windows were opened"),
    })
    .await
}

/// Opens the page that a bridge serves in one browser and runs a test on it.
///
/// # Errors
/// When the test fails, or the browser does not come up.
pub async fn one_window(origin: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    in_windows(origin, 1, async |pages| match pages {
        [one] => test(one).await,
        _ => anyhow::bail!("one window was opened"),
    })
    .await
}

async fn in_windows(origin: &str, count: u32, test: impl AsyncFnOnce(&[&Page]) -> Result<()>) -> Result<()> {
    let _places = PLACES.acquire_many(count).await.context("the places are never closed")?;
    let address = format!("{origin}/");
    let visit = Visit::new();
    let mut browsers = Vec::new();
    let outcome = AssertUnwindSafe(async {
        for _ in 0..count {
            browsers.push(Browser::at(&visit, &address).await?);
        }
        let pages: Vec<&Page> = browsers.iter().map(|browser| &browser.page).collect();
        for page in &pages {
            visit.dress(page).await?;
            page.open().await?;
        }
        test(&pages).await
    })
    .catch_unwind()
    .await;
    for (number, browser) in browsers.into_iter().enumerate() {
        if !matches!(outcome, Ok(Ok(()))) {
            describe_failure(&browser.page, &format!("-{}", number + 1)).await;
        }
        browser.close().await;
    }
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}
