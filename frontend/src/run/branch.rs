//! The futures of a run, as the page knows them: each began with a command in the past of another.

use std::rc::Rc;

use event_pattern::scenario::TimedCommand;
use event_pattern::{Time, Trace};

/// Which of a run's futures: 1 for the first, then one more for each command in the past. No number comes twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BranchId(pub u32);

impl BranchId {
    /// The future that a run begins with.
    pub const FIRST: BranchId = BranchId(1);
}

/// What a branch is called: data, which the page puts into words.
#[derive(Clone, Debug, PartialEq)]
pub struct BranchTitle {
    /// Which one it is.
    pub id: BranchId,
    /// The name that a person gave it.
    pub name: Option<Rc<str>>,
    /// The command that it began with; none for the first.
    pub begun_by: Option<Rc<TimedCommand>>,
}

/// A branch.
#[derive(Clone, Debug, PartialEq)]
pub struct BranchSummary {
    /// What it is called.
    pub title: BranchTitle,
    /// The one whose past it shares; none for the first.
    pub parent: Option<BranchId>,
    /// Up to this instant, itself included, it is its parent byte for byte.
    pub forked_at: Time,
    /// What is kept of it; none for the one that is shown, which is in the picture.
    pub kept: Option<Rc<KeptBranch>>,
}

/// What is known of a branch that is not shown.
#[derive(Clone, Debug)]
pub struct KeptBranch {
    /// What happened in it.
    pub trace: Trace,
    /// The end of what is recorded.
    pub recorded_until: Time,
}

impl PartialEq for KeptBranch {
    /// What is recorded in a branch that is not shown does not change: only gone to, and left again, it is another one.
    fn eq(&self, other: &KeptBranch) -> bool {
        (self.trace.len(), self.recorded_until) == (other.trace.len(), other.recorded_until)
    }
}
