//! What the bridge is measured beside: webdis, which answers for a Redis over HTTP, and Redis's own benchmark.

use super::Site;
use super::apt::{self, Apt};
use super::need::{Installer, Need};
use super::redis::{self, Redis};
use crate::{pins, process};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// The programs of `cargo xtask bench bridge`.
#[derive(Debug)]
pub(crate) struct Yardsticks {
    /// Redis itself.
    pub(crate) redis: Redis,
    /// Its benchmark.
    pub(crate) redis_benchmark: PathBuf,
    /// Redis over HTTP.
    pub(crate) webdis: PathBuf,
}

/// That redis-benchmark is here.
#[derive(Debug)]
pub(super) struct RedisBenchmark;

/// That webdis is here.
#[derive(Debug)]
pub(super) struct Webdis;

impl Need for RedisBenchmark {
    type Found = PathBuf;

    fn name(&self) -> String {
        "redis-benchmark".to_owned()
    }

    fn find(&self, _site: &Site<'_>) -> Option<PathBuf> {
        which::which("redis-benchmark")
            .ok()
            .filter(|found| process::succeeds(Command::new(found).arg("--version")))
    }

    fn install(&self, site: &Site<'_>) -> Result<PathBuf> {
        site.progress.during(&self.name(), "installing Debian's package", |_| {
            site.apt.install(site, pins::DEBIAN_REDIS)?;
            self.find(site).context("Debian's redis-benchmark was installed, but does not answer")
        })
    }

    fn by_hand(&self, _site: &Site<'_>) -> Vec<String> {
        redis::by_hand()
    }

    fn installer(&self, site: &Site<'_>) -> Installer {
        if matches!(site.apt, Apt::Allowed { .. }) { Installer::Us } else { Installer::Person }
    }
}

impl Need for Webdis {
    type Found = PathBuf;

    fn name(&self) -> String {
        "webdis".to_owned()
    }

    fn find(&self, _site: &Site<'_>) -> Option<PathBuf> {
        // It knows no question that it answers without serving.
        which::which("webdis").ok()
    }

    fn install(&self, site: &Site<'_>) -> Result<PathBuf> {
        site.progress.during(
            &self.name(),
            "installing Debian's package (it starts a service on port 7379)",
            |_| {
                site.apt.install(site, pins::DEBIAN_WEBDIS)?;
                self.find(site).context("Debian's webdis was installed, but is not on the search path")
            },
        )
    }

    fn by_hand(&self, _site: &Site<'_>) -> Vec<String> {
        if which::which("apt-get").is_ok() {
            return apt::by_hand(pins::DEBIAN_WEBDIS);
        }
        let libraries = if cfg!(target_os = "macos") {
            "brew install libevent msgpack"
        } else {
            "sudo dnf install gcc make libevent-devel msgpack-devel"
        };
        vec![
            libraries.to_owned(),
            "git clone https://github.com/nicolasff/webdis".to_owned(),
            "make -C webdis && sudo make -C webdis install".to_owned(),
        ]
    }

    fn installer(&self, site: &Site<'_>) -> Installer {
        if matches!(site.apt, Apt::Allowed { .. }) { Installer::Us } else { Installer::Person }
    }
}
