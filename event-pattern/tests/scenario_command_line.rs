//! Commands from a command line and from a person: checked together with those of the scenario.

use event_pattern::scenario::{
    AllowedStates, BuiltIn, Command, Edit, ServiceName, ServiceSetup, TimedCommand,
};
use event_pattern::time::{Span, Time};
use event_pattern::{Scenario, State};

fn lines<T>(result: Result<T, event_pattern::scenario::Problems>) -> Vec<String> {
    match result {
        Ok(_) => Vec::new(),
        Err(problems) => problems.to_string().lines().map(str::to_owned).collect(),
    }
}

/// The problems of a command line for the built-in scenario with ORDER and INVOICE.
fn of_texts(texts: &[&str]) -> Vec<String> {
    lines(BuiltIn::Described.scenario().with_command_texts(texts, "--at"))
}

fn name(text: &str) -> ServiceName {
    ServiceName::parse(text).expect("a good name")
}

fn at(ms: u64, command: Command) -> TimedCommand {
    TimedCommand { at: Time::from_ms(ms), command }
}

#[test]
fn a_command_line_gives_what_the_file_would_give() {
    let texts = [
        "1000:publish transaction_paid",
        "2000:crash ORDER",
        "2000.5:restart order",
        "3000:stop ORDER",
        "4e3:start ORDER",
        "7000:edit {\"service\": \"ORDER\", \"poll_interval_ms\": 200}",
        "8000:add {\"name\": \"Big Sales\", \"allowed_states\": {\"IDLE\": \"IDLE\"}}",
        "9000:rename {\"service\": \"Big Sales\", \"to\": \"SHOP\"}",
        " 9500 :  remove   SHOP ",
    ];
    let given = BuiltIn::Described.scenario().with_command_texts(&texts, "--at").unwrap();
    let written: Vec<String> = given.commands.iter().map(TimedCommand::to_json).collect();
    insta::assert_snapshot!(written.join("\n"));
    assert_eq!(Scenario::from_json(given.to_json().as_bytes()), Ok(given));
}

#[test]
fn every_problem_of_a_command_line_has_its_path() {
    let texts = [
        "crash ORDER",
        "soon:crash ORDER",
        "1.0001:crash ORDER",
        "1:",
        "1:jump ORDER",
        "1:publish",
        "1:publish two words",
        "1:crash",
        "1:crash SALES \"x\"",
        "1:add {json}",
        "1:add",
        "1:edit {\"service\": \"ORDER\", \"work_time_ms\": -1, \"x\": 1}",
        "1:rename {\"service\": \"ORDER\", \"to\": \"invoice\"}",
        "-1:crash SALES",
    ];
    insta::assert_snapshot!(of_texts(&texts).join("\n"));
}

#[test]
fn the_file_and_the_command_line_are_checked_together_the_files_first_at_one_instant() {
    let file = BuiltIn::Described.scenario().with_command_texts(&["5:stop ORDER"], "--at").unwrap();
    assert!(file.with_command_texts(&["5:remove ORDER"], "--at").is_ok());
    assert_eq!(
        lines(file.with_command_texts(&["4:remove ORDER", "6:stop ORDER"], "--at")),
        [
            "commands[0].stop: there is no service \"ORDER\" at 5 ms",
            "--at[1].stop: there is no service \"ORDER\" at 6 ms"
        ]
    );
}

#[test]
fn a_persons_commands_go_on_where_the_scenarios_end() {
    let file = BuiltIn::Overview.scenario().with_command_texts(&["5:stop Subscriber1"], "--at").unwrap();
    let stop = at(6, Command::Stop(name("SUBSCRIBER1")));
    let longer = file.with_commands(std::slice::from_ref(&stop)).unwrap();
    assert_eq!(longer.commands[1..], [stop]);

    let rename = |to| Command::Rename { service: name("Subscriber1"), to: name(to) };
    assert_eq!(
        lines(file.with_commands(&[at(4, rename("Andi")), at(7, Command::Crash(name("Subscriber1")))])),
        [
            "commands[0].stop: there is no service \"Subscriber1\" at 5 ms",
            "commands[2].crash: there is no service \"Subscriber1\" at 7 ms"
        ]
    );
    assert_eq!(
        lines(file.with_commands(&[at(4, rename("publisher receiver")), at(4, rename("Subscriber2"))])),
        [
            "commands[1].rename.to: is the name of the receiver",
            "commands[2].rename.to: \"Subscriber2\" is the name of another service"
        ]
    );
}

#[test]
fn what_a_program_puts_together_is_checked_like_a_file() {
    let twice = AllowedStates(vec![(State::IDLE, State::IDLE), (State::IDLE, State::ORDER_PAID)]);
    let mut edit = Edit::new(name("ORDER"));
    assert!(edit.is_empty());
    let empty = at(1, Command::Edit(edit.clone()));
    edit.poll_interval = Some(Span::from_micros(999));
    edit.work_time = Some(Span::from_micros(Span::LONGEST.as_micros() + 1));
    let mut add = ServiceSetup::new(name("Broker"), twice);
    add.starts_at = Some(Time::ZERO);
    let commands = [
        empty,
        at(1, Command::Edit(edit)),
        at(1, Command::Add(add)),
        TimedCommand { at: Time::from_micros(u64::MAX), command: Command::Publish(State::IDLE) },
    ];
    assert_eq!(
        lines(BuiltIn::Described.scenario().with_commands(&commands)),
        [
            "commands[0].edit: names nothing to change",
            "commands[1].edit.poll_interval_ms: 0.999 is not allowed, at least 1",
            "commands[1].edit.work_time_ms: 31622400000.001 is not allowed, at most 31622400000",
            "commands[2].add.name: is the name of the broker",
            "commands[2].add.allowed_states.IDLE: is there twice",
            "commands[2].add.starts_at_ms: 0 is not allowed, at least 1, the at_ms of its command",
            "commands[3].at_ms: 18446744073709551.615 is not allowed, at most 31622400000",
        ]
    );
}

#[test]
fn an_export_prints_the_fields_given_and_a_service_with_its_defaults() {
    let mut out = String::new();
    let mut edit = Edit::new(name("ORDER"));
    edit.write_members(&mut out);
    assert_eq!(out, "");
    edit.allowed_states = Some(AllowedStates(vec![(State::IDLE, State::ORDER_PAID)]));
    edit.work_time = Some(Span::from_micros(1_500));
    edit.write_members(&mut out);
    assert_eq!(out, r#""allowed_states":{"IDLE":"ORDER_PAID"},"work_time_ms":1.5"#);
    out.clear();
    ServiceSetup::new(name("A"), AllowedStates::default()).write_members(&mut out);
    assert_eq!(
        out,
        r#""name":"A","allowed_states":{},"poll_interval_ms":500,"work_time_ms":3000,"starts_at_ms":null"#
    );
}
