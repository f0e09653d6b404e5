//! The project's files in memory: those that git has, or would add.

use crate::process;
use crate::project::Project;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

/// Paths from the root, each with its text. What is not text is there by its name only.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads the files.
    pub(crate) fn of(project: &Project) -> Result<Self> {
        let mut git = Command::new("git");
        git.current_dir(project.root()).args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ]);
        let names =
            process::answer(&mut git).context("tidy asks git which files there are, and got no answer")?;
        let mut files = BTreeMap::new();
        for name in names.split('\0').filter(|name| !name.is_empty()) {
            // Git lists a deleted file until the deletion is added.
            if let Ok(bytes) = fs::read(project.root().join(name)) {
                files.insert(name.to_owned(), String::from_utf8(bytes).unwrap_or_default());
            }
        }
        Ok(Self { files })
    }

    /// A tree for the tests of the checks.
    #[cfg(test)]
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect() }
    }

    /// Every file and its text.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// Whether a file or a folder has this name, from the root or from some folder below.
    pub(crate) fn has(&self, name: &str) -> bool {
        let name = name.trim_end_matches('/');
        self.files.keys().any(|file| {
            let places = std::iter::once(0).chain(file.match_indices('/').map(|(slash, _)| slash + 1));
            let mut tails = places.map(|start| &file[start..]);
            tails.any(|tail| {
                tail.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        })
    }

    /// Whether a file or a folder at the root has this name.
    pub(crate) fn has_at_root(&self, name: &str) -> bool {
        self.files.keys().any(|file| file.split('/').next() == Some(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders_are_found_from_any_folder_but_not_by_half_a_name() {
        let tree = Tree::with(&[("frontend/src/main.rs", "")]);
        for name in ["frontend", "frontend/", "frontend/src/main.rs", "src/main.rs", "main.rs", "src"] {
            assert!(tree.has(name), "{name}");
        }
        for name in ["front", "rc/main.rs", "src/main", "main.r"] {
            assert!(!tree.has(name), "{name}");
        }
        assert!(tree.has_at_root("frontend") && !tree.has_at_root("src"));
    }
}
