//! The first place at which a condition holds is the one that a look at every place finds.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::engine::Engine;
use crate::random;
use crate::time::Span;
use crate::trace::{ReadRun, ServiceId};

/// Every place of a run at which something is new: those of the entries, the moment before each instant that has some,
/// and every instant of reads.
fn places(trace: &Trace, until: Time) -> Vec<Place> {
    let view = trace.view_at(trace.place_after(until));
    let mut places = vec![Place::default(), trace.place_after(until)];
    for (id, entry) in trace.entries() {
        places.extend([trace.place_of(id), Some(Place { at: entry.at, seen: 0 })].into_iter().flatten());
    }
    for ReadRun { first, interval, count, .. } in trace.idle_reads_from(&view, Time::ZERO) {
        let instants = (0..count).map(|n| first + Span::from_micros(interval.as_micros() * n));
        places.extend(instants.map(|at| trace.place_after(at)));
    }
    places.sort();
    places.dedup();
    places
}

/// The place just before `place`: by an entry, or by the shortest time.
fn just_before(trace: &Trace, place: Place) -> Place {
    match place.seen.checked_sub(1) {
        Some(seen) => Place { seen, ..place },
        None => trace.place_after(place.at - Span::from_micros(1)),
    }
}

fn value(trace: &Trace, place: Place, measure: Measure) -> Option<u64> {
    measure.among(&Sums::of(&trace.view_at(place)))
}

/// What a look at every place says; busy time aside, which rises at every instant.
fn naive(
    condition: &Condition,
    trace: &Trace,
    after: Place,
    until: Place,
    places: &[Place],
) -> Option<Place> {
    let new = places.iter().copied().filter(|place| after < *place && *place <= until);
    let entry_at = |place: Place| {
        let seen = trace.count_seen(place);
        let is_of_an_entry = place.seen > 0 && seen > 0;
        is_of_an_entry.then(|| *trace.get(EntryId::from_index(seen - 1)).unwrap())
    };
    match *condition {
        Condition::At(at) => {
            (after < trace.place_after(at) && trace.place_after(at) <= until).then(|| trace.place_after(at))
        }
        Condition::Above(Measure::Detection, least) => {
            { new }.find(|&place| {
                let entry = entry_at(place).filter(|entry| matches!(entry.what, What::WorkStarted { .. }));
                // The state that is taken is the one that the key holds.
                let key = trace.view_at(place).key;
                entry.is_some_and(|entry| entry.at.since(key.unwrap().set_at).as_micros() > least)
            })
        }
        Condition::Above(measure, least) => {
            let is_above = |place| value(trace, place, measure) > Some(least);
            { new }.find(|&place| is_above(place)).filter(|_| !is_above(after))
        }
        Condition::Loss => { new }
            .find(|&place| entry_at(place).is_some_and(|entry| matches!(entry.what, What::StateLost { .. }))),
        Condition::Kind(kind) => {
            { new }.find(|&place| entry_at(place).is_some_and(|entry| entry.what.kind() == kind.as_str()))
        }
        Condition::Actor(actor) => {
            { new }.find(|&place| entry_at(place).is_some_and(|entry| entry.actor == actor))
        }
    }
}

fn conditions() -> impl Strategy<Value = Condition> {
    let actor = prop_oneof![
        1 => Just(Actor::Publisher),
        3 => (0..6usize).prop_map(|index| Actor::Service(ServiceId::from_index(index))),
    ];
    let counts: Vec<Measure> = Measure::ALL.into_iter().filter(|measure| *measure != Measure::Busy).collect();
    prop_oneof![
        random::untils().prop_map(Condition::At),
        Just(Condition::Loss),
        select(EntryKind::ALL).prop_map(Condition::Kind),
        actor.prop_map(Condition::Actor),
        (select(counts.clone()), 0..6u64).prop_map(|(measure, value)| Condition::Above(measure, value)),
        (select(counts), 0..4_000u64).prop_map(|(measure, value)| Condition::Above(measure, value)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn the_first_hit_is_the_one_that_a_look_at_every_place_finds(
        (random, until) in random::runs(),
        conditions in prop::collection::vec(conditions(), 6),
        (from, to) in any::<(Index, Index)>(),
    ) {
        let mut engine = Engine::new(random.scenario);
        engine.run_to(until);
        let trace = engine.trace();
        let mut places = places(trace, until);
        // A busy millisecond poll makes thousands of them.
        places.truncate(400);
        let (from, to) = (from.index(places.len()), to.index(places.len()));
        let (after, until) = (places[from.min(to)], places[from.max(to)]);
        for condition in conditions {
            let expected = naive(&condition, trace, after, until, &places);
            prop_assert_eq!(condition.first_hit(trace, after, until), expected, "{:?} {:?} {:?}", condition, after, until);
        }
    }

    #[test]
    fn the_last_hit_is_the_last_place_at_which_it_holds_newly(
        (random, until) in random::runs(),
        conditions in prop::collection::vec(conditions(), 6),
        (from, to) in any::<(Index, Index)>(),
    ) {
        let mut engine = Engine::new(random.scenario);
        engine.run_to(until);
        let trace = engine.trace();
        let mut places = places(trace, until);
        places.truncate(400);
        let (from, to) = (from.index(places.len()), to.index(places.len()));
        let (from, before) = (places[from.min(to)], places[from.max(to)]);
        for condition in conditions {
            let instant = if let Condition::At(at) = condition { Some(trace.place_after(at)) } else { None };
            let is_hit = |place: &Place| condition.first_hit(trace, just_before(trace, *place), *place) == Some(*place);
            let all = places.iter().copied().chain(instant).filter(|place| *place != Place::default());
            let expected = all.filter(|place| from <= *place && *place < before && is_hit(place)).max();
            prop_assert_eq!(condition.last_hit(trace, from, before), expected, "{:?} {:?} {:?}", condition, from, before);
        }
    }

    #[test]
    fn a_measure_that_rises_between_two_entries_is_caught_at_the_very_instant(
        (random, until) in random::runs(),
        part in 0..100u64,
        from in 0..4_000_000u64,
    ) {
        let mut engine = Engine::new(random.scenario);
        engine.run_to(until);
        let trace = engine.trace();
        let after = trace.place_after(Time::from_micros(from).min(until));
        let until = trace.place_after(until);
        for measure in [Measure::Busy, Measure::Polls, Measure::WastedPolls] {
            let (least, most) = (value(trace, after, measure).unwrap(), value(trace, until, measure).unwrap());
            let limit = least + (most - least) * part / 100;
            let hit = Condition::Above(measure, limit).first_hit(trace, after, until);
            prop_assert_eq!(hit.is_some(), most > limit);
            if let Some(hit) = hit {
                prop_assert!(after < hit && hit <= until);
                prop_assert!(value(trace, hit, measure).unwrap() > limit);
                prop_assert!(value(trace, just_before(trace, hit), measure).unwrap() <= limit);
            }
        }
    }
}
