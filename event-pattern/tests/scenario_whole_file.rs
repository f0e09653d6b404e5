//! The scenario file as a whole: broken JSON, limits, many problems at once, writing and reading back.

use event_pattern::Scenario;
use event_pattern::scenario::{JsonFault, ProblemKind};

fn problems(file: &[u8]) -> Vec<String> {
    match Scenario::from_json(file) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.to_string().lines().map(str::to_owned).collect(),
    }
}

/// The fault of a broken text, with its line and column.
fn fault(file: &[u8]) -> (usize, usize, JsonFault) {
    let problems = Scenario::from_json(file).expect_err("the file is broken");
    let [problem] = problems.as_slice() else {
        panic!("broken JSON is one problem, not {problems}");
    };
    assert_eq!(problem.path, "");
    let ProblemKind::BrokenJson { line, column, fault } = problem.kind else {
        panic!("{problem} is not what is wrong");
    };
    (line, column, fault)
}

#[test]
fn broken_json_is_one_problem_with_line_and_column() {
    use JsonFault::{EndsEarly, NotUtf8, TooDeep, Unexpected};
    assert_eq!(fault(b""), (1, 1, EndsEarly));
    assert_eq!(fault(b"{\n  \"version\": 2,\n}"), (3, 1, Unexpected('}')));
    assert_eq!(fault("{ \"näme\": 'x' }".as_bytes()), (1, 11, Unexpected('\'')));
    assert_eq!(fault(b"{}\r\n{}"), (2, 1, Unexpected('{')));
    assert_eq!(fault(b"[01]").2, Unexpected('1'));
    assert_eq!(fault(b"{ \"a\": \"\\x\" }").2, Unexpected('x'));
    assert_eq!(fault(b"[\"\xff\"]"), (1, 3, NotUtf8));
    assert_eq!(fault(&b"[".repeat(1_000_000)).2, TooDeep);
    assert_eq!(problems(b"{\n\"a\" 1}"), ["line 2, column 5: broken JSON, '1' cannot stand here"]);
}

#[test]
fn half_a_character_is_broken_json() {
    for half in [r#"{"name": "\ud800"}"#, r#"{"name": "\udc00"}"#, r#"{"name": "\ud800\u0041"}"#] {
        fault(half.as_bytes());
    }
    let whole = br#"{ "version": 1, "name": "\ud83d\ude00", "services": [] }"#;
    assert_eq!(Scenario::from_json(whole).unwrap().name, "😀");
}

#[test]
fn a_file_may_begin_with_the_mark_that_windows_editors_write() {
    let file = "\u{feff}{ \"version\": 1, \"name\": \"x\", \"services\": [] }";
    assert_eq!(problems(file.as_bytes()), [""; 0]);
}

#[test]
fn a_file_larger_than_16_mib_is_not_read() {
    let mut file = br#"{ "version": 1, "name": "x", "services": [] }"#.to_vec();
    file.resize(16 << 20, b' ');
    assert_eq!(problems(&file), [""; 0]);
    file.push(b' ');
    assert_eq!(problems(&file), ["file: is larger than 16 MiB"]);
}

fn with_many(services: usize, commands: &[String], states: usize) -> Vec<u8> {
    let states: Vec<String> = (0..states).map(|i| format!("\"S{i}\": \"IDLE\"")).collect();
    let services: Vec<String> = (0..services)
        .map(|i| format!("{{ \"name\": \"N{i}\", \"allowed_states\": {{ {} }} }}", states.join(", ")))
        .collect();
    let (services, commands) = (services.join(", "), commands.join(", "));
    format!("{{ \"version\": 1, \"name\": \"\", \"services\": [{services}], \"commands\": [{commands}] }}")
        .into_bytes()
}

#[test]
fn there_are_10000_services_with_those_that_add_brings_at_the_most() {
    let add = |i| format!("{{ \"at_ms\": 1, \"add\": {{ \"name\": \"M{i}\", \"allowed_states\": {{}} }} }}");
    assert_eq!(problems(&with_many(9_999, &[add(1)], 1)), [""; 0]);
    assert_eq!(
        problems(&with_many(9_999, &[add(1), add(2), add(3)], 1)),
        ["commands[1].add: at most 10000 services, with those that are added"]
    );
    assert_eq!(
        problems(&with_many(10_001, &[add(1)], 1)),
        ["services: at most 10000 services, with those that are added"]
    );
}

#[test]
fn there_are_100000_commands_at_the_most() {
    let publish = String::from("{ \"at_ms\": 1, \"publish\": \"IDLE\" }");
    let full = with_many(0, &vec![publish.clone(); 100_000], 0);
    assert_eq!(problems(&with_many(0, &vec![publish; 100_001], 0)), ["commands: at most 100000 commands"]);
    let full = Scenario::from_json(&full).unwrap();
    let more = full.with_command_texts(&["1:publish IDLE"], "--at").unwrap_err();
    assert_eq!(more.to_string(), "--at: at most 100000 commands");
    let more = full.with_commands(&full.commands[..1]).unwrap_err();
    assert_eq!(more.to_string(), "commands: at most 100000 commands");
}

#[test]
fn a_service_has_64_states_at_the_most() {
    assert_eq!(problems(&with_many(1, &[], 64)), [""; 0]);
    assert_eq!(problems(&with_many(1, &[], 65)), ["services[0].allowed_states: at most 64 states"]);
}

#[test]
fn a_file_with_very_many_problems_names_them_all_in_its_order() {
    let file = include_bytes!("scenario_problems/many.json");
    insta::assert_snapshot!(Scenario::from_json(file).unwrap_err());
}

#[test]
fn the_example_of_the_specification_is_written_so_that_a_person_can_read_it() {
    let scenario = Scenario::from_json(include_bytes!("scenario_problems/none.json")).unwrap();
    let written = scenario.to_json();
    assert_eq!(Scenario::from_json(written.as_bytes()), Ok(scenario));
    insta::assert_snapshot!(written);
}
