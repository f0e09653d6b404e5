//! The golden trace of each built-in scenario: a short lesson of commands, and every line that it gives.

use event_pattern::export::{csv, jsonl, mermaid, metrics_json};
use event_pattern::scenario::BuiltIn;
use event_pattern::{Engine, Metrics, Time};

/// What is shown of each scenario: a state that moves somebody, one that nobody acts on, one that is lost, and what
/// breaks and mends a service.
fn lesson(built_in: BuiltIn) -> [&'static str; 8] {
    match built_in {
        BuiltIn::Described | BuiltIn::Choreography => [
            "1000:publish TRANSACTION_PAID",
            "6000:publish ORDER_COMPLETED",
            "7000:publish TRANSACTION_CREATED",
            "10100:publish TRANSACTION_PAID",
            "10200:publish TRANSACTION_CANCELED",
            "12000:crash ORDER",
            "13000:restart ORDER",
            "14000:stop INVOICE",
        ],
        BuiltIn::Listed => [
            "1000:publish ORDER_PAID",
            "2000:publish ORDER_CANCELED",
            "5000:publish TRANSACTION_PAID",
            "9000:crash ORDER",
            "10000:publish ORDER_PAID",
            "11000:restart ORDER",
            "15000:stop INVOICE",
            "16000:stop INVOICE",
        ],
        BuiltIn::Enumerated => [
            "1000:publish TRANSACTION_CREATED",
            "6000:publish ORDER_PAID",
            "7000:publish TRANSACTION_PAID",
            "11000:edit {\"service\":\"INVOICE\",\"poll_interval_ms\":200}",
            "12000:publish ORDER_CANCELED",
            "13000:rename {\"service\":\"INVOICE\",\"to\":\"BILLING\"}",
            "16000:remove BILLING",
            "17000:publish ORDER_PAID",
        ],
        BuiltIn::Overview => [
            "1000:publish PART_A",
            "1500:publish PART_B",
            "6000:publish PART_B",
            "10000:publish PART_A",
            "11000:crash Subscriber1",
            "12000:add {\"name\":\"Subscriber3\",\"allowed_states\":{\"PART_A\":\"IDLE\"},\"starts_at_ms\":12000}",
            "13000:restart Subscriber1",
            "14000:start Subscriber2",
        ],
    }
}

fn run(built_in: BuiltIn) -> Engine {
    let scenario =
        built_in.scenario().with_command_texts(&lesson(built_in), "--at").expect("a lesson is valid");
    let mut engine = Engine::new(scenario);
    engine.run_to(Time::from_ms(20_000));
    engine
}

#[test]
fn each_built_in_scenario_has_a_golden_trace() {
    for built_in in BuiltIn::ALL {
        let engine = run(built_in);
        let trace = engine.trace();
        let view = trace.view_at(trace.place_after(Time::from_ms(20_000)));
        let metrics = metrics_json(&Metrics::at(trace, &view));
        let golden = format!("{}{metrics}\n", jsonl(trace, 0, trace.len()));
        insta::assert_snapshot!(built_in.name(), golden);
    }
}

#[test]
fn the_same_scenario_gives_the_same_bytes() {
    for built_in in BuiltIn::ALL {
        let (one, other) = (run(built_in), run(built_in));
        assert_eq!(jsonl(one.trace(), 0, one.trace().len()), jsonl(other.trace(), 0, other.trace().len()));
    }
}

#[test]
fn csv_has_a_column_for_each_field() {
    let engine = run(BuiltIn::Overview);
    insta::assert_snapshot!("overview_csv", csv(engine.trace(), 0, engine.trace().len()));
}

#[test]
fn a_part_of_a_run_is_a_sequence_diagram() {
    let engine = run(BuiltIn::Overview);
    let range = Time::ZERO..Time::from_ms(12_500);
    insta::assert_snapshot!("overview_mermaid", mermaid(engine.trace(), range));
}

#[test]
fn a_diagram_that_is_too_long_for_mermaid_says_what_it_left_out() {
    let mut engine = Engine::new(BuiltIn::Choreography.scenario());
    let texts: Vec<String> = (0..1_000).map(|n| format!("{}:publish TRANSACTION_PAID", n * 10_000)).collect();
    let scenario = engine.scenario().with_command_texts(&texts, "--at").expect("valid commands");
    engine = Engine::new(scenario);
    engine.run_to(Time::from_ms(10_000_000));
    let diagram = mermaid(engine.trace(), Time::ZERO..Time::LAST);
    assert!(diagram.len() < event_pattern::export::LONGEST_MERMAID);
    assert!(diagram.trim_end().lines().last().is_some_and(|line| line.contains("left out")), "{diagram}");
}
