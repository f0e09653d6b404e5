//! What every bench of the page does with its figures.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// The figure below which `share` of them lie, 0 to 1.
///
/// # Panics
/// Where there are none.
pub(crate) fn quantile(figures: &[f64], share: f64) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len() - 1;
    sorted[(share * last as f64).round() as usize]
}

/// The middle one.
pub(crate) fn median(figures: &[f64]) -> f64 {
    quantile(figures, 0.5)
}

/// What is said of a figure that was to reach something.
pub(crate) fn verdict(reached: bool) -> &'static str {
    if reached { "reached" } else { "**missed**" }
}

/// Leaves the figures for programs, in `target/bench/NAME.json`.
pub(crate) fn save(name: &str, figures: &Value) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.json"));
    fs::write(&file, format!("{figures:#}\n")).with_context(|| format!("cannot write {}", file.display()))
}
