//! The fields of a service's settings, for the service that is edited and for the one that is added.

use yew::prelude::*;

use super::draft::{DraftAction, Subject};
use super::drafts::use_drafts;
use super::fields::{Field, FieldError, LEAST_INTERVAL, RowChange, Settings, Shown};
use super::rows::Rows;
use super::seconds_field::SecondsField;
use super::words::say_field_error;
use crate::texts::use_texts;

/// What the fields are made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// Whose settings.
    pub subject: Subject,
    /// What begins the ids of the form's fields.
    pub form: AttrValue,
    /// The settings as they are.
    pub settings: Settings,
    /// What the fields show.
    pub shown: Shown,
    /// What is wrong with them, as far as it is to be said.
    pub errors: Vec<(Field, FieldError)>,
}

/// The fields.
#[component]
pub(super) fn SettingsFields(props: &Props) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.inspector;
    let drafts = use_drafts().dispatcher();
    let subject = props.subject;
    let error = |field| {
        let found = props.errors.iter().find(|(wrong, _)| *wrong == field);
        found.map(|(_, error)| AttrValue::from(say_field_error(all_texts, *error)))
    };
    let on_rows = {
        let (drafts, from) = (drafts.clone(), props.shown.rows.clone());
        move |change: RowChange| drafts.dispatch(DraftAction::Rows { subject, from: from.clone(), change })
    };
    let on_interval = {
        let drafts = drafts.clone();
        move |text| drafts.dispatch(DraftAction::PollInterval(subject, text))
    };
    let on_work_time = move |text| drafts.dispatch(DraftAction::WorkTime(subject, text));
    let Settings { poll_interval, work_time, .. } = props.settings;
    html! {
        <>
            <Rows form={&props.form} rows={&props.shown.rows} errors={props.errors.clone()} on_change={on_rows} />
            <SecondsField id={field_id(&props.form, Field::PollInterval)} testid="edit-poll-interval"
                label={texts.looks_every} text={props.shown.poll_interval.clone()} otherwise={poll_interval}
                least={LEAST_INTERVAL} error={error(Field::PollInterval)} on_type={on_interval} />
            <SecondsField id={field_id(&props.form, Field::WorkTime)} testid="edit-work-time"
                label={texts.works_for} text={props.shown.work_time.clone()} otherwise={work_time}
                least={event_pattern::Span::ZERO} error={error(Field::WorkTime)} on_type={on_work_time} />
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
