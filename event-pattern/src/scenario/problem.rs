//! Problems of a scenario: each with where it is, all of them in the order of the file.

use std::fmt;

use super::problem_kind::ProblemKind;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, as in `services[1].poll_interval_ms`; empty for the file as a whole.
    pub path: String,
    /// What is wrong there.
    pub kind: ProblemKind,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&*self.path, &self.kind) {
            ("", kind @ ProblemKind::BrokenJson { .. }) => write!(f, "{kind}"),
            ("", kind) => write!(f, "file: {kind}"),
            (path, kind) => write!(f, "{path}: {kind}"),
        }
    }
}

/// All that is wrong with a scenario, in the order of the file; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// The problems in `found`, if there are any.
    pub(super) fn of(found: Vec<Problem>) -> Result<(), Problems> {
        if found.is_empty() {
            return Ok(());
        }
        Err(Problems(found))
    }

    /// The one problem that the file as a whole has.
    pub(super) fn one(kind: ProblemKind) -> Problems {
        Problems(vec![Problem { path: String::new(), kind }])
    }

    /// The problems, at least one.
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }
}

/// One problem a line, without a line's end after the last.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            let separator = if i == 0 { "" } else { "\n" };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
