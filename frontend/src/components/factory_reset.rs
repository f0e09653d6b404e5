//! The question before everything is forgotten.

use yew::prelude::*;

use super::dialog::Dialog;
use crate::shell::afresh;
use crate::texts::use_texts;

/// What the dialog is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// It is closed now.
    pub on_close: Callback<()>,
}

/// The question before everything is forgotten.
#[component]
pub fn FactoryReset(props: &Props) -> Html {
    let texts = &use_texts().page;
    let cancel = {
        let on_close = props.on_close.clone();
        move |_: MouseEvent| on_close.emit(())
    };
    html! {
        <Dialog title={texts.start_afresh} on_close={&props.on_close} class="factory-reset">
            <p>{ texts.start_afresh_question }</p>
            <div class="row">
                <button type="button" class="button" onclick={cancel}>{ texts.cancel }</button>
                <button type="button" class="button danger" data-testid="factory-reset-confirm"
                    onclick={|_: MouseEvent| afresh::start()}>{ texts.start_afresh }</button>
            </div>
        </Dialog>
    }
}
