//! Ways through a run: at once, in slices, step by step.

use event_pattern::trace::Place;
use event_pattern::{Engine, Time};
use proptest::prelude::*;

use crate::random;
use crate::support::{lines, run, view_after};

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn running_at_once_equals_running_in_slices(random in random::scenarios(), slices in random::slices()) {
        let mut sliced = Engine::new(random.scenario.clone());
        let mut last = Time::ZERO;
        for until in slices {
            last = last.max(until);
            sliced.run_to(until);
        }
        let whole = run(&random.scenario, last);
        prop_assert_eq!(lines(sliced.trace()), lines(whole.trace()));
        prop_assert_eq!(view_after(sliced.trace(), last), view_after(whole.trace(), last));
    }

    #[test]
    fn steps_forwards_and_backwards_visit_the_same_places((random, until) in random::runs()) {
        let mut engine = run(&random.scenario, Time::ZERO);
        let mut forwards = vec![Place::default()];
        while let Some(next) = engine.step(forwards[forwards.len() - 1], until) {
            prop_assert!(next > forwards[forwards.len() - 1]);
            forwards.push(next);
            if forwards.len() > 300 { break; }
        }
        let mut backwards = vec![forwards[forwards.len() - 1]];
        while let Some(previous) = engine.step_back(backwards[backwards.len() - 1]) {
            backwards.push(previous);
        }
        backwards.reverse();
        prop_assert_eq!(forwards, backwards);
    }
}
