//! The choice of scenarios, each with its card, and files to open and to save.

use std::rc::Rc;

use yew::prelude::*;

use super::dialog::Dialog;
use crate::run::Picture;
use crate::texts::use_texts;

/// What the dialog is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// It is closed now.
    pub on_close: Callback<()>,
}

/// The choice of scenarios.
#[component]
pub fn Scenarios(props: &Props) -> Html {
    let texts = use_texts();
    html! { <Dialog title={texts.page.scenarios} on_close={&props.on_close}></Dialog> }
}
