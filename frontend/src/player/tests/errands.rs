//! Run until: at the pace of time or at once, and breakpoints. All stop at the very place that a look at each entry finds.

use event_pattern::condition::{Condition, Measure};
use event_pattern::trace::{Actor, EntryKind, ServiceId};

use super::random::Dice;
use super::*;
use crate::run::{Breakpoint, Halt, Jump, Pace, Range, Refused, Watch};

fn run_until(player: &mut Player, goal: Condition, pace: Pace) {
    tell(player, Intent::RunUntil(goal, pace));
}

/// Lets frames go by until nothing is on its way any more.
fn until_still(player: &mut Player) {
    for _ in 0..100_000 {
        if !player.is_playing() && player.picture().ahead.is_none() {
            return;
        }
        player.advance(Span::from_ms(16), &mut || true);
    }
    panic!("it never stands still");
}

fn halt(player: &mut Player) -> Option<Halt> {
    player.picture().halt.map(|(_, halt)| halt)
}

fn breakpoints(player: &mut Player) -> Vec<(u32, Condition, Watch)> {
    let list = player.picture().breakpoints;
    list.iter().map(|Breakpoint { number, condition, watch }| (*number, *condition, *watch)).collect()
}

/// A run with a publication every 700 ms from the beginning on.
fn busy() -> Player {
    let mut scenario = BuiltIn::Described.scenario();
    for (index, ms) in (0..40).map(|index| (index, 300 + index * 700)) {
        let state = if index % 3 == 0 { State::TRANSACTION_PAID } else { State::ORDER_CANCELED };
        scenario.commands.push(event_pattern::scenario::TimedCommand {
            at: Time::from_ms(ms),
            command: Command::Publish(state),
        });
    }
    of(scenario)
}

fn conditions() -> Vec<Condition> {
    vec![
        Condition::At(Time::from_ms(12_345)),
        Condition::Loss,
        Condition::Kind(EntryKind::WorkFinished),
        Condition::Actor(Actor::Service(ServiceId::from_index(1))),
        Condition::Above(Measure::Lost, 2),
        Condition::Above(Measure::WastedPolls, 40),
        Condition::Above(Measure::Busy, 9_000_000),
        Condition::Above(Measure::Detection, 300_000),
    ]
}

/// Where a condition first holds after `after`, in a run that is recorded to its end.
fn expected(goal: Condition, after: event_pattern::Place) -> event_pattern::Place {
    let mut engine = event_pattern::Engine::new(Scenario::clone(busy().now.engine.scenario()));
    let end = engine.go_to(Time::from_ms(60_000));
    let hit = goal.first_hit(engine.trace(), after, end);
    hit.unwrap_or_else(|| panic!("{goal:?} does not come within a minute after {after:?}"))
}

#[test]
fn a_run_until_something_stops_exactly_there_however_it_gets_there() {
    for goal in conditions() {
        for pace in [Pace::Played, Pace::AtOnce] {
            for speed in [Speed(0.5), Speed(7.0), Speed(1000.0)] {
                let mut player = busy();
                tell(&mut player, Intent::Pause);
                tell(&mut player, Intent::SetSpeed(speed));
                let from = player.picture().view.place;
                let expected = expected(goal, from);
                run_until(&mut player, goal, pace);
                assert_eq!(player.picture().ahead.map(|ahead| ahead.goal), Some(goal));
                until_still(&mut player);
                assert_eq!(player.picture().view.place, expected, "{goal:?} {pace:?} {speed:?}");
                assert_eq!(halt(&mut player), Some(Halt::Reached(goal)));
                assert!(player.picture().ahead.is_none());
            }
        }
    }
}

#[test]
fn what_is_recorded_already_is_looked_through_too() {
    for goal in conditions() {
        let mut player = busy();
        pass(&mut player, 30_000);
        tell(&mut player, Intent::Seek(Time::from_ms(1_000)));
        let (from, recorded) = (player.picture().view.place, lines(&mut player));
        run_until(&mut player, goal, Pace::AtOnce);
        until_still(&mut player);
        assert_eq!(player.picture().view.place, expected(goal, from), "{goal:?}");
        assert_eq!(lines(&mut player), recorded);
    }
}

#[test]
fn what_never_comes_is_said_and_nobody_is_moved() {
    let mut player = paused();
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    let before = player.picture().view.place;
    run_until(&mut player, Condition::Loss, Pace::AtOnce);
    until_still(&mut player);
    assert_eq!(halt(&mut player), Some(Halt::Never(Condition::Loss)));
    assert_eq!(player.picture().view.place, before);
    assert!(player.picture().recorded_until < Time::from_ms(60_000), "nothing is recorded that is nothing");
    let looks = Condition::Above(Measure::Polls, 1_000_000);
    run_until(&mut player, looks, Pace::AtOnce);
    until_still(&mut player);
    assert_eq!(halt(&mut player), Some(Halt::Reached(looks)), "looks go on, and can be counted ahead");
    let passed = Condition::At(Time::from_ms(1));
    assert_eq!(player.tell(Intent::RunUntil(passed, Pace::AtOnce)), Err(Refused::GoalPassed));
}

