//! What holds for all scenario files, tried on random ones.

use event_pattern::Scenario;
use event_pattern::scenario::{BuiltIn, ProblemKind};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A number of milliseconds, some of them with decimals and some of them spelled strangely.
fn ms() -> impl Strategy<Value = String> {
    prop_oneof![
        (0..30_u32).prop_map(|ms| ms.to_string()),
        (1..30_000_u32).prop_map(|micros| format!("{}.{:03}", micros / 1_000, micros % 1_000)),
        (1..30_u32).prop_map(|ms| format!("{ms}000e-3")),
    ]
}

fn name() -> impl Strategy<Value = &'static str> {
    select(vec!["ORDER", "order", "Invoice", "SALES", "Sales", "SHOP", "a-b c_1", "Broker", "x "])
}

fn states() -> impl Strategy<Value = String> {
    let state = select(vec!["idle", "ORDER_PAID", "A9", "Transaction_Paid", "9"]);
    let pair = (state.clone(), state).prop_map(|(from, to)| format!("\"{from}\": \"{to}\""));
    proptest::collection::vec(pair, 0..3).prop_map(|pairs| format!("{{ {} }}", pairs.join(", ")))
}

/// A command as a command line has it. Many make no sense where they stand.
fn command() -> impl Strategy<Value = String> {
    let verb = select(vec!["start", "stop", "crash", "restart", "remove"]);
    prop_oneof![
        (ms(), select(vec!["idle", "ORDER_PAID"])).prop_map(|(at, state)| format!("{at}:publish {state}")),
        (ms(), verb, name()).prop_map(|(at, verb, name)| format!("{at}:{verb} {name}")),
        (ms(), name(), states(), ms()).prop_map(|(at, name, states, start)| format!(
            "{at}:add {{\"name\": \"{name}\", \"allowed_states\": {states}, \"starts_at_ms\": {start}}}"
        )),
        (ms(), name(), ms()).prop_map(|(at, name, interval)| format!(
            "{at}:edit {{\"service\": \"{name}\", \"poll_interval_ms\": {interval}}}"
        )),
        (ms(), name(), states(), ms()).prop_map(|(at, name, states, time)| format!(
            "{at}:edit {{\"service\": \"{name}\", \"allowed_states\": {states}, \"work_time_ms\": {time}}}"
        )),
        (ms(), name(), name())
            .prop_map(|(at, name, to)| format!("{at}:rename {{\"service\": \"{name}\", \"to\": \"{to}\"}}")),
    ]
}

/// A built-in scenario with those of the commands that it takes, one after the other.
fn grown(built_in: BuiltIn, commands: &[String]) -> Scenario {
    let mut scenario = built_in.scenario();
    for command in commands {
        if let Ok(longer) = scenario.with_command_texts(&[command], "--at") {
            scenario = longer;
        }
    }
    scenario
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let commands = proptest::collection::vec(command(), 0..20);
    (select(BuiltIn::ALL.to_vec()), commands).prop_map(|(built_in, commands)| grown(built_in, &commands))
}

/// One change of a file: a piece goes, comes twice, or gives way to something else.
fn mutated(file: &str, from: Index, length: usize, put: &str) -> Vec<u8> {
    let from = from.index(file.len());
    let to = (from + length).min(file.len());
    [&file.as_bytes()[..from], put.as_bytes(), &file.as_bytes()[to..]].concat()
}

/// A file gives a scenario that is written and read back, or at least one problem, each on one line.
fn check(file: &[u8]) {
    match Scenario::from_json(file) {
        Ok(scenario) => {
            let written = scenario.to_json();
            assert_eq!(Scenario::from_json(written.as_bytes()), Ok(scenario));
        }
        Err(problems) => {
            assert!(!problems.as_slice().is_empty());
            assert_eq!(problems.to_string().lines().count(), problems.as_slice().len());
        }
    }
}

proptest! {
    #[test]
    fn what_was_written_is_read_back(scenario in scenario()) {
        prop_assert_eq!(Scenario::from_json(scenario.to_json().as_bytes()), Ok(scenario));
    }

    #[test]
    fn commands_given_at_once_and_one_by_one_are_the_same(scenario in scenario()) {
        let mut bare = scenario.clone();
        bare.commands.clear();
        prop_assert_eq!(bare.with_commands(&scenario.commands), Ok(scenario.clone()));
        let texts: Vec<String> = scenario.commands.iter().map(|timed| {
            let json = timed.to_json();
            let (at, action) = json.split_once(", \"").expect("an action follows the time");
            let (verb, value) = action.split_once("\": ").expect("a value follows the verb");
            let at = at.trim_start_matches("{ \"at_ms\": ");
            let value = value.strip_suffix(" }").expect("the object ends");
            let value = if value.starts_with('{') { value } else { value.trim_matches('"') };
            format!("{at}:{verb} {value}")
        }).collect();
        prop_assert_eq!(bare.with_command_texts(&texts, "--at"), Ok(scenario));
    }

    #[test]
    fn a_command_is_refused_for_what_would_be_wrong_with_the_file(scenario in scenario(), other in scenario()) {
        for command in other.commands {
            let mut longer = scenario.clone();
            longer.commands.push(command.clone());
            let file = Scenario::from_json(longer.to_json().as_bytes());
            prop_assert_eq!(scenario.with_commands(&[command]), file);
        }
    }

    #[test]
    fn a_changed_file_gives_a_scenario_or_problems(
        scenario in scenario(),
        changes in proptest::collection::vec(
            (any::<Index>(), 0..12_usize, select(vec!["", "0", "-1", "null", "\"", "{", "}", "[],", "1e9", ",", "é", "\\u00"])),
            1..4,
        ),
    ) {
        let mut file = scenario.to_json().into_bytes();
        for (from, length, put) in changes {
            let text = String::from_utf8_lossy(&file).into_owned();
            file = mutated(&text, from, length, put);
        }
        check(&file);
    }

    #[test]
    fn any_bytes_give_a_scenario_or_problems(file in proptest::collection::vec(any::<u8>(), 0..40)) {
        check(&file);
    }

    #[test]
    fn any_text_is_a_command_or_has_problems(text in "[0-9]{0,2}:?(add|edit|crash|publish)? ?.{0,20}") {
        let scenario = BuiltIn::Described.scenario();
        match scenario.with_command_texts(&[&text], "--at") {
            Ok(longer) => prop_assert_eq!(longer.commands.len(), 1),
            Err(problems) => prop_assert!(!problems.as_slice().is_empty()),
        }
    }

    #[test]
    fn what_is_json_is_what_others_call_json(
        scenario in scenario(),
        from in any::<Index>(),
        put in "[-+.0-9eE\"\\\\{}\\[\\],: \t\nntrufalse]{0,3}",
    ) {
        let file = mutated(&scenario.to_json(), from, 1, &put);
        let broken = Scenario::from_json(&file).is_err_and(|problems| {
            matches!(problems.as_slice()[0].kind, ProblemKind::BrokenJson { .. })
        });
        let others = serde_json::from_slice::<serde::de::IgnoredAny>(&file).is_err();
        prop_assert_eq!(broken, others, "{}", String::from_utf8_lossy(&file));
    }
}
