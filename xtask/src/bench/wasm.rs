//! `cargo xtask bench wasm`: the engine inside a browser, then outside of it, both in the profile of the page.

use crate::process;
use crate::progress::Progress;
use crate::project::Project;
use crate::setup::{Browser, PageTools};
use anyhow::{Context, Result};
use std::fs;
use std::process::Command;

/// Measures.
pub(super) fn run(
    project: &Project,
    progress: &Progress,
    tools: &PageTools,
    browser: &Browser,
) -> Result<()> {
    let printed = project.scratch("bench")?.join("wasm.log");
    progress.during("the engine in the browser", "three rounds, about a minute", |_| {
        let mut cargo = tools.cargo_in_browser(project, browser)?;
        cargo.args(["--release", "--package", "benches", "--test", "browser", "--", "--nocapture"]);
        let output = cargo.output().context("cannot start cargo")?;
        fs::write(&printed, &output.stdout)?;
        anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    })?;
    progress.during("the engine beside it", "five rounds, about a minute", |step| {
        step.hand_over_the_terminal();
        let mut cargo = Command::new("cargo");
        cargo.current_dir(project.root()).args(["run", "--quiet", "--release", "--package", "benches"]);
        cargo.args(["--bin", "wasm", "--"]).arg(&printed);
        process::openly(&mut cargo)
    })
}
