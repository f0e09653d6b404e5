//! The yardsticks that are programs of others: the day in SimPy and in NeXosim, every poll an event. A hundredth of it
//! is measured, and scaled.

use std::process::Command;

/// The part of the day that is measured.
const PART: f64 = 100.0;

/// Seconds that the whole day takes, from the hundredth of it that a program runs and prints the seconds of.
pub fn whole_day_s(program: &mut Command) -> f64 {
    let output = program.output().expect("the yardstick starts");
    let text = String::from_utf8_lossy(&output.stdout);
    let seconds: f64 = text.trim().parse().unwrap_or_else(|_| {
        panic!("{program:?} printed {text:?} instead of seconds: {}", String::from_utf8_lossy(&output.stderr))
    });
    seconds * PART
}
