//! The fields of a service's settings, for the service that is edited and for the one that is added.

use event_pattern::Span;
use yew::prelude::*;

use super::draft::{DraftAction, Drafts, Subject};
use super::fields::{Field, FieldError, LEAST_INTERVAL, RowChange, Settings, Shown};
use super::rows::{Rows, rows};
use super::seconds_field::{SecondsField, seconds_field};
use super::words::say_field_error;
use crate::texts::Texts;

/// What the fields are made from.
pub(super) struct SettingsFields<'a> {
    /// Whose settings.
    pub subject: Subject,
    /// What begins the ids of the form's fields.
    pub form: &'static str,
    /// The settings as they are.
    pub settings: &'a Settings,
    /// What the fields show.
    pub shown: Shown,
    /// What is wrong with them, as far as it is to be said.
    pub errors: &'a [(Field, FieldError)],
    /// Where what is typed goes.
    pub drafts: UseReducerDispatcher<Drafts>,
}

/// The fields.
pub(super) fn settings_fields(all_texts: &Texts, props: &SettingsFields) -> Html {
    let texts = &all_texts.inspector;
    let drafts = &props.drafts;
    let subject = props.subject;
    let error = |field| {
        let found = props.errors.iter().find(|(wrong, _)| *wrong == field);
        found.map(|(_, error)| say_field_error(all_texts, *error))
    };
    let on_rows = {
        let (drafts, from) = (drafts.clone(), props.shown.rows.clone());
        move |change: RowChange| drafts.dispatch(DraftAction::Rows { subject, from: from.clone(), change })
    };
    let on_interval = {
        let drafts = drafts.clone();
        move |text| drafts.dispatch(DraftAction::PollInterval(subject, text))
    };
    let on_work_time = {
        let drafts = drafts.clone();
        move |text| drafts.dispatch(DraftAction::WorkTime(subject, text))
    };
    let rows_shown =
        Rows { form: props.form, rows: &props.shown.rows, errors: props.errors, on_change: on_rows.into() };
    let interval = SecondsField {
        id: field_id(props.form, Field::PollInterval).into(),
        test_id: "edit-poll-interval",
        label: texts.looks_every.into(),
        text: props.shown.poll_interval.clone().into(),
        otherwise: props.settings.poll_interval,
        least: LEAST_INTERVAL,
        error: error(Field::PollInterval),
        on_type: on_interval.into(),
    };
    let work_time = SecondsField {
        id: field_id(props.form, Field::WorkTime).into(),
        test_id: "edit-work-time",
        label: texts.works_for.into(),
        text: props.shown.work_time.clone().into(),
        otherwise: props.settings.work_time,
        least: Span::ZERO,
        error: error(Field::WorkTime),
        on_type: on_work_time.into(),
    };
    html! {
        <>
            { rows(all_texts, &rows_shown) }
            { seconds_field(all_texts, &interval) }
            { seconds_field(all_texts, &work_time) }
        </>
    }
}

/// The id of a field in the page.
pub(super) fn field_id(form: &str, field: Field) -> String {
    let (name, row) = match field {
        Field::Name => ("name", None),
        Field::State(row) => ("state", Some(row)),
        Field::Next(row) => ("next", Some(row)),
        Field::PollInterval => ("interval", None),
        Field::WorkTime => ("work", None),
    };
    match row {
        Some(row) => format!("{form}-{name}-{row}"),
        None => format!("{form}-{name}"),
    }
}
