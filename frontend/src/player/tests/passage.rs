//! How time passes.

use event_pattern::scenario::{Command, TimedCommand};

use super::*;
use crate::player::FLIGHT;
use crate::run::{End, Refused};

#[test]
fn it_plays_from_the_start_and_a_publication_shows_at_once() {
    let mut player = player();
    assert!(player.is_moving());
    pass(&mut player, 1_000);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    assert_eq!(at_ms(&mut player), 1_001.0);
    assert_eq!(key(&mut player).as_deref(), Some("TRANSACTION_PAID"));
}

#[test]
fn speed_changes_no_byte() {
    let mut traces = Vec::new();
    for (speed, viewed_ms) in [(0.1, 200_000), (1.0, 20_000), (1_000.0, 20)] {
        let mut player = paused();
        tell(&mut player, publish(&State::TRANSACTION_PAID));
        tell(&mut player, Intent::SetSpeed(Speed(speed)));
        tell(&mut player, Intent::Play);
        pass(&mut player, viewed_ms);
        traces.push(lines(&mut player));
    }
    assert_eq!(traces[0], traces[1]);
    assert_eq!(traces[1], traces[2]);
    assert!(traces[0].contains("WorkFinished"));
}

#[test]
fn slow_speeds_lose_no_time() {
    let mut player = player();
    tell(&mut player, Intent::SetSpeed(Speed(0.1)));
    for _ in 0..1_000 {
        player.advance(Span::from_micros(16_667), &mut || true);
    }
    let micros = player.picture().view.place.at.as_micros();
    assert!((1_666_698..=1_666_700).contains(&micros), "{micros}");
}

#[test]
fn a_frame_without_time_goes_less_far_and_records_the_same() {
    let busy = || of(Scenario::from_json(BUSY.as_bytes()).expect("a scenario"));
    let (mut hurried, mut calm) = (busy(), busy());
    tell(&mut hurried, Intent::SetSpeed(Speed(1_000.0)));
    tell(&mut calm, Intent::SetSpeed(Speed(1_000.0)));
    hurried.advance(Span::from_ms(16), &mut || false);
    calm.advance(Span::from_ms(16), &mut || true);
    let (short, long) = (lines(&mut hurried), lines(&mut calm));
    assert!(at_ms(&mut hurried) < 16_000.0 && hurried.picture().trace.len() < 200);
    assert_eq!(at_ms(&mut calm), 16_000.0);
    assert!(long.starts_with(&short));
    assert!(hurried.is_moving());
    tell(&mut hurried, Intent::SeekEnd);
    assert_eq!(lines(&mut hurried), short);
}

/// Two services that hand the key to each other every few milliseconds.
const BUSY: &str = r#"{ "version": 1, "name": "Busy",
  "services": [
    { "name": "A", "allowed_states": { "PING": "PONG" }, "poll_interval_ms": 1, "work_time_ms": 1, "starts_at_ms": 0 },
    { "name": "B", "allowed_states": { "PONG": "PING" }, "poll_interval_ms": 1, "work_time_ms": 1, "starts_at_ms": 0 } ],
  "commands": [ { "at_ms": 0, "publish": "PING" } ] }"#;

#[test]
fn paused_nothing_moves() {
    let mut player = paused();
    let before = seen(&mut player);
    assert!(!player.is_moving());
    pass(&mut player, 5_000);
    assert_eq!(seen(&mut player), before);
}

#[test]
fn a_steps_flights_take_a_moment_of_the_viewers_time_and_none_of_the_runs() {
    let mut player = paused();
    tell(&mut player, publish(&State::IDLE));
    assert!(player.is_moving());
    let place = seen(&mut player);
    player.advance(FLIGHT, &mut || true);
    assert!(!player.is_moving());
    assert_eq!(player.frame().step_progress, Some(1.0));
    assert_eq!(seen(&mut player), place);
}

#[test]
fn with_less_motion_a_step_is_there_at_once() {
    let mut player = paused();
    player.set_flights(crate::player::Flights::Skipped);
    tell(&mut player, publish(&State::IDLE));
    assert!(!player.is_moving());
}

#[test]
fn a_run_ends_after_366_days() {
    let mut scenario = BuiltIn::Described.scenario();
    let late = Time::from_micros(Time::LAST.as_micros() - 1_000_000);
    scenario.commands.push(TimedCommand { at: late, command: Command::Publish(State::IDLE) });
    let mut player = of(scenario);
    tell(&mut player, Intent::NextChange);
    assert_eq!(player.picture().view.place.at, late);
    tell(&mut player, Intent::Play);
    pass(&mut player, 1_100);
    let picture = player.picture();
    assert_eq!((picture.view.place.at, picture.playing), (Time::LAST, false));
    assert_eq!(picture.end, Some(End::LongestRun));
    assert_eq!(player.tell(Intent::Play), Err(Refused::Ended(End::LongestRun)));
    assert!(matches!(player.tell(publish(&State::IDLE)), Err(Refused::Command(_))));
    assert!(!player.is_moving());
}
