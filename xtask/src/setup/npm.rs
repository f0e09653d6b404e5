//! One package from npm, of exactly one version, in a folder of its own.

use super::apt::Apt;
use super::need::Installer;
use super::{Site, apt};
use crate::{pins, process, project};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The package.
#[derive(Debug)]
pub(crate) struct Package {
    /// Its name in the registry.
    pub(crate) name: &'static str,
    /// The pinned version.
    pub(crate) version: &'static str,
}

impl Package {
    /// Where its files are, once they are here.
    pub(crate) fn folder(&self) -> Result<PathBuf> {
        Ok(self.prefix()?.join("node_modules").join(self.name))
    }

    /// Fetches it, and npm itself where Debian's packages can be installed.
    pub(crate) fn fetch(&self, site: &Site<'_>) -> Result<()> {
        if which::which("npm").is_err() {
            site.apt.install(site, pins::DEBIAN_NPM)?;
        }
        let prefix = self.prefix()?;
        // npm into another folder and then a rename: the folder of the right name is never half full.
        let unfinished = prefix.with_extension("unfinished");
        fs::create_dir_all(&unfinished)
            .with_context(|| format!("cannot make the folder {}", unfinished.display()))?;
        let log = site.project.log(&format!("npm {}", self.name))?;
        process::quietly(self.command().arg("--prefix").arg(&unfinished), &log)?;
        if prefix.exists() {
            fs::remove_dir_all(&prefix)?;
        }
        fs::rename(&unfinished, &prefix)
            .with_context(|| format!("cannot make the folder {}", prefix.display()))
    }

    /// What a person types.
    pub(crate) fn by_hand(&self) -> Vec<String> {
        let prefix = self.prefix().map(|prefix| prefix.display().to_string()).unwrap_or_default();
        let install = format!("npm {} --prefix {prefix}", self.arguments().join(" "));
        match which::which("npm") {
            Ok(_) => vec![install],
            Err(_) => apt::by_hand(pins::DEBIAN_NPM).into_iter().chain([install]).collect(),
        }
    }

    /// Who can fetch it.
    pub(crate) fn installer(site: &Site<'_>) -> Installer {
        match which::which("npm") {
            Err(_) if !matches!(site.apt, Apt::Allowed { .. }) => Installer::Person,
            _ => Installer::Us,
        }
    }

    fn prefix(&self) -> Result<PathBuf> {
        project::cache(&format!("{}-{}", self.name, self.version.replace('.', "_")))
    }

    fn command(&self) -> Command {
        // By its path: on Windows it is a script, which is not started by its bare name.
        let mut command = Command::new(which::which("npm").unwrap_or_else(|_| "npm".into()));
        command.args(self.arguments());
        command
    }

    fn arguments(&self) -> Vec<String> {
        let options =
            ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"].map(str::to_owned);
        options.into_iter().chain([format!("{}@{}", self.name, self.version)]).collect()
    }
}
