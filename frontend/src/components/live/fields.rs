//! The fields of the panel: each with its hint, and with what is wrong where the person looks.

use protocol::LabelError;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::live::AddressError;
use crate::texts::live::LiveTexts;
use crate::texts::{Texts, fill};

/// The id of the field for the address.
pub(super) const ADDRESS: &str = "live-address";
/// The id of the field for the label.
pub(super) const LABEL: &str = "live-label";
/// The id of the field for the token.
const TOKEN: &str = "live-token";
/// The id of what is said of the whole form.
pub(super) const HINTS: &str = "live-hints";
/// The most characters of a label: the protocol's own limit.
const LONGEST_LABEL: u64 = 32;

/// Whether a field can be changed now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lock {
    /// It can.
    Open,
    /// Not while there is a link: it can be read, and says how it can be changed.
    Locked,
}

/// A field.
pub(super) struct Field<'a> {
    pub(super) name: &'static str,
    pub(super) hint: &'static str,
    pub(super) value: &'a str,
    pub(super) error: Option<String>,
    pub(super) lock: Lock,
    pub(super) on_change: Callback<String>,
}

/// A field for something that may be seen.
pub(super) fn field(texts: &LiveTexts, id: &'static str, field: Field<'_>) -> Html {
    input(texts, id, "text", field)
}

/// The field for the token: nobody looks over the shoulder, and the browser is not asked to keep it.
pub(super) fn token_field(texts: &LiveTexts, field: Field<'_>) -> Html {
    input(texts, TOKEN, "password", field)
}

fn input(texts: &LiveTexts, id: &'static str, kind: &'static str, field: Field<'_>) -> Html {
    let Field { name, hint, value, error, lock, on_change } = field;
    let is_locked = lock == Lock::Locked;
    let said = [id, "-said"].concat();
    let described = if is_locked { [&said, " ", HINTS].concat() } else { said.clone() };
    let oninput = move |event: InputEvent| {
        on_change.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    };
    html! {
        <div class="field">
            <label for={id}>{ name }</label>
            <input {id} class="input" type={kind} data-testid={id} value={value.to_owned()} {oninput}
                readonly={is_locked} aria-disabled={is_locked.then_some("true")} autocomplete="off"
                autocapitalize="off" spellcheck="false" aria-describedby={described}
                aria-invalid={error.is_some().then_some("true")} title={is_locked.then_some(texts.leave_first)} />
            <div id={said} aria-live="polite">
                if let Some(error) = error {
                    <p class="error" data-testid="live-error">{ error }</p>
                } else {
                    <p class="hint">{ hint }</p>
                }
            </div>
        </div>
    }
}

/// Why what was typed is no address.
pub(super) const fn address_error(texts: &LiveTexts, error: AddressError) -> &'static str {
    match error {
        AddressError::Empty => texts.address_empty,
        AddressError::Scheme => texts.address_scheme,
        AddressError::Secret => texts.address_secret,
        AddressError::NotAnAddress => texts.address_bad,
    }
}

/// Why what was typed is no label.
pub(super) fn label_error(texts: &Texts, error: LabelError) -> String {
    match error {
        LabelError::TooLong => fill(texts.live.label_long, &[("most", &texts.number(LONGEST_LABEL))]),
        LabelError::ControlCharacter => texts.live.label_unseen.to_owned(),
    }
}
