//! The bridge against a real Redis, spoken to by clients that know its public protocol alone.

mod changes;
mod ending;
mod faults;
mod foreign;
mod hello;
mod hostile;
mod http;
mod limits;
mod losses;
mod memory;
mod order;
mod refusals;
mod requests;
mod secrets;
mod upgrade;
mod windows;

use anyhow::{Context, Result};
use serde_json::Value;

/// The id that an error carries, null too, and its code.
fn error(answer: &Value) -> Result<(Value, &str)> {
    let code = answer["error"]["code"].as_str().with_context(|| format!("not an error: {answer}"))?;
    Ok((answer["id"].clone(), code))
}
