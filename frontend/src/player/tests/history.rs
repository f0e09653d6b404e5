//! Cuts, restarts, other scenarios: Undo brings the whole run back.

use super::*;
use crate::run::{Deed, Refused};

#[test]
fn a_command_in_the_past_cuts_and_undo_brings_the_rest_back() {
    let mut player = player();
    pass(&mut player, 1_000);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    pass(&mut player, 9_000);
    tell(&mut player, Intent::Seek(Time::from_ms(2_000)));
    let before = seen(&mut player);
    tell(&mut player, crash("ORDER"));
    let after = seen(&mut player);
    assert_eq!(player.picture().recorded_until.as_ms(), 2_001.0);
    tell(&mut player, Intent::Undo);
    assert_eq!(seen(&mut player), before);
    assert_eq!(player.picture().recorded_until.as_ms(), 10_001.0);
    tell(&mut player, Intent::Redo);
    assert_eq!(seen(&mut player), after);
    tell(&mut player, Intent::Undo);
    assert_eq!(seen(&mut player), before);
}

#[test]
fn a_restart_equals_a_fresh_load_and_can_be_undone() {
    let fresh = {
        let mut player = player();
        (seen(&mut player), format!("{:?}", player.picture().view), player.picture().playing)
    };
    let mut player = player();
    pass(&mut player, 700);
    tell(&mut player, publish(&State::ORDER_CANCELED));
    tell(&mut player, Intent::SetSpeed(Speed(100.0)));
    pass(&mut player, 300);
    tell(&mut player, crash("INVOICE"));
    tell(&mut player, Intent::Step);
    let before = seen(&mut player);
    tell(&mut player, Intent::RestartRun);
    let picture = player.picture();
    assert_eq!((seen(&mut player), format!("{:?}", picture.view), picture.playing), fresh);
    assert_eq!((picture.speed, picture.recorded_until, picture.given.len()), (Speed::NORMAL, Time::ZERO, 0));
    pass(&mut player, 5_000);
    let mut untouched = super::player();
    pass(&mut untouched, 5_000);
    assert_eq!(seen(&mut player), seen(&mut untouched));
    tell(&mut player, Intent::Undo);
    assert_eq!(seen(&mut player), before);
    assert!(!player.picture().playing);
}

#[test]
fn every_run_has_its_own_number_and_keeps_it() {
    let mut player = player();
    let first = player.picture().run;
    tell(&mut player, Intent::Open(Box::new(BuiltIn::Listed.scenario()), Origin::BuiltIn("listed")));
    let second = player.picture().run;
    assert_ne!(first, second);
    assert_eq!(player.picture().origin, Origin::BuiltIn("listed"));
    tell(&mut player, Intent::Undo);
    assert_eq!((player.picture().run, player.picture().origin), (first, Origin::BuiltIn("described")));
    tell(&mut player, Intent::Redo);
    tell(&mut player, Intent::RestartRun);
    assert!(player.picture().run > second);
    assert_eq!(player.picture().origin, Origin::BuiltIn("listed"));
}

#[test]
fn without_a_past_there_is_nothing_to_undo() {
    let mut player = player();
    assert_eq!(player.tell(Intent::Undo), Err(Refused::NothingToUndo));
    tell(&mut player, publish(&State::IDLE));
    assert!(!player.picture().can_undo);
    assert_eq!(player.tell(Intent::Redo), Err(Refused::NothingToRedo));
}

#[test]
fn something_new_ends_what_could_be_redone() {
    let mut player = player();
    tell(&mut player, Intent::RestartRun);
    tell(&mut player, Intent::Undo);
    assert!(player.picture().can_redo);
    tell(&mut player, publish(&State::IDLE));
    assert!(!player.picture().can_redo);
}

#[test]
fn only_so_many_changes_are_kept() {
    let mut player = player();
    for _ in 0..200 {
        tell(&mut player, Intent::RestartRun);
    }
    let mut undone = 0;
    while player.tell(Intent::Undo).is_ok() {
        undone += 1;
    }
    assert_eq!(undone, 50);
}

#[test]
fn a_refused_command_changes_nothing() {
    let mut player = player();
    pass(&mut player, 3_000);
    tell(&mut player, Intent::Seek(Time::from_ms(1_000)));
    let before = seen(&mut player);
    assert!(player.tell(crash("NOBODY")).is_err());
    assert_eq!(seen(&mut player), before);
    assert!(!player.picture().can_undo);
}

#[test]
fn undo_and_redo_know_what_they_are_about() {
    let mut player = player();
    assert_eq!(player.to_undo(), None);
    let listed = || Origin::BuiltIn("listed");
    tell(&mut player, Intent::Open(Box::new(BuiltIn::Listed.scenario()), listed()));
    tell(&mut player, Intent::RestartRun);
    pass(&mut player, 2_000);
    tell(&mut player, publish(&State::IDLE));
    tell(&mut player, Intent::Seek(Time::from_ms(500)));
    tell(&mut player, publish(&State::ORDER_PAID));
    let published = Deed::Gave(Command::Publish(State::ORDER_PAID));
    let mut undone = Vec::new();
    while let Some(deed) = player.to_undo() {
        tell(&mut player, Intent::Undo);
        assert_eq!(player.to_redo(), Some(deed.clone()));
        undone.push(deed.as_ref().clone());
    }
    assert_eq!(undone, [published.clone(), Deed::Restarted, Deed::Opened(listed())]);
    for _ in 0..3 {
        tell(&mut player, Intent::Redo);
    }
    assert_eq!(player.to_undo().as_deref(), Some(&published));
}
