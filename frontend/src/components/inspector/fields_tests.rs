//! The form's fields, as a person types them.

use super::*;

const COMMA: DecimalMark = DecimalMark::Comma;

fn settings() -> Settings {
    Settings {
        allowed_states: AllowedStates(vec![
            (State::TRANSACTION_PAID, State::IDLE),
            (State::TRANSACTION_CANCELED, State::IDLE),
        ]),
        poll_interval: Span::from_ms(500),
        work_time: Span::from_ms(3_000),
    }
}

fn order() -> ServiceName {
    ServiceName::parse("ORDER").unwrap()
}

fn with_rows(changes: Vec<RowChange>) -> SettingsDraft {
    let rows = changes.into_iter().fold(settings().rows(), |rows, change| change.applied_to(&rows));
    SettingsDraft { rows: Some(Rc::new(rows)), ..SettingsDraft::default() }
}

#[test]
fn what_was_typed_is_shown_and_the_rest_follows_the_run_and_the_language() {
    let draft = SettingsDraft { work_time: Some("1.5".to_owned()), ..SettingsDraft::default() };
    let shown = settings().shown(&draft, COMMA);
    assert_eq!((&*shown.poll_interval, &*shown.work_time), ("0,5", "1.5"));
    let faster = Settings { poll_interval: Span::from_ms(200), ..settings() };
    assert_eq!(faster.shown(&draft, DecimalMark::Point).poll_interval, "0.2");
}

#[test]
fn an_edit_holds_what_is_different_and_nothing_else() {
    let draft = SettingsDraft {
        poll_interval: Some("0,5".to_owned()),
        work_time: Some("1.5".to_owned()),
        ..SettingsDraft::default()
    };
    let edit = settings().edit(&order(), &draft, COMMA).unwrap();
    assert_eq!((edit.poll_interval, edit.work_time), (None, Some(Span::from_ms(1_500))));
    assert!(settings().edit(&order(), &SettingsDraft::default(), COMMA).unwrap().is_empty());
}

#[test]
fn rows_keep_their_order_and_blank_ones_do_not_count() {
    let draft = with_rows(vec![
        RowChange::Add,
        RowChange::State(2, "order_paid".to_owned()),
        RowChange::Next(2, "order_completed".to_owned()),
        RowChange::Add,
        RowChange::Remove(0),
    ]);
    let edit = settings().edit(&order(), &draft, COMMA).unwrap();
    let expected =
        vec![(State::TRANSACTION_CANCELED, State::IDLE), (State::ORDER_PAID, State::ORDER_COMPLETED)];
    assert_eq!(edit.allowed_states, Some(AllowedStates(expected)));
}

#[test]
fn all_that_is_wrong_is_named_at_its_field() {
    let mut draft = with_rows(vec![
        RowChange::State(1, "transaction_paid".to_owned()),
        RowChange::Next(0, "no good".to_owned()),
        RowChange::Add,
        RowChange::State(2, "A".to_owned()),
        RowChange::Next(2, String::new()),
    ]);
    draft.poll_interval = Some("0".to_owned());
    draft.work_time = Some("soon".to_owned());
    let errors = settings().edit(&order(), &draft, COMMA).unwrap_err();
    assert_eq!(
        errors,
        [
            (Field::Next(0), FieldError::State(StateError::BadCharacter(' '))),
            (Field::State(1), FieldError::Twice),
            (Field::Next(2), FieldError::State(StateError::Empty)),
            (Field::PollInterval, FieldError::Seconds(SecondsError::TooSmall(LEAST_INTERVAL))),
            (Field::WorkTime, FieldError::Seconds(SecondsError::NotANumber)),
        ]
    );
}

#[test]
fn an_added_service_has_the_tutorials_times_unless_others_were_typed() {
    let at = Time::from_ms(7);
    let draft = AddDraft { name: "SALES ".to_owned(), ..AddDraft::default() };
    let setup = draft.setup(at, COMMA).unwrap();
    assert_eq!((setup.name.as_str(), setup.starts_at), ("SALES", Some(at)));
    assert_eq!(setup.poll_interval, Span::from_ms(500));
    let nameless = AddDraft { start: Start::Later, ..AddDraft::default() };
    assert_eq!(nameless.setup(at, COMMA), Err(vec![(Field::Name, FieldError::Name(NameError::Empty))]));
}
