//! Rust files: what each begins with, how long it may be, and which attributes it may not hold.

use super::tree::Tree;
use super::violation::Violation;

/// A longer file has more than one thing to say.
const LONGEST: usize = 350;

/// Files that may be longer, each with its reason.
const LONGER: &[(&str, &str)] = &[
    ("event-pattern/tests/cases/commands.rs", A_TABLE),
    ("event-pattern/tests/cases/edits.rs", A_TABLE),
    ("event-pattern/tests/cases/numbers.rs", A_TABLE),
];
const A_TABLE: &str =
    "the cases of one chapter of the specification: data, looked up and not read from top to bottom";

/// An attribute by how it begins, and why it is not wanted.
const UNWANTED: &[(&str, &str)] = &[
    ("#[ignore", "a test that nobody runs tells nobody anything"),
    ("#[allow(", "an exception says why: #[expect(..., reason = \"...\")]"),
    ("#![allow(", "an exception says why: #![expect(..., reason = \"...\")]"),
];

/// Checks every Rust file.
pub(crate) fn check(tree: &Tree) -> Vec<Violation> {
    let rust = tree.files().filter(|(name, _)| name.ends_with(".rs"));
    rust.flat_map(|(name, text)| check_file(name, text)).collect()
}

fn check_file(file: &str, text: &str) -> Vec<Violation> {
    let violation = |line, what: String, why| Violation { file: file.to_owned(), line, what, why };
    let mut violations = Vec::new();
    if !text.starts_with("//!") {
        let what = "does not begin with `//!`".to_owned();
        violations.push(violation(1, what, "a reader wants to know what the file is before what is in it"));
    }
    let length = text.lines().count();
    if length > LONGEST && !LONGER.iter().any(|(longer, _)| *longer == file) {
        let what = format!("{length} lines, more than {LONGEST}");
        violations.push(violation(length, what, "split it by what it says, or list it with a reason"));
    }
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_start();
        let has_reason = || attribute_at(text, number).contains("reason = ");
        if is_shared_by_tests(file) && line.starts_with("#![allow(") && has_reason() {
            continue;
        }
        let unwanted = UNWANTED.iter().filter(|(attribute, _)| line.starts_with(attribute));
        violations.extend(unwanted.map(|(_, why)| violation(number, line.to_owned(), why)));
        let is_exception = line.starts_with("#[expect(") || line.starts_with("#![expect(");
        if is_exception && !has_reason() {
            let why = "an exception says why: add `reason = \"...\"`";
            violations.push(violation(number, line.to_owned(), why));
        }
    }
    violations
}

/// A module that several test programs are compiled with: each uses a part of it, so that an `expect` of unused code
/// would be right in one of them and wrong in the next.
fn is_shared_by_tests(file: &str) -> bool {
    file.contains("/tests/") && file.ends_with("/mod.rs")
}

/// The whole attribute that begins on a line; rustfmt spreads a long one over several.
fn attribute_at(text: &str, line: usize) -> String {
    let mut attribute = String::new();
    for line in text.lines().skip(line - 1) {
        attribute.push_str(line);
        if line.trim_end().ends_with(")]") {
            break;
        }
    }
    attribute
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(text: &str) -> Vec<String> {
        check(&Tree::with(&[("a.rs", text)])).into_iter().map(|violation| violation.what).collect()
    }

    #[test]
    fn a_good_file_has_no_violation() {
        assert!(whats("//! Good.\n\n#[expect(dead_code, reason = \"soon\")]\nfn f() {}\n").is_empty());
        assert!(
            whats("//! Good.\n#[expect(\n    dead_code,\n    reason = \"soon\"\n)]\nfn f() {}\n").is_empty()
        );
    }

    #[test]
    fn a_file_has_to_say_what_it_is() {
        assert_eq!(whats("use std::fs;\n"), ["does not begin with `//!`"]);
    }

    #[test]
    fn a_file_has_to_be_short() {
        assert_eq!(whats(&("//! Long.\n".to_owned() + &"\n".repeat(LONGEST))), ["351 lines, more than 350"]);
    }

    #[test]
    fn no_test_is_ignored_and_no_lint_allowed() {
        let text = "//! Bad.\n    #[ignore = \"slow\"]\n#[allow(dead_code)]\n#![allow(unused)]\n#[expect(dead_code)]\n";
        let expected =
            ["#[ignore = \"slow\"]", "#[allow(dead_code)]", "#![allow(unused)]", "#[expect(dead_code)]"];
        assert_eq!(whats(text), expected);
    }

    #[test]
    fn a_module_that_tests_share_may_allow_with_a_reason() {
        let violations = |file, text| check(&Tree::with(&[(file, text)])).len();
        let with_reason = "//! Shared.\n#![allow(\n    dead_code,\n    reason = \"shared\"\n)]\n";
        assert_eq!(violations("core/tests/naive/mod.rs", with_reason), 0);
        assert_eq!(violations("core/src/naive/mod.rs", with_reason), 1);
        assert_eq!(violations("core/tests/naive/mod.rs", "//! Shared.\n#![allow(dead_code)]\n"), 1);
    }

    #[test]
    fn the_place_is_named() {
        let violations = check(&Tree::with(&[("a.rs", "//! Bad.\n\n#[ignore]\n")]));
        assert_eq!(
            violations[0].to_string(),
            "a.rs:3: #[ignore]: a test that nobody runs tells nobody anything"
        );
    }
}
