//! Building the bridge: the program that carries the page inside, and the one that is tried out.

use crate::process;
use crate::progress::Progress;
use crate::project::Project;
use crate::setup::PageTools;
use anyhow::Result;
use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

/// Builds the one program that is a whole classroom: optimised, and with the page of `dist/` inside.
pub(crate) fn build_release(project: &Project, progress: &Progress) -> Result<()> {
    build(project, progress, &["--profile", "server", "--features", "page"])?;
    let program = project.target()?.join("server").join(format!("bridge{EXE_SUFFIX}"));
    progress.note("bridge", &format!("{} has the page inside", program.display()));
    Ok(())
}

/// Builds it as it is shipped, but without a page and in a folder of its own: a program that a person built, with the page
/// inside, stays what it is.
pub(crate) fn build_to_measure(project: &Project, progress: &Progress) -> Result<PathBuf> {
    let folder = project.scratch("bench")?.join("bridge");
    build(project, progress, &["--profile", "server", "--target-dir", &folder.to_string_lossy()])?;
    Ok(folder.join("server").join(format!("bridge{EXE_SUFFIX}")))
}

/// Builds it as it is tried out: quick to build, without the page.
pub(crate) fn build_dev(project: &Project, progress: &Progress) -> Result<()> {
    build(project, progress, &[])
}

fn build(project: &Project, progress: &Progress, options: &[&str]) -> Result<()> {
    let mut cargo = PageTools::cargo(project);
    cargo.args(["build", "--package", "bridge"]).args(options);
    progress.during("bridge", &process::shown(&cargo), |step| {
        step.hand_over_the_terminal();
        process::openly(&mut cargo)
    })
}
