//! Where in a scenario something is, and the problems found so far.

use std::fmt::{self, Write};

use super::problem::{Problem, Problems};
use super::problem_kind::ProblemKind;
use crate::order::order;

/// The way to a value. It is written out only where there is a problem.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    /// Where the way begins: empty for a file.
    Top(&'a str),
    /// A field of an object.
    Field(&'a Path<'a>, &'a str),
    /// An element of a list.
    Item(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    pub(super) fn field(&'a self, key: &'a str) -> Path<'a> {
        Path::Field(self, key)
    }

    pub(super) fn item(&'a self, index: usize) -> Path<'a> {
        Path::Item(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Top(text) => f.write_str(text),
            Path::Item(list, index) => write!(f, "{list}[{index}]"),
            // A file may hold any text as a key: such a one is quoted, so that a problem stays one line.
            Path::Field(object, key) if !is_plain(key) => write!(f, "{object}[{:?}]", quote(key)),
            Path::Field(Path::Top(""), key) => f.write_str(&quote(key)),
            Path::Field(object, key) => write!(f, "{object}.{}", quote(key)),
        }
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A text of the file as a problem repeats it: not more of it than one wants to read.
pub(super) fn quote(text: &str) -> String {
    match text.char_indices().nth(ProblemKind::LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The problems found so far, each with its spot: a number that grows along the file.
#[derive(Default)]
pub(super) struct Found(Vec<(usize, Problem)>);

impl Found {
    pub(super) fn add(&mut self, spot: usize, path: &Path, kind: ProblemKind) {
        let mut text = String::new();
        // Writing into a text cannot fail.
        let _ = write!(text, "{path}");
        self.0.push((spot, Problem { path: text, kind }));
    }

    /// All of them, in the order of the file; those of one spot in the order in which they were found.
    pub(super) fn finish(self) -> Result<(), Problems> {
        let order = order(self.0.iter().map(|&(spot, _)| spot as u64));
        let mut found: Vec<Option<Problem>> = self.0.into_iter().map(|(_, problem)| Some(problem)).collect();
        Problems::of(order.into_iter().filter_map(|index| found[index].take()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_like_the_way_to_the_value() {
        let top = Path::Top("");
        let services = top.field("services");
        let second = services.item(1);
        assert_eq!(second.field("name").to_string(), "services[1].name");
        assert_eq!(Path::Top("--at").item(0).to_string(), "--at[0]");
    }

    #[test]
    fn a_strange_key_stays_on_one_short_line() {
        let top = Path::Top("");
        assert_eq!(top.field("a\nb").to_string(), r#"["a\nb"]"#);
        assert_eq!(top.field("").to_string(), r#"[""]"#);
        let long = top.field(&"x".repeat(1_000)).to_string();
        assert_eq!(long.chars().count(), ProblemKind::LONGEST_QUOTE + 1);
    }
}
