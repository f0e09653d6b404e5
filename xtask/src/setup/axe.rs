//! axe-core: one script, which the whole-system tests put into the page.

use super::Site;
use super::need::{Installer, Need};
use super::npm::Package;
use crate::pins;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// The npm package.
#[derive(Debug)]
pub(crate) struct Axe;

const PACKAGE: Package = Package { name: "axe-core", version: pins::AXE_CORE };

impl Need for Axe {
    /// The script.
    type Found = PathBuf;

    fn name(&self) -> String {
        format!("{} {}", PACKAGE.name, PACKAGE.version)
    }

    fn find(&self, _site: &Site<'_>) -> Option<PathBuf> {
        let script = PACKAGE.folder().ok()?.join("axe.min.js");
        script.is_file().then_some(script)
    }

    fn install(&self, site: &Site<'_>) -> Result<PathBuf> {
        site.progress.during(&self.name(), "fetching from npm", |_| {
            PACKAGE.fetch(site)?;
            self.find(site).context("npm installed axe-core, but without axe.min.js")
        })
    }

    fn by_hand(&self, _site: &Site<'_>) -> Vec<String> {
        PACKAGE.by_hand()
    }

    fn installer(&self, site: &Site<'_>) -> Installer {
        Package::installer(site)
    }
}
