//! `--scenario FILE|NAME`: a built-in scenario, or one from a file.

use std::fs::File;
use std::io::Read;

use event_pattern::Scenario;
use event_pattern::scenario::BuiltIn;

use super::Failure;

/// One byte more than a scenario may have: enough to be told that it is too large, however large it is.
const LONGEST_READ: u64 = (16 << 20) + 1;

/// The scenario that a person named.
pub(super) fn open(name: &str) -> Result<Scenario, Failure> {
    if let Some(built_in) = BuiltIn::by_name(name) {
        return Ok(built_in.scenario());
    }
    let mut text = Vec::new();
    let read = File::open(name).and_then(|file| file.take(LONGEST_READ).read_to_end(&mut text));
    if let Err(error) = read {
        let names = BuiltIn::ALL.map(BuiltIn::name).join(", ");
        return Err(Failure::Problems(format!(
            "{name}: cannot be read: {error}; the built-in scenarios are {names}"
        )));
    }
    Scenario::from_json(&text).map_err(|problems| Failure::Problems(problems.to_string()))
}
