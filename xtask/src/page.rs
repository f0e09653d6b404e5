//! Building the page with Trunk, and serving it.

use crate::cli::Serve;
use crate::process;
use crate::progress::Progress;
use crate::project::Project;
use crate::setup::PageTools;
use crate::split;
use anyhow::{Context, Result};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the page is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build, with everything that helps to find a mistake.
    Dev,
    /// As it is shipped.
    Release,
    /// As it is shipped, with debug assertions on.
    Fuzz,
}

impl Profile {
    /// Trunk, which splits the page that is shipped.
    fn trunk(self, tools: &PageTools, project: &Project) -> Result<Command> {
        match self {
            Self::Dev | Self::Fuzz => tools.trunk(project),
            Self::Release => tools.trunk_that_splits(project),
        }
    }

    fn trunk_arguments(self) -> &'static [&'static str] {
        match self {
            Self::Dev => &[],
            Self::Release => &["--release", "--features", split::FEATURE],
            Self::Fuzz => &["--release", "--cargo-profile", "fuzz", "--features", "counting"],
        }
    }
}

/// Builds the release page into `dist/`.
pub(crate) fn build_release(project: &Project, progress: &Progress, tools: &PageTools) -> Result<PathBuf> {
    build(project, progress, tools, Profile::Release, &project.dist())
}

/// Builds another page, which lies in a folder of its own, as the release page is built, but in one piece.
pub(crate) fn build_beside(
    project: &Project,
    progress: &Progress,
    tools: &PageTools,
    folder: &Path,
) -> Result<PathBuf> {
    let mut trunk = tools.trunk(project)?;
    trunk.current_dir(folder);
    build_with(trunk, progress, &["--release"], &folder.join("dist"))
}

/// Builds the page with debug assertions, away from the one that is shipped.
pub(crate) fn build_for_fuzz(project: &Project, progress: &Progress, tools: &PageTools) -> Result<PathBuf> {
    build(project, progress, tools, Profile::Fuzz, &project.scratch("page-fuzz")?)
}

/// Serves the page until somebody ends it. On Unix this program becomes Trunk and does not return.
pub(crate) fn serve(
    project: &Project,
    progress: &Progress,
    tools: &PageTools,
    arguments: &Serve,
) -> Result<()> {
    become_program(trunk_serve(project, progress, tools, arguments)?)
}

/// The Trunk that builds and serves the page.
pub(crate) fn trunk_serve(
    project: &Project,
    progress: &Progress,
    tools: &PageTools,
    arguments: &Serve,
) -> Result<Command> {
    // Not `dist/`: the release page there is not to be replaced while somebody tests it.
    let page = project.scratch("page-served")?;
    let mut trunk = arguments.profile().trunk(tools, project)?;
    trunk
        .args(["serve", "--address", "127.0.0.1", "--port", &arguments.port.to_string(), "--dist"])
        .arg(page);
    trunk.args(arguments.profile().trunk_arguments());
    if arguments.open {
        trunk.arg("--open");
    }
    progress.note("trunk", &format!("builds, and then serves http://127.0.0.1:{}/", arguments.port));
    Ok(trunk)
}

fn build(
    project: &Project,
    progress: &Progress,
    tools: &PageTools,
    profile: Profile,
    page: &Path,
) -> Result<PathBuf> {
    build_with(profile.trunk(tools, project)?, progress, profile.trunk_arguments(), page)
}

fn build_with(mut trunk: Command, progress: &Progress, arguments: &[&str], page: &Path) -> Result<PathBuf> {
    trunk.arg("build").args(arguments).arg("--dist").arg(page);
    // Trunk says how far it is; standard output is for what a command finds out.
    trunk.stdout(io::stderr());
    progress.during("page", &format!("building into {}", page.display()), |step| {
        step.hand_over_the_terminal();
        process::openly(&mut trunk)
    })?;
    Ok(page.to_path_buf())
}

#[cfg(unix)]
fn become_program(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).with_context(|| format!("cannot start `{}`", process::shown(&command)))
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<()> {
    process::openly(&mut command).context("trunk")
}
