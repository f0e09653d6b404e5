//! The toolchain that everything else is built with: nearly always rustup's.

use super::{WASM, makes_wasm};
use crate::process;
use crate::setup::Site;
use anyhow::{Context, Result};
use std::process::Command;
use std::time::Duration;

/// Without a network rustup tries for long. Twenty megabytes come through a slow line in this time.
const PATIENCE: Duration = Duration::from_secs(120);

/// Whether it builds for wasm32 already.
pub(super) fn links_wasm(site: &Site<'_>) -> bool {
    makes_wasm(site, &mut Command::new("rustc"))
}

/// Asks rustup for the library.
pub(super) fn add_target(site: &Site<'_>) -> Result<()> {
    let log = site.project.log("rustup target add")?;
    let mut rustup = Command::new("rustup");
    rustup.current_dir(site.project.root()).args(["target", "add", WASM]);
    process::quietly_within(PATIENCE, &mut rustup, &log).context("rustup cannot fetch the library")
}
