//! `cargo xtask bench wasm`: the engine inside a browser and outside of it, in turns, both in the profile of the page.

use crate::process;
use crate::progress::Progress;
use crate::project::Project;
use crate::setup::{Browser, PageTools};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::process::Command;

/// How often both take a turn.
const ROUNDS: usize = 5;

/// Measures.
pub(super) fn run(
    project: &Project,
    progress: &Progress,
    tools: &PageTools,
    browser: &Browser,
) -> Result<()> {
    let folder = project.scratch("bench")?;
    let (inside, outside) = (folder.join("wasm.log"), folder.join("native.log"));
    progress.during("the engine in and beside the browser", "five rounds, some minutes", |_| {
        let (mut in_browser, mut here) = (String::new(), String::new());
        for _ in 0..ROUNDS {
            let mut cargo = tools.cargo_in_browser(project, browser)?;
            cargo.args(["--release", "--package", "benches", "--test", "browser", "--", "--nocapture"]);
            in_browser += &printed(&mut cargo)?;
            here += &printed(&mut native(project))?;
        }
        fs::write(&inside, in_browser)?;
        Ok(fs::write(&outside, here)?)
    })?;
    process::openly(native(project).arg(&inside).arg(&outside))
}

/// The program that measures outside of a browser, or compares what two files hold.
fn native(project: &Project) -> Command {
    let mut cargo = PageTools::cargo(project);
    cargo.args(["run", "--quiet", "--release", "--package", "benches", "--bin", "wasm", "--"]);
    cargo
}

fn printed(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {}", process::shown(command)))?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
