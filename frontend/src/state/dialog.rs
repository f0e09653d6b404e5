//! The dialogs, of which one at most is open.

use std::mem;
use std::rc::Rc;

use event_pattern::scenario::Problems;
use yew::AttrValue;

/// The dialog that is open.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// Keys and help.
    Help,
    /// The choice of scenarios, with their cards.
    Scenarios,
    /// What leaves the page as a file.
    Export,
    /// What is wrong with a file that somebody tried to open.
    Problems {
        /// The file's name.
        file: AttrValue,
        /// What is wrong with it.
        problems: Rc<Problems>,
    },
    /// The question before everything is forgotten.
    FactoryReset,
    /// The link to a real Redis.
    Live,
}

impl PartialEq for Dialog {
    /// A file that is tried again has problems anew.
    fn eq(&self, other: &Dialog) -> bool {
        match (self, other) {
            (Dialog::Problems { problems: this, .. }, Dialog::Problems { problems: other, .. }) => {
                Rc::ptr_eq(this, other)
            }
            _ => mem::discriminant(self) == mem::discriminant(other),
        }
    }
}

impl Dialog {
    /// Whether it shows the notices itself: it saves files and says so.
    pub fn shows_notices(&self) -> bool {
        matches!(self, Dialog::Scenarios | Dialog::Export)
    }
}
