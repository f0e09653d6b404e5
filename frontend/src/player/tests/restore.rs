//! A run after a reload: the same trace, the same place.

use event_pattern::Place;

use super::*;

fn reloaded(player: &Player) -> Player {
    Player::restore(player.save(), Speed::NORMAL).expect("what was saved fits")
}

#[test]
fn the_same_trace_and_the_same_place_are_there_after_a_reload() {
    let mut player = player();
    pass(&mut player, 1_000);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    tell(&mut player, crash("INVOICE"));
    pass(&mut player, 8_000);
    tell(&mut player, publish(&State::TRANSACTION_CANCELED));
    tell(&mut player, Intent::SetSpeed(Speed(0.5)));
    tell(&mut player, Intent::Seek(Time::from_ms(4_400)));
    tell(&mut player, Intent::PreviousChange);
    let mut after = reloaded(&player);
    assert_eq!(seen(&mut after), seen(&mut player));
    assert_eq!(after.save(), player.save());
    tell(&mut after, Intent::RestartRun);
    assert_eq!((after.picture().given.len(), after.picture().speed), (0, Speed::NORMAL));
}

#[test]
fn it_goes_on_if_it_went_on() {
    let mut player = player();
    pass(&mut player, 1_234);
    assert!(reloaded(&player).picture().playing);
    tell(&mut player, Intent::Pause);
    assert!(!reloaded(&player).picture().playing);
}

#[test]
fn a_cut_leaves_nothing_in_what_is_saved() {
    let mut player = player();
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    pass(&mut player, 5_000);
    tell(&mut player, Intent::Seek(Time::ZERO));
    tell(&mut player, publish(&State::IDLE));
    assert_eq!(player.save().given.len(), 1);
    assert_eq!(seen(&mut reloaded(&player)), seen(&mut player));
}

#[test]
fn what_somebody_changed_by_hand_is_refused_or_put_right() {
    let mut player = player();
    pass(&mut player, 1_000);
    let mut saved = player.save();
    saved.place = Place { at: Time::from_ms(9_000), seen: 77 };
    let mut after = Player::restore(saved.clone(), Speed::NORMAL).expect("a place can be put right");
    assert_eq!(after.picture().view.place, Place { at: Time::from_ms(1_000), seen: 0 });
    saved.given = vec![event_pattern::scenario::TimedCommand {
        at: Time::from_ms(5),
        command: Command::Crash(name("NOBODY")),
    }];
    assert!(Player::restore(saved, Speed::NORMAL).is_err());
}
