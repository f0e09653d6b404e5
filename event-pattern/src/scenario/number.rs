//! Numbers of a file, exactly: decimal arithmetic on their text, because 0.1 has no exact `f64`.

/// Why a number does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    Below,
    Above,
    TooFine,
}

/// What a number may be: `least` to `most`, both whole, with up to `decimals` decimals.
#[derive(Clone, Copy)]
pub(super) struct Range {
    pub(super) least: u64,
    pub(super) most: u64,
    pub(super) decimals: u32,
}

impl Range {
    /// Whether `value`, in units of the last decimal allowed, is in it.
    pub(super) fn holds(self, value: u64) -> Result<(), Misfit> {
        let unit = 10_u64.pow(self.decimals);
        if value < self.least * unit {
            Err(Misfit::Below)
        } else if value > self.most * unit {
            Err(Misfit::Above)
        } else {
            Ok(())
        }
    }

    /// The value of `text`, a JSON number, in units of the last decimal allowed: `1.5` with three decimals is 1500.
    ///
    /// The value counts, not its spelling: `1.50000` has one decimal and `1e3` none. What is out of range is said
    /// before what has too many decimals.
    pub(super) fn value(self, text: &str) -> Result<u64, Misfit> {
        let unit = 10_u64.pow(self.decimals);
        let (least, most) = (self.least * unit, self.most * unit);
        let number = Decimal::of(text);
        if number.digits.is_empty() {
            return if least == 0 { Ok(0) } else { Err(Misfit::Below) };
        }
        if number.negative {
            return Err(Misfit::Below);
        }
        let floor = match number.floor(self.decimals) {
            Some(floor) if floor < most => floor,
            // Exactly the most is allowed, anything after it is not.
            Some(floor) if floor == most && number.is_whole_at(self.decimals) => floor,
            _ => return Err(Misfit::Above),
        };
        if floor < least {
            return Err(Misfit::Below);
        }
        if !number.is_whole_at(self.decimals) {
            return Err(Misfit::TooFine);
        }
        Ok(floor)
    }
}

/// `digits` x 10^`exponent`; the digits neither begin nor end with a zero, and are empty for zero.
struct Decimal {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Decimal {
    fn of(text: &str) -> Decimal {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let negative = whole.starts_with('-');
        let all = [whole.trim_start_matches('-'), fraction].concat();
        let trimmed = all.trim_end_matches('0');
        let exponent = clamped(exponent)
            .saturating_sub(fraction.len() as i64)
            .saturating_add((all.len() - trimmed.len()) as i64);
        Decimal { negative, digits: trimmed.trim_start_matches('0').to_owned(), exponent }
    }

    /// Whether nothing is left after `decimals` decimals.
    fn is_whole_at(&self, decimals: u32) -> bool {
        self.exponent >= -i64::from(decimals)
    }

