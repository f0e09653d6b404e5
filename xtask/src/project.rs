//! Where the project lies on this machine, and what its files say about it.

use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The project's files.
#[derive(Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The project that this program was built from.
    pub(crate) fn find() -> Result<Self> {
        // `cargo run` names the folder now; what was compiled in serves a program that is started without cargo.
        let xtask = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = xtask.parent().context("the crate xtask lies in no folder")?;
        Ok(Self { root: root.to_path_buf() })
    }

    /// The folder of the workspace.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo leaves what it builds: this program lies there too, in the folder of its profile.
    pub(crate) fn target(&self) -> Result<PathBuf> {
        let program = env::current_exe().context("cannot tell where this program is")?;
        let target = program.parent().and_then(Path::parent).context("this program lies in no folder")?;
        Ok(target.to_path_buf())
    }

    /// Where the release page is left.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A folder for what the commands leave behind: logs, probes, pages that are not for shipping.
    pub(crate) fn scratch(&self, name: &str) -> Result<PathBuf> {
        let folder = self.root.join("target/xtask").join(name);
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
        Ok(folder)
    }

    /// Where a step's children write, `name` being the step's.
    pub(crate) fn log(&self, name: &str) -> Result<PathBuf> {
        let file: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
        Ok(self.scratch("log")?.join(file + ".log"))
    }

    /// The version of a crate that `Cargo.lock` holds.
    pub(crate) fn locked_version(&self, krate: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        locked_version(&text, krate)
    }

    /// The text of the `Cargo.toml` of a member of the workspace.
    pub(crate) fn manifest(&self, member: &str) -> Result<String> {
        let path = self.root.join(member).join("Cargo.toml");
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    }
}

/// A folder of this user where tools that are not worth fetching twice are kept.
pub(crate) fn cache(name: &str) -> Result<PathBuf> {
    let caches = dirs::cache_dir().context("this user has no cache folder: set XDG_CACHE_HOME or HOME")?;
    Ok(caches.join("event-pattern-lab").join(name))
}

fn locked_version(lock_file: &str, krate: &str) -> Result<String> {
    let lock: toml::Table = lock_file.parse().context("cannot understand Cargo.lock")?;
    let packages =
        lock.get("package").and_then(toml::Value::as_array).context("Cargo.lock lists no packages")?;
    let field =
        |package: &toml::Value, key| package.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    let mut versions = packages
        .iter()
        .filter(|p| field(p, "name").as_deref() == Some(krate))
        .filter_map(|p| field(p, "version"));
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version),
        (None, _) => bail!("Cargo.lock does not list {krate}"),
        (Some(one), Some(other)) => {
            bail!("Cargo.lock lists {krate} twice, {one} and {other}: which one builds the page?")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n[[package]]\nname = \"b\"\nversion = \"1.0.0\"\n\
                        [[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";

    #[test]
    fn the_locked_version_is_the_one_listed() {
        assert_eq!(locked_version(LOCK, "a").unwrap(), "1.2.3");
    }

    #[test]
    fn an_unlisted_or_ambiguous_crate_is_an_error() {
        assert!(locked_version(LOCK, "c").unwrap_err().to_string().contains("does not list c"));
        assert!(locked_version(LOCK, "b").unwrap_err().to_string().contains("twice"));
    }
}
