//! The yardstick: the same day in SimPy, every poll an event. A hundredth of it is measured, and scaled.

use std::path::Path;
use std::process::Command;

/// The part of the day that is measured.
const PART: f64 = 100.0;

/// Seconds that the whole day takes, from a hundredth of it.
pub(crate) fn whole_day_s(python: &Path) -> f64 {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/engine/day.py");
    let output = Command::new(python).arg(script).output().expect("SimPy's Python starts");
    let text = String::from_utf8_lossy(&output.stdout);
    let seconds: f64 = text.trim().parse().unwrap_or_else(|_| {
        panic!("day.py printed {text:?} instead of seconds: {}", String::from_utf8_lossy(&output.stderr))
    });
    seconds * PART
}
