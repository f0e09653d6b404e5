//! Backwards, round and round, and by jumps.

use event_pattern::trace::{Actor, ServiceId};

use super::*;
use crate::run::{Direction, Jump, Range, Refused};

fn range(from: u64, until: u64) -> Option<Range> {
    Range::between(Time::from_ms(from), Time::from_ms(until))
}

/// A run of 8 s with a state that is lost at 1.2 s and work that begins at 1.5 s.
fn eventful() -> Player {
    let mut player = player();
    pass(&mut player, 1_099);
    tell(&mut player, publish(&State::TRANSACTION_CANCELED));
    pass(&mut player, 99);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    pass(&mut player, 6_800);
    player
}

#[test]
fn a_film_runs_back_to_the_beginning_and_changes_nothing() {
    let mut player = eventful();
    let recorded = lines(&mut player);
    tell(&mut player, Intent::SetSpeed(Speed(2.0)));
    tell(&mut player, Intent::PlayBackwards);
    assert_eq!((player.picture().playing, player.picture().direction), (true, Direction::Backwards));
    pass(&mut player, 1_000);
    assert_eq!(at_ms(&mut player), 6_000.0);
    pass(&mut player, 60_000);
    assert_eq!((at_ms(&mut player), player.picture().playing), (0.0, false));
    assert_eq!((lines(&mut player), player.picture().recorded_until.as_ms()), (recorded, 8_000.0));
    assert_eq!(player.tell(Intent::PlayBackwards), Err(Refused::NothingBefore));
    tell(&mut player, Intent::Play);
    pass(&mut player, 100);
    assert_eq!((at_ms(&mut player), player.picture().direction), (200.0, Direction::Forwards));
}

#[test]
fn forth_and_back_by_the_same_time_is_the_same_picture() {
    let mut player = eventful();
    tell(&mut player, Intent::Seek(Time::from_ms(2_345)));
    let before = player.picture().view;
    tell(&mut player, Intent::Play);
    pass(&mut player, 777);
    tell(&mut player, Intent::PlayBackwards);
    pass(&mut player, 777);
    assert_eq!(player.picture().view, before);
}

#[test]
fn a_loop_stays_in_its_part_at_every_speed_both_ways() {
    for speed in Speed::ALL {
        for way in [Intent::Play, Intent::PlayBackwards] {
            let mut player = eventful();
            tell(&mut player, Intent::SetSpeed(speed));
            tell(&mut player, Intent::Loop(range(2_000, 2_700)));
            assert_eq!(at_ms(&mut player), 2_000.0, "it goes there");
            tell(&mut player, way.clone());
            let mut seen = std::collections::BTreeSet::new();
            for _ in 0..400 {
                player.advance(Span::from_ms(17), &mut || true);
                let at = at_ms(&mut player);
                assert!((2_000.0..=2_700.0).contains(&at), "{at} at {speed:?}");
                seen.insert(at.to_bits());
            }
            assert!(player.picture().playing);
            assert!(seen.len() > 5, "it moves at {speed:?}");
            assert_eq!(player.picture().recorded_until.as_ms(), 8_000.0);
        }
    }
}

#[test]
fn a_loop_over_what_is_not_recorded_yet_records_it_once() {
    let mut player = player();
    pass(&mut player, 1_000);
    tell(&mut player, Intent::Loop(range(500, 3_000)));
    tell(&mut player, Intent::Play);
    pass(&mut player, 9_000);
    assert_eq!(player.picture().recorded_until.as_ms(), 3_000.0);
    tell(&mut player, Intent::Loop(None));
    pass(&mut player, 9_000);
    assert!(player.picture().recorded_until.as_ms() > 3_000.0);
}

#[test]
fn jumps_lead_from_loss_to_loss() {
    let mut player = eventful();
    tell(&mut player, Intent::JumpTo(Jump::PreviousLoss));
    let at = at_ms(&mut player);
    assert_eq!(at, 1_200.0);
    assert!(!player.picture().playing);
    assert_eq!(player.tell(Intent::JumpTo(Jump::PreviousLoss)), Err(Refused::NoLossBefore));
    tell(&mut player, Intent::Seek(Time::ZERO));
    tell(&mut player, Intent::JumpTo(Jump::NextLoss));
    assert_eq!(at_ms(&mut player), at);
}

#[test]
fn jumps_lead_along_what_one_actor_did() {
    let mut player = eventful();
    let order = Actor::Service(ServiceId::from_index(0));
    let mut back = Vec::new();
    while player.tell(Intent::JumpTo(Jump::PreviousOf(order))).is_ok() {
        back.push(player.picture().view.place);
    }
    while player.tell(Intent::PreviousChange).is_ok() {}
    let mut forth = Vec::new();
    for _ in 0..back.len() {
        tell(&mut player, Intent::JumpTo(Jump::NextOf(order)));
        forth.push(player.picture().view.place);
    }
    forth.reverse();
    assert_eq!(back, forth);
    assert!(back.len() >= 3);
}
