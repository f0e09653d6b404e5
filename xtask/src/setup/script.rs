//! Scripts from npm that the whole-system tests put into a browser: axe-core, which looks for what a person with a
//! disability would stumble over, and Mermaid, which draws the diagrams that the page writes.

use super::Site;
use super::need::{Installer, Need};
use super::npm::Package;
use crate::pins;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// A script, and the package that it is in.
#[derive(Debug)]
pub(crate) struct Script {
    package: Package,
    file: &'static str,
}

/// axe-core.
pub(crate) const AXE: Script =
    Script { package: Package { name: "axe-core", version: pins::AXE_CORE }, file: "axe.min.js" };

/// Mermaid.
pub(crate) const MERMAID: Script =
    Script { package: Package { name: "mermaid", version: pins::MERMAID }, file: "dist/mermaid.min.js" };

impl Need for Script {
    /// The script.
    type Found = PathBuf;

    fn name(&self) -> String {
        format!("{} {}", self.package.name, self.package.version)
    }

    fn find(&self, _site: &Site<'_>) -> Option<PathBuf> {
        let script = self.package.folder().ok()?.join(self.file);
        script.is_file().then_some(script)
    }

    fn install(&self, site: &Site<'_>) -> Result<PathBuf> {
        site.progress.during(&self.name(), "fetching from npm", |_| {
            self.package.fetch(site)?;
            self.find(site)
                .with_context(|| format!("npm installed {}, but without {}", self.package.name, self.file))
        })
    }

    fn by_hand(&self, _site: &Site<'_>) -> Vec<String> {
        self.package.by_hand()
    }

    fn installer(&self, site: &Site<'_>) -> Installer {
        Package::installer(site)
    }
}
