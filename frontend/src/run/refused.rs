//! Why what a person asked for was not done: data, which the page puts into words.

use event_pattern::scenario::Problems;

/// Why what a person asked for was not done.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// The command, or one that is still to come after it, would make no valid scenario.
    Command(Problems),
    /// Nothing ever happens again, as things are: nobody runs, and nothing is planned.
    NothingAhead,
    /// Nothing changes any more by itself: services only look, and let it pass.
    NoChangeAhead,
    /// This is the very beginning.
    NothingBefore,
    /// There is nothing to take back.
    NothingToUndo,
    /// Nothing was taken back.
    NothingToRedo,
    /// Nobody is selected who could do something.
    NobodySelected,
    /// No state is lost any more.
    NoLossAhead,
    /// This one does nothing any more.
    NothingOfItAhead,
    /// No state was lost before.
    NoLossBefore,
    /// This one did nothing before.
    NothingOfItBefore,
    /// There is no such branch, or it is the one that is shown.
    NoSuchBranch,
    /// The instant that the run was to be run until has passed.
    GoalPassed,
    /// There are as many breakpoints as a run may have.
    TooManyBreakpoints,
    /// The part of the page that does it could not be loaded.
    NotLoaded,
    /// Time stands still here for good.
    Ended(End),
    /// It cannot be done to a live run.
    Live(LiveRefusal),
}

/// What cannot be done to a run on a real store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiveRefusal {
    /// The world has its own speed.
    Speed,
    /// What has happened has happened.
    Restart,
    /// What has happened cannot be taken back.
    Undo,
    /// Another scenario is opened in simulated time.
    Open,
    /// There is nothing newer yet.
    Newest,
    /// Its past is looked at step by step; only the present runs.
    Film,
    /// Nobody can run the world ahead.
    Ahead,
    /// What has happened has no other future.
    Branch,
}

/// Why a run goes no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It is 366 days long.
    LongestRun,
    /// More is recorded than a browser's memory should hold.
    RecordFull,
}

impl Refused {
    /// The problems of a refused command; none if something else is the reason.
    pub fn problems(&self) -> Option<&Problems> {
        match self {
            Refused::Command(problems) => Some(problems),
            _ => None,
        }
    }
}

impl From<Problems> for Refused {
    fn from(problems: Problems) -> Refused {
        Refused::Command(problems)
    }
}
