//! What Undo takes back and Redo does again: data, which the page puts into words.

use event_pattern::scenario::Command;

use super::branch::BranchTitle;
use super::picture::Origin;

/// Something that a person did to the run and can take back.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A command was given.
    Gave(Command),
    /// The run was restarted.
    Restarted,
    /// Another scenario was opened, this one.
    Opened(Origin),
    /// This branch was gone to.
    Switched(BranchTitle),
    /// This branch got another name.
    Renamed(BranchTitle),
    /// This branch was removed.
    Removed(BranchTitle),
}
