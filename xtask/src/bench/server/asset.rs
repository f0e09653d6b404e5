//! The files that are served: all of them in memory, compressed once at the start.

use crate::bench::compress::brotli;
use crate::bench::files;
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::path::Path;

const INDEX: &str = "index.html";
/// What Trunk puts into the name of a file whose content never changes.
const HASH_DIGITS: usize = 16;

/// The files by their names from `dist`. A name that is not among them is not served, whatever it points to.
#[derive(Debug)]
pub(super) struct Assets {
    files: BTreeMap<String, Asset>,
}

/// One file.
#[derive(Debug)]
pub(super) struct Asset {
    pub(super) content_type: &'static str,
    pub(super) caching: &'static str,
    pub(super) plain: Vec<u8>,
    /// Where it is the smaller one.
    pub(super) brotli: Option<Vec<u8>>,
}

impl Assets {
    /// Reads a built page.
    pub(super) fn read(dist: &Path) -> Result<Self> {
        let assets = Self::of(files::read(dist)?)?;
        ensure!(assets.files.contains_key(INDEX), "{} has no {INDEX}", dist.display());
        Ok(assets)
    }

    /// Files for the tests.
    #[cfg(test)]
    pub(super) fn with(files: &[(&str, &str)]) -> Result<Self> {
        Self::of(files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect())
    }

    /// The file of an address.
    pub(super) fn find(&self, path: &str) -> Option<&Asset> {
        self.files.get(if path.is_empty() { INDEX } else { path })
    }

    fn of(files: BTreeMap<String, Vec<u8>>) -> Result<Self> {
        let assets = files.into_iter().map(|(name, plain)| {
            let compressed = brotli(&plain)?;
            let asset = Asset {
                content_type: content_type(&name),
                caching: caching(&name),
                brotli: (compressed.len() < plain.len()).then_some(compressed),
                plain,
            };
            Ok((name, asset))
        });
        Ok(Self { files: assets.collect::<Result<_>>()? })
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn caching(name: &str) -> &'static str {
    let mut runs = name.split(|c: char| !c.is_ascii_hexdigit());
    if runs.any(|run| run.len() == HASH_DIGITS) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_a_hash_in_its_name_is_kept() {
        assert!(caching("frontend-12faefd6a3a04367_bg.wasm").contains("immutable"));
        assert!(caching("icon-12faefd6a3a04367.svg").contains("immutable"));
        assert_eq!(caching(INDEX), "no-cache");
        assert_eq!(caching("12faefd6.js"), "no-cache");
    }
}
