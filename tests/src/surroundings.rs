//! Where the built page, the bridge and the foreign programs are on this machine: `cargo xtask test` says so in variables.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The folder of the built page.
pub fn dist() -> Result<PathBuf> {
    let dist = named("EVENT_PATTERN_DIST").unwrap_or_else(|| root().join("dist"));
    if !dist.join("index.html").is_file() {
        bail!("there is no built page in {}: `cargo xtask test` builds it", dist.display());
    }
    Ok(dist)
}

/// The program that speaks WebDriver.
pub fn chromedriver() -> Result<PathBuf> {
    program("EVENT_PATTERN_CHROMEDRIVER", "chromedriver")
}

/// The browser.
pub fn chromium() -> Result<PathBuf> {
    program("EVENT_PATTERN_CHROMIUM", "chromium")
}

/// The bridge: what cargo built beside these tests, if nothing else is said.
pub fn bridge() -> Result<PathBuf> {
    let built = env::current_exe()?.parent().and_then(Path::parent).map(|folder| folder.join("bridge"));
    named("EVENT_PATTERN_BRIDGE").or(built).filter(|bridge| bridge.is_file()).context(
        "the bridge is neither in EVENT_PATTERN_BRIDGE nor built: `cargo build --package bridge` builds it",
    )
}

/// The Redis server.
pub fn redis_server() -> Result<PathBuf> {
    program("EVENT_PATTERN_REDIS_SERVER", "redis-server")
}

/// Redis's own client.
pub fn redis_cli() -> Result<PathBuf> {
    program("EVENT_PATTERN_REDIS_CLI", "redis-cli")
}

/// A Python with redis-py.
pub fn python() -> Result<PathBuf> {
    program("EVENT_PATTERN_PYTHON", "python3")
}

/// The text of axe-core's script.
pub fn axe() -> Result<String> {
    script("EVENT_PATTERN_AXE", "axe.min.js")
}

/// The text of Mermaid's script.
pub fn mermaid() -> Result<String> {
    script("EVENT_PATTERN_MERMAID", "mermaid.min.js")
}

fn script(variable: &str, file: &str) -> Result<String> {
    let path = named(variable).with_context(|| {
        format!("{variable} does not name {file}: `cargo xtask test` fetches it and says where it is")
    })?;
    std::fs::read_to_string(&path).with_context(|| format!("cannot read {file} from {}", path.display()))
}

/// A folder for pictures of what went wrong.
pub fn pictures() -> Result<PathBuf> {
    let folder = root().join("target/whole-system-tests");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn program(variable: &str, name: &str) -> Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let usual = env::split_paths(&path).chain([PathBuf::from("/usr/bin")]);
    named(variable)
        .into_iter()
        .chain(usual.map(|folder| folder.join(name)))
        .find(|program| program.is_file())
        .with_context(|| {
            format!("{name} is neither on PATH nor in {variable}: `cargo xtask setup` installs it")
        })
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this crate lies in the workspace's folder")
}
