//! Where time is to stop: what a run is run until, and breakpoints that stay.

use event_pattern::Time;
use event_pattern::condition::Condition;

/// How a run gets to what it is run until.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Time runs as fast as it does, to be watched.
    Played,
    /// As quickly as the browser can, unseen.
    AtOnce,
}

/// How far a run is that is run until something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What it is run until.
    pub goal: Condition,
    /// How it gets there.
    pub pace: Pace,
    /// Where it began.
    pub began_at: Time,
    /// How far it is.
    pub reached: Time,
}

impl Progress {
    /// How much of the way is behind it, 0 to 1, where that can be known.
    pub fn share(&self) -> Option<f64> {
        let Condition::At(end) = self.goal else { return None };
        let whole = end.since(self.began_at).as_ms();
        (whole > 0.0).then(|| (self.reached.since(self.began_at).as_ms() / whole).min(1.0))
    }
}

/// A condition that stops time whenever it holds newly: while time runs forwards, and while it is wound back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breakpoint {
    /// Its number in the run.
    pub number: u32,
    /// When it stops time.
    pub condition: Condition,
    /// Whether it does.
    pub watch: Watch,
}

/// Whether a breakpoint stops time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// It does.
    On,
    /// It waits to be switched on again.
    Off,
}

/// Why time has stopped by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt {
    /// A breakpoint's condition holds.
    Breakpoint(Condition),
    /// What the run was run until is there.
    Reached(Condition),
    /// It never comes: nothing happens any more that could bring it.
    Never(Condition),
    /// The record is full before it came.
    RecordFull(Condition),
}
