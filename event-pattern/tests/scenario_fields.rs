//! The scenario file field by field: each test is a sentence of its specification.

use event_pattern::Scenario;
use event_pattern::time::{Span, Time};

/// The problems of a file as a person reads them; `'` stands for `"`.
fn problems(file: &str) -> Vec<String> {
    match Scenario::from_json(file.replace('\'', "\"").as_bytes()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.as_slice().iter().map(ToString::to_string).collect(),
    }
}

/// A file with one service that has the fields `service`.
fn with_service(service: &str) -> String {
    format!("{{ 'version': 1, 'name': '', 'services': [ {{ {service} }} ] }}")
}

/// A file with the services A and B and one command.
fn with_command(command: &str) -> String {
    format!(
        "{{ 'version': 1, 'name': '', 'services': [ {{ 'name': 'A', 'allowed_states': {{}} }},
            {{ 'name': 'B', 'allowed_states': {{}} }} ], 'commands': [ {command} ] }}"
    )
}

fn read(file: &str) -> Scenario {
    Scenario::from_json(file.replace('\'', "\"").as_bytes()).expect("a good file")
}

#[test]
fn version_name_and_services_are_required() {
    assert_eq!(problems("{}"), ["version: is missing", "name: is missing", "services: is missing"]);
    assert_eq!(problems("{ 'version': 1, 'name': '', 'services': [] }"), [""; 0]);
}

#[test]
fn a_service_needs_a_name_and_allowed_states_and_the_rest_has_the_tutorials_values() {
    assert_eq!(
        problems(&with_service("")),
        ["services[0].name: is missing", "services[0].allowed_states: is missing"]
    );
    let scenario = read(&with_service("'name': 'A', 'allowed_states': {}"));
    let service = &scenario.services[0];
    assert_eq!(service.poll_interval, Span::from_ms(500));
    assert_eq!(service.work_time, Span::from_ms(3_000));
    assert_eq!(service.starts_at, Some(Time::ZERO));
    assert_eq!((scenario.random_seed, scenario.receiver), (0, None));
    assert_eq!(scenario.commands, []);
}

#[test]
fn missing_fields_come_after_the_other_problems_of_their_object() {
    assert_eq!(
        problems("{ 'services': [ { 'x': 1 }, 7 ], 'name': 7 }"),
        [
            "services[0].x: is not a known field",
            "services[0].name: is missing",
            "services[0].allowed_states: is missing",
            "services[1]: is a number, must be an object",
            "name: is a number, must be a text",
            "version: is missing",
        ]
    );
}

#[test]
fn only_version_1_is_known() {
    for version in ["0", "2", "1.5", "-1", "1e9"] {
        let file = format!("{{ 'version': {version}, 'name': '', 'services': [] }}");
        assert_eq!(problems(&file), [format!("version: {version} is not known, only 1")]);
    }
    assert_eq!(problems("{ 'version': 1.0, 'name': '', 'services': [] }"), [""; 0]);
    assert_eq!(
        problems("{ 'version': '1', 'name': '', 'services': [] }"),
        ["version: is a text, must be a number"]
    );
}

#[test]
fn every_value_of_a_wrong_type_is_named() {
    assert_eq!(problems("[]"), ["file: is a list, must be an object"]);
    assert_eq!(problems("null"), ["file: is null, must be an object"]);
    assert_eq!(
        problems(
            "{ 'version': true, 'name': null, 'random_seed': '1', 'receiver': null,
               'services': {}, 'commands': 'none' }"
        ),
        [
            "version: is true or false, must be a number",
            "name: is null, must be a text",
            "random_seed: is a text, must be a number",
            "receiver: is null, must be a text",
            "services: is an object, must be a list",
            "commands: is a text, must be a list",
        ]
    );
    assert_eq!(
        problems(&with_service(
            "'name': 1, 'allowed_states': ['A'], 'poll_interval_ms': '500',
             'work_time_ms': null, 'starts_at_ms': 'now'"
        )),
        [
            "services[0].name: is a number, must be a text",
            "services[0].allowed_states: is a list, must be an object",
            "services[0].poll_interval_ms: is a text, must be a number",
            "services[0].work_time_ms: is null, must be a number",
            "services[0].starts_at_ms: is a text, must be a number or null",
        ]
    );
}

#[test]
fn a_key_that_comes_twice_is_a_problem_at_the_second_place_and_what_it_holds_is_not_read() {
    assert_eq!(
        problems("{ 'version': 1, 'name': '', 'version': 7, 'services': [], 'x': 1, 'x': 2 }"),
        ["version: is there twice", "x: is not a known field", "x: is there twice"]
    );
    assert_eq!(
        problems(&with_service("'name': 'A', 'allowed_states': { 'a_b': 'X', 'A_B': '?', 'A_b': 'X' }")),
        ["services[0].allowed_states.A_B: is there twice", "services[0].allowed_states.A_b: is there twice"]
    );
    assert_eq!(
        problems(&with_command("{ 'at_ms': 1, 'at_ms': 2, 'stop': 'A' }")),
        ["commands[0].at_ms: is there twice"]
    );
}

#[test]
fn states_are_upper_cased_and_keep_their_order() {
    let scenario = read(&with_service("'name': 'A', 'allowed_states': { 'z': 'idle', 'A': 'Z' }"));
    let states: Vec<String> =
        scenario.services[0].allowed_states.0.iter().map(|(from, to)| format!("{from} {to}")).collect();
    assert_eq!(states, ["Z IDLE", "A Z"]);
}

