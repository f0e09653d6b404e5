//! What is wrong with a file that somebody tried to open.

use std::rc::Rc;

use event_pattern::scenario::Problems;
use yew::prelude::*;

use super::dialog::Dialog;

/// What the dialog is made from.
#[derive(Properties)]
pub struct Props {
    /// The file's name.
    pub file: AttrValue,
    /// What is wrong with it.
    pub problems: Rc<Problems>,
    /// It is closed now.
    pub on_close: Callback<()>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        self.file == other.file
            && Rc::ptr_eq(&self.problems, &other.problems)
            && self.on_close == other.on_close
    }
}

/// The list of a file's problems.
#[component]
pub fn FileProblems(props: &Props) -> Html {
    html! { <Dialog title={&props.file} on_close={&props.on_close}><ol data-testid="problems"></ol></Dialog> }
}
