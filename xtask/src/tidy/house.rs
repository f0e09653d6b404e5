//! Who may import whom, read from the manifests.

use super::tree::Tree;
use super::violation::Violation;
use crate::manifest::{self, Purpose};

/// A crate of the workspace, and what it may depend on.
struct Room {
    name: &'static str,
    folder: &'static str,
    /// Crates of the workspace, its tests included.
    neighbours: &'static [&'static str],
    strangers: Strangers,
}

/// Crates from outside; a crate's tests may use any.
enum Strangers {
    Any,
    /// The pattern stays pure: no I/O, no clock, no browser, no network.
    Only(&'static [&'static str]),
}

/// Data to and from JSON, errors, and sorted maps that are small in a page; `nojson` keeps the places of what it reads,
/// for a problem's line and column.
const PURE: Strangers = Strangers::Only(&["litemap", "nojson", "thiserror"]);

const HOUSE: &[Room] = &[
    Room { name: "event-pattern", folder: "event-pattern", neighbours: &[], strangers: PURE },
    Room {
        name: "benches",
        folder: "event-pattern/benches",
        neighbours: &["event-pattern"],
        strangers: Strangers::Any,
    },
    Room { name: "protocol", folder: "bridge/protocol", neighbours: &["event-pattern"], strangers: PURE },
    Room {
        name: "bridge",
        folder: "bridge",
        neighbours: &["event-pattern", "protocol"],
        strangers: Strangers::Any,
    },
    Room {
        name: "frontend",
        folder: "frontend",
        neighbours: &["event-pattern", "protocol"],
        strangers: Strangers::Any,
    },
    Room { name: "tests", folder: "tests", neighbours: &[], strangers: Strangers::Any },
    Room { name: "xtask", folder: "xtask", neighbours: &[], strangers: Strangers::Any },
];

/// Checks every manifest but the workspace's.
pub(crate) fn check(tree: &Tree) -> Vec<Violation> {
    let manifests = tree.files().filter_map(|(name, text)| Some((name.strip_suffix("/Cargo.toml")?, text)));
    manifests.flat_map(|(folder, text)| check_manifest(folder, text)).collect()
}

fn check_manifest(folder: &str, text: &str) -> Vec<Violation> {
    let violation =
        |line, what: String, why| Violation { file: format!("{folder}/Cargo.toml"), line, what, why };
    let Some(room) = HOUSE.iter().find(|room| room.folder == folder) else {
        return vec![violation(
            1,
            "a crate that the house does not know".to_owned(),
            "say in tidy what it may import",
        )];
    };
    let Ok(dependencies) = manifest::dependencies(text) else {
        return vec![violation(1, "not a manifest".to_owned(), "cargo could not read it either")];
    };
    let mut violations = Vec::new();
    for dependency in dependencies {
        let line = line_of(text, &dependency.name);
        if HOUSE.iter().any(|other| other.name == dependency.name) {
            if !room.neighbours.contains(&dependency.name.as_str()) {
                let what = format!("{} imports {}", room.name, dependency.name);
                violations.push(violation(
                    line,
                    what,
                    "that is none of its business: see who may import whom",
                ));
            }
        } else if let (Strangers::Only(few), Purpose::Crate) = (&room.strangers, dependency.purpose)
            && !few.contains(&dependency.name.as_str())
        {
            let what = format!("{} imports {}", room.name, dependency.name);
            violations.push(violation(line, what, "it stays pure: only crates on tidy's list"));
        }
    }
    violations
}

/// Where a dependency stands: `name = ...`, `name.workspace = true`, or a table of its own.
fn line_of(manifest: &str, dependency: &str) -> usize {
    let begins = |line: &str| {
        let rest = line.trim_start().strip_prefix(dependency);
        rest.is_some_and(|rest| rest.starts_with([' ', '=', '.']))
            || line.ends_with(&format!(".{dependency}]"))
    };
    manifest.lines().position(begins).map_or(1, |place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn violations(folder: &str, manifest: &str) -> Vec<String> {
        let file = format!("{folder}/Cargo.toml");
        check(&Tree::with(&[(&file, manifest)])).iter().map(Violation::to_string).collect()
    }

    #[test]
    fn the_page_may_import_the_pattern() {
        assert!(
            violations("frontend", "[dependencies]\nevent-pattern.workspace = true\nyew = \"0.23\"\n")
                .is_empty()
        );
    }

    #[test]
    fn the_pattern_may_not_import_the_page() {
        assert_eq!(
            violations("event-pattern", "[package]\n[dependencies]\nfrontend.workspace = true\n"),
            [
                "event-pattern/Cargo.toml:3: event-pattern imports frontend: that is none of its business: see who may import whom"
            ]
        );
    }

    #[test]
    fn the_pattern_may_not_import_a_clock_but_its_tests_may_import_anything() {
        assert_eq!(
            violations(
                "event-pattern",
                "[dependencies]\nnojson = \"1\"\nchrono = \"0.4\"\n[dev-dependencies]\ninsta = \"1\"\n"
            ),
            [
                "event-pattern/Cargo.toml:3: event-pattern imports chrono: it stays pure: only crates on tidy's list"
            ]
        );
    }

    #[test]
    fn a_target_s_own_dependencies_count() {
        assert_eq!(
            violations("xtask", "[target.'cfg(unix)'.dependencies]\nfrontend = { path = \"../frontend\" }\n")
                .len(),
            1
        );
    }

    #[test]
    fn a_new_crate_has_to_be_given_its_rules() {
        assert_eq!(
            violations("backend", "[package]\n"),
            ["backend/Cargo.toml:1: a crate that the house does not know: say in tidy what it may import"]
        );
    }
}
