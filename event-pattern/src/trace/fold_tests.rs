//! Jumping to a place gives what folding the trace from zero gives, at every place and whatever chunk it lies in.

use proptest::prelude::*;

use super::{Place, Trace};
use crate::engine::Engine;
use crate::random;
use crate::time::{Span, Time};
use crate::view::View;

/// The picture at `place`, from the beginning on.
fn fold_from_zero(trace: &Trace, place: Place) -> View {
    let scenario = trace.header().scenario.clone();
    let mut view = Trace::new(scenario, trace.header().driver).head().clone();
    let whole_instant =
        trace.entries().filter(|(_, entry)| entry.at == place.at).count() <= place.seen as usize;
    let mut seen_there = 0;
    for (_, entry) in trace.entries() {
        seen_there += u32::from(entry.at == place.at);
        if entry.at < place.at || (entry.at == place.at && seen_there <= place.seen) {
            view.apply(entry, trace.names());
        }
    }
    let end = if whole_instant { place.at + Span::from_micros(1) } else { place.at };
    view.settle(place, end);
    view
}

fn run(random: &random::Random, until: Time) -> Engine {
    let mut engine = Engine::new(random.scenario.clone());
    engine.run_to(until);
    engine
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_jump_to_any_place_gives_what_folding_from_zero_gives(
        (random, until) in random::runs(),
        between in prop::collection::vec(0..4_000_000u64, 0..20),
    ) {
        let engine = run(&random, until);
        let trace = engine.trace();
        let entries = trace.entries().take(100).filter_map(|(id, _)| trace.place_of(id));
        let instants = between.into_iter().map(|micros| trace.place_after(Time::from_micros(micros)));
        for place in entries.chain(instants).chain([Place::default(), trace.place_after(until)]) {
            prop_assert_eq!(trace.view_at(place), fold_from_zero(trace, place));
            let one_less = Place { seen: place.seen.saturating_sub(1), ..place };
            prop_assert_eq!(trace.view_at(one_less), fold_from_zero(trace, one_less));
        }
    }

    #[test]
    fn at_every_place_each_read_that_led_to_nothing_is_there_once((random, until) in random::runs()) {
        let engine = run(&random, until);
        let trace = engine.trace();
        let entries = trace.entries().take(100).filter_map(|(id, _)| trace.place_of(id));
        for place in entries.chain([Place::default(), trace.place_after(until)]) {
            let view = trace.view_at(place);
            let runs = trace.idle_reads_from(&view, Time::ZERO);
            let reads: u64 = runs.iter().map(|run| run.count).sum();
            let counted: u64 = view.services.iter().map(|service| service.wasted_polls()).sum();
            prop_assert_eq!(reads, counted, "at {:?}", place);
        }
    }

    #[test]
    fn a_trace_that_is_cut_equals_one_that_never_went_on((random, until) in random::runs(), cut in 0..4_000_000u64) {
        let cut = Time::from_micros(cut).min(until);
        let (long, short) = (run(&random, until), run(&random, cut));
        let (cut_off, short) = (long.trace().cut_after(cut), short.trace());
        prop_assert!(cut_off.entries().eq(short.entries()));
        prop_assert_eq!(cut_off.head(), short.head());
        let reads = |trace: &Trace| trace.idle_reads_from(&trace.view_at(trace.place_after(cut)), Time::ZERO);
        prop_assert_eq!(reads(&cut_off), reads(short));
        prop_assert!(cut_off.latencies(short.head()).eq(short.latencies(short.head())));
        let place = cut_off.place_after(cut);
        prop_assert_eq!(cut_off.view_at(place), short.view_at(place));
    }
}

#[test]
fn a_copy_shares_what_lies_before_the_cut_and_nothing_that_came_after() {
    let mut scenario = crate::scenario::BuiltIn::Described.scenario();
    let publish = crate::scenario::Command::Publish(crate::State::TRANSACTION_PAID);
    let at = |index: u64| Time::from_ms(100 + index * 4_000);
    scenario.commands.extend(
        (0..6).map(|index| crate::scenario::TimedCommand { at: at(index), command: publish.clone() }),
    );
    let mut engine = Engine::new(scenario);
    engine.run_to(Time::from_ms(30_000));
    let trace = engine.trace();
    let cut = trace.cut_after(at(3));
    // The last chunk is begun anew.
    assert!(cut.shared_with(trace) <= cut.len() && cut.len() - cut.shared_with(trace) <= super::CHUNK);
    assert_eq!(trace.shared_with(&cut), cut.shared_with(trace));
    let stranger = Engine::new(crate::scenario::Scenario::clone(engine.scenario()));
    assert_eq!(trace.shared_with(stranger.trace()), 0);
}
