//! What a service does, as its node says it: a value without words.

use event_pattern::{Span, State, Time};

/// What a service does.
#[derive(Clone, Debug, PartialEq)]
pub enum Doing {
    /// It was never started.
    NotStarted {
        /// When it starts by itself, if it does.
        starts_at: Option<Time>,
    },
    /// In a live run: it was not switched on here.
    LeftToOthers,
    /// It sleeps.
    Sleeping {
        /// The time until it looks.
        left: Span,
    },
    /// It looks so often that single looks cannot be told apart.
    LookingFast {
        /// The simulated time from one look to the next.
        every: Span,
    },
    /// It works.
    Working {
        /// On what.
        on: State,
        /// What it sets when it is done.
        next: State,
        /// The time until then.
        left: Span,
    },
    /// It works and then stops.
    Stopping {
        /// On what.
        on: State,
        /// The time until then.
        left: Span,
    },
    /// It is gone, in good order.
    Stopped,
    /// It is gone, and its work with it.
    Crashed,
}

impl Doing {
    /// Its name in `data-phase`.
    pub fn name(&self) -> &'static str {
        match self {
            Doing::NotStarted { .. } | Doing::LeftToOthers => "not_started",
            Doing::Sleeping { .. } | Doing::LookingFast { .. } => "sleeping",
            Doing::Working { .. } => "working",
            Doing::Stopping { .. } => "stopping",
            Doing::Stopped => "stopped",
            Doing::Crashed => "crashed",
        }
    }

    /// The shape in its ring, on a field of 24 by 24, where no time runs in it that could be told.
    pub fn shape(&self) -> Option<&'static str> {
        match self {
            Doing::NotStarted { .. } | Doing::LeftToOthers => Some("M5 12h14"),
            Doing::Stopped => Some("M7 7h10v10H7z"),
            Doing::Crashed => Some("M5 5l14 14M19 5L5 19"),
            Doing::LookingFast { .. } => Some("M5 8l6 4-6 4zM13 8l6 4-6 4z"),
            Doing::Sleeping { .. } | Doing::Working { .. } | Doing::Stopping { .. } => None,
        }
    }

    /// The time until it does something else.
    pub fn left(&self) -> Option<Span> {
        match self {
            Doing::Sleeping { left } | Doing::Working { left, .. } | Doing::Stopping { left, .. } => {
                Some(*left)
            }
            _ => None,
        }
    }

    /// Whether it does the same as `other`, however long it still does.
    pub fn is_the_same_as(&self, other: &Doing) -> bool {
        match (self, other) {
            (Doing::Sleeping { .. }, Doing::Sleeping { .. }) => true,
            (Doing::Working { on, next, .. }, Doing::Working { on: other_on, next: other_next, .. }) => {
                (on, next) == (other_on, other_next)
            }
            (Doing::Stopping { on, .. }, Doing::Stopping { on: other_on, .. }) => on == other_on,
            _ => self == other,
        }
    }

    /// Whether it runs.
    pub fn is_running(&self) -> bool {
        !matches!(self, Doing::NotStarted { .. } | Doing::LeftToOthers | Doing::Stopped | Doing::Crashed)
    }
}
