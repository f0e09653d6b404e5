//! The yardstick in Rust: NeXosim in a crate of its own below `target/`, so that nobody but the bench compiles it.

use crate::pins::NEXOSIM;
use crate::process;
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Its `main.rs` in the project.
const SOURCE: &str = "event-pattern/benches/nexosim.rs";

/// The program, built where it is missing or older than its source.
pub(super) fn program(project: &Project) -> Result<PathBuf> {
    let folder = project.scratch("bench/nexosim")?;
    fs::create_dir_all(folder.join("src"))?;
    fs::copy(project.root().join(SOURCE), folder.join("src/main.rs"))
        .with_context(|| format!("cannot copy {SOURCE}"))?;
    fs::write(folder.join("Cargo.toml"), manifest(&project.locked_version("serde")?))?;
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&folder).args(["build", "--release", "--target-dir"]).arg(folder.join("target"));
    process::quietly(&mut cargo, &project.log("nexosim")?)?;
    Ok(folder.join("target/release/nexosim-day"))
}

/// A workspace of its own, because the folder lies within the project's; compiled for speed, as the engine is.
fn manifest(serde: &str) -> String {
    format!(
        "[package]\nname = \"nexosim-day\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nnexosim = \"={NEXOSIM}\"\nserde = {{ version = \"={serde}\", features = [\"derive\"] }}\n\n\
         [profile.release]\nlto = true\ncodegen-units = 1\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_yardstick_has_the_pinned_version() {
        let manifest: toml::Table = manifest("1.0.0").parse().unwrap();
        let pinned = format!("={NEXOSIM}");
        assert_eq!(manifest["dependencies"]["nexosim"].as_str(), Some(pinned.as_str()));
        assert_eq!(manifest["profile"]["release"]["lto"].as_bool(), Some(true));
    }
}
