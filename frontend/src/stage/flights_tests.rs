//! Which flights a frame shows, and where on their way they are.

use event_pattern::scenario::{BuiltIn, Command, TimedCommand};
use event_pattern::trace::ServiceId;
use event_pattern::{Engine, Place, Scenario, Span, State, Time, Trace, View};

use super::flights::{Cargo, Flight, Leg, collect};
use super::ring::Ring;
use crate::run::Frame;

const FLIGHT: Span = Span::from_ms(400);

fn order() -> ServiceId {
    ServiceId::from_index(0)
}

fn scenario(built_in: BuiltIn, published: &[(u64, State)]) -> Scenario {
    let mut scenario = built_in.scenario();
    let publish = |(at, state): &(u64, State)| TimedCommand {
        at: Time::from_ms(*at),
        command: Command::Publish(state.clone()),
    };
    scenario.commands.extend(published.iter().map(publish));
    scenario
}

struct Run {
    trace: Trace,
    flight: Span,
}

impl Run {
    fn of(built_in: BuiltIn, published: &[(u64, State)]) -> Run {
        let mut engine = Engine::new(scenario(built_in, published));
        engine.run_to(Time::from_ms(20_000));
        Run { trace: engine.trace().clone(), flight: FLIGHT }
    }

    fn view(&self, place: Place) -> View {
        self.trace.view_at(place)
    }

    /// What flies at `view`'s place; after a step that began at `step.0` seen entries and has `step.1` of its time over.
    fn flights_of(&self, view: &View, step: Option<(usize, f64)>, playing: bool) -> Vec<Flight> {
        let frame = Frame {
            trace: &self.trace,
            view,
            now: view.place.at,
            flight: self.flight,
            step_progress: step.map(|(_, progress)| progress),
            step_from: step.map_or(0, |(from, _)| from),
            playing,
        };
        let mut flights = Vec::new();
        collect(&frame, &mut flights);
        flights
    }

    /// What flies at `ms` while time runs.
    fn at(&self, ms: u64) -> Vec<Flight> {
        self.flights_of(&self.view(self.trace.place_after(Time::from_ms(ms))), None, true)
    }

    fn states_at(&self, ms: u64) -> Vec<(Leg, String, u32)> {
        let states = self.at(ms).into_iter().filter_map(|flight| match flight.cargo {
            Cargo::State(state) => {
                let name = self.trace.names().state(state).to_string();
                Some((flight.leg, name, (flight.progress * 100.0).round() as u32))
            }
            Cargo::Look => None,
        });
        states.collect()
    }

    fn looks_at(&self, ms: u64) -> usize {
        self.at(ms).iter().filter(|flight| flight.cargo == Cargo::Look).count()
    }
}

fn paid() -> Run {
    Run::of(BuiltIn::Described, &[(700, State::TRANSACTION_PAID)])
}

#[test]
fn a_publication_flies_to_the_broker_for_the_time_of_a_flight() {
    let run = paid();
    let flying = |progress| vec![(Leg::Publish, "TRANSACTION_PAID".to_owned(), progress)];
    assert_eq!(run.states_at(699), []);
    assert_eq!(run.states_at(700), flying(0));
    assert_eq!(run.states_at(800), flying(25));
}

#[test]
fn the_state_flies_to_whoever_takes_it_and_the_next_one_back() {
    let run = paid();
    let read = (Leg::Read(order()), "TRANSACTION_PAID".to_owned(), 50);
    assert_eq!(run.states_at(1_200), [read]);
    assert_eq!(run.states_at(2_000), []);
    assert_eq!(run.states_at(4_300), [(Leg::Write(order()), "IDLE".to_owned(), 75)]);
    assert_eq!(run.states_at(4_400), [], "it has arrived");
}

#[test]
fn a_result_flies_to_the_receiver() {
    let part = State::parse("PART_A").unwrap();
    let run = Run::of(BuiltIn::Overview, &[(100, part)]);
    let flying: Vec<Leg> = run.states_at(3_600).into_iter().map(|(leg, _, _)| leg).collect();
    assert_eq!(flying, [Leg::Write(order()), Leg::Result(order())]);
}