#[test]
fn a_bad_state_is_a_problem_as_a_key_and_as_a_value() {
    assert_eq!(
        problems(&with_service("'name': 'A', 'allowed_states': { '9': 'X-Y', '': 5 }")),
        [
            "services[0].allowed_states.9: begins with '9', a state begins with a letter A to Z",
            "services[0].allowed_states.9: holds '-', a state has only A to Z, 0 to 9 and _",
            "services[0].allowed_states[\"\"]: is empty, at least one letter",
            "services[0].allowed_states[\"\"]: is a number, must be a text",
        ]
    );
    assert_eq!(
        problems(&with_command("{ 'at_ms': 1, 'publish': '' }")),
        ["commands[0].publish: is empty, at least one letter"]
    );
}

#[test]
fn milliseconds_have_up_to_three_decimals_from_0_to_366_days_and_poll_intervals_begin_at_1() {
    let number = |key: &str, value: &str| {
        problems(&with_service(&format!("'name': 'A', 'allowed_states': {{}}, '{key}_ms': {value}")))
            .join("\n")
            .replace(&format!("services[0].{key}_ms: "), "")
    };
    for key in ["poll_interval", "work_time", "starts_at"] {
        for fine in ["1", "1.5", "2e3", "100.125", "31622400000", "1.0000"] {
            assert_eq!(number(key, fine), "", "{key} {fine}");
        }
        let least = if key == "poll_interval" { 1 } else { 0 };
        for small in ["-1", "-0.0001"] {
            assert_eq!(number(key, small), format!("{small} is not allowed, at least {least}"));
        }
        for large in ["31622400000.001", "1e400"] {
            assert_eq!(number(key, large), format!("{large} is not allowed, at most 31622400000"));
        }
        assert_eq!(number(key, "1.0001"), "1.0001 is not allowed, at most 3 decimals");
    }
    assert_eq!(number("poll_interval", "0"), "0 is not allowed, at least 1");
    assert_eq!(number("poll_interval", "0.999"), "0.999 is not allowed, at least 1");
    assert_eq!(number("work_time", "0"), "");
    assert_eq!(number("starts_at", "null"), "");
}

#[test]
fn a_random_seed_is_a_whole_number_up_to_2_to_the_53_minus_1() {
    let seed = |value: &str| {
        problems(&format!("{{ 'version': 1, 'name': '', 'services': [], 'random_seed': {value} }}"))
    };
    assert_eq!(seed("9007199254740991"), [""; 0]);
    assert_eq!(
        seed("9007199254740992"),
        ["random_seed: 9007199254740992 is not allowed, at most 9007199254740991"]
    );
    assert_eq!(seed("-1"), ["random_seed: -1 is not allowed, at least 0"]);
    assert_eq!(seed("1.5"), ["random_seed: 1.5 is not allowed, whole numbers only"]);
}

#[test]
fn a_command_has_one_action() {
    assert_eq!(problems(&with_command("{ 'at_ms': 1 }")), ["commands[0]: has no action"]);
    assert_eq!(
        problems(&with_command("{}")),
        ["commands[0].at_ms: is missing", "commands[0]: has no action"]
    );
    assert_eq!(
        problems(&with_command("{ 'at_ms': 1, 'jump': 'A' }")),
        ["commands[0].jump: is not a known field", "commands[0]: has no action"]
    );
    assert_eq!(
        problems(&with_command("{ 'stop': 'A', 'crash': 'nobody', 'at_ms': 1, 'publish': 'X' }")),
        [
            "commands[0].crash: is a second action, a command has one",
            "commands[0].publish: is a second action, a command has one"
        ]
    );
}

#[test]
fn an_edit_names_a_service_and_at_least_one_field() {
    let edit = |edit: &str| problems(&with_command(&format!("{{ 'at_ms': 1, 'edit': {edit} }}")));
    assert_eq!(edit("{ 'service': 'A', 'work_time_ms': 0 }"), [""; 0]);
    assert_eq!(edit("{ 'service': 'A' }"), ["commands[0].edit: names nothing to change"]);
    assert_eq!(
        edit("{ 'starts_at_ms': 1 }"),
        [
            "commands[0].edit.starts_at_ms: is not a known field",
            "commands[0].edit.service: is missing",
            "commands[0].edit: names nothing to change"
        ]
    );
    assert_eq!(
        edit("{ 'service': 'A', 'poll_interval_ms': 0, 'allowed_states': null }"),
        [
            "commands[0].edit.poll_interval_ms: 0 is not allowed, at least 1",
            "commands[0].edit.allowed_states: is null, must be an object"
        ]
    );
    assert_eq!(edit("'A'"), ["commands[0].edit: is a text, must be an object"]);
}

#[test]
fn an_added_service_does_not_start_by_itself_and_never_before_it_is_there() {
    let add = |starts: &str| {
        let add = format!("'add': {{ 'name': 'C', 'allowed_states': {{}} {starts} }}, 'at_ms': 5.5");
        with_command(&format!("{{ {add} }}"))
    };
    let scenario = read(&add(""));
    assert!(scenario.commands[0].to_json().ends_with("\"starts_at_ms\": null } }"));
    assert_eq!(problems(&add(", 'starts_at_ms': null")), [""; 0]);
    assert_eq!(problems(&add(", 'starts_at_ms': 5.5")), [""; 0]);
    assert_eq!(
        problems(&add(", 'starts_at_ms': 5.499")),
        ["commands[0].add.starts_at_ms: 5.499 is not allowed, at least 5.5, the at_ms of its command"]
    );
}
