//! `bridge simulate` as a person or a script uses it: a program with options, two streams and an exit code.

use std::io::Read;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn bridge(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bridge"));
    command.arg("simulate").args(arguments).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    bridge(arguments).output().expect("the program starts")
}

fn lines(arguments: &[&str]) -> Vec<String> {
    let output = run(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    String::from_utf8(output.stdout).expect("text").lines().map(str::to_owned).collect()
}

/// What goes to standard error when nothing goes to standard output and the exit code is 2.
fn problems(arguments: &[&str]) -> Vec<String> {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("text").lines().map(str::to_owned).collect()
}

const PAID: [&str; 6] = ["--scenario", "described", "--publish", "TRANSACTION_PAID@1000", "--until", "6000"];

#[test]
fn json_lines_are_the_entries_in_their_order() {
    let lines = lines(&PAID);
    let published = r#"{"at_ms":1000,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"TRANSACTION_PAID"}"#;
    assert_eq!(lines[2], published);
    let entries: Vec<Value> = lines.iter().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let ids: Vec<_> = entries.iter().map(|entry| entry["id"].as_u64()).collect();
    assert_eq!(ids, (1..=entries.len() as u64).map(Some).collect::<Vec<_>>());
    assert!(entries.iter().any(|entry| entry["kind"] == "work_finished" && entry["at_ms"] == 4000));
}

#[test]
fn from_leaves_out_what_happened_before() {
    let from = |ms: &str, format: &str| {
        let mut arguments = PAID.to_vec();
        arguments.extend(["--from", ms, "--format", format]);
        lines(&arguments)
    };
    let all = lines(&PAID);
    assert_eq!(from("1000", "jsonl"), all[2..]);
    assert_eq!(from("6000", "jsonl").len(), 0);
    let csv = from("4000", "csv");
    assert!(csv[0].starts_with("at_ms,") && csv[1].starts_with("4000,"), "{csv:?}");
    assert_eq!(csv.len() - 1, from("4000", "jsonl").len());
    assert_eq!(from("0", "metrics"), from("5000", "metrics"));
    let mut arguments = PAID.to_vec();
    arguments.extend(["--from", "NaN"]);
    assert_eq!(problems(&arguments), ["--from: expected milliseconds from 0 to 366 days"]);
}

#[test]
fn at_and_publish_are_one_list_in_the_order_given() {
    let given = |options: [&str; 4]| {
        let mut arguments = vec!["--scenario", "described", "--until", "1000"];
        arguments.extend(options);
        let published = |line: &String| line.contains("\"published\"");
        let states = lines(&arguments).into_iter().filter(published).map(|line| {
            let entry: Value = serde_json::from_str(&line).expect("JSON");
            entry["state"].as_str().unwrap_or_default().to_owned()
        });
        states.collect::<Vec<_>>()
    };
    assert_eq!(given(["--publish", "a@5", "--at", "5:publish B"]), ["A", "B"]);
    assert_eq!(given(["--at", "5:publish B", "--publish", "a@5"]), ["B", "A"]);
}

#[test]
fn every_format_says_the_same_run() {
    let with = |format: &'static str| {
        let mut arguments = PAID.to_vec();
        arguments.extend(["--format", format]);
        lines(&arguments)
    };
    assert_eq!(with("csv").len(), with("jsonl").len() + 1);
    assert!(with("csv")[0].starts_with("at_ms,id,cause,kind,actor,"));
    assert_eq!(with("mermaid")[0], "sequenceDiagram");
    let metrics: Value = serde_json::from_str(&with("metrics").concat()).expect("JSON");
    assert_eq!(metrics["services"]["ORDER"]["works"], 1);
    assert_eq!(metrics["services"]["ORDER"]["busy_ms"], 3_000);
}

#[test]
fn a_table_without_entries_has_its_header() {
    let empty = r#"{"version":1,"name":"Nobody","services":[]}"#;
    let file = std::env::temp_dir().join(format!("nobody-{}.json", std::process::id()));
    std::fs::write(&file, empty).expect("a file in the temporary folder");
    let file = file.to_str().expect("a path that is text");
    assert_eq!(lines(&["--scenario", file, "--until", "1000", "--format", "csv"]).len(), 1);
    assert_eq!(lines(&["--scenario", file, "--until", "1000"]), [""; 0]);
    std::fs::remove_file(file).expect("it was there");
}

#[test]
fn what_makes_no_sense_is_said_on_standard_error_all_of_it() {
    let mut arguments = vec!["--scenario", "described", "--until", "1"];
    arguments.extend(["--at", "5:crash NOBODY", "--at", "soon:publish A"]);
    let problems_of_all = problems(&arguments);
    assert_eq!(problems_of_all.len(), 2);
    assert!(problems_of_all[0].starts_with("--at[0].crash: "), "{problems_of_all:?}");
    assert!(
        problems(&["--scenario", "no/such/file", "--until", "1"])[0]
            .starts_with("no/such/file: cannot be read: ")
    );
    assert_eq!(
        problems(&["--scenario", "described", "--until", "1", "--publish", "A", "--publish", "B"]),
        ["A", "B"]
            .map(|state| format!("--publish {state}: expected STATE@MS, such as TRANSACTION_PAID@1000"))
    );
    for until in ["nan", "1e300", "31622400001"] {
        let said = problems(&["--scenario", "described", "--until", until]);
        assert_eq!(said, ["--until: expected milliseconds from 0 to 366 days"]);
    }
    assert!(!problems(&["--scenario", "described"]).is_empty(), "--until is required");
}

#[cfg(unix)]
#[test]
fn a_file_without_end_is_too_large() {
    let said = problems(&["--scenario", "/dev/zero", "--until", "1"]);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("larger than 16 MiB"), "{said:?}");
}

#[test]
fn a_reader_that_goes_away_early_ends_it_quietly() {
    let busy = r#"{"version":1,"name":"Busy","services":[
        {"name":"A","allowed_states":{"A":"B","B":"A"},"poll_interval_ms":1,"work_time_ms":0}],
        "commands":[{"at_ms":0,"publish":"A"}]}"#;
    let file = std::env::temp_dir().join(format!("busy-{}.json", std::process::id()));
    std::fs::write(&file, busy).expect("a file in the temporary folder");
    let mut child = bridge(&["--until", "100000", "--scenario"])
        .arg(&file)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut begin = [0; 10];
    child.stdout.take().expect("its output").read_exact(&mut begin).expect("it prints");
    let output = child.wait_with_output().expect("it ends");
    std::fs::remove_file(file).expect("it was there");
    assert_eq!(&begin, b"{\"at_ms\":0");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
