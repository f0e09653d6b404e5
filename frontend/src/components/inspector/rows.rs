//! The allowed states as rows: the state, then what is set when its work is done.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::fields::{Field, FieldError, Row, RowChange};
use super::settings_fields::field_id;
use super::words::say_field_error;
use crate::texts::{Texts, fill};

/// What the rows are made from.
pub(super) struct Rows<'a> {
    /// What begins the ids of the form's fields.
    pub form: &'static str,
    /// The rows.
    pub rows: &'a [Row],
    /// What is wrong with them, as far as it is to be said.
    pub errors: &'a [(Field, FieldError)],
    /// A row is changed, added or removed.
    pub on_change: Callback<RowChange>,
}

/// The rows.
pub(super) fn rows(all_texts: &Texts, props: &Rows) -> Html {
    let texts = &all_texts.inspector;
    let add = {
        let on_change = props.on_change.clone();
        move |_: MouseEvent| on_change.emit(RowChange::Add)
    };
    html! {
        <fieldset class="rows">
            <legend>{ texts.allowed }</legend>
            if props.rows.is_empty() {
                <p class="hint">{ texts.no_rows }</p>
            }
            <ol>{ for props.rows.iter().enumerate().map(|(index, row)| one_row(all_texts, props, index, row)) }</ol>
            <button type="button" class="button" data-testid="edit-add-row" onclick={add}>{ texts.row_add }</button>
        </fieldset>
    }
}

fn one_row(all_texts: &Texts, props: &Rows, index: usize, row: &Row) -> Html {
    let texts = &all_texts.inspector;
    let number = all_texts.number(index as u64 + 1);
    let label = |pattern| fill(pattern, &[("number", &number)]);
    let key = row.key;
    let remove = {
        let on_change = props.on_change.clone();
        move |_: MouseEvent| on_change.emit(RowChange::Remove(key))
    };
    let state = Cell { field: Field::State(key), text: &row.state, label: label(texts.row_state) };
    let next = Cell { field: Field::Next(key), text: &row.next, label: label(texts.row_next) };
    html! {
        <li {key} data-testid="edit-allowed-state">
            { cell(props, state, move |text| RowChange::State(key, text)) }
            <span class="arrow" aria-hidden="true">{ "→" }</span>
            { cell(props, next, move |text| RowChange::Next(key, text)) }
            <button type="button" class="button icon quiet" data-testid="edit-remove-row"
                aria-label={label(texts.row_remove)} onclick={remove}>{ "×" }</button>
            { error(all_texts, props, Field::State(key)) }
            { error(all_texts, props, Field::Next(key)) }
        </li>
    }
}

struct Cell<'a> {
    field: Field,
    text: &'a str,
    label: String,
}

fn cell(props: &Rows, cell: Cell, change: impl Fn(String) -> RowChange + 'static) -> Html {
    let on_change = props.on_change.clone();
    let oninput = move |event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        on_change.emit(change(field.value()));
    };
    let id = field_id(props.form, cell.field);
    let wrong = props.errors.iter().any(|(field, _)| *field == cell.field);
    html! {
        <input class="input code" type="text" value={cell.text.to_owned()} {oninput} aria-label={cell.label}
            aria-describedby={wrong.then(|| format!("{id}-error"))} {id} aria-invalid={wrong.then_some("true")}
            autocomplete="off" autocapitalize="characters" spellcheck="false" />
    }
}

fn error(texts: &Texts, props: &Rows, field: Field) -> Html {
    let found = props.errors.iter().find(|(wrong, _)| *wrong == field);
    found.map_or_else(Html::default, |(_, error)| {
        let id = format!("{}-error", field_id(props.form, field));
        html! { <p {id} class="error" data-testid="edit-error">{ say_field_error(texts, *error) }</p> }
    })
}