#[test]
fn a_lost_state_falls_while_the_new_one_comes() {
    let run = Run::of(BuiltIn::Described, &[(600, State::TRANSACTION_PAID), (700, State::IDLE)]);
    let lost: Vec<_> = run.states_at(800).into_iter().filter(|(leg, ..)| *leg == Leg::Lost).collect();
    assert_eq!(lost, [(Leg::Lost, "TRANSACTION_PAID".to_owned(), 25)]);
}

#[test]
fn looks_in_vain_are_seen_from_the_very_first_instant() {
    let run = paid();
    assert_eq!(run.looks_at(0), 2, "both look when they start");
    assert_eq!(run.looks_at(100), 2);
    assert_eq!(run.looks_at(400), 0, "they have arrived");
    assert_eq!(run.looks_at(600), 2);
    assert_eq!(run.looks_at(1_100), 1, "ORDER's look led to work: it carries the state");
}

#[test]
fn looks_that_would_overlap_are_no_flights() {
    let run = Run { flight: Span::from_ms(600), ..paid() };
    let view = run.view(run.trace.place_after(Time::from_ms(600)));
    assert_eq!(run.flights_of(&view, None, true), []);
    assert_eq!(Ring::of(view.service(order()), view.place.at, run.flight), Ring::Blur);
}

#[test]
fn states_at_one_instant_on_one_line_fly_in_lanes_of_their_own() {
    let states = [State::TRANSACTION_PAID, State::ORDER_PAID, State::IDLE];
    let run = Run::of(BuiltIn::Described, &states.map(|state| (700, state)));
    let lanes = |ms| {
        let published = run.at(ms).into_iter().filter(|flight| flight.leg == Leg::Publish);
        published.map(|flight| flight.lane).collect::<Vec<_>>()
    };
    assert_eq!(lanes(750), [0, 1, 2]);
}

#[test]
fn a_flight_keeps_its_lane_when_the_one_before_it_has_arrived() {
    let run = Run::of(BuiltIn::Described, &[(700, State::TRANSACTION_PAID), (800, State::IDLE)]);
    let lane_of_idle = |ms| run.at(ms).iter().rev().find(|f| f.leg == Leg::Publish).map(|f| f.lane);
    assert_eq!(lane_of_idle(900), Some(1));
    assert_eq!(lane_of_idle(1_150), Some(1));
}

#[test]
fn paused_flights_stand_still_and_a_step_shows_its_own() {
    let run = paid();
    let standing = run.view(run.trace.place_after(Time::from_ms(800)));
    assert_eq!(run.flights_of(&standing, None, false), run.flights_of(&standing, None, true));

    let before = run.trace.count_before(Time::from_ms(700));
    let stepped = run.view(Place { at: Time::from_ms(700), seen: 1 });
    let flights = run.flights_of(&stepped, Some((before, 0.5)), false);
    assert_eq!(
        flights.iter().map(|flight| (flight.leg, flight.progress)).collect::<Vec<_>>(),
        [(Leg::Publish, 0.5)]
    );

    let next = run.view(Place { at: Time::from_ms(700), seen: 2 });
    assert_eq!(
        run.flights_of(&next, Some((before + 1, 0.5)), false),
        [],
        "the key changes: nothing flies for it"
    );
    let given = run.flights_of(&next, Some((before, 0.5)), false);
    assert_eq!(given.len(), 1, "a command given while paused shows all that it did");
}

#[test]
fn a_step_to_reads_shows_these_reads_at_every_speed() {
    for speed in [1, 10, 1_000] {
        let run = Run { flight: Span::from_ms(400 * speed), ..paid() };
        let stepped = run.view(run.trace.place_after(Time::from_ms(500)));
        let progress: Vec<f32> = run
            .flights_of(&stepped, Some((stepped.entries_seen, 0.25)), false)
            .into_iter()
            .map(|flight| flight.progress)
            .collect();
        assert_eq!(progress, [0.25, 0.25], "{speed} times as fast");
        assert_eq!(run.flights_of(&stepped, None, false), []);
    }
}

#[test]
fn rings_tell_how_much_is_over() {
    let run = paid();
    let ring = |ms, service| {
        let view = run.view(run.trace.place_after(Time::from_ms(ms)));
        Ring::of(view.service(ServiceId::from_index(service)), view.place.at, FLIGHT)
    };
    assert_eq!(ring(250, 0), Ring::Sleep(0.5));
    assert!(matches!(ring(2_500, 0), Ring::Work(_, share) if share == 0.5));
    assert_eq!(ring(2_500, 1), Ring::Sleep(0.0));
}
