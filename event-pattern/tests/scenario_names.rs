//! Names in a scenario file, and who exists when: each test is a sentence of its specification.

use event_pattern::Scenario;

/// The problems of a file with these services and commands; `'` stands for `"`.
fn problems(receiver: &str, services: &[&str], commands: &[&str]) -> Vec<String> {
    let services: Vec<String> =
        services.iter().map(|name| format!("{{ 'name': '{name}', 'allowed_states': {{}} }}")).collect();
    let file = format!(
        "{{ 'version': 1, 'name': '' {receiver}, 'services': [ {} ], 'commands': [ {} ] }}",
        services.join(", "),
        commands.join(", ")
    );
    match Scenario::from_json(file.replace('\'', "\"").as_bytes()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.as_slice().iter().map(ToString::to_string).collect(),
    }
}

fn of_services(services: &[&str]) -> Vec<String> {
    problems("", services, &[])
}

/// With one service, ORDER.
fn of_commands(commands: &[&str]) -> Vec<String> {
    problems("", &["ORDER"], commands)
}

#[test]
fn a_name_begins_with_a_letter_has_32_characters_at_the_most_and_no_space_at_its_end() {
    assert_eq!(of_services(&["a", "Z9 _-x", &"n".repeat(32)]), [""; 0]);
    assert_eq!(
        of_services(&["", "9", "A/B", &"n".repeat(33), "A "]),
        [
            "services[0].name: is empty, at least one letter",
            "services[1].name: begins with '9', a name begins with a letter A to Z or a to z",
            "services[2].name: holds '/', a name has only A to Z, a to z, 0 to 9, space, _ and -",
            "services[3].name: is longer than 32 characters",
            "services[4].name: ends with a space",
        ]
    );
}

#[test]
fn a_taken_name_is_a_problem_at_the_later_place_whatever_its_case() {
    assert_eq!(
        of_services(&["ORDER", "INVOICE", "Order", "order"]),
        [
            "services[2].name: \"Order\" is the name of another service",
            "services[3].name: \"order\" is the name of another service"
        ]
    );
}

#[test]
fn no_service_is_called_publisher_broker_or_like_the_receiver() {
    assert_eq!(
        problems(", 'receiver': 'Desk'", &["Publisher", "BROKER", "desk", "receiver"], &[]),
        [
            "services[0].name: is the name of the publisher",
            "services[1].name: is the name of the broker",
            "services[2].name: is the name of the receiver"
        ]
    );
    assert_eq!(problems(", 'receiver': 'Broker'", &[], &[]), ["receiver: is the name of the broker"]);
    assert_eq!(
        problems(", 'receiver': '1'", &[], &[]),
        ["receiver: begins with '1', a name begins with a letter A to Z or a to z"]
    );
}

#[test]
fn for_later_checks_a_bad_name_still_counts() {
    assert_eq!(
        problems("", &["9", "9"], &["{ 'at_ms': 1, 'stop': '9' }"]),
        [
            "services[0].name: begins with '9', a name begins with a letter A to Z or a to z",
            "services[1].name: begins with '9', a name begins with a letter A to Z or a to z",
            "services[1].name: \"9\" is the name of another service",
        ]
    );
    assert_eq!(
        of_commands(&[
            "{ 'at_ms': 1, 'add': { 'name': 'broker', 'allowed_states': {} } }",
            "{ 'at_ms': 2, 'start': 'Broker' }"
        ]),
        ["commands[0].add.name: is the name of the broker"]
    );
}

