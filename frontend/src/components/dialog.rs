//! A dialog: modal, closed by Escape, by its button or by its owner; focus returns to what opened it.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::hooks::use_effect_on;
use crate::texts::use_texts;

/// What dialogs look like: it comes with each part that has some.
pub const STYLE: &str = include_str!("../../styles/dialog.css");

/// What a dialog is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What it is about.
    pub title: AttrValue,
    /// It is closed now; its owner takes it out of the page.
    pub on_close: Callback<()>,
    /// A class of its own.
    #[prop_or_default]
    pub class: Classes,
    /// What is in it.
    #[prop_or_default]
    pub children: Html,
    /// What stands below, wherever the rest is scrolled to, and covers nothing of it.
    #[prop_or_default]
    pub foot: Html,
}

/// A modal dialog that is open as long as it is in the page.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let texts = use_texts();
    let node = use_node_ref();
    use_effect_on(node.clone(), |node| {
        let dialog = node.cast::<HtmlDialogElement>();
        let opener = web_sys::window().and_then(|window| window.document()?.active_element());
        if let Some(dialog) = &dialog {
            // Refused only where it is open already, or no longer in the page.
            let _ = dialog.show_modal();
        }
        move || {
            if let Some(dialog) = dialog {
                dialog.close();
            }
            // The browser gives the focus back only to what is still there when the dialog closes by itself.
            if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = opener.focus();
            }
        }
    });
    let close = {
        let on_close = props.on_close.clone();
        move |_: MouseEvent| on_close.emit(())
    };
    let closed = {
        let on_close = props.on_close.clone();
        move |_: Event| on_close.emit(())
    };
    html! {
        <dialog ref={node} class={classes!("dialog", props.class.clone())} aria-labelledby="dialog-title" onclose={closed}>
            <header>
                <h2 id="dialog-title">{ &props.title }</h2>
                <button type="button" class="button icon quiet" aria-label={texts.common.close} title={texts.common.close}
                    onclick={close}>{ icon(Icon::Close) }</button>
            </header>
            <div class="body">{ props.children.clone() }</div>
            { props.foot.clone() }
        </dialog>
    }
}
