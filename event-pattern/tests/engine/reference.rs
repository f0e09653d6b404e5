//! The engine against the naive one, in which every poll is an event.

use event_pattern::service::Phase;
use event_pattern::trace::ServiceId;
use event_pattern::{Trace, View};
use proptest::prelude::*;

use crate::cases::{self, Case};
use crate::support::{idle_reads, lines, metrics, run, view_after};
use crate::{naive, random};

#[test]
fn each_sentence_of_the_specification_holds() {
    let wrong: Vec<String> = cases::all().filter_map(difference).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn difference(case: &Case) -> Option<String> {
    let engine = run(&case.scenario(), case.until);
    case.difference(&lines(engine.trace()), &metrics(engine.trace(), case.until))
}

/// Every phase as the naive engine has it, said in one form for both.
fn phase(view: &View, trace: &Trace, id: ServiceId) -> naive::Phase {
    let names = trace.names();
    match view.service(id).phase {
        Phase::NotStarted { starts_at } => naive::Phase::NotStarted { starts_at },
        Phase::Sleeping(clock) => naive::Phase::Sleeping { next_read: clock.next() },
        Phase::Working(work) => {
            let plain = naive::Work {
                on: names.state(work.state).to_string(),
                sets: names.state(work.next_state).to_string(),
                began: work.since,
                ends: work.until,
                started: u64::from(work.started_by.expect("recorded").number()),
            };
            match work.stopping {
                Some(stopping) => {
                    let stopping = u64::from(stopping.entry.expect("recorded").number());
                    naive::Phase::Stopping { work: plain, stopping }
                }
                None => naive::Phase::Working(plain),
            }
        }
        Phase::Stopped => naive::Phase::Stopped,
        Phase::Crashed => naive::Phase::Crashed,
        Phase::Removed => naive::Phase::Removed,
        Phase::Reading(_) | Phase::Writing(..) => panic!("the simulated store answers in the same instant"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn polls_as_arithmetic_give_what_polls_as_events_give((random, until) in random::runs()) {
        let naive = naive::run(&random.scenario, until);
        let engine = run(&random.scenario, until);
        prop_assert_eq!(lines(engine.trace()), naive.jsonl());
        prop_assert_eq!(metrics(engine.trace(), until), naive.metrics());
        let view = view_after(engine.trace(), until);
        for (index, service) in naive.services().iter().enumerate() {
            let id = ServiceId::from_index(index);
            prop_assert_eq!(&phase(&view, engine.trace(), id), &service.phase);
        }
        let key = view.key.map(|key| engine.trace().names().state(key.state).to_string());
        prop_assert_eq!(key.as_deref(), naive.key());
        prop_assert_eq!(idle_reads(engine.trace(), until), naive.reads());
    }
}
