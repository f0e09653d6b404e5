//! What the page's components are made from: a still of the run, made anew ten times a second at the most.

use std::rc::Rc;
use std::sync::Arc;

use event_pattern::scenario::TimedCommand;
use event_pattern::trace::Driver;
use event_pattern::{Time, Trace, View};

use super::branch::{BranchId, BranchSummary};
use super::errand::{Breakpoint, Halt, Progress};
use super::intent::Speed;
use super::passage::{Direction, Range};
use super::refused::End;

/// A still of the run.
#[derive(Clone, Debug)]
pub struct Picture {
    /// A number that no other picture of the page has: equal numbers, equal pictures.
    pub number: u64,
    /// Which run it is: another number after a restart, after another scenario was opened, and when Undo brings one
    /// back. What belongs to one run only (a selection, a filter, a half-typed state) is keyed by it.
    pub run: u64,
    /// Which of the run's futures is shown. With the same run and branch, a later picture's trace goes on where an
    /// earlier one's ended: nothing in it has changed.
    pub branch: BranchId,
    /// All of them, in the order of their numbers. The same `Rc` as before if nothing has changed.
    pub branches: Rc<[BranchSummary]>,
    /// What happened so far; a copy that shares its past. It may be recorded further than the place that is looked at.
    pub trace: Trace,
    /// The whole picture at the place that is looked at.
    pub view: Rc<View>,
    /// How many branches had to go so far because there were too many.
    pub branches_let_go: u32,
    /// Whether time is running.
    pub playing: bool,
    /// Which way it runs, or ran last.
    pub direction: Direction,
    /// The part that is played over and over.
    pub looped: Option<Range>,
    /// What stops time; the same `Rc` as before if nothing has changed.
    pub breakpoints: Rc<[Breakpoint]>,
    /// How far the run is, if it is run until something.
    pub ahead: Option<Progress>,
    /// Why time stopped by itself last, with how often it has done so.
    pub halt: Option<(u32, Halt)>,
    /// How fast.
    pub speed: Speed,
    /// The end of what has been recorded: where the scrubber ends.
    pub recorded_until: Time,
    /// The commands that a person gave in this run so far.
    pub given: Arc<Vec<TimedCommand>>,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Why the run goes no further, at its end.
    pub end: Option<End>,
    /// Where the scenario is from.
    pub origin: Origin,
}

impl Picture {
    /// Whether the run is on a real store: then it holds what was seen here, at least.
    pub fn is_live(&self) -> bool {
        self.view.driver == Driver::Live
    }
}

impl PartialEq for Picture {
    fn eq(&self, other: &Picture) -> bool {
        self.number == other.number
    }
}

/// Where a scenario is from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// One of the built-in ones, by its id: `described`, `listed` ...
    BuiltIn(&'static str),
    /// A file of this name.
    File(Rc<str>),
}
