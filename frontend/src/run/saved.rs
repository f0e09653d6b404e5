//! What is kept of a run so that it is there again after a reload: enough to make every byte of its trace anew.

use event_pattern::scenario::TimedCommand;
use event_pattern::{Place, Scenario, Time};

use super::intent::Speed;
use super::picture::Origin;

/// A run, saved.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedRun {
    /// The scenario as it was opened.
    pub scenario: Scenario,
    /// The commands that a person gave, in the order of time.
    pub given: Vec<TimedCommand>,
    /// Where the scenario is from.
    pub origin: Origin,
    /// The place that was looked at.
    pub place: Place,
    /// The end of what was recorded.
    pub recorded_until: Time,
    /// How fast time ran.
    pub speed: Speed,
    /// Whether it ran.
    pub playing: bool,
}
