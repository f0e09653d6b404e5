//! Random valid scenarios for property tests, and random ways to walk through a run of one.
//!
//! What proptest makes and shrinks is a [`Plan`] of small numbers. It is rendered as the JSON of a scenario
//! afterwards: there the commands get the names that exist at their time, so that every plan is a valid file.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "every test file has this module to itself and uses its own part of it"
)]

mod plan;
mod render;
mod walk;

use std::fmt;

use event_pattern::scenario::Scenario;
use event_pattern::time::Time;
use proptest::prelude::*;

pub use plan::{Action, Add, Edit, Plan, Planned, Service, Start, plans};
pub use walk::{Cut, cuts, slices, untils};

/// A random scenario with the text that it was read from.
#[derive(Clone)]
pub struct Random {
    /// The scenario as a file.
    pub json: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// As a file: what a failing test shows can be run again as it stands.
impl fmt::Debug for Random {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.json)
    }
}

/// Random valid scenarios.
pub fn scenarios() -> impl Strategy<Value = Random> {
    plans().prop_map(|plan| random(&plan))
}

/// Random valid scenarios, each with an instant to run it to.
pub fn runs() -> impl Strategy<Value = (Random, Time)> {
    (scenarios(), untils())
}

/// Renders `plan` and reads it back.
pub fn random(plan: &Plan) -> Random {
    let json = render::render(plan);
    match Scenario::from_json(json.as_bytes()) {
        Ok(scenario) => Random { json, scenario },
        Err(problems) => panic!("a rendered plan is valid, but: {problems:?}\n{json}"),
    }
}
