//! `cargo xtask bench size`: what a browser loads before it shows the page, beside a bare Yew counter.

mod counter;
mod first_load;
mod report;

use crate::page;
use crate::progress::Progress;
use crate::project::Project;
use crate::setup::PageTools;
use anyhow::{Context, Result};
use first_load::FirstLoad;
use report::Report;
use std::fs;
use std::path::PathBuf;

/// Builds both pages, measures them, prints the table and leaves the figures.
pub(super) fn run(project: &Project, progress: &Progress, tools: &PageTools) -> Result<()> {
    let dist = page::build_release(project, progress, tools)?;
    let counter = counter::build(project, progress, tools)?;
    let report = progress.during("brotli", "compressing what was built", |_| {
        Ok(Report { page: FirstLoad::of(&dist)?, counter: FirstLoad::of(&counter)? })
    })?;
    print!("{}", report.table());
    let figures = project.scratch("bench")?.join("size.json");
    fs::write(&figures, report.json()).with_context(|| format!("cannot write {}", figures.display()))
}

/// Builds the yardstick alone, for another bench.
pub(super) fn build_counter(project: &Project, progress: &Progress, tools: &PageTools) -> Result<PathBuf> {
    counter::build(project, progress, tools)
}