    /// How many whole units of the last of `decimals` decimals there are, unless that is beyond all ranges.
    fn floor(&self, decimals: u32) -> Option<u64> {
        let shift = self.exponent.saturating_add(i64::from(decimals));
        let length = (self.digits.len() as i64).saturating_add(shift);
        if length <= 0 {
            return Some(0);
        }
        if length > 19 {
            return None;
        }
        let kept = self.digits.len().min(length as usize);
        let value: u64 = self.digits[..kept].parse().ok()?;
        value.checked_mul(10_u64.checked_pow(shift.max(0) as u32)?)
    }
}

/// An exponent; one that no `i64` holds is as good as the largest.
fn clamped(exponent: &str) -> i64 {
    let far = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
    exponent.parse().unwrap_or(far)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Range = Range { least: 0, most: 31_622_400_000, decimals: 3 };
    const INTERVAL: Range = Range { least: 1, ..MS };

    #[test]
    fn what_is_no_text_is_held_to_the_same_range() {
        assert_eq!([999, 1_000].map(|micros| INTERVAL.holds(micros)), [Err(Misfit::Below), Ok(())]);
        let most = MS.most * 1_000;
        assert_eq!([most, most + 1].map(|micros| MS.holds(micros)), [Ok(()), Err(Misfit::Above)]);
    }

    #[test]
    fn numbers_are_read_exactly_however_they_are_spelled() {
        for (text, micros) in [
            ("0", 0),
            ("-0", 0),
            ("-0.0e5", 0),
            ("0e999999999999999999999", 0),
            ("500", 500_000),
            ("0.001", 1),
            ("0.1", 100),
            ("1.005", 1_005),
            ("1.50000", 1_500),
            ("1e3", 1_000_000),
            ("1E+3", 1_000_000),
            ("1e-3", 1),
            ("1500e-3", 1_500),
            ("0.00001e5", 1_000),
            ("31622400000", 31_622_400_000_000),
            ("31622399999.999", 31_622_399_999_999),
        ] {
            assert_eq!(MS.value(text), Ok(micros), "{text}");
        }
    }

    #[test]
    fn what_is_out_of_range_or_too_fine_is_refused() {
        for (text, misfit) in [
            ("-1", Misfit::Below),
            ("-0.0001", Misfit::Below),
            ("31622400000.0001", Misfit::Above),
            ("31622400001", Misfit::Above),
            ("1e400", Misfit::Above),
            ("1e99999999999999999999", Misfit::Above),
            ("18446744073709551616", Misfit::Above),
            ("0.0001", Misfit::TooFine),
            ("1.0005", Misfit::TooFine),
            ("1e-99999999999999999999", Misfit::TooFine),
        ] {
            assert_eq!(MS.value(text), Err(misfit), "{text}");
        }
        assert_eq!(INTERVAL.value("0"), Err(Misfit::Below));
        assert_eq!(INTERVAL.value("0.9999"), Err(Misfit::Below));
        assert_eq!(INTERVAL.value("1"), Ok(1_000));
        assert_eq!(INTERVAL.value("1.0001"), Err(Misfit::TooFine));
    }

    proptest::proptest! {
        #[test]
        fn a_number_means_the_same_in_every_spelling(
            micros in 0..40_000_000_000_000_u64,
            shift in 0..40_i32,
            zeros in 0..5_usize,
        ) {
            let expected = if micros <= 31_622_400_000_000 { Ok(micros) } else { Err(Misfit::Above) };
            let (ms, rest) = (micros / 1_000, micros % 1_000);
            let zeros = "0".repeat(zeros);
            proptest::prop_assert_eq!(MS.value(&format!("{ms}.{rest:03}{zeros}")), expected);
            proptest::prop_assert_eq!(MS.value(&format!("{micros}{zeros}e-{}", zeros.len() + 3)), expected);
            let small = format!("0.{}{micros}E+{}", "0".repeat(shift as usize), shift as usize + digits(micros));
            let small = MS.value(&small);
            // 0.00123E+5 is 123: whole milliseconds.
            let whole = if micros <= 31_622_400_000 { Ok(micros * 1_000) } else { Err(Misfit::Above) };
            proptest::prop_assert_eq!(small, whole);
        }

        #[test]
        fn any_number_has_a_value_or_not(text in "-?(0|[1-9][0-9]{0,30})([.][0-9]{1,30})?([eE][-+]?[0-9]{1,25})?") {
            let float: f64 = text.parse().unwrap();
            match MS.value(&text) {
                Ok(micros) => proptest::prop_assert!((micros as f64 / 1_000.0 - float).abs() <= float * 1e-9),
                Err(Misfit::Below) => proptest::prop_assert!(float <= 0.0),
                Err(Misfit::Above) => proptest::prop_assert!(float >= 31_622_400_000.0),
                Err(Misfit::TooFine) => proptest::prop_assert!((0.0..=31_622_400_000.0).contains(&float)),
            }
        }
    }

    fn digits(number: u64) -> usize {
        number.to_string().len()
    }
}
