//! Debian's `rustc`, which lives beside rustup's, and its library for wasm32, which Debian ships as sources only. We
//! compile it once, into the user's cache: nothing of Debian's own is touched, and the folder's name holds the
//! version, so that after an upgrade of `rustc` nobody finds a library that no longer fits.

use super::{Library, WASM, makes_wasm};
use crate::setup::Site;
use crate::{pins, process, project};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian's programs are.
pub(super) const PROGRAMS: &str = "/usr/bin";
/// Debian's `cargo`.
pub(super) const CARGO: &str = "/usr/bin/cargo";
const RUSTC: &str = "/usr/bin/rustc";
const CLIPPY: &str = "/usr/bin/clippy-driver";

/// Crates of the library: what pages need, what their tests need, and what proc-macro crates compiled for wasm32 name.
const CRATES: &str = "-Zbuild-std=std,panic_abort,test,proc_macro";

/// Whether all of Debian's packages are here.
pub(super) fn has_programs() -> bool {
    let linker = which::which(pins::DEBIAN_WASM_LINKER).is_ok();
    linker && [RUSTC, CARGO, CLIPPY].iter().all(|program| Path::new(program).is_file())
}

/// The library, if Debian's `rustc` has one that fits.
pub(super) fn find(site: &Site<'_>) -> Option<Library> {
    if !has_programs() {
        return None;
    }
    let built = Library::Built(sysroot().ok()?);
    [Library::Installed, built].into_iter().find(|library| fits(site, library))
}

/// Compiles the library.
pub(super) fn build_library(site: &Site<'_>) -> Result<Library> {
    let krate = empty_crate(site)?;
    let compiled = krate.join("target");
    let mut cargo = Command::new(CARGO);
    forget_the_other_toolchain(&mut cargo);
    cargo.current_dir(&krate).env("PATH", path_with_debian_first()?).env("CARGO_TARGET_DIR", &compiled);
    // Bitcode, because a page that is built with `lto` finds none otherwise.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    cargo.args(["build", "--release", "--target", WASM, CRATES]);
    process::quietly(&mut cargo, &site.project.log("wasm32 library")?)?;

    let sysroot = sysroot()?;
    collect(&compiled.join(WASM).join("release/deps"), &sysroot)?;
    fs::remove_dir_all(&krate).with_context(|| format!("cannot tidy away {}", krate.display()))?;
    let library = Library::Built(sysroot);
    if !fits(site, &library) {
        bail!("the compiled library does not link: see if {} works", pins::DEBIAN_WASM_LINKER);
    }
    Ok(library)
}

/// What `cargo` needs to hear about it.
pub(super) fn variables(library: &Library, root: &Path) -> Vec<(&'static str, String)> {
    let mut variables = vec![
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", pins::DEBIAN_WASM_LINKER.to_owned()),
        // The other `rustc` keeps its own folder, or each would compile again what the other one left.
        ("CARGO_TARGET_DIR", root.join("target/debian").display().to_string()),
    ];
    if let Some(flag) = sysroot_flag(library) {
        variables.push(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag));
    }
    variables
}

/// `cargo run` and rustup tell their children about the toolchain in use; Debian's must not hear of it. `RUSTFLAGS`
/// would put the variables above out of force.
pub(super) fn forget_the_other_toolchain(command: &mut Command) {
    for variable in
        ["RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH", "RUSTC", "RUSTDOC", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"]
    {
        command.env_remove(variable);
    }
}

fn fits(site: &Site<'_>, library: &Library) -> bool {
    let mut rustc = Command::new(RUSTC);
    forget_the_other_toolchain(&mut rustc);
    rustc.arg(format!("-Clinker={}", pins::DEBIAN_WASM_LINKER)).args(sysroot_flag(library));
    makes_wasm(site, &mut rustc)
}

fn sysroot_flag(library: &Library) -> Option<String> {
    match library {
        Library::Installed => None,
        Library::Built(sysroot) => Some(format!("--sysroot={}", sysroot.display())),
    }
}

fn sysroot() -> Result<PathBuf> {
    let version =
        process::answer(Command::new(RUSTC).arg("--version")).context("Debian's rustc does not answer")?;
    let is_separator = |c: char| !c.is_ascii_alphanumeric() && c != '.';
    let version: Vec<&str> = version.split(is_separator).filter(|word| !word.is_empty()).take(3).collect();
    project::cache(&version.join("-"))
}

/// cargo compiles the standard library only for some crate.
fn empty_crate(site: &Site<'_>) -> Result<PathBuf> {
    let krate = site.project.scratch("wasm32-library")?;
    fs::create_dir_all(krate.join("src"))?;
    fs::write(krate.join("src/lib.rs"), "")?;
    fs::write(krate.join("Cargo.toml"), "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n")?;
    Ok(krate)
}

/// Lays the compiled crates out as `rustc` looks for them; under the final name only once all are there.
fn collect(compiled: &Path, sysroot: &Path) -> Result<()> {
    let unfinished = sysroot.with_extension("unfinished");
    let libraries = unfinished.join("lib/rustlib").join(WASM).join("lib");
    fs::create_dir_all(&libraries)
        .with_context(|| format!("cannot make the folder {}", libraries.display()))?;
    for file in fs::read_dir(compiled)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(file.path(), libraries.join(name))?;
        }
    }
    if sysroot.exists() {
        fs::remove_dir_all(sysroot)?;
    }
    fs::rename(&unfinished, sysroot).with_context(|| format!("cannot make the folder {}", sysroot.display()))
}

fn path_with_debian_first() -> Result<std::ffi::OsString> {
    let usual = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths([PathBuf::from(PROGRAMS)].into_iter().chain(env::split_paths(&usual)))?)
}
