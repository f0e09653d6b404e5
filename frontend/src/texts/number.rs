//! Numbers and times as a language writes them: `1,000` and `0.5 s`, `1.000` and `0,5 detik`.

use event_pattern::{Span, Time};

use super::Texts;
use super::language::Language;
use super::pattern::fill;

const MICROS_PER_SECOND: u64 = 1_000_000;

impl Texts {
    /// A whole number, its thousands kept apart.
    pub fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.char_indices() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(self.marks().0);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// Seconds as a bare number: no more decimals than needed, three at the most (six for less than a millisecond).
    pub fn seconds(&self, span: Span) -> String {
        let micros = span.as_micros();
        let shown = if micros < 1_000 { micros } else { (micros + 500) / 1_000 * 1_000 };
        let mut text = self.number(shown / MICROS_PER_SECOND);
        let decimals = padded(shown % MICROS_PER_SECOND, 6);
        let decimals = decimals.trim_end_matches('0');
        if !decimals.is_empty() {
            text.push(self.marks().1);
            text.push_str(decimals);
        }
        text
    }

    /// Seconds with exactly one decimal: what changes all the time keeps its width.
    pub fn tenths(&self, span: Span) -> String {
        let tenths = span.as_micros() * 10 / MICROS_PER_SECOND;
        let mut text = self.number(tenths / 10);
        text.push(self.marks().1);
        text.push_str(&(tenths % 10).to_string());
        text
    }

    /// A number of any size with at most three decimals, as speeds are.
    pub fn decimal(&self, number: f64) -> String {
        // Speeds are never negative, and far below what a length of time can hold.
        self.seconds(Span::from_micros((number.max(0.0) * 1_000.0).round() as u64 * 1_000))
    }

    /// A length of time: `0.5 s`, from two minutes on `5 min 3 s`, from two hours on `2 h 5 min`.
    pub fn span(&self, span: Span) -> String {
        let whole = span.as_micros() / MICROS_PER_SECOND;
        if whole < 120 {
            return fill(self.common.seconds, &[("seconds", &self.seconds(span))]);
        }
        if whole < 7_200 {
            let (minutes, seconds) = (self.number(whole / 60), self.number(whole % 60));
            return fill(self.common.minutes, &[("minutes", &minutes), ("seconds", &seconds)]);
        }
        let (hours, minutes) = (self.number(whole / 3_600), self.number(whole % 3_600 / 60));
        fill(self.common.hours, &[("hours", &hours), ("minutes", &minutes)])
    }

    /// The marks between thousands and before decimals.
    fn marks(&self) -> (char, char) {
        match self.language {
            Language::Id => ('.', ','),
            _ => (',', '.'),
        }
    }
}

/// An instant as the clock of the time bar shows it, the same in every language: `00:02.310`, `1:02:03.456`.
pub fn clock(at: Time) -> String {
    let ms = at.as_micros() / 1_000;
    let (hours, minutes, seconds) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60);
    let mut text = String::with_capacity(12);
    if hours > 0 {
        text.push_str(&hours.to_string());
        text.push(':');
    }
    text.push_str(&padded(minutes, 2));
    text.push(':');
    text.push_str(&padded(seconds, 2));
    text.push('.');
    text.push_str(&padded(ms % 1_000, 3));
    text
}

fn padded(number: u64, width: usize) -> String {
    let digits = number.to_string();
    let mut text = "0".repeat(width.saturating_sub(digits.len()));
    text.push_str(&digits);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        let (en, id) = (Texts::of(Language::En), Texts::of(Language::Id));
        assert_eq!(
            (en.number(999), en.number(1_000), en.number(12_345_678)),
            both("999", "1,000", "12,345,678")
        );
        assert_eq!((id.number(0), id.number(1_000), id.number(123_456)), both("0", "1.000", "123.456"));
        assert_eq!((en.decimal(0.1), id.decimal(0.25), id.decimal(1_000.0)), both("0.1", "0,25", "1.000"));
    }

    fn both(a: &str, b: &str, c: &str) -> (String, String, String) {
        (a.into(), b.into(), c.into())
    }

    #[test]
    fn lengths_of_time_follow_the_language() {
        let (en, id) = (Texts::of(Language::En), Texts::of(Language::Id));
        let said = |texts: &Texts, micros| texts.span(Span::from_micros(micros));
        assert_eq!(said(en, 500_000), "0.5 s");
        assert_eq!(said(id, 500_000), "0,5 detik");
        assert_eq!(said(en, 3_000_000), "3 s");
        assert_eq!(said(en, 310_400), "0.31 s");
        assert_eq!(said(en, 1), "0.000001 s");
        assert_eq!(said(en, 0), "0 s");
        assert_eq!(said(en, 125_000_000), "2 min 5 s");
        assert_eq!(said(id, 7_500_000_000), "2 jam 5 menit");
    }

    #[test]
    fn tenths_keep_their_width() {
        let (en, id) = (Texts::of(Language::En), Texts::of(Language::Id));
        assert_eq!(en.tenths(Span::from_ms(3_000)), "3.0");
        assert_eq!(id.tenths(Span::from_ms(1_250)), "1,2");
    }

    #[test]
    fn the_clock_is_the_same_in_every_language() {
        assert_eq!(clock(Time::from_ms(2_310)), "00:02.310");
        assert_eq!(clock(Time::from_micros(59_999_999)), "00:59.999");
        assert_eq!(clock(Time::from_ms(3_723_456)), "1:02:03.456");
    }
}
