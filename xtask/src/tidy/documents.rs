//! Documents name, in backticks, only files and folders that are there.

use super::tree::Tree;
use super::violation::Violation;

const DOCUMENTS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/bridge.md",
    "docs/protocol.md",
    "docs/scenario-file.md",
    "docs/semantics.md",
];

/// A name that ends so is a file's.
const ENDINGS: &[&str] = &[".rs", ".toml", ".md", ".html", ".css", ".yml", ".sh"];

/// Folders that the commands make, and names that only look like a file's.
const ELSEWHERE: &[&str] = &["dist", "target", "docs.rs"];

/// Checks every document that is there.
pub(crate) fn check(tree: &Tree) -> Vec<Violation> {
    let documents = DOCUMENTS.iter().filter_map(|name| Some((*name, tree.text(name)?)));
    documents.flat_map(|(name, text)| check_document(tree, name, text)).collect()
}

fn check_document(tree: &Tree, document: &str, text: &str) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut in_block = false;
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            let missing = in_backticks(line).filter(|name| is_path(tree, name) && !tree.has(name));
            violations.extend(missing.map(|name| Violation {
                file: document.to_owned(),
                line: number,
                what: format!("`{name}` is not there"),
                why: "a reader goes and looks",
            }));
        }
    }
    violations
}

fn in_backticks(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Whether a text means a file or a folder of this project.
fn is_path(tree: &Tree, text: &str) -> bool {
    let in_path = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
    let first = text.split('/').next().unwrap_or_default();
    if text.is_empty() || text.starts_with('/') || !text.chars().all(in_path) || ELSEWHERE.contains(&first) {
        return false;
    }
    let stem_and_ending = ENDINGS.iter().any(|ending| text.ends_with(ending) && text.len() > ending.len());
    stem_and_ending || (text.contains('/') && tree.has_at_root(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn violations(readme: &str) -> Vec<String> {
        let tree = Tree::with(&[("README.md", readme), ("frontend/src/main.rs", ""), ("Cargo.toml", "")]);
        check(&tree).iter().map(Violation::to_string).collect()
    }

    #[test]
    fn what_is_there_may_be_named_from_the_root_or_from_its_crate() {
        assert!(
            violations("See `frontend/`, `frontend/src/main.rs`, `src/main.rs`, `main.rs` and `Cargo.toml`.")
                .is_empty()
        );
    }

    #[test]
    fn what_is_not_there_may_not() {
        assert_eq!(
            violations("One.\nSee `frontend/src/lib.rs` and `gone.rs`."),
            [
                "README.md:2: `frontend/src/lib.rs` is not there: a reader goes and looks",
                "README.md:2: `gone.rs` is not there: a reader goes and looks"
            ]
        );
        assert_eq!(violations("`frontend/assets/`").len(), 1);
    }

    #[test]
    fn other_things_in_backticks_are_no_paths() {
        let text = "`cargo xtask serve`, `TRANSACTION_PAID`, `app:state`, `/ws`, `dist/`, `serde/derive`, `*.rs`, `.rs`";
        assert!(violations(text).is_empty());
    }

    #[test]
    fn a_block_of_code_is_not_read() {
        assert!(violations("```\n`gone.rs`\n```\n").is_empty());
    }
}
