//! Where the marks of the time axis lie, and what is written at them.

use event_pattern::{Span, Time};

use super::Window;
use crate::texts::clock;

/// What lies between two marks, in milliseconds.
const STEPS: [u64; 29] = [
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    200,
    500,
    1_000,
    2_000,
    5_000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    21_600_000,
    43_200_000,
    86_400_000,
    172_800_000,
    604_800_000,
    2_592_000_000,
];

/// The marks of the axis below `window`, no more than `most` of them.
pub fn marks(window: Window, most: usize) -> impl Iterator<Item = (Time, String)> {
    let fits = |ms: &&u64| window.span().as_micros() / (**ms * 1_000) < most.max(1) as u64;
    let ms = STEPS.iter().find(fits).or(STEPS.last()).copied().unwrap_or(1);
    let step = ms * 1_000;
    let first = window.from.as_micros().div_ceil(step);
    let last = window.to.as_micros() / step;
    (first..=last).map(move |number| {
        let at = Time::ZERO + Span::from_micros(number * step);
        let mut label = clock(at);
        if ms >= 1_000 {
            // Whole seconds need no milliseconds.
            label.truncate(label.len() - 4);
        }
        (at, label)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_few_and_at_round_times() {
        let window = |from, to| Window { from: Time::from_ms(from), to: Time::from_ms(to) };
        let labels = |window, most| marks(window, most).map(|(_, label)| label).collect::<Vec<_>>();
        assert_eq!(labels(window(0, 10_000), 6), ["00:00", "00:02", "00:04", "00:06", "00:08", "00:10"]);
        assert_eq!(labels(window(1_234, 1_260), 4), ["00:01.240", "00:01.250", "00:01.260"]);
        assert_eq!(labels(window(0, 7_200_000), 3), ["00:00", "1:00:00", "2:00:00"]);
        for most in 1..20 {
            assert!(marks(Window { from: Time::ZERO, to: Time::LAST }, most).count() <= most.max(13) + 1);
        }
    }
}
