//! The naive engine keeps the specification: a case for each of its sentences, and what holds for every run.

mod cases;
mod naive;
mod random;

use cases::Case;
use event_pattern::time::Time;
use naive::{Phase, Work};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// The kinds of entries that a simulated run can have.
const KINDS: [&str; 16] = [
    "published",
    "state_changed",
    "state_lost",
    "work_started",
    "work_finished",
    "result_published",
    "started",
    "stopping",
    "stopped",
    "crashed",
    "restarted",
    "edited",
    "added",
    "renamed",
    "removed",
    "command_refused",
];

/// Every case whose run is not as the specification says, with what came instead.
#[test]
fn each_sentence_of_the_specification_holds() {
    let wrong: Vec<String> = cases::all().filter_map(difference).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn difference(case: &Case) -> Option<String> {
    let run = naive::run(&case.scenario(), case.until);
    case.difference(&run.jsonl(), &run.metrics())
}

/// What a picture of a run is compared with: where every identity is, and what the key holds.
#[test]
fn the_end_of_a_run_tells_where_each_service_is() {
    let case = Case {
        name: "phases",
        scenario: r#""services":[
            {"name":"NEVER","allowed_states":{},"starts_at_ms":null},
            {"name":"LATER","allowed_states":{},"starts_at_ms":9},
            {"name":"IDLER","allowed_states":{},"poll_interval_ms":2},
            {"name":"WORKER","allowed_states":{"A":"B"},"work_time_ms":5},
            {"name":"FINISHER","allowed_states":{"A":"C"},"work_time_ms":5},
            {"name":"STOPPED","allowed_states":{}},
            {"name":"CRASHED","allowed_states":{}},
            {"name":"REMOVED","allowed_states":{}}],
            "commands":[{"at_ms":0,"publish":"A"},
            {"at_ms":1,"stop":"FINISHER"},{"at_ms":1,"stop":"STOPPED"},
            {"at_ms":1,"crash":"CRASHED"},{"at_ms":1,"remove":"REMOVED"}]"#,
        until: Time::from_ms(3),
        jsonl: "",
        metrics: &[],
    };
    let run = naive::run(&case.scenario(), case.until);
    let work = |sets: &str, started| Work {
        on: "A".to_owned(),
        sets: sets.to_owned(),
        began: Time::ZERO,
        ends: Time::from_ms(5),
        started,
    };
    let phases: Vec<Phase> = run.services().iter().map(|s| s.phase.clone()).collect();
    let expected = [
        Phase::NotStarted { starts_at: None },
        Phase::NotStarted { starts_at: Some(Time::from_ms(9)) },
        Phase::Sleeping { next_read: Time::from_ms(4) },
        Phase::Working(work("B", 9)),
        Phase::Stopping { work: work("C", 10), stopping: 11 },
        Phase::Stopped,
        Phase::Crashed,
        Phase::Removed,
    ];
    assert_eq!(phases, expected);
    assert_eq!(run.key(), Some("A"));
}

/// A property that the generators never put to the test would hold for nothing.
#[test]
fn the_random_scenarios_reach_every_kind_of_entry_and_every_refusal() {
    let mut runner = TestRunner::deterministic();
    let mut seen = String::new();
    for _ in 0..300 {
        let random = random::scenarios().new_tree(&mut runner).unwrap().current();
        seen += &naive::run(&random.scenario, Time::from_ms(4_000)).jsonl();
    }
    for kind in KINDS {
        assert!(seen.contains(&format!(r#""kind":"{kind}""#)), "no {kind}");
    }
    for reason in ["running", "never_started", "stopping", "not_running"] {
        let refused = format!(r#""reason":"{reason}""#);
        assert!(seen.contains(&refused), "nothing refused as {reason}");
    }
}

proptest! {
    /// "Each has an id (1, 2, 3 ...) and the id of its cause, or none", and a cause comes first.
    #[test]
    fn a_cause_is_an_earlier_entry_of_no_later_time((random, until) in random::runs()) {
        let run = naive::run(&random.scenario, until);
        for (index, entry) in run.entries().iter().enumerate() {
            prop_assert_eq!(entry.id, index as u64 + 1);
            if let Some(cause) = entry.cause {
                prop_assert!(cause < entry.id);
                prop_assert!(run.entries()[cause as usize - 1].at <= entry.at);
            }
        }
    }

    /// "`run_to(t)` [...] include[s] everything at t": a shorter run is the beginning of a longer one.
    #[test]
    fn what_was_seen_is_never_rewritten(random in random::scenarios(), slices in random::slices()) {
        let mut before = String::new();
        for until in slices {
            let lines = naive::run(&random.scenario, until).jsonl();
            prop_assert!(lines.starts_with(&before));
            before = lines;
        }
    }

    /// A run leaves nothing undone that is due by its end.
    #[test]
    fn what_is_due_is_done((random, until) in random::runs()) {
        let run = naive::run(&random.scenario, until);
        prop_assert!(run.services().iter().all(|s| s.due().is_none_or(|due| due > until)));
    }

    /// "Polls, wasted polls: reads of the key; reads that led to no work".
    #[test]
    fn every_poll_is_wasted_or_starts_work((random, until) in random::runs()) {
        let run = naive::run(&random.scenario, until);
        let wasted: u64 = run.services().iter().map(|s| s.wasted_polls).sum();
        prop_assert_eq!(wasted, run.reads().len() as u64);
        prop_assert!(run.services().iter().all(|s| s.polls == s.wasted_polls + s.works));
        let in_order = |pair: &[(usize, Time)]| (pair[0].1, pair[0].0) < (pair[1].1, pair[1].0);
        prop_assert!(run.reads().windows(2).all(in_order));
    }
}
