//! Redis: the server, and its own client. The tests start servers of their own on free ports.

use super::Site;
use super::apt::{self, Apt};
use super::need::{Installer, Need};
use crate::{pins, process};
use anyhow::{Context, Result};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The two programs.
#[derive(Debug, Clone)]
pub(crate) struct Redis {
    /// The server.
    pub(crate) server: PathBuf,
    /// The client for a terminal.
    pub(crate) cli: PathBuf,
}

/// That both are here.
#[derive(Debug)]
pub(crate) struct RedisPrograms;

impl Need for RedisPrograms {
    type Found = Redis;

    fn name(&self) -> String {
        "Redis".to_owned()
    }

    fn find(&self, _site: &Site<'_>) -> Option<Redis> {
        Some(Redis {
            server: program("EVENT_PATTERN_REDIS_SERVER", "redis-server")?,
            cli: program("EVENT_PATTERN_REDIS_CLI", "redis-cli")?,
        })
    }

    fn install(&self, site: &Site<'_>) -> Result<Redis> {
        site.progress.during(
            &self.name(),
            "installing Debian's packages (they start a service on 127.0.0.1:6379)",
            |_| {
                site.apt.install(site, pins::DEBIAN_REDIS)?;
                self.find(site).context("Debian's Redis was installed, but does not answer")
            },
        )
    }

    fn by_hand(&self, _site: &Site<'_>) -> Vec<String> {
        by_hand()
    }

    fn installer(&self, site: &Site<'_>) -> Installer {
        if matches!(site.apt, Apt::Allowed { .. }) { Installer::Us } else { Installer::Person }
    }
}

/// What a person types who installs Redis, with all its programs.
pub(super) fn by_hand() -> Vec<String> {
    if cfg!(target_os = "macos") {
        vec!["brew install redis".to_owned()]
    } else if which::which("apt-get").is_ok() {
        apt::by_hand(pins::DEBIAN_REDIS)
    } else {
        vec!["sudo dnf install redis      (or what your system calls it)".to_owned()]
    }
}

/// What a person named, or else what is on the search path; only if it answers.
fn program(variable: &str, name: &str) -> Option<PathBuf> {
    let named = env::var_os(variable).filter(|named| !named.is_empty()).map(PathBuf::from);
    let program = named.or_else(|| which::which(name).ok())?;
    process::succeeds(Command::new(&program).arg("--version")).then_some(program)
}
