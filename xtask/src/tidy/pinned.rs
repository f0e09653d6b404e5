//! Versions of tools and packages are pinned in one file. A second place is one that somebody forgets to change.

use super::tree::Tree;
use super::violation::Violation;
use crate::pins;

const PINS: &str = "xtask/src/pins.rs";
const WHY: &str = "versions are pinned in xtask/src/pins.rs only";

/// Files in which a version is history, or is written by cargo.
const MAY_NAME_VERSIONS: &[&str] = &[PINS, "Cargo.lock", "CHANGELOG.md"];

/// Files that would pin packages a second time, by the end of their names.
const SECOND_PINS: &[&str] = &["package.json", "package-lock.json", "requirements.txt"];

/// How a version is asked for on a command line: npm's way, pip's, and cargo's.
const REQUESTS: &[&str] = &["@", "==", "--version "];

/// Checks every file.
pub(crate) fn check(tree: &Tree) -> Vec<Violation> {
    tree.files()
        .filter(|(name, _)| !MAY_NAME_VERSIONS.contains(name))
        .flat_map(|(name, text)| check_file(name, text))
        .collect()
}

fn check_file(file: &str, text: &str) -> Vec<Violation> {
    let violation = |line, what| Violation { file: file.to_owned(), line, what, why: WHY };
    if SECOND_PINS.iter().any(|second| file.ends_with(second)) {
        return vec![violation(1, "a second list of versions".to_owned())];
    }
    let mut violations = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(version) = pins::VERSIONS.iter().find(|version| names_version(line, version)) {
            violations.push(violation(number, format!("names the version {version}")));
        } else if REQUESTS.iter().any(|request| requests_version(line, request)) {
            violations.push(violation(number, format!("asks for a version: {}", line.trim())));
        }
    }
    violations
}

/// The version as a word of its own, not as a part of a longer number.
fn names_version(line: &str, version: &str) -> bool {
    let in_number = |c: char| c.is_ascii_digit() || c == '.';
    line.match_indices(version).any(|(start, _)| {
        !line[..start].ends_with(in_number) && !line[start + version.len()..].starts_with(in_number)
    })
}

/// A name, the request, and after it something like 1.2.
fn requests_version(line: &str, request: &str) -> bool {
    line.match_indices(request).any(|(start, _)| {
        let named = line[..start].trim_end().ends_with(|c: char| c.is_ascii_alphanumeric());
        let number: String =
            line[start + request.len()..].chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        named
            && number.starts_with(|c: char| c.is_ascii_digit())
            && number.trim_end_matches('.').contains('.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(file: &str, text: &str) -> Vec<String> {
        check(&Tree::with(&[(file, text)])).into_iter().map(|violation| violation.what).collect()
    }

    #[test]
    fn a_pinned_version_stands_in_one_file() {
        let text = format!("const SECOND: &str = \"{}\";\n", pins::TRUNK);
        assert_eq!(whats("a.rs", &text), [format!("names the version {}", pins::TRUNK)]);
        assert!(whats(PINS, &text).is_empty());
        assert!(whats("a.rs", &format!("1{} {}.1\n", pins::TRUNK, pins::TRUNK)).is_empty());
    }

    #[test]
    fn nobody_else_asks_for_a_version() {
        for asking in ["npm install lighthouse@", "pip install simpy==", "cargo install trunk --version "] {
            let line = format!("{asking}12.3");
            assert_eq!(whats("a.sh", &line), [format!("asks for a version: {line}")]);
        }
    }

    #[test]
    fn what_only_looks_like_a_request_is_none() {
        let text = "uses: actions/checkout@v5\nif a == 1.5 {}\nsomebody@example.org\n";
        assert!(whats("ci.yml", text).is_empty(), "{:?}", whats("ci.yml", text));
    }

    #[test]
    fn no_second_list() {
        assert_eq!(whats("tests/package.json", "{}"), ["a second list of versions"]);
    }
}
