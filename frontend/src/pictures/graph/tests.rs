//! The graph's picture: golden files, and what must hold for any run.

use event_pattern::scenario::{BuiltIn, Command};
use event_pattern::trace::StateId;
use event_pattern::{Scenario, Span, State};

use super::{GraphStill, graph};
use crate::pictures::Colours;
use crate::player::Player;
use crate::run::{Intent, Origin, Speed};
use crate::stage::flights::{Cargo, Flight, Leg, collect};
use crate::texts::{Language, Texts};

/// A picture of `player`'s run as it stands.
fn drawn(player: &mut Player, language: Language) -> String {
    let mut flights = Vec::new();
    collect(&player.frame(), &mut flights);
    drawn_with(player, language, &flights)
}

fn drawn_with(player: &mut Player, language: Language, flights: &[Flight]) -> String {
    let (texts, colours) = (Texts::of(language), Colours::light());
    let picture = player.picture();
    graph(&GraphStill { texts, scenario: "A & <B>", picture: &picture, flights, colours: &colours })
}

fn open(scenario: Scenario) -> Player {
    Player::open(scenario, Origin::BuiltIn("described"), Speed::NORMAL)
}

fn publish(player: &mut Player, state: &State) {
    player.tell(Intent::Give(Command::Publish(state.clone()))).expect("a state can be published");
}

#[test]
fn a_publication_on_its_way_and_one_that_was_lost() {
    let mut player = open(BuiltIn::Described.scenario());
    player.advance(Span::from_ms(600), &mut || true);
    publish(&mut player, &State::TRANSACTION_PAID);
    player.advance(Span::from_ms(100), &mut || true);
    publish(&mut player, &State::TRANSACTION_CANCELED);
    player.advance(Span::from_ms(150), &mut || true);
    insta::assert_snapshot!("lost", drawn(&mut player, Language::En));
}

#[test]
fn a_service_at_work_one_crashed_and_a_receiver_in_indonesian() {
    let mut player = open(BuiltIn::Overview.scenario());
    publish(&mut player, &State::parse("PART_A").expect("a state"));
    player.advance(Span::from_ms(900), &mut || true);
    let second = event_pattern::trace::ServiceId::from_index(1);
    let name = player.picture().trace.names().service(second).first_name().clone();
    player.tell(Intent::Give(Command::Crash(name))).expect("a service can be crashed");
    player.advance(Span::from_ms(900), &mut || true);
    insta::assert_snapshot!("work", drawn(&mut player, Language::Id));
}

/// Every flight of every service at once, in every language: nothing is written that is no number, nothing foreign as
/// markup.
#[test]
fn whatever_flies_is_drawn_with_numbers() {
    let mut player = open(BuiltIn::Listed.scenario());
    publish(&mut player, &State::ORDER_PAID);
    player.advance(Span::from_ms(4_000), &mut || true);
    let services: Vec<_> = player.picture().view.identities().map(|(id, _)| id).collect();
    let state = Cargo::State(StateId::from_index(0));
    let mut flights = Vec::new();
    for lane in 0..4 {
        for leg in [Leg::Publish, Leg::Lost] {
            flights.push(Flight { leg, cargo: state, progress: 0.3, lane });
        }
        for &service in &services {
            for leg in [Leg::Read(service), Leg::Write(service), Leg::Result(service)] {
                flights.push(Flight { leg, cargo: Cargo::Look, progress: 0.0, lane });
                flights.push(Flight { leg, cargo: state, progress: 1.0, lane });
            }
        }
    }
    for language in Language::ALL {
        let svg = drawn_with(&mut player, language, &flights);
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert!(svg.contains("A &amp; &lt;B&gt;") && !svg.contains("<B>"), "{svg}");
        assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
    }
}

#[test]
fn many_services_are_all_there() {
    let service = |n: usize| {
        format!(
            r#"{{"name":"SERVICE_{n:04}","allowed_states":{{"ORDER_PAID":"IDLE"}},"poll_interval_ms":500,"work_time_ms":3000}}"#
        )
    };
    let services: Vec<String> = (0..200).map(service).collect();
    let json = format!(r#"{{"version":1,"name":"many","services":[{}]}}"#, services.join(","));
    let mut player = open(Scenario::from_json(json.as_bytes()).expect("it is a scenario"));
    let svg = drawn(&mut player, Language::En);
    // The end of a long name is what tells it from the others.
    assert!((0..200).all(|n| svg.contains(&format!("{n:04}</text>"))), "{svg}");
}
