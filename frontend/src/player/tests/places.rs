//! Steps, jumps and places.

use super::*;
use crate::run::Refused;

#[test]
fn a_step_stops_time_and_is_one_entry_or_one_instant_of_reads() {
    let mut player = player();
    pass(&mut player, 100);
    tell(&mut player, Intent::Step);
    let picture = player.picture();
    assert_eq!((picture.playing, picture.view.place.at.as_ms()), (false, 500.0));
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    let after_publishing = player.picture().view.entries_seen;
    tell(&mut player, Intent::Step);
    assert_eq!(at_ms(&mut player), 1_000.0);
    assert_eq!(player.picture().view.entries_seen, after_publishing + 1);
}

#[test]
fn nobody_has_to_wait_for_the_end_of_work() {
    let mut player = paused();
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    tell(&mut player, Intent::NextChange);
    assert_eq!(at_ms(&mut player), 500.0);
    tell(&mut player, Intent::NextChange);
    assert_eq!(at_ms(&mut player), 3_500.0);
    tell(&mut player, Intent::NextChange);
    assert_eq!(key(&mut player).as_deref(), Some("IDLE"));
}

#[test]
fn every_step_back_undoes_a_step_until_the_beginning() {
    let mut player = paused();
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    let mut places = Vec::new();
    for _ in 0..30 {
        places.push(player.picture().view.place);
        tell(&mut player, Intent::Step);
    }
    while let Some(place) = places.pop() {
        tell(&mut player, Intent::StepBack);
        assert_eq!(player.picture().view.place, place);
    }
    while player.tell(Intent::PreviousChange).is_ok() {}
    assert_eq!(player.tell(Intent::StepBack), Err(Refused::NothingBefore));
    assert_eq!(player.picture().view.entries_seen, 0);
}

#[test]
fn the_scrubber_shows_the_past_and_changes_nothing() {
    let mut player = player();
    pass(&mut player, 1_000);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    pass(&mut player, 5_000);
    let recorded = lines(&mut player);
    let end = player.picture().recorded_until;
    tell(&mut player, Intent::Seek(Time::from_ms(2_000)));
    assert_eq!(key(&mut player).as_deref(), Some("TRANSACTION_PAID"));
    assert!(!player.picture().playing);
    tell(&mut player, Intent::Seek(Time::from_ms(900)));
    assert_eq!(key(&mut player), None);
    tell(&mut player, Intent::Seek(Time::LAST));
    assert_eq!(player.picture().view.place.at, end);
    assert_eq!((lines(&mut player), player.picture().recorded_until), (recorded, end));
}

#[test]
fn playing_from_the_past_shows_what_is_recorded_and_then_goes_on() {
    let mut player = player();
    pass(&mut player, 1_000);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    pass(&mut player, 6_000);
    let recorded = lines(&mut player);
    tell(&mut player, Intent::Seek(Time::ZERO));
    tell(&mut player, Intent::Play);
    pass(&mut player, 6_000);
    assert_eq!((at_ms(&mut player), lines(&mut player)), (6_000.0, recorded));
    pass(&mut player, 2_000);
    assert_eq!(player.picture().recorded_until.as_ms(), 8_000.0);
}

#[test]
fn where_services_only_look_there_is_a_step_but_no_change() {
    let mut player = paused();
    assert_eq!(player.tell(Intent::NextChange), Err(Refused::NoChangeAhead));
    tell(&mut player, Intent::Step);
    assert_eq!(at_ms(&mut player), 500.0);
}

#[test]
fn where_nothing_ever_happens_a_step_says_so() {
    let mut player = paused();
    tell(&mut player, crash("ORDER"));
    tell(&mut player, crash("INVOICE"));
    assert_eq!(player.tell(Intent::Step), Err(Refused::NothingAhead));
    assert_eq!(player.tell(Intent::NextChange), Err(Refused::NothingAhead));
}
