//! The standard library for wasm32, and with it the answer to which `rustc` builds the page: the one that built us,
//! or, where rustup cannot fetch that library, Debian's.

mod debian;
mod ordinary;

use super::Site;
use super::apt::{self, Apt};
use super::need::{Installer, Need};
use crate::{pins, process};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page is compiled to.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The `rustc` that builds the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The same that builds everything else; nothing needs to be said about it.
    Ordinary,
    /// Debian's own beside it, with the library that it came with or with the one that we built for it.
    Debian(Library),
}

/// Where Debian's `rustc` has its wasm32 library from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Library {
    /// From the place where it looks by itself.
    Installed,
    /// From this folder, laid out as a sysroot.
    Built(PathBuf),
}

impl Toolchain {
    /// The `cargo` that goes with it.
    pub(crate) fn cargo(&self) -> &Path {
        match self {
            Self::Ordinary => Path::new("cargo"),
            Self::Debian(_) => Path::new(debian::CARGO),
        }
    }

    /// The folder that has to come first on the search path of whatever builds for wasm32.
    pub(crate) fn programs(&self) -> Option<&Path> {
        match self {
            Self::Ordinary => None,
            Self::Debian(_) => Some(Path::new(debian::PROGRAMS)),
        }
    }

    /// The variables with which `cargo` and Trunk use it.
    pub(crate) fn variables(&self, root: &Path) -> Vec<(&'static str, String)> {
        match self {
            Self::Ordinary => Vec::new(),
            Self::Debian(library) => debian::variables(library, root),
        }
    }

    /// Tells a child to build for wasm32 with it. The search path is left to the caller.
    pub(crate) fn configure(&self, command: &mut Command, root: &Path) {
        if let Self::Debian(_) = self {
            debian::forget_the_other_toolchain(command);
        }
        command.envs(self.variables(root));
    }
}

/// That some `rustc` here can build and link for wasm32.
#[derive(Debug)]
pub(crate) struct WasmLibrary;

impl Need for WasmLibrary {
    type Found = Toolchain;

    fn name(&self) -> String {
        format!("Rust's library for {WASM}")
    }

    fn find(&self, site: &Site<'_>) -> Option<Toolchain> {
        if ordinary::links_wasm(site) {
            Some(Toolchain::Ordinary)
        } else {
            debian::find(site).map(Toolchain::Debian)
        }
    }

    fn install(&self, site: &Site<'_>) -> Result<Toolchain> {
        site.progress.during(&self.name(), "rustup target add", |step| {
            let Err(refusal) = ordinary::add_target(site) else {
                return Ok(Toolchain::Ordinary);
            };
            if !debian::has_programs() {
                if matches!(site.apt, Apt::Absent) {
                    bail!(
                        "{refusal:#}\nOnce rustup reaches its server again, type\n      {}",
                        self.by_hand(site).join("\n")
                    );
                }
                step.now("rustup cannot fetch it; installing Debian's Rust");
                site.apt.install(site, pins::DEBIAN_RUST).context("and rustup had no success before")?;
            }
            step.now("compiling it from Debian's sources (about 1 minute)");
            debian::build_library(site).map(Toolchain::Debian)
        })
    }

    fn by_hand(&self, site: &Site<'_>) -> Vec<String> {
        let rustup = format!("rustup target add {WASM}");
        if which::which("rustup").is_ok() || matches!(site.apt, Apt::Absent) {
            return vec![rustup];
        }
        apt::by_hand(pins::DEBIAN_RUST)
    }

    fn installer(&self, site: &Site<'_>) -> Installer {
        let may_install = matches!(site.apt, Apt::Allowed { .. }) || which::which("rustup").is_ok();
        if may_install || debian::has_programs() { Installer::Us } else { Installer::Person }
    }
}

/// Whether this `rustc` makes a wasm file of an empty library: the one sure sign that library and linker are there.
fn makes_wasm(site: &Site<'_>, rustc: &mut Command) -> bool {
    let Ok(folder) = site.project.scratch("probe") else {
        return false;
    };
    let source = folder.join("probe.rs");
    rustc.current_dir(site.project.root()).args(["--target", WASM, "--crate-type=cdylib", "--out-dir"]);
    fs::write(&source, "").is_ok() && process::succeeds(rustc.arg(&folder).arg(&source))
}
