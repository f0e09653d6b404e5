//! The index after anything that a person does says what one says that is made from scratch.

use event_pattern::scenario::{BuiltIn, Command};
use event_pattern::{Span, State, Time};

use super::index::{Index, Progress, lane_of};
use super::lanes::Lanes;
use crate::player::Player;
use crate::run::{Intent, Origin, Speed};

/// A small generator of numbers: the same in every run of the tests.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

/// A player to whom a person does something.
pub(super) fn do_something(player: &mut Player, dice: &mut Dice) {
    let states = [State::TRANSACTION_PAID, State::ORDER_COMPLETED, State::IDLE, State::ORDER_CANCELED];
    let end = player.picture().recorded_until.as_micros();
    let intent = match dice.roll(9) {
        0..=2 => Intent::Give(Command::Publish(states[dice.roll(4) as usize].clone())),
        3 => {
            let order = player.scenario_with_given().services[0].name.clone();
            Intent::Give(match dice.roll(3) {
                0 => Command::Crash(order),
                1 => Command::Restart(order),
                _ => Command::Stop(order),
            })
        }
        4 => Intent::Seek(Time::from_micros(dice.roll(end + 1))),
        5 => Intent::Undo,
        6 => Intent::Redo,
        _ => Intent::Play,
    };
    // What is refused changes nothing.
    let _ = player.tell(intent);
    player.advance(Span::from_ms(dice.roll(4_000)), &mut || true);
}

pub(super) fn player(built_in: BuiltIn) -> Player {
    Player::open(built_in.scenario(), Origin::BuiltIn(built_in.name()), Speed::NORMAL)
}

#[test]
fn an_index_after_cuts_says_what_one_from_scratch_says() {
    for (seed, built_in) in (0..).zip([BuiltIn::Described, BuiltIn::Overview, BuiltIn::Choreography]) {
        let (mut player, mut dice) = (player(built_in), Dice(seed));
        let mut index = Index::default();
        for turn in 0..120 {
            do_something(&mut player, &mut dice);
            let picture = player.picture();
            index.follow(&picture);
            // Now and then it is asked before it has looked at everything.
            let most = if dice.roll(3) == 0 { 3 } else { usize::MAX / 2 };
            if index.take_in(&picture.trace, most) == Progress::More {
                continue;
            }
            let mut scratch = Index::default();
            scratch.follow(&picture);
            scratch.take_in(&picture.trace, usize::MAX / 2);
            assert!(index.says_the_same(&scratch), "{built_in:?} after {turn} turns");
        }
    }
}

#[test]
fn every_entry_is_found_in_its_lane_going_forwards_and_backwards() {
    let (mut player, mut dice) = (player(BuiltIn::Overview), Dice(7));
    (0..40).for_each(|_| do_something(&mut player, &mut dice));
    let picture = player.picture();
    let mut index = Index::default();
    index.follow(&picture);
    index.take_in(&picture.trace, usize::MAX / 2);
    let lanes = Lanes::of(&picture.trace);
    let mut found = 0;
    for node in (0..lanes.count()).filter_map(|position| lanes.at(position)) {
        let expected: Vec<_> =
            picture.trace.entries().filter(|(_, entry)| lane_of(entry) == node).map(|(id, _)| id).collect();
        let forwards: Vec<_> =
            std::iter::successors(index.next(node, 0), |id| index.next(node, id.index() + 1)).collect();
        let mut backwards: Vec<_> =
            std::iter::successors(index.previous(node, usize::MAX), |id| index.previous(node, id.index()))
                .collect();
        backwards.reverse();
        assert_eq!((&forwards, &backwards), (&expected, &expected), "{node:?}");
        found += expected.len();
    }
    assert_eq!(found, picture.trace.len());
}

#[test]
fn an_entry_costs_four_bytes_and_little_more() {
    let (mut player, mut dice) = (player(BuiltIn::Choreography), Dice(1));
    while player.picture().trace.len() < 3_000 {
        do_something(&mut player, &mut dice);
        let _ = player.tell(Intent::SeekEnd);
        let _ = player.tell(Intent::Play);
        player.advance(Span::from_ms(50_000), &mut || true);
    }
    let picture = player.picture();
    let mut index = Index::default();
    index.follow(&picture);
    index.take_in(&picture.trace, usize::MAX / 2);
    // The tests have pieces of four numbers only, each with 24 bytes of its own.
    let bytes = 4 * picture.trace.len() + 24 * picture.trace.len() / 4 + 4_096;
    assert!(index.bytes() <= bytes, "{} bytes for {} entries", index.bytes(), picture.trace.len());
}
