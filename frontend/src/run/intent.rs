//! What a person asks of the run.

use event_pattern::scenario::Command;
use event_pattern::{Place, Scenario, Time};

use super::picture::Origin;

/// What a person asks of the run.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Give a command at the place that is looked at: publish, crash, edit ...
    Give(Command),
    /// Let time run.
    Play,
    /// Stop time.
    Pause,
    /// Forwards by one entry or one instant of reads.
    Step,
    /// Backwards by one entry or one instant of reads.
    StepBack,
    /// To the next entry.
    NextChange,
    /// To the entry before.
    PreviousChange,
    /// To an instant, with everything there seen.
    Seek(Time),
    /// To a place: an entry, with what comes after it at its instant not yet seen.
    SeekPlace(Place),
    /// To the end of what is recorded.
    SeekEnd,
    /// Another speed.
    SetSpeed(Speed),
    /// Back to time 0 of the scenario as it was opened; edits are dropped. Can be undone.
    RestartRun,
    /// Take back the last edit, cut or restart.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Open another scenario.
    Open(Box<Scenario>, Origin),
}

/// How many simulated seconds pass in one second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Speed(pub f64);

impl Speed {
    /// As the wall clock.
    pub const NORMAL: Speed = Speed(1.0);
    /// The speeds on offer.
    pub const ALL: [Speed; 9] = [
        Speed(0.1),
        Speed(0.25),
        Speed(0.5),
        Speed(1.0),
        Speed(2.0),
        Speed(5.0),
        Speed(10.0),
        Speed(100.0),
        Speed(1000.0),
    ];
}
