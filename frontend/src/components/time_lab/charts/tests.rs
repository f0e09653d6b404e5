//! The charts as the browser gets them, and their tables as text.

use event_pattern::scenario::{BuiltIn, Command};
use event_pattern::{Span, State, Time};
use yew::prelude::*;

use super::*;
use crate::player::Player;
use crate::run::{Origin, Speed};
use crate::testing::rendered;
use crate::texts::{Language, Texts};

const WINDOW: Window = Window { from: Time::ZERO, to: Time::from_ms(10_000) };

/// Does something with the charts of a run in which ORDER took a state.
fn with_charts<T>(act: impl FnOnce(&Shown<'_>) -> T) -> T {
    let built_in = BuiltIn::Described;
    let mut player = Player::open(built_in.scenario(), Origin::BuiltIn(built_in.name()), Speed::NORMAL);
    player.advance(Span::from_ms(600), &mut || true);
    player.tell(Intent::Give(Command::Publish(State::TRANSACTION_PAID))).expect("it can be published");
    player.advance(Span::from_ms(7_000), &mut || true);
    let picture = player.picture();
    let mut readings = Readings::default();
    readings.follow(&picture, WINDOW);
    readings.take(|| true);
    let taken = readings.taken();
    act(&Shown {
        picture: &picture,
        window: WINDOW,
        readings: taken,
        services: Chart::busiest(taken),
        read: read_at(&readings, &picture, None),
    })
}

fn hand(open: Option<Kind>) -> Hand {
    Hand {
        on_point: Callback::noop(),
        on_go: Callback::noop(),
        on_table: Callback::noop(),
        open,
        copied: None,
        on_copied: Callback::noop(),
    }
}

#[test]
fn a_chart_tells_its_values_at_the_place_in_the_readers_language() {
    let html = rendered(Language::Id, || {
        let texts = Texts::of(Language::Id);
        with_charts(
            |shown| html! { <>{ for Kind::ALL.map(|kind| figure(texts, shown, kind, &hand(None))) }</> },
        )
    });
    assert_eq!(html.matches("<figure").count(), 5);
    for said in ["Diketahui setelah", "0,399 detik", "Sedang bekerja", "ORDER", "sia-sia"] {
        assert!(html.contains(said), "{said} in {html}");
    }
    assert!(!html.contains("NaN"), "{html}");
}

#[test]
fn who_never_worked_is_told_of_with_nothing() {
    let rows = with_charts(|shown| {
        let chart = Chart::of(Kind::Working, shown.readings, shown.window, &shown.services);
        table::rows(Texts::of(Language::Id), shown, &chart)
    });
    assert_eq!(rows[0], ["Waktu", "ORDER", "INVOICE"]);
    assert!(rows[1..].iter().all(|row| row[2] == "0%"), "INVOICE never worked");
    assert!(rows[1..].iter().any(|row| row[1] == "100%"), "ORDER did");
}

#[test]
fn the_charts_have_an_axis_that_a_phone_has_room_for() {
    let html =
        rendered(Language::En, || with_charts(|shown| reader(Texts::of(Language::En), shown, &hand(None))));
    let axis = html.split("chart-axis").nth(1).expect("there is one");
    let labels: Vec<&str> =
        axis.split("<span").skip(1).filter_map(|it| it.split('>').nth(1)?.split('<').next()).collect();
    assert_eq!(labels, ["00:00", "00:05", "00:10"]);
}

#[test]
fn a_table_has_a_row_for_each_reading_and_is_copied_as_it_is_shown() {
    let rows = with_charts(|shown| {
        let chart = Chart::of(Kind::Looks, shown.readings, shown.window, &shown.services);
        table::rows(Texts::of(Language::En), shown, &chart)
    });
    assert_eq!(rows[0], ["Time", "made", "in vain"]);
    assert_eq!(rows[1], ["00:00.000", "2", "2"]);
    assert!(rows.len() > 80);
    let text = table::tsv(&rows);
    assert!(text.starts_with("Time\tmade\tin vain\n00:00.000\t2\t2\n"), "{text}");
}

#[test]
fn only_when_somebody_took_something_is_there_a_row_of_how_long_it_waited() {
    let rows = with_charts(|shown| {
        let chart = Chart::of(Kind::Noticed, shown.readings, shown.window, &shown.services);
        table::rows(Texts::of(Language::En), shown, &chart)
    });
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(rows[1][1..], ["0.399 s", "0.399 s"]);
}

#[test]
fn a_table_that_is_open_is_there_and_the_others_are_not() {
    let html = rendered(Language::En, || {
        let (texts, hand) = (Texts::of(Language::En), hand(Some(Kind::Lost)));
        with_charts(|shown| html! { <>{ for Kind::ALL.map(|kind| figure(texts, shown, kind, &hand)) }</> })
    });
    assert_eq!(html.matches("<table").count(), 1);
}
