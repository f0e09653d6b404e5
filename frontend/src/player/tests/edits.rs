//! Edits: taken back by new commands with the old values.

use event_pattern::scenario::{AllowedStates, Edit, ServiceSetup};
use event_pattern::trace::ServiceId;

use super::*;

fn edit_interval(service: &str, ms: u64) -> Intent {
    let mut edit = Edit::new(name(service));
    edit.poll_interval = Some(Span::from_ms(ms));
    Intent::Give(Command::Edit(edit))
}

fn interval_ms(player: &mut Player) -> f64 {
    player.picture().view.service(ServiceId::from_index(0)).poll_interval.as_ms()
}

/// The names of the services that are in the scenario at the place that is looked at.
fn present(player: &mut Player) -> Vec<String> {
    let picture = player.picture();
    let name = |id| picture.trace.names().service(id).name_after(picture.view.entries_seen).to_string();
    picture.view.present().map(|(id, _)| name(id)).collect()
}

#[test]
fn undo_of_an_edit_is_a_new_command_with_the_old_values() {
    let mut player = player();
    pass(&mut player, 1_000);
    tell(&mut player, edit_interval("ORDER", 200));
    pass(&mut player, 1_000);
    let length = player.picture().trace.len();
    tell(&mut player, Intent::Undo);
    assert_eq!(interval_ms(&mut player), 500.0);
    assert_eq!((player.picture().trace.len(), at_ms(&mut player)), (length + 1, 2_002.0));
    assert_eq!(player.picture().given.len(), 2);
    tell(&mut player, Intent::Redo);
    assert_eq!((interval_ms(&mut player), player.picture().given.len()), (200.0, 3));
    tell(&mut player, Intent::Undo);
    assert_eq!(interval_ms(&mut player), 500.0);
}

#[test]
fn allowed_states_come_back_in_their_order() {
    let mut player = player();
    let allowed = |player: &mut Player| {
        let picture = player.picture();
        picture.trace.names().allowed_states(picture.view.service(ServiceId::from_index(0)).allowed)
    };
    let before = allowed(&mut player);
    let mut edit = Edit::new(name("ORDER"));
    edit.allowed_states = Some(AllowedStates::default());
    tell(&mut player, Intent::Give(Command::Edit(edit)));
    assert_eq!(allowed(&mut player).0, []);
    tell(&mut player, Intent::Undo);
    assert_eq!(allowed(&mut player), before);
}

#[test]
fn an_edit_is_taken_back_at_the_end_of_the_record_when_an_earlier_place_is_looked_at() {
    let mut player = player();
    pass(&mut player, 5_000);
    tell(&mut player, edit_interval("ORDER", 200));
    pass(&mut player, 1_000);
    let length = player.picture().trace.len();
    tell(&mut player, Intent::Seek(Time::from_ms(1_000)));
    tell(&mut player, Intent::Undo);
    assert_eq!((at_ms(&mut player), player.picture().trace.len()), (6_002.0, length + 1));
    assert_eq!(interval_ms(&mut player), 500.0);
}

#[test]
fn an_undo_in_the_past_cuts_and_redo_brings_the_rest_back() {
    let mut player = player();
    pass(&mut player, 1_000);
    tell(&mut player, edit_interval("ORDER", 200));
    pass(&mut player, 1_000);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    pass(&mut player, 5_000);
    tell(&mut player, Intent::Seek(Time::from_ms(1_500)));
    let before = seen(&mut player);
    tell(&mut player, Intent::Undo);
    assert_eq!(interval_ms(&mut player), 500.0);
    assert_eq!(player.picture().recorded_until.as_ms(), 1_501.0);
    tell(&mut player, Intent::Redo);
    assert_eq!(seen(&mut player), before);
}

#[test]
fn names_and_services_come_and_go() {
    let mut player = player();
    pass(&mut player, 1_000);
    let rename = Command::Rename { service: name("ORDER"), to: name("SHOP") };
    tell(&mut player, Intent::Give(rename));
    tell(&mut player, Intent::Give(Command::Add(ServiceSetup::new(name("SALES"), AllowedStates::default()))));
    tell(&mut player, Intent::Give(Command::Remove(name("INVOICE"))));
    assert_eq!(present(&mut player), ["SHOP", "SALES"]);
    tell(&mut player, Intent::Undo);
    assert_eq!(present(&mut player), ["SHOP", "SALES", "INVOICE"]);
    let back = player.picture().view.service(ServiceId::from_index(3)).phase;
    assert!(back.is_running(), "what ran runs again: {back:?}");
    tell(&mut player, Intent::Undo);
    tell(&mut player, Intent::Undo);
    assert_eq!(present(&mut player), ["ORDER", "INVOICE"]);
    for _ in 0..3 {
        pass(&mut player, 100);
        tell(&mut player, Intent::Redo);
    }
    assert_eq!(present(&mut player), ["SHOP", "SALES"]);
}
