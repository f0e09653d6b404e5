//! A length of time in seconds: typed, or stepped with buttons and arrow keys.

use event_pattern::Span;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::seconds::{DecimalMark, Direction, parse, step, write};
use crate::texts::{Texts, fill};

/// What the field is made from.
pub(super) struct SecondsField {
    /// Its id in the page.
    pub id: AttrValue,
    /// Its id for tests.
    pub test_id: &'static str,
    /// What it is called.
    pub label: AttrValue,
    /// What it shows.
    pub text: AttrValue,
    /// What it stands for when its text cannot be understood: where a stepper begins.
    pub otherwise: Span,
    /// The least that is allowed.
    pub least: Span,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Something else is typed.
    pub on_type: Callback<String>,
}

/// The field.
pub(super) fn seconds_field(all_texts: &Texts, props: &SecondsField) -> Html {
    let texts = &all_texts.inspector;
    let mark = DecimalMark::of(all_texts);
    let stepped = {
        let (text, otherwise, least) = (props.text.clone(), props.otherwise, props.least);
        let on_type = props.on_type.clone();
        move |direction| {
            let from = parse(&text, mark, least).unwrap_or(otherwise);
            on_type.emit(write(step(from, direction, least), mark));
        }
    };
    let oninput = {
        let on_type = props.on_type.clone();
        move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            on_type.emit(field.value());
        }
    };
    let onkeydown = {
        let stepped = stepped.clone();
        move |event: KeyboardEvent| {
            let direction = match event.key().as_str() {
                "ArrowUp" => Direction::Up,
                "ArrowDown" => Direction::Down,
                _ => return,
            };
            event.prevent_default();
            stepped(direction);
        }
    };
    let stepper = |direction, sign, pattern| {
        let stepped = stepped.clone();
        html! {
            <button type="button" class="button icon" aria-label={fill(pattern, &[("field", &props.label)])}
                onclick={move |_| stepped(direction)}>{ sign }</button>
        }
    };
    let error_id = props.error.as_ref().map(|_| AttrValue::from(format!("{}-error", props.id)));
    html! {
        <div class="field inline seconds">
            <label for={&props.id}>{ &props.label }</label>
            <div class="stepper">
                { stepper(Direction::Down, "−", texts.less) }
                <input id={&props.id} class="input number" data-testid={props.test_id} type="text" inputmode="decimal"
                    value={&props.text} {oninput} {onkeydown} autocomplete="off" aria-describedby={error_id.clone()}
                    aria-invalid={props.error.is_some().then_some("true")} />
                { stepper(Direction::Up, "+", texts.more) }
                <span class="unit">{ texts.unit }</span>
            </div>
            if let Some(error) = &props.error {
                <p id={error_id} class="error" data-testid="edit-error">{ error.clone() }</p>
            }
        </div>
    }
}
