//! The specification, `docs/semantics.md`, as a table: for each sentence a small scenario and the lines that it must give.
//!
//! The table is data and knows no engine, so that every engine can be held to it.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "every test file has this module to itself and uses its own part of it"
)]

mod commands;
mod edits;
mod entries;
mod identities;
mod instants;
mod numbers;
mod service;

use event_pattern::scenario::Scenario;
use event_pattern::time::Time;
use serde_json::Value;

/// One sentence of the specification and a run that keeps it.
#[derive(Debug)]
pub struct Case {
    /// The sentence.
    pub name: &'static str,
    /// The scenario as a file has it, without `version` and `name`.
    pub scenario: &'static str,
    /// The last instant of the run.
    pub until: Time,
    /// The JSON lines, exactly.
    pub jsonl: &'static str,
    /// Some of the metrics: the place of a number as a JSON pointer, and the number.
    pub metrics: &'static [(&'static str, &'static str)],
}

/// All cases, in the order of the specification.
pub fn all() -> impl Iterator<Item = &'static Case> {
    [
        instants::CASES,
        service::CASES,
        commands::CASES,
        edits::CASES,
        identities::CASES,
        entries::CASES,
        numbers::CASES,
    ]
    .into_iter()
    .flatten()
}

impl Case {
    /// The scenario, read.
    pub fn scenario(&self) -> Scenario {
        let json = format!(r#"{{"version":1,"name":"Case",{}}}"#, self.scenario);
        match Scenario::from_json(json.as_bytes()) {
            Ok(scenario) => scenario,
            Err(problems) => panic!("{}: {problems:?}", self.name),
        }
    }

    /// What is not as it must be in the lines and the metrics that an engine gave.
    pub fn difference(&self, jsonl: &str, metrics: &Value) -> Option<String> {
        let mut wrong = Vec::new();
        if jsonl.trim_end() != self.jsonl.trim() {
            wrong.push(format!("gave\n{jsonl}\ninstead of\n{}\n", self.jsonl));
        }
        for (place, expected) in self.metrics {
            let expected: Value = serde_json::from_str(expected).expect("a case expects JSON");
            let given = metrics.pointer(place);
            if given != Some(&expected) {
                wrong.push(format!("{place} is {given:?} instead of {expected}"));
            }
        }
        (!wrong.is_empty()).then(|| format!("\n## {}\n{}", self.name, wrong.join("\n")))
    }
}
