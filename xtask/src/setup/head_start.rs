//! Compiling the page while tools are still being installed: on a bare machine the last of them leaves a core idle.

use super::Site;
use super::toolchain::{Toolchain, WASM};
use super::tools;
use crate::process;
use anyhow::Result;

/// Compiles what Trunk will compile for the development page, so that it finds the work done. Where that fails, Trunk
/// will meet the same error, and show it.
pub(super) fn compile_page(site: &Site<'_>, toolchain: &Toolchain) -> Result<()> {
    let mut cargo = tools::cargo_for_wasm(toolchain, site.project, &[])?;
    cargo.args(["build", "--package", "frontend", "--target", WASM]);
    let log = site.project.log("page")?;
    site.progress.during("page", "compiling meanwhile", |_| process::quietly(&mut cargo, &log))
}
