//! Readings and charts of real runs.

use event_pattern::scenario::{BuiltIn, Command};
use event_pattern::{Metrics, Span, State, Time};

use super::*;
use crate::player::Player;
use crate::run::{Intent, Origin, Picture, Speed};
use crate::timeline::Window;

fn player(built_in: BuiltIn) -> Player {
    Player::open(built_in.scenario(), Origin::BuiltIn(built_in.name()), Speed::NORMAL)
}

fn publish(player: &mut Player, state: &State) {
    player.tell(Intent::Give(Command::Publish(state.clone()))).expect("a state can be published");
}

fn advance(player: &mut Player, ms: u64) {
    player.advance(Span::from_ms(ms), &mut || true);
}

/// ORDER and INVOICE take a state, one gets lost, and nothing more.
fn eventful() -> Player {
    let mut player = player(BuiltIn::Listed);
    advance(&mut player, 200);
    publish(&mut player, &State::ORDER_PAID);
    advance(&mut player, 1_000);
    publish(&mut player, &State::ORDER_PAID);
    advance(&mut player, 8_000);
    player
}

fn window(from: u64, to: u64) -> Window {
    Window { from: Time::from_ms(from), to: Time::from_ms(to) }
}

/// All readings of what is shown, taken anew.
fn fresh(picture: &Picture, window: Window) -> Readings {
    let mut readings = Readings::default();
    readings.follow(picture, window);
    readings.take(|| true);
    readings
}

#[test]
fn a_reading_is_what_the_metrics_of_its_place_say() {
    let picture = eventful().picture();
    let readings = fresh(&picture, window(0, 10_000));
    assert!(!readings.is_behind());
    assert_eq!(readings.taken().len(), 111, "as far as it is recorded");
    for reading in readings.taken() {
        let view = picture.trace.view_at(picture.trace.place_after(reading.at));
        let metrics = Metrics::at(&picture.trace, &view);
        assert_eq!(reading.sums.polls, metrics.services.iter().map(|it| it.polls).sum::<u64>());
        assert_eq!(reading.sums.totals, metrics.totals);
        assert_eq!(&*reading.busy, metrics.services.iter().map(|it| it.busy).collect::<Vec<_>>());
    }
}

#[test]
fn readings_taken_one_by_one_while_it_runs_are_those_taken_at_its_end() {
    let (mut player, shown) = (player(BuiltIn::Listed), window(0, 10_000));
    let mut readings = Readings::default();
    for step in 0..40 {
        if step % 9 == 2 {
            publish(&mut player, &State::ORDER_PAID);
        }
        advance(&mut player, 170);
        readings.follow(&player.picture(), shown);
        while readings.is_behind() {
            readings.take(|| false);
        }
    }
    assert_eq!(readings.taken(), fresh(&player.picture(), shown).taken());
}

#[test]
fn another_future_is_read_anew_and_its_past_is_kept() {
    let (mut player, shown) = (eventful(), window(0, 10_000));
    let mut readings = fresh(&player.picture(), shown);
    // In a quiet part: no entry of the old future is cut off before its own next one.
    for at in [5_000, 1_900, 700] {
        player.tell(Intent::Seek(Time::from_ms(at))).expect("it is recorded");
        publish(&mut player, &State::ORDER_CANCELED);
        advance(&mut player, 4_000);
        let picture = player.picture();
        readings.follow(&picture, shown);
        let kept = readings.taken().len() as u64;
        assert!((at * 12 / 1_000..=at * 12 / 1_000 + 1).contains(&kept), "{kept} of {at} ms");
        readings.take(|| true);
        assert_eq!(readings.taken(), fresh(&picture, shown).taken());
    }
}

#[test]
fn another_window_and_another_run_are_read_anew() {
    let mut player = eventful();
    let mut readings = fresh(&player.picture(), window(0, 10_000));
    readings.follow(&player.picture(), window(0, 5_000));
    assert!(readings.taken().is_empty());
    readings.take(|| true);
    player.tell(Intent::RestartRun).expect("it can be restarted");
    readings.follow(&player.picture(), window(0, 5_000));
    assert!(readings.taken().is_empty());
}

#[test]
fn every_chart_is_drawn_inside_its_field() {
    let picture = eventful().picture();
    for shown in [window(0, 10_000), window(3_000, 4_000), window(8_000, 20_000)] {
        let readings = fresh(&picture, shown);
        let services = Chart::busiest(readings.taken());
        for kind in Kind::ALL {
            let chart = Chart::of(kind, readings.taken(), shown, &services);
            for line in &chart.lines {
                let numbers = line.path.split(|c: char| !(c.is_ascii_digit() || ".-".contains(c)));
                for number in numbers.filter(|number| !number.is_empty()) {
                    let number: f64 = number.parse().expect("a path holds numbers");
                    assert!((0.0..=1_000.0).contains(&number), "{kind:?}: {}", line.path);
                }
            }
        }
    }
}

#[test]
fn what_was_worked_is_told_of_each_service_and_of_all_others_together() {
    let picture = eventful().picture();
    let readings = fresh(&picture, window(0, 10_000));
    let all = Chart::busiest(readings.taken());
    assert_eq!(all.len(), 2, "both worked");
    let at = Time::from_ms(2_000);
    let of = |name, services: &[_]| worked(readings.taken(), at, name, services);
    assert_eq!(of(Name::Service(all[0]), &all), Some(1.0));
    assert_eq!(of(Name::Others(0), &all), Some(0.0));
    assert_eq!(of(Name::Others(1), &all[..1]), Some(1.0));
    let chart = Chart::of(Kind::Working, readings.taken(), window(0, 10_000), &all[..1]);
    let names: Vec<Name> = chart.lines.iter().map(|line| line.name).collect();
    assert_eq!(names, [Name::Service(all[0]), Name::Others(1)]);
}
