//! The question before everything is forgotten.

use yew::prelude::*;

use super::dialog::Dialog;
use crate::shell::afresh;
use crate::texts::help::HelpTexts;

/// The question before everything is forgotten.
pub fn factory_reset(texts: &HelpTexts, on_close: &Callback<()>) -> Html {
    let cancel = {
        let on_close = on_close.clone();
        move |_: MouseEvent| on_close.emit(())
    };
    html! {
        <Dialog title={texts.start_afresh} key="factory-reset" {on_close} class="factory-reset">
            <p>{ texts.start_afresh_question }</p>
            <div class="row">
                <button type="button" class="button" onclick={cancel}>{ texts.cancel }</button>
                <button type="button" class="button danger" data-testid="factory-reset-confirm"
                    onclick={|_: MouseEvent| afresh::start()}>{ texts.start_afresh }</button>
            </div>
        </Dialog>
    }
}
