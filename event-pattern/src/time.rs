//! Simulated time: whole microseconds since the run began. Knows no clock.

use std::fmt;
use std::ops::{Add, AddAssign, Sub};

/// An instant of a run, in whole microseconds since its beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(u64);

/// A length of time in whole microseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(u64);

/// Microseconds in a millisecond, the unit of files and of output.
const MICROS_PER_MS: u64 = 1_000;

impl Time {
    /// The beginning of every run.
    pub const ZERO: Time = Time(0);
    /// The last instant that a file or a person may name: 366 days.
    pub const LAST: Time = Time(Span::LONGEST.0);

    /// The instant `micros` microseconds after the beginning.
    pub const fn from_micros(micros: u64) -> Time {
        Time(micros)
    }

    /// The instant `ms` milliseconds after the beginning.
    pub const fn from_ms(ms: u64) -> Time {
        Time(ms * MICROS_PER_MS)
    }

    /// Microseconds since the beginning.
    pub const fn as_micros(self) -> u64 {
        self.0
    }

    /// Milliseconds since the beginning; exact for every instant that a run can reach.
    pub fn as_ms(self) -> f64 {
        Span(self.0).as_ms()
    }

    /// The first whole millisecond after this instant: when a person's command takes effect.
    pub const fn next_whole_ms(self) -> Time {
        Time((self.0 / MICROS_PER_MS + 1) * MICROS_PER_MS)
    }

    /// The time from `earlier` to this instant; nothing if `earlier` is later.
    pub const fn since(self, earlier: Time) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Span = Span(0);
    /// The longest time that a file may name: 366 days.
    pub const LONGEST: Span = Span(366 * 24 * 3_600 * 1_000_000);

    /// A length of `micros` microseconds.
    pub const fn from_micros(micros: u64) -> Span {
        Span(micros)
    }

    /// A length of `ms` milliseconds.
    pub const fn from_ms(ms: u64) -> Span {
        Span(ms * MICROS_PER_MS)
    }

    /// The length in microseconds.
    pub const fn as_micros(self) -> u64 {
        self.0
    }

    /// The length in milliseconds; exact up to 2^53 microseconds, 285 years.
    pub fn as_ms(self) -> f64 {
        self.0 as f64 / MICROS_PER_MS as f64
    }
}

impl Add<Span> for Time {
    type Output = Time;

    fn add(self, span: Span) -> Time {
        Time(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Time {
    type Output = Time;

    fn sub(self, span: Span) -> Time {
        Time(self.0.saturating_sub(span.0))
    }
}

impl Add for Span {
    type Output = Span;

    fn add(self, other: Span) -> Span {
        Span(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Span {
    fn add_assign(&mut self, other: Span) {
        *self = *self + other;
    }
}

/// In milliseconds, as in files and output: `1100`, `0.5`, `0.001`.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Span(self.0).fmt(f)
    }
}

/// In milliseconds, as in files and output: whole numbers without a point, three decimals at the most.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / MICROS_PER_MS, self.0 % MICROS_PER_MS);
        if rest == 0 {
            return write!(f, "{whole}");
        }
        let decimals = format!("{rest:03}");
        write!(f, "{whole}.{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_takes_effect_at_the_first_whole_millisecond_after() {
        assert_eq!(Time::from_micros(1_000_000).next_whole_ms(), Time::from_ms(1001));
        assert_eq!(Time::from_micros(1_000_500).next_whole_ms(), Time::from_ms(1001));
        assert_eq!(Time::ZERO.next_whole_ms(), Time::from_ms(1));
    }

    #[test]
    fn output_is_in_milliseconds_with_no_more_decimals_than_needed() {
        let shown = [1_100_000, 500, 1, 1_500, 0].map(|micros| Time::from_micros(micros).to_string());
        assert_eq!(shown, ["1100", "0.5", "0.001", "1.5", "0"]);
    }
}
