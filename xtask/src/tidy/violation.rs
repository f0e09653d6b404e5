//! One place that breaks an invariant.

use std::fmt;

/// Printed as one line: file, line, what, why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Violation {
    /// The path from the project's root.
    pub(crate) file: String,
    /// Counted from 1.
    pub(crate) line: usize,
    /// What stands there.
    pub(crate) what: String,
    /// Why it must not.
    pub(crate) why: &'static str,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.what, self.why)
    }
}
