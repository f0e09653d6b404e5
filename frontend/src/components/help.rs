//! Keys and help.

use yew::prelude::*;

use super::dialog::Dialog;
use crate::texts::use_texts;

/// What the dialog is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// It is closed now.
    pub on_close: Callback<()>,
}

/// Keys and help.
#[component]
pub fn Help(props: &Props) -> Html {
    let texts = use_texts();
    html! { <Dialog title={texts.page.help} on_close={&props.on_close}></Dialog> }
}
