//! Programs that come as crates: Trunk, wasm-bindgen and the splitter, each of exactly one version.

use super::Site;
use super::need::Need;
use crate::{pins, process, project};
use anyhow::{Context, Result};
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A crate with programs in it.
#[derive(Debug)]
pub(crate) struct CargoTool {
    krate: &'static str,
    version: String,
    /// The first one is asked for its version.
    programs: &'static [&'static str],
    install_options: &'static [&'static str],
    /// They run for seconds, and compile for minutes: only these crates in them are worth optimising.
    busy_crates: &'static [&'static str],
    takes: &'static str,
    tells: Tells,
}

/// How a program's version is found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// From the program.
    Version,
    /// It does not say: only what lies in the folder of that version is trusted.
    Nothing,
}

impl CargoTool {
    /// Trunk, without what it would need to look for a newer Trunk.
    pub(crate) fn trunk() -> Self {
        Self {
            krate: "trunk",
            version: pins::TRUNK.to_owned(),
            programs: &["trunk"],
            install_options: &["--locked", "--no-default-features", "--features", "rustls"],
            busy_crates: &["sha2"],
            takes: "about 3 minutes",
            tells: Tells::Version,
        }
    }

    /// The programs that turn compiled wasm into what a browser loads, and run its tests.
    pub(crate) fn wasm_bindgen(version: String) -> Self {
        Self {
            krate: "wasm-bindgen-cli",
            version,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            install_options: &[],
            busy_crates: &["walrus", "wasmparser", "wasm-encoder", "wasm-bindgen-cli-support", "gimli"],
            takes: "about 2 minutes",
            tells: Tells::Version,
        }
    }

    /// The program that takes out of the page what is not needed at first.
    pub(crate) fn wasm_split() -> Self {
        Self {
            krate: "wasm_split_cli_support",
            version: pins::WASM_SPLIT.to_owned(),
            programs: &["wasm-split-cli"],
            install_options: &["--locked", "--features", "build-binary"],
            busy_crates: &["wasmparser", "wasm-encoder"],
            takes: "about a minute",
            tells: Tells::Nothing,
        }
    }

    /// The folder that only this version is installed in, when another one has the usual place.
    fn own_root(&self) -> Result<PathBuf> {
        project::cache(&format!("{}-{}", self.krate, self.version))
    }

    fn is_right_in(&self, folder: &Path) -> bool {
        let right = match self.tells {
            Tells::Version => {
                let version =
                    process::answer(Command::new(self.program_in(folder, self.programs[0])).arg("--version"));
                version.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(self.version.as_str()))
            }
            Tells::Nothing => self.own_root().is_ok_and(|root| folder.starts_with(root)),
        };
        right && self.programs.iter().all(|program| self.program_in(folder, program).is_file())
    }

    fn program_in(&self, folder: &Path, program: &str) -> PathBuf {
        folder.join(format!("{program}{EXE_SUFFIX}"))
    }

    /// Every folder that holds some version, the one that this program keeps to itself first.
    fn folders(&self) -> Vec<PathBuf> {
        let own = self.own_root().map(|root| root.join("bin"));
        let on_path = which::which_all(self.programs[0]).into_iter().flatten();
        let on_path = on_path.filter_map(|program| program.parent().map(Path::to_path_buf));
        let usual = home::cargo_home().map(|home| home.join("bin"));
        let all = own.into_iter().chain(on_path).chain(usual);
        all.filter(|folder| self.program_in(folder, self.programs[0]).is_file()).collect()
    }

    /// Options that leave out what costs minutes and gains milliseconds.
    fn quick_to_compile(&self) -> impl Iterator<Item = String> {
        let whole = ["opt-level=0", "debug=0", "lto=\"off\"", "codegen-units=16"].map(str::to_owned);
        let busy = self.busy_crates.iter().map(|krate| format!("package.{krate}.opt-level=1"));
        whole.into_iter().chain(busy).map(|setting| format!("--config=profile.release.{setting}"))
    }

    fn install_command(&self) -> Command {
        let mut command = Command::new("cargo");
        command.args(["install", self.krate, "--version", &self.version]).args(self.install_options);
        command
    }
}

impl Need for CargoTool {
    /// The folder that the programs are in.
    type Found = PathBuf;

    fn name(&self) -> String {
        format!("{} {}", self.krate, self.version)
    }

    fn find(&self, _site: &Site<'_>) -> Option<PathBuf> {
        self.folders().into_iter().find(|folder| self.is_right_in(folder))
    }

    fn install(&self, site: &Site<'_>) -> Result<PathBuf> {
        site.progress.during(&self.name(), &format!("installing ({})", self.takes), |_| {
            let mut command = self.install_command();
            command.args(self.quick_to_compile());
            if self.tells == Tells::Nothing || !self.folders().is_empty() {
                // Somebody wants that other version for something else.
                command.arg("--root").arg(self.own_root()?);
            }
            // Its own folder, so that two of these run at once, and one that was interrupted goes on where it was.
            let compiled = site.project.scratch(&format!("compile-{}", self.krate))?;
            command.env("CARGO_TARGET_DIR", &compiled);
            process::quietly(&mut command, &site.project.log(&self.name())?)?;
            fs::remove_dir_all(&compiled)
                .with_context(|| format!("cannot tidy away {}", compiled.display()))?;
            self.find(site).with_context(|| {
                format!("{} was installed, but is not in cargo's folder of programs", self.name())
            })
        })
    }

    fn by_hand(&self, _site: &Site<'_>) -> Vec<String> {
        vec![process::shown(&self.install_command())]
    }
}
