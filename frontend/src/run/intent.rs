//! What a person asks of the run.

use std::rc::Rc;

use event_pattern::condition::Condition;
use event_pattern::scenario::Command;
use event_pattern::{Place, Scenario, Time};

use super::branch::BranchId;
use super::errand::{Pace, Watch};
use super::passage::{Jump, Range};
use super::picture::Origin;

/// What a person asks of the run.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Give a command at the place that is looked at: publish, crash, edit ...
    Give(Command),
    /// Let time run.
    Play,
    /// Let time run back, like a film; it stops at breakpoints, and at the beginning.
    PlayBackwards,
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
    /// To the nearest entry of a kind.
    JumpTo(Jump),
    /// Play only this part of the run, over and over; none ends that.
    Loop(Option<Range>),
    /// Run until something is so; ends a loop, at once if it is played, and else when it is there. Whatever else is asked
    /// of time ends it.
    RunUntil(Condition, Pace),
    /// End that; what is recorded stays.
    Cancel,
    /// Keep a breakpoint, or switch on the one that is there.
    KeepBreakpoint(Condition),
    /// Switch the breakpoint of this number on or off.
    WatchBreakpoint(u32, Watch),
    /// Forget the breakpoint of this number.
    RemoveBreakpoint(u32),
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
    /// Show another branch, at the place at which it was left.
    SwitchBranch(BranchId),
    /// Give a branch a name; none takes it away.
    RenameBranch(BranchId, Option<Rc<str>>),
    /// Forget a branch that is not shown.
    RemoveBranch(BranchId),
}

impl Intent {
    /// Whether what does it is always here: it needs nothing but what lets time pass.
    pub fn is_always_here(&self) -> bool {
        matches!(self, Intent::Play | Intent::Pause | Intent::SetSpeed(_))
    }

    /// Whether it ends that the run is run until something: whoever goes elsewhere has given it up.
    pub fn ends_errands(&self) -> bool {
        !matches!(
            self,
            Intent::SetSpeed(_)
                | Intent::Cancel
                | Intent::KeepBreakpoint(_)
                | Intent::WatchBreakpoint(..)
                | Intent::RemoveBreakpoint(_)
                | Intent::RenameBranch(..)
                | Intent::RemoveBranch(_)
        )
    }
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
    /// What they are called in links, in storage and in the page's list.
    const CODES: [&str; 9] = ["0.1", "0.25", "0.5", "1", "2", "5", "10", "100", "1000"];

    /// What it is called.
    pub fn code(self) -> &'static str {
        Speed::ALL.iter().zip(Speed::CODES).find(|(speed, _)| **speed == self).map_or("1", |(_, code)| code)
    }

    /// The speed that is called `code`.
    pub fn from_code(code: &str) -> Option<Speed> {
        Speed::CODES.iter().zip(Speed::ALL).find(|(known, _)| **known == code).map(|(_, speed)| speed)
    }

    /// The next speed on offer; the last one stays.
    pub fn faster(self) -> Speed {
        Speed::ALL.into_iter().find(|speed| speed.0 > self.0).unwrap_or(self)
    }

    /// The speed on offer before; the first one stays.
    pub fn slower(self) -> Speed {
        Speed::ALL.into_iter().rev().find(|speed| speed.0 < self.0).unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_speed_has_a_name_and_neighbours() {
        for speed in Speed::ALL {
            assert_eq!(Speed::from_code(speed.code()), Some(speed));
            assert_eq!(speed.code().parse(), Ok(speed.0));
        }
        assert_eq!(Speed::from_code("3"), None);
        assert_eq!((Speed::NORMAL.faster(), Speed::NORMAL.slower()), (Speed(2.0), Speed(0.5)));
        assert_eq!((Speed(1000.0).faster(), Speed(0.1).slower()), (Speed(1000.0), Speed(0.1)));
    }
}
