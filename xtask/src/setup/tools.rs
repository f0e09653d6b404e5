//! What the set-up found or installed, and how children are started with it.

use super::toolchain::{Toolchain, WASM};
use super::{Browser, Redis};
use crate::project::Project;
use crate::split;
use anyhow::{Context, Result};
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What building and serving the page takes.
#[derive(Debug)]
pub(crate) struct PageTools {
    /// The `rustc` that builds the page.
    pub(crate) toolchain: Toolchain,
    /// The folder of `wasm-bindgen` and its test runner.
    pub(crate) bindgen: PathBuf,
    /// The folder of Trunk.
    pub(crate) trunk: PathBuf,
    /// The folder of the program that splits the page, where it is prepared for shipping.
    pub(crate) splitter: Option<PathBuf>,
}

/// What every check and test takes.
#[derive(Debug)]
pub(crate) struct TestTools {
    /// What the page under test takes.
    pub(crate) page: PageTools,
    /// The browser that the tests use.
    pub(crate) browser: Browser,
    /// The script axe-core.
    pub(crate) axe: PathBuf,
    /// The script Mermaid.
    pub(crate) mermaid: PathBuf,
    /// The Redis that the tests start.
    pub(crate) redis: Redis,
    /// The Python that has redis-py.
    pub(crate) python: PathBuf,
}

impl PageTools {
    /// Trunk, in the project's folder.
    pub(crate) fn trunk(&self, project: &Project) -> Result<Command> {
        self.trunk_with(project, &self.bindgen)
    }

    /// Trunk that splits the page: what it takes for wasm-bindgen is this program.
    pub(crate) fn trunk_that_splits(&self, project: &Project) -> Result<Command> {
        let mut trunk = self.trunk_with(project, &split::folder(project)?)?;
        let splitter =
            self.splitter.as_ref().context("the program that splits the page was not made sure of")?;
        split::name_programs(&mut trunk, &self.bindgen, splitter);
        Ok(trunk)
    }

    fn trunk_with(&self, project: &Project, bindgen: &Path) -> Result<Command> {
        let program = self.trunk.join("trunk");
        let mut trunk = for_wasm(&self.toolchain, project, program.as_os_str(), &[bindgen])?;
        trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk takes this one for a flag that is `true` or `false`, and refuses to start with the usual 1.
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            trunk.env("NO_COLOR", "true");
        } else {
            trunk.env_remove("NO_COLOR");
        }
        Ok(trunk)
    }

    /// The `cargo` that builds the page.
    pub(crate) fn cargo_for_wasm(&self, project: &Project) -> Result<Command> {
        cargo_for_wasm(&self.toolchain, project, &[&self.bindgen, &self.trunk])
    }

    /// The `cargo` that builds everything else.
    pub(crate) fn cargo(project: &Project) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(project.root());
        forget_xtask(&mut cargo);
        cargo
    }

    /// What a person types to have the same in a shell, if it takes anything.
    pub(crate) fn shell_lines(&self, project: &Project) -> Result<Vec<String>> {
        let variables = self.toolchain.variables(project.root());
        let mut lines: Vec<String> =
            variables.iter().map(|(name, value)| format!("export {name}='{value}'")).collect();
        let hidden = self
            .folders()
            .into_iter()
            .filter(|folder| !is_on_path(folder) || self.toolchain.programs() == Some(folder));
        let hidden = env::join_paths(hidden)?;
        if !hidden.is_empty() {
            lines.push(format!("export PATH='{}':\"$PATH\"", hidden.to_string_lossy()));
        }
        Ok(lines)
    }

    fn folders(&self) -> Vec<&Path> {
        self.toolchain.programs().into_iter().chain([self.bindgen.as_path(), self.trunk.as_path()]).collect()
    }

    /// `cargo` for what runs inside a browser.
    pub(crate) fn cargo_in_browser(&self, project: &Project, browser: &Browser) -> Result<Command> {
        let mut cargo = self.cargo_for_wasm(project)?;
        cargo.args(["test", "--target", WASM]);
        cargo
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", self.bindgen.join("wasm-bindgen-test-runner"));
        cargo.env("CHROMEDRIVER", &browser.driver);
        // In seconds. The runner's own 20 are too few for a busy machine.
        cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "180");
        Ok(cargo)
    }
}

impl TestTools {
    /// `cargo test` for the whole-system tests, which read these variables and nothing else of the set-up.
    pub(crate) fn cargo_whole_system(&self, project: &Project, page: &Path) -> Command {
        let mut cargo = PageTools::cargo(project);
        cargo.args(["test", "--package", "tests"]);
        cargo.env("EVENT_PATTERN_DIST", page);
        cargo.env("EVENT_PATTERN_CHROMIUM", &self.browser.chromium);
        cargo.env("EVENT_PATTERN_CHROMEDRIVER", &self.browser.driver);
        cargo.env("EVENT_PATTERN_AXE", &self.axe);
        cargo.env("EVENT_PATTERN_MERMAID", &self.mermaid);
        self.name_redis(&mut cargo);
        cargo
    }

    /// `cargo` for the tests that need no browser, but some a Redis.
    pub(crate) fn cargo_with_redis(&self, project: &Project) -> Command {
        let mut cargo = PageTools::cargo(project);
        self.name_redis(&mut cargo);
        cargo
    }

    fn name_redis(&self, cargo: &mut Command) {
        cargo.env("EVENT_PATTERN_REDIS_SERVER", &self.redis.server);
        cargo.env("EVENT_PATTERN_REDIS_CLI", &self.redis.cli);
        cargo.env("EVENT_PATTERN_PYTHON", &self.python);
    }
}

/// The `cargo` of a toolchain, with these folders on its search path.
pub(super) fn cargo_for_wasm(toolchain: &Toolchain, project: &Project, folders: &[&Path]) -> Result<Command> {
    for_wasm(toolchain, project, toolchain.cargo().as_os_str(), folders)
}

fn for_wasm(toolchain: &Toolchain, project: &Project, program: &OsStr, folders: &[&Path]) -> Result<Command> {
    let usual = env::var_os("PATH").unwrap_or_default();
    let first = toolchain.programs().into_iter().chain(folders.iter().copied()).map(Path::to_path_buf);
    let mut command = Command::new(program);
    command.current_dir(project.root()).env("PATH", env::join_paths(first.chain(env::split_paths(&usual)))?);
    forget_xtask(&mut command);
    toolchain.configure(&mut command, project.root());
    Ok(command)
}

/// `cargo run` describes this crate to us in variables that our children must not take for their own.
fn forget_xtask(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        if name == "CARGO" || name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name.as_ref());
        }
    }
}

fn is_on_path(folder: &Path) -> bool {
    env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|on_path| on_path == folder)
}
