//! Travelling in time: walks give what jumps give, a fork keeps its parent's past, two branches are told apart.

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Difference, EntryId, Place, Trace};
use crate::engine::Engine;
use crate::export::jsonl;
use crate::random;
use crate::scenario::Command;
use crate::state::State;
use crate::time::Time;

fn run(random: &random::Random, until: Time) -> Engine {
    let mut engine = Engine::new(random.scenario.clone());
    engine.run_to(until);
    engine
}

/// Places of a run in the order of their choice: those of entries, the middles of instants, and any instant.
fn places(trace: &Trace, choices: &[(Index, u64)]) -> Vec<Place> {
    let place = |&(index, micros): &(Index, u64)| {
        let there = trace.place_after(Time::from_micros(micros));
        match trace.len() {
            0 => there,
            _ if micros % 3 == 0 => there,
            len => trace.place_of(EntryId::from_index(index.index(len))).unwrap_or(there),
        }
    };
    choices.iter().map(place).collect()
}

/// What an entry tells, with what its line leaves out.
fn told(trace: &Trace) -> Vec<String> {
    let lines = jsonl(trace, 0, trace.len());
    let more = trace.entries().map(|(_, entry)| match entry.what {
        super::What::StateLost { set_by, .. } => set_by.number().to_string(),
        super::What::Published { unheard, .. } => unheard.to_string(),
        _ => String::new(),
    });
    lines.lines().zip(more).map(|(line, more)| line.to_owned() + &more).collect()
}

/// The same from the first entry on, without what both share.
fn naive_difference(one: &Trace, two: &Trace) -> Option<Difference> {
    let (one, two) = (told(one), told(two));
    let same = one.iter().zip(&two).take_while(|(one, two)| one == two).count();
    let id = EntryId::from_index(same);
    match (same == one.len(), same == two.len()) {
        (true, true) => None,
        (true, false) => Some(Difference::OnlyThere(id)),
        (false, true) => Some(Difference::OnlyHere(id)),
        (false, false) => Some(Difference::Differs(id)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_walk_in_any_order_gives_what_jumps_give(
        (random, until) in random::runs(),
        choices in prop::collection::vec(any::<(Index, u64)>(), 1..30),
        is_sorted in any::<bool>(),
    ) {
        let choices: Vec<_> = choices.into_iter().map(|(index, micros)| (index, micros % 4_000_000)).collect();
        let engine = run(&random, until);
        let trace = engine.trace();
        let mut places = places(trace, &choices);
        if is_sorted {
            places.sort();
        }
        let mut walk = trace.walk();
        for place in places {
            prop_assert_eq!(walk.to(place), &trace.view_at(place), "at {:?}", place);
        }
    }

    #[test]
    fn a_fork_has_its_parents_past_byte_for_byte_and_differs_where_the_lines_do(
        (random, until) in random::runs(),
        (first, second) in (0..4_000_000u64, 0..4_000_000u64),
        states in prop::collection::vec(0..8usize, 2),
    ) {
        let parent = run(&random, until);
        let mut branches = Vec::new();
        for (fork, state) in [first, second].into_iter().zip(states) {
            let place = parent.trace().place_after(Time::from_micros(fork).min(until));
            let state = State::parse(["IDLE", "A", "B", "C", "D", "X", "Y", "Z"][state]).unwrap();
            let mut branch = parent.clone();
            prop_assume!(branch.intervene(place, Command::Publish(state)).is_ok());
            let past = parent.trace().count_through(place.at);
            prop_assert_eq!(jsonl(branch.trace(), 0, past), jsonl(parent.trace(), 0, past));
            let there = branch.trace().place_after(place.at);
            prop_assert_eq!(branch.trace().view_at(there), parent.trace().view_at(there));
            branch.run_to(until.max(place.at.next_whole_ms()));
            branches.push(branch);
        }
        branches.push(parent);
        for one in &branches {
            for two in &branches {
                let (one, two) = (one.trace(), two.trace());
                prop_assert_eq!(one.first_difference(two), naive_difference(one, two));
            }
        }
    }

    #[test]
    fn going_anywhere_and_back_changes_nothing(
        (random, until) in random::runs(),
        choices in prop::collection::vec(any::<(Index, u64)>(), 1..10),
    ) {
        let mut engine = run(&random, until);
        let choices: Vec<_> = choices.into_iter().map(|(index, micros)| (index, micros % (until.as_micros() + 1))).collect();
        let before = told(engine.trace());
        for place in places(&engine.trace().clone(), &choices) {
            let view = engine.trace().view_at(place);
            // A place in the middle of nothing lies between two steps.
            if let Some(back) = engine.step_back(place) {
                prop_assert!(back < place);
                prop_assert!(engine.step(back, until).is_none_or(|forth| forth >= place));
            }
            if let Some(next) = engine.next_change(place, until) {
                prop_assert!(next > place);
                let back = engine.previous_change(next).unwrap();
                prop_assert_eq!(engine.trace().count_seen(back), engine.trace().count_seen(place));
                prop_assert_eq!(engine.next_change(back, until), Some(next));
            }
            prop_assert_eq!(engine.trace().view_at(place), view);
        }
        prop_assert_eq!(&told(engine.trace())[..before.len()], &before[..]);
    }

    #[test]
    fn the_latency_of_each_start_of_work_is_the_one_that_is_kept((random, until) in random::runs()) {
        let engine = run(&random, until);
        let trace = engine.trace();
        let computed: Vec<_> = trace.entries().filter_map(|(_, entry)| trace.latency_of(entry)).collect();
        let kept: Vec<_> = trace.latencies(trace.head()).collect();
        prop_assert_eq!(&computed, &kept);
        for from in 0..kept.len() {
            let part: Vec<_> = trace.latencies_between(from as u64, kept.len() as u64).collect();
            prop_assert_eq!(&part, &kept[from..]);
        }
    }
}
