//! The player, held to what `semantics.md` and the rules of the page say of places, commands, Undo and Restart.

mod branches;
mod directions;
mod edits;
mod errands;
mod history;
mod live;
mod passage;
mod places;
mod random;
mod restore;

use event_pattern::scenario::{BuiltIn, Command, ServiceName};
use event_pattern::{Scenario, Span, State, Time};

use super::Player;
use crate::run::{Intent, Origin, Speed};

fn player() -> Player {
    of(BuiltIn::Described.scenario())
}

fn of(scenario: Scenario) -> Player {
    Player::open(scenario, Origin::BuiltIn("described"), Speed::NORMAL)
}

fn paused() -> Player {
    let mut player = player();
    tell(&mut player, Intent::Pause);
    player
}

fn tell(player: &mut Player, intent: Intent) {
    player.tell(intent).expect("it can be done");
}

fn publish(state: &State) -> Intent {
    Intent::Give(Command::Publish(state.clone()))
}

fn crash(service: &str) -> Intent {
    Intent::Give(Command::Crash(name(service)))
}

fn name(service: &str) -> ServiceName {
    ServiceName::parse(service).expect("a name")
}

/// Lets `ms` of the viewer's time pass in frames, with all the time in the world in each.
fn pass(player: &mut Player, ms: u64) {
    for _ in 0..ms / 10 {
        player.advance(Span::from_ms(10), &mut || true);
    }
    player.advance(Span::from_ms(ms % 10), &mut || true);
}

/// The whole trace as the core writes it, and where the player looks.
fn seen(player: &mut Player) -> (String, Time, u32) {
    let picture = player.picture();
    let place = picture.view.place;
    (lines(player), place.at, place.seen)
}

fn lines(player: &mut Player) -> String {
    let trace = player.picture().trace;
    trace.entries().map(|(id, entry)| format!("{} {entry:?}\n", id.number())).collect()
}

/// What the key holds at the place that is looked at.
fn key(player: &mut Player) -> Option<String> {
    let picture = player.picture();
    picture.view.key.map(|key| picture.trace.names().state(key.state).to_string())
}

fn at_ms(player: &mut Player) -> f64 {
    player.picture().view.place.at.as_ms()
}