#[test]
fn a_frame_has_an_end_and_cancelling_leaves_a_run_as_if_it_had_been_played() {
    for frames in [1, 2, 3] {
        let mut player = busy();
        tell(&mut player, Intent::Pause);
        let before = player.picture().view.place;
        run_until(&mut player, Condition::At(Time::from_ms(28_000)), Pace::AtOnce);
        let mut reached = Time::ZERO;
        for _ in 0..frames {
            player.advance(Span::from_ms(16), &mut || false);
            let ahead = player.picture().ahead.map_or(Time::LAST, |ahead| ahead.reached);
            assert!(ahead >= reached);
            reached = ahead;
        }
        tell(&mut player, Intent::Cancel);
        assert!(!player.is_moving());
        assert_eq!((player.picture().view.place, player.picture().ahead), (before, None));
        let recorded = player.picture().recorded_until;
        let mut played = busy();
        played.advance(recorded.since(Time::ZERO), &mut || true);
        assert_eq!(lines(&mut player), lines(&mut played));
        tell(&mut player, Intent::Play);
        pass(&mut player, 5_000);
        let mut played = busy();
        pass(&mut played, 5_000);
        assert_eq!(player.picture().view, played.picture().view);
    }
}

#[test]
fn whoever_goes_elsewhere_has_given_it_up() {
    for intent in [Intent::Play, Intent::Pause, Intent::Step, Intent::Seek(Time::ZERO), crash("ORDER")] {
        for pace in [Pace::Played, Pace::AtOnce] {
            let mut player = busy();
            run_until(&mut player, Condition::At(Time::from_ms(28_000)), pace);
            tell(&mut player, Intent::SetSpeed(Speed(2.0)));
            assert!(player.picture().ahead.is_some());
            tell(&mut player, intent.clone());
            assert_eq!(player.picture().ahead, None, "{intent:?}");
        }
    }
}

#[test]
fn a_breakpoint_stops_every_time_until_it_is_switched_off() {
    let mut player = busy();
    tell(&mut player, Intent::KeepBreakpoint(Condition::Loss));
    let mut stops = Vec::new();
    for _ in 0..3 {
        tell(&mut player, Intent::Play);
        until_still(&mut player);
        assert_eq!(halt(&mut player), Some(Halt::Breakpoint(Condition::Loss)));
        stops.push(player.picture().view.place);
    }
    let first = expected(Condition::Loss, event_pattern::Place::default());
    let second = expected(Condition::Loss, first);
    assert_eq!(stops, [first, second, expected(Condition::Loss, second)]);
    tell(&mut player, Intent::Seek(Time::ZERO));
    tell(&mut player, Intent::WatchBreakpoint(1, Watch::Off));
    tell(&mut player, Intent::Play);
    pass(&mut player, 9_000);
    assert!(player.is_playing());
}

#[test]
fn a_breakpoint_stops_a_run_that_is_on_its_way_to_something_else() {
    for pace in [Pace::Played, Pace::AtOnce] {
        let mut player = busy();
        tell(&mut player, Intent::KeepBreakpoint(Condition::Loss));
        run_until(&mut player, Condition::At(Time::from_ms(28_000)), pace);
        until_still(&mut player);
        assert_eq!(halt(&mut player), Some(Halt::Breakpoint(Condition::Loss)));
        assert_eq!(player.picture().view.place, expected(Condition::Loss, event_pattern::Place::default()));
        assert_eq!(player.picture().ahead, None);
    }
}

#[test]
fn breakpoints_are_kept_once_with_the_run_and_are_bounded() {
    let mut player = busy();
    let at = |ms| Condition::At(Time::from_ms(ms));
    tell(&mut player, Intent::KeepBreakpoint(at(5)));
    tell(&mut player, Intent::KeepBreakpoint(Condition::Loss));
    tell(&mut player, Intent::WatchBreakpoint(1, Watch::Off));
    tell(&mut player, Intent::KeepBreakpoint(at(5)));
    assert_eq!(breakpoints(&mut player), [(1, at(5), Watch::On), (2, Condition::Loss, Watch::On)]);
    tell(&mut player, Intent::RestartRun);
    assert!(breakpoints(&mut player).is_empty(), "a restart equals a fresh load");
    tell(&mut player, Intent::Undo);
    tell(&mut player, Intent::RemoveBreakpoint(1));
    assert_eq!(breakpoints(&mut player), [(2, Condition::Loss, Watch::On)]);
    let kept = (0..40).filter(|ms| player.tell(Intent::KeepBreakpoint(at(100 + ms))).is_ok()).count();
    assert_eq!(kept, 19);
}

