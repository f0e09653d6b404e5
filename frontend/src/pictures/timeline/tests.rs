//! The timeline's picture: a golden file, and what must hold for any part of a run.

use event_pattern::scenario::{BuiltIn, Command};
use event_pattern::trace::ServiceId;
use event_pattern::{Span, State, Time};

use super::{LaneByLane, TimelineStill, timeline};
use crate::pictures::Colours;
use crate::player::Player;
use crate::run::{Intent, Origin, Speed};
use crate::texts::{Language, Texts};
use crate::timeline::{Index, Window};

fn player() -> Player {
    let mut player = Player::open(BuiltIn::Described.scenario(), Origin::BuiltIn("described"), Speed::NORMAL);
    let give = |player: &mut Player, command: Command| {
        player.tell(Intent::Give(command)).expect("it can be done");
        player.advance(Span::from_ms(700), &mut || true);
    };
    give(&mut player, Command::Publish(State::TRANSACTION_PAID));
    give(&mut player, Command::Publish(State::TRANSACTION_CANCELED));
    player.advance(Span::from_ms(4_000), &mut || true);
    let name = player.picture().trace.names().service(ServiceId::from_index(1)).first_name().clone();
    give(&mut player, Command::Crash(name));
    player.tell(Intent::Seek(Time::from_ms(3_000))).expect("it is recorded");
    player
}

fn drawn(player: &mut Player, window: Window, language: Language) -> String {
    let (svg, _) = drawn_lane_by_lane(player, window, language);
    svg
}

/// The picture, and how many lanes were drawn for it.
fn drawn_lane_by_lane(player: &mut Player, window: Window, language: Language) -> (String, usize) {
    let picture = player.picture();
    let mut index = Index::default();
    index.follow(&picture);
    index.take_in(&picture.trace, usize::MAX / 2);
    let (texts, colours) = (Texts::of(language), Colours::light());
    let still = TimelineStill {
        texts,
        title: "A & <B>",
        picture: &picture,
        index: &index,
        window,
        colours: &colours,
    };
    let mut lanes = LaneByLane::begin(&still);
    let mut count = 0;
    while lanes.draw_lane() {
        count += 1;
    }
    let svg = lanes.finish();
    assert_eq!(svg, timeline(&still), "it is the same picture at once");
    (svg, count)
}

#[test]
fn a_lane_is_drawn_at_a_time() {
    let (_, count) = drawn_lane_by_lane(&mut player(), Window::whole(Time::from_ms(6_000)), Language::En);
    assert_eq!(count, 4, "publisher, broker and two services");
}

#[test]
fn the_lanes_of_a_run_with_a_loss_and_a_crash() {
    let svg = drawn(&mut player(), Window::whole(Time::from_ms(6_000)), Language::En);
    insta::assert_snapshot!("lanes", svg);
}

#[test]
fn any_part_is_drawn_with_numbers_and_no_foreign_markup() {
    let mut player = player();
    for (from, to) in [(0, 1), (2_000, 2_500), (5_900, 90_000), (80_000, 90_000)] {
        let window = Window { from: Time::from_ms(from), to: Time::from_ms(to) };
        let svg = drawn(&mut player, window, Language::PseudoMarkup);
        assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
        assert!(!svg.contains("<B>") && !svg.contains("<b>"), "{svg}");
        assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
    }
}
