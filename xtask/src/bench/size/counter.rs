//! The yardstick: a button and a number, with the page's Yew, its profile, its locked versions, its Trunk. What the
//! page weighs beyond it is our own doing.

use crate::page;
use crate::progress::Progress;
use crate::project::Project;
use crate::setup::PageTools;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

const MAIN: &str = "//! A bare Yew page: a number and a button that counts it up.

use yew::prelude::*;

#[component]
fn Counter() -> Html {
    let count = use_state(|| 0_u32);
    let more = {
        let count = count.clone();
        move |_| count.set(*count + 1)
    };
    html! { <button onclick={more}>{ *count }</button> }
}

fn main() {
    yew::Renderer::<Counter>::new().render();
}
";

const INDEX: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Counter</title>
<link data-trunk rel="rust" href="Cargo.toml" data-wasm-opt="0">
</head>
<body></body>
</html>
"#;

const TRUNK: &str = "[build]\npublic_url = \"./\"\n";

/// Writes the crate and builds it.
pub(super) fn build(project: &Project, progress: &Progress, tools: &PageTools) -> Result<PathBuf> {
    let folder = project.scratch("bench/counter")?;
    let root = fs::read_to_string(project.root().join("Cargo.toml")).context("cannot read Cargo.toml")?;
    let manifest = manifest(&project.locked_version("yew")?, release_profile(&root)?);
    fs::create_dir_all(folder.join("src"))?;
    write(&folder.join("src/main.rs"), MAIN)?;
    write(&folder.join("index.html"), INDEX)?;
    write(&folder.join("Trunk.toml"), TRUNK)?;
    write(&folder.join("Cargo.toml"), &manifest)?;
    // Cargo takes out what the counter has no use for, and leaves the versions of the rest as they are.
    fs::copy(project.root().join("Cargo.lock"), folder.join("Cargo.lock"))
        .context("cannot copy Cargo.lock")?;
    page::build_beside(project, progress, tools, &folder)
}

fn manifest(yew: &str, release_profile: &str) -> String {
    // A workspace of its own, because the folder lies within the project's.
    format!(
        "[package]\nname = \"counter\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nyew = {{ version = \"={yew}\", features = [\"csr\"] }}\n\n{release_profile}"
    )
}

/// The section `[profile.release]`, as it stands in the manifest.
fn release_profile(manifest: &str) -> Result<&str> {
    const HEADING: &str = "[profile.release]\n";
    let start = manifest.find(HEADING).context("Cargo.toml has no [profile.release]")?;
    let body = start + HEADING.len();
    let end = manifest[body..].find("\n[").map_or(manifest.len(), |length| body + length + 1);
    Ok(&manifest[start..end])
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counter_is_built_with_the_page_s_profile_and_yew() {
        let root = "[profile.dev]\ndebug = 1\n\n[profile.release]\nopt-level = \"z\"\nlto = true\n\n# Next.\n\
                    [profile.release.package.core]\nopt-level = 3\n";
        let profile = release_profile(root).unwrap();
        assert_eq!(profile, "[profile.release]\nopt-level = \"z\"\nlto = true\n\n# Next.\n");
        let manifest: toml::Table = manifest("1.2.3", profile).parse().unwrap();
        assert_eq!(manifest["dependencies"]["yew"]["version"].as_str(), Some("=1.2.3"));
        assert_eq!(manifest["profile"]["release"]["lto"].as_bool(), Some(true));
        assert!(release_profile("[profile.dev]\n").is_err());
    }
}