#[test]
fn a_breakpoint_stops_a_loop_wherever_in_it_it_lies() {
    let speeds = [Speed(0.25), Speed(10.0), Speed(1000.0)];
    for (speed, ms) in speeds.iter().flat_map(|speed| [(*speed, 1_000), (*speed, 1_200), (*speed, 2_000)]) {
        let mut player = player();
        pass(&mut player, 5_000);
        tell(&mut player, Intent::Loop(Range::between(Time::from_ms(1_000), Time::from_ms(2_000))));
        tell(&mut player, Intent::Seek(Time::from_ms(1_500)));
        tell(&mut player, Intent::KeepBreakpoint(Condition::At(Time::from_ms(ms))));
        tell(&mut player, Intent::SetSpeed(speed));
        tell(&mut player, Intent::Play);
        until_still(&mut player);
        assert_eq!(at_ms(&mut player), ms as f64, "{speed:?}");
    }
}

#[test]
fn a_film_that_is_wound_back_stops_where_it_stops_forwards() {
    for condition in conditions() {
        for speed in [Speed(0.5), Speed(7.0), Speed(1000.0)] {
            let mut player = busy();
            pass(&mut player, 45_000);
            let end = player.picture().view.place;
            tell(&mut player, Intent::KeepBreakpoint(condition));
            tell(&mut player, Intent::SetSpeed(speed));
            let mut back = Vec::new();
            loop {
                tell(&mut player, Intent::PlayBackwards);
                until_still(&mut player);
                let place = player.picture().view.place;
                if place.at == Time::ZERO {
                    break;
                }
                assert_eq!(halt(&mut player), Some(Halt::Breakpoint(condition)));
                back.push(place);
            }
            let mut forth = Vec::new();
            let mut after = event_pattern::Place::default();
            while let Some(place) = condition.first_hit(&player.picture().trace, after, end) {
                forth.push(place);
                after = place;
            }
            // At the beginning it stops anyway.
            forth.retain(|place| place.at > Time::ZERO);
            forth.reverse();
            assert!(!forth.is_empty(), "{condition:?}");
            assert_eq!(back, forth, "{condition:?} {speed:?}");
        }
    }
}

#[test]
fn a_breakpoint_stops_a_loop_that_is_wound_back() {
    let speeds = [Speed(0.25), Speed(10.0), Speed(1000.0)];
    for (speed, ms) in speeds.iter().flat_map(|speed| [(*speed, 1_000), (*speed, 1_700), (*speed, 2_000)]) {
        let mut player = player();
        pass(&mut player, 5_000);
        tell(&mut player, Intent::Loop(Range::between(Time::from_ms(1_000), Time::from_ms(2_000))));
        tell(&mut player, Intent::Seek(Time::from_ms(1_500)));
        tell(&mut player, Intent::KeepBreakpoint(Condition::At(Time::from_ms(ms))));
        tell(&mut player, Intent::SetSpeed(speed));
        tell(&mut player, Intent::PlayBackwards);
        until_still(&mut player);
        assert_eq!(at_ms(&mut player), ms as f64, "{speed:?}");
    }
}

#[test]
fn a_loop_ends_when_what_was_looked_for_ahead_is_there_and_not_before() {
    let looped = Range::between(Time::from_ms(500), Time::from_ms(2_000));
    let mut player = paused();
    tell(&mut player, Intent::Loop(looped));
    tell(&mut player, Intent::JumpTo(Jump::NextLoss));
    until_still(&mut player);
    assert_eq!(halt(&mut player), Some(Halt::Never(Condition::Loss)));
    assert_eq!(player.picture().looped, looped, "nobody has gone anywhere");
    let mut player = busy();
    tell(&mut player, Intent::Pause);
    tell(&mut player, Intent::Loop(looped));
    tell(&mut player, Intent::JumpTo(Jump::NextLoss));
    assert_eq!(player.picture().looped, looped, "it is on its way");
    until_still(&mut player);
    assert_eq!((halt(&mut player), player.picture().looped), (Some(Halt::Reached(Condition::Loss)), None));
}

#[test]
fn random_runs_until_random_things_stop_where_every_place_was_looked_at() {
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let goal = dice.pick(&conditions());
        let mut player = busy();
        tell(&mut player, Intent::SetSpeed(dice.pick(&Speed::ALL)));
        pass(&mut player, dice.roll(900));
        tell(&mut player, Intent::Pause);
        if player.picture().view.place.at > Time::from_ms(5_000) {
            tell(&mut player, Intent::Seek(Time::from_ms(dice.roll(5_000))));
        }
        let from = player.picture().view.place;
        let expected = expected(goal, from);
        run_until(&mut player, goal, dice.pick(&[Pace::Played, Pace::AtOnce]));
        while player.picture().ahead.is_some() {
            let mut looks = dice.roll(3);
            player.advance(Span::from_ms(1 + dice.roll(40)), &mut || {
                looks = looks.saturating_sub(1);
                looks > 0
            });
        }
        assert_eq!(player.picture().view.place, expected, "seed {seed}: {goal:?} from {from:?}");
    }
}