#[test]
fn a_command_names_a_service_that_exists_at_its_time_without_regard_to_case() {
    assert_eq!(of_commands(&["{ 'at_ms': 1, 'start': 'order' }"]), [""; 0]);
    let commands = ["start", "stop", "crash", "restart", "remove"]
        .map(|verb| format!("{{ 'at_ms': 1.5, '{verb}': 'SALES' }}"));
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    assert_eq!(
        of_commands(&commands),
        ["start", "stop", "crash", "restart", "remove"].map(|verb| {
            let i = commands.iter().position(|command| command.contains(&format!("'{verb}'"))).unwrap();
            format!("commands[{i}].{verb}: there is no service \"SALES\" at 1.5 ms")
        })
    );
    assert_eq!(
        of_commands(&[
            "{ 'at_ms': 1, 'edit': { 'work_time_ms': 1, 'service': 'SALES' } }",
            "{ 'at_ms': 1, 'rename': { 'service': 'SALES', 'to': 'SHOP' } }"
        ]),
        [
            "commands[0].edit.service: there is no service \"SALES\" at 1 ms",
            "commands[1].rename.service: there is no service \"SALES\" at 1 ms"
        ]
    );
}

#[test]
fn commands_count_in_the_order_of_time_and_at_one_time_in_the_order_given() {
    assert_eq!(
        of_commands(&[
            "{ 'at_ms': 20, 'stop': 'SALES' }",
            "{ 'at_ms': 10, 'stop': 'SALES' }",
            "{ 'at_ms': 10, 'add': { 'name': 'SALES', 'allowed_states': {} } }",
            "{ 'at_ms': 10, 'start': 'SALES' }"
        ]),
        ["commands[1].stop: there is no service \"SALES\" at 10 ms"]
    );
}

#[test]
fn a_name_that_is_free_again_may_be_given_to_another_service() {
    let add = "{ 'at_ms': 2, 'add': { 'name': 'Order', 'allowed_states': {} } }";
    assert_eq!(of_commands(&["{ 'at_ms': 1, 'remove': 'ORDER' }", add]), [""; 0]);
    assert_eq!(
        of_commands(&["{ 'at_ms': 3, 'remove': 'ORDER' }", add]),
        ["commands[1].add.name: \"Order\" is the name of another service"]
    );
    assert_eq!(
        of_commands(&["{ 'at_ms': 1, 'rename': { 'service': 'ORDER', 'to': 'SHOP' } }", add]),
        [""; 0]
    );
}

#[test]
fn a_removed_service_does_not_exist_any_more() {
    assert_eq!(
        of_commands(&["{ 'at_ms': 1, 'remove': 'ORDER' }", "{ 'at_ms': 1, 'remove': 'ORDER' }"]),
        ["commands[1].remove: there is no service \"ORDER\" at 1 ms"]
    );
}

#[test]
fn a_rename_may_be_to_its_own_name_in_another_case() {
    assert_eq!(
        of_commands(&[
            "{ 'at_ms': 1, 'rename': { 'service': 'ORDER', 'to': 'Order' } }",
            "{ 'at_ms': 2, 'stop': 'ORDER' }"
        ]),
        [""; 0]
    );
}

#[test]
fn a_bad_rename_did_not_happen() {
    for (to, problem) in [
        ("9", "begins with '9', a name begins with a letter A to Z or a to z"),
        ("Publisher", "is the name of the publisher"),
        ("invoice", "\"invoice\" is the name of another service"),
    ] {
        let rename = format!("{{ 'at_ms': 1, 'rename': {{ 'service': 'ORDER', 'to': '{to}' }} }}");
        assert_eq!(
            problems("", &["ORDER", "INVOICE"], &[&rename, "{ 'at_ms': 2, 'stop': 'ORDER' }"]),
            [format!("commands[0].rename.to: {problem}")]
        );
    }
}

#[test]
fn a_command_without_a_time_brings_and_looks_up_no_name() {
    assert_eq!(
        of_commands(&[
            "{ 'at_ms': -1, 'stop': 'NOBODY' }",
            "{ 'at_ms': 'soon', 'add': { 'name': 'ORDER', 'allowed_states': {} } }"
        ]),
        [
            "commands[0].at_ms: -1 is not allowed, at least 0",
            "commands[1].at_ms: is a text, must be a number"
        ]
    );
}
