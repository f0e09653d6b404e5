//! `cargo xtask bench start` and `bench frame`: builds the page and the yardsticks, serves them as a good host does, and
//! runs the bench that drives a browser.

use super::{server, size};
use crate::cli::Preparing;
use crate::page;
use crate::process;
use crate::setup::{self, PageTools, Site};
use anyhow::Result;
use std::path::PathBuf;

/// Measures navigation until the page works.
pub(crate) fn start(site: &Site<'_>, preparing: &Preparing) -> Result<()> {
    measure(site, preparing, "start", |site, tools| size::build_counter(site.project, site.progress, tools))
}

/// Measures frames in which much moves.
pub(crate) fn frame(site: &Site<'_>, preparing: &Preparing) -> Result<()> {
    measure(site, preparing, "frame", |site, _| Ok(site.project.root().join("tests/benches/page/dots")))
}

fn measure(
    site: &Site<'_>,
    preparing: &Preparing,
    subject: &str,
    yardstick: impl FnOnce(&Site<'_>, &PageTools) -> Result<PathBuf>,
) -> Result<()> {
    let (tools, browser) = setup::for_bench_page(site, preparing.permission())?;
    let dist = page::build_release(site.project, site.progress, &tools)?;
    let yardstick = yardstick(site, &tools)?;
    let addresses = site.progress.during("brotli", "compressing the pages", |_| {
        Ok([server::spawn(&dist)?, server::spawn(&yardstick)?])
    })?;
    site.progress.during(&format!("bench {subject}"), "several rounds, about a minute", |step| {
        step.hand_over_the_terminal();
        let mut cargo = PageTools::cargo(site.project);
        cargo.args(["bench", "--quiet", "--package", "tests", "--bench", "page", "--", subject]);
        cargo.args(addresses.map(|address| format!("http://{address}/")));
        cargo.env("EVENT_PATTERN_CHROMIUM", &browser.chromium);
        cargo.env("EVENT_PATTERN_CHROMEDRIVER", &browser.driver);
        process::openly(&mut cargo)
    })
}
