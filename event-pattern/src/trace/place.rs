//! A place in a run: an instant, and how much of it is already seen.

use crate::time::Time;

/// A place in a run.
///
/// Reads that led to nothing have no entry; those of an instant are seen together with its last entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The instant.
    pub at: Time,
    /// How many of the instant's entries are already seen.
    pub seen: u32,
}
