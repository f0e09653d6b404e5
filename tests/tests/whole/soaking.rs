//! A page that is used for long holds on to no more than it did at first: a short soak here, a long one with
//! `cargo xtask fuzz`, whose page counts every byte.

use std::time::{Duration, Instant};

use anyhow::Result;
use fastrand::Rng;
use tests::page::{Held, id};
use tests::{Page, Visit, visit};
use thirtyfour::Key;

/// What is clicked.
const CLICKED: &[&str] = &[
    "play",
    "step",
    "step-back",
    "next-change",
    "undo",
    "redo",
    "publish-state",
    "publish-button",
    "node",
    "lab",
    "service-start",
    "service-crash",
    "service-remove",
    "service-add",
    "add-apply",
    "edit-apply",
    "edit-add-row",
    "console-line",
    "console-clear",
    "language-en",
    "language-id",
    "restart-run",
    "help",
    "scenarios",
    "scenario-choice",
    "model-card",
];
/// What is typed into.
const FIELDS: &[&str] = &["publish-input", "add-name", "edit-state", "console-filter"];

/// The seeds of one turn. Every turn does the same, so that none needs more memory than those before.
const SEEDS: std::ops::Range<u64> = 0..3;
/// How many acts a seed has.
const ACTS: usize = 30;
/// Undo keeps so many changes; after as many restarts it keeps nothing of what was before them.
const RESTARTS: usize = 60;
/// Turns before the first look: what is made once is there then.
const WARM_TURNS: u32 = 2;
/// How long the short soak lasts after that.
const SHORT: Duration = Duration::from_secs(60);
/// What the program's memory may grow by: turns take unlike long, and record unlike much.
const SLACK: u64 = 2 << 20;
/// What the program may have allocated more: a clock's text is longer later, and some of what is made once comes late
/// (the same 5,320 bytes after one minute and after three).
const MORE_BYTES: u64 = 8_192;

#[test]
fn a_page_that_is_used_for_long_holds_on_to_no_more() {
    let minutes = std::env::var("FUZZ_MINUTES").ok().and_then(|minutes| minutes.parse().ok());
    let soak = minutes.map_or(SHORT, |minutes: u64| Duration::from_secs(60 * minutes));
    visit(Visit::new(), async |page| {
        for _ in 0..WARM_TURNS {
            turn(page).await?;
        }
        let (first, first_memory) = (at_rest(page).await?, page.program_memory().await?);
        let deadline = Instant::now() + soak;
        while Instant::now() < deadline {
            turn(page).await?;
        }
        let (last, last_memory) = (at_rest(page).await?, page.program_memory().await?);
        let (more, before) = (last.allocated.unwrap_or_default(), first.allocated.unwrap_or_default());
        assert!(more <= before + MORE_BYTES, "from {before} to {more} bytes allocated");
        let counted = |held: Held| Held { allocated: None, ..held };
        assert_eq!(counted(first), counted(last), "the page holds on to more, or less, than before");
        assert!(last_memory <= first_memory + SLACK, "from {first_memory} to {last_memory} bytes");
        Ok(())
    });
}

/// Uses the page for a while.
async fn turn(page: &Page) -> Result<()> {
    for seed in SEEDS {
        let mut rng = Rng::with_seed(seed);
        for _ in 0..ACTS {
            match rng.usize(0..6) {
                0 => page.fill_by_script(&id(rng.choice(FIELDS).unwrap_or(&"")), "ORDER_PAID").await?,
                1 => page.press(Key::Escape).await?,
                _ => page.click_by_script(&id(rng.choice(CLICKED).unwrap_or(&"")), rng.usize(..64)).await?,
            }
        }
        page.press(Key::Escape).await?;
    }
    Ok(())
}

/// What the page holds on to when everything is as at the beginning, but for the time that has passed.
async fn at_rest(page: &Page) -> Result<Held> {
    page.press(Key::Escape).await?;
    if page.shows(&id("console")).await? {
        page.click_by_script(&id("lab"), 0).await?;
    }
    for button in ["language-en", "scenarios", "scenario-choice"] {
        page.click_by_script(&id(button), 0).await?;
        page.until_the_picture_is_new().await?;
    }
    page.press(Key::Escape).await?;
    page.restart_often(RESTARTS).await?;
    page.click_by_script(&id("play"), 0).await?;
    page.until_no_frame_is_requested().await?;
    page.held().await
}
