//! What a person is told in passing.

use std::mem;
use std::rc::Rc;

use yew::AttrValue;

use crate::link::BadParameter;
use crate::live::LinkNotice;
use crate::run::{Deed, End, Halt, Refused};

/// A short message: why something was not done, what Undo has done, or what a person should know.
#[derive(Debug, PartialEq)]
pub enum Notice {
    /// What was asked for was not done.
    Refused(Refused),
    /// This was taken back.
    Undone(Rc<Deed>),
    /// This was done again.
    Redone(Rc<Deed>),
    /// Time stopped by itself.
    Halted(Halt),
    /// A command in the past has begun another future; the old one is a branch now.
    Branched,
    /// There were too many branches: the oldest is gone.
    BranchLetGo,
    /// There is no room to keep branches that are not shown.
    BranchesNotKept,
    /// The run goes no further.
    Ended(End),
    /// A link's parameter has a value that the page does not know.
    BadParameter(BadParameter),
    /// What was kept from last time cannot be read.
    KeptIsGarbage,
    /// The browser lets the page keep nothing.
    NothingIsKept,
    /// There is no room left to keep the run.
    NoRoomToKeep,
    /// What keeps the run could not be loaded.
    NotKeptYet,
    /// The browser could not read the file of this name.
    FileNotRead(AttrValue),
    /// The browser was given a file of this name to save; what it does with it, no page hears.
    HandedOver(AttrValue),
    /// The link to the bridge stands otherwise.
    Link(LinkNotice),
    /// The bridge did not set a state, and says this.
    NotSet(AttrValue),
}

/// A notice that is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// No other one has this number.
    pub number: u32,
    /// What it says.
    pub notice: Rc<Notice>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        self.number == other.number
    }
}

impl Notice {
    /// Whether it says what came of the last thing that was asked for.
    pub(super) fn is_answer(&self) -> bool {
        matches!(
            self,
            Notice::Refused(_)
                | Notice::Undone(_)
                | Notice::Redone(_)
                | Notice::Branched
                | Notice::HandedOver(_)
                | Notice::Halted(_)
        )
    }

    /// Whether it goes when `other` comes: there is one answer, and nothing is said twice.
    pub(super) fn gives_way_to(&self, other: &Notice) -> bool {
        match (self, other) {
            (Notice::BadParameter(this), Notice::BadParameter(other)) => this == other,
            (Notice::FileNotRead(this), Notice::FileNotRead(other))
            | (Notice::NotSet(this), Notice::NotSet(other)) => this == other,
            // There is one link, and one end of a run.
            _ => {
                mem::discriminant(self) == mem::discriminant(other) || (self.is_answer() && other.is_answer())
            }
        }
    }
}
