//! redis-py: what the tutorial's programs use. The tests let it set, read and watch the key beside the bridge.

use super::Site;
use super::apt::{self, Apt};
use super::need::{Installer, Need};
use crate::{pins, process, project};
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Python that has it. Any version will do: what the tutorial uses has been there from the beginning.
#[derive(Debug)]
pub(crate) struct RedisPy;

/// Where Debian's packages for Python are seen from, whatever else is first on the search path.
const DEBIAN_PYTHON: &str = "/usr/bin/python3";

impl Need for RedisPy {
    /// The Python.
    type Found = PathBuf;

    fn name(&self) -> String {
        "redis-py".to_owned()
    }

    fn find(&self, _site: &Site<'_>) -> Option<PathBuf> {
        let named = env::var_os("EVENT_PATTERN_PYTHON").filter(|named| !named.is_empty()).map(PathBuf::from);
        let own = environment().ok().map(|folder| python_in(&folder));
        let usual = which::which("python3").ok().into_iter().chain([DEBIAN_PYTHON.into()]);
        named.into_iter().chain(own).chain(usual).find(has_redis_py)
    }

    fn install(&self, site: &Site<'_>) -> Result<PathBuf> {
        if matches!(site.apt, Apt::Allowed { .. }) {
            return site.progress.during(&self.name(), "installing Debian's package", |_| {
                site.apt.install(site, pins::DEBIAN_REDIS_PY)?;
                self.find(site).context("Debian's redis-py was installed, but its Python does not find it")
            });
        }
        site.progress.during(&self.name(), "making a Python environment for it", |_| {
            make_environment(site)?;
            self.find(site).context("pip installed redis-py, but its Python does not find it")
        })
    }

    fn by_hand(&self, site: &Site<'_>) -> Vec<String> {
        if !matches!(site.apt, Apt::Absent) {
            return apt::by_hand(pins::DEBIAN_REDIS_PY);
        }
        let Ok(folder) = environment() else { return Vec::new() };
        vec![
            format!("python3 -m venv {}", folder.display()),
            format!("{} -m pip install {}", python_in(&folder).display(), wanted()),
        ]
    }

    fn installer(&self, site: &Site<'_>) -> Installer {
        let can_make = which::which("python3").is_ok() || matches!(site.apt, Apt::Allowed { .. });
        if can_make { Installer::Us } else { Installer::Person }
    }
}

fn has_redis_py(python: &PathBuf) -> bool {
    process::succeeds(Command::new(python).args(["-c", "import redis"]))
}

fn make_environment(site: &Site<'_>) -> Result<()> {
    let folder = environment()?;
    if folder.exists() {
        // Half made by a run that was ended.
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove the folder {}", folder.display()))?;
    }
    let log = site.project.log("redis-py environment")?;
    process::quietly(Command::new("python3").args(["-m", "venv"]).arg(&folder), &log)?;
    let log = site.project.log("pip redis-py")?;
    process::quietly(Command::new(python_in(&folder)).args(["-m", "pip", "install", &wanted()]), &log)
}

fn wanted() -> String {
    format!("redis=={}", pins::REDIS_PY)
}

fn environment() -> Result<PathBuf> {
    project::cache(&format!("redis-py-{}", pins::REDIS_PY))
}

fn python_in(environment: &Path) -> PathBuf {
    environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}
