//! Every check and every test, in order, until the first that fails.

use crate::manifest;
use crate::page;
use crate::process;
use crate::progress::Progress;
use crate::project::Project;
use crate::setup::{PageTools, TestTools};
use crate::split;
use crate::tidy;
use anyhow::Result;
use std::process::Command;

/// Crates that are compiled for wasm32 and may hold tests for a browser.
const CRATES_OF_THE_PAGE: &[&str] = &["frontend", "event-pattern"];

/// Runs them all.
pub(crate) fn run(project: &Project, progress: &Progress, tools: &TestTools) -> Result<()> {
    let check = |name: &str, mut command: Command| {
        progress.during(name, &process::shown(&command), |step| {
            step.hand_over_the_terminal();
            process::openly(&mut command)
        })
    };
    check("rustfmt", cargo(project, &["fmt", "--all", "--check"]))?;
    check("clippy", cargo(project, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    check("clippy for wasm32", clippy_for_wasm(project, tools)?)?;
    progress.during("tidy", "looking at the files", |step| {
        step.hand_over_the_terminal();
        tidy::run(project)
    })?;
    let mut tests = tools.cargo_with_redis(project);
    tests.args(["test", "--workspace", "--exclude", "tests"]);
    check("tests", tests)?;
    for krate in CRATES_OF_THE_PAGE {
        if has_browser_tests(project, krate)? {
            let mut cargo = tools.page.cargo_in_browser(project, &tools.browser)?;
            cargo.args(["--package", krate]);
            check(&format!("{krate} in the browser"), cargo)?;
        }
    }
    let page = page::build_release(project, progress, &tools.page)?;
    // With the page inside, as it is shipped; without it clippy has seen the bridge already.
    let with_page = ["--package", "bridge", "--features", "page"];
    let lints = ["--all-targets", "--", "-D", "warnings"];
    check(
        "clippy for the bridge with the page",
        cargo(project, &[&["clippy"], &with_page[..], &lints].concat()),
    )?;
    check("the bridge with the page", cargo(project, &[&["build"], &with_page[..]].concat()))?;
    check("whole-system tests", tools.cargo_whole_system(project, &page))
}

fn cargo(project: &Project, arguments: &[&str]) -> Command {
    let mut cargo = PageTools::cargo(project);
    cargo.args(arguments);
    cargo
}

fn clippy_for_wasm(project: &Project, tools: &TestTools) -> Result<Command> {
    let mut cargo = tools.page.cargo_for_wasm(project)?;
    cargo.args([
        "clippy",
        "--package",
        "frontend",
        "--all-targets",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        split::FEATURE,
        "--",
        "-D",
        "warnings",
    ]);
    Ok(cargo)
}

/// A crate says so by depending on the library for such tests.
fn has_browser_tests(project: &Project, krate: &str) -> Result<bool> {
    let manifest = project.manifest(krate)?;
    Ok(manifest::dependencies(&manifest)?.iter().any(|dependency| dependency.name == "wasm-bindgen-test"))
}
