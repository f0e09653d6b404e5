//! Seconds as a person types them: read exactly, written without a digit too many. Knows no language but its decimal mark.

use event_pattern::Span;

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `0.5`, and a thousand is `1,000`.
    Point,
    /// `0,5`, and a thousand is `1.000`.
    Comma,
}

/// Why a text is not a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondsError {
    /// There is no text.
    Empty,
    /// It is not a number.
    NotANumber,
    /// It has more than three decimals.
    TooFine,
    /// It may be a thousand times as much, as in `1.000` where a comma is the decimal mark.
    Ambiguous,
    /// It is below the least that is allowed.
    TooSmall(Span),
    /// It is above the 366 days that are allowed.
    TooLarge,
}

/// Microseconds in a second.
const SECOND: u64 = 1_000_000;
/// The decimals that a person may type: milliseconds, in which commands are given.
const DECIMALS: usize = 3;

/// Reads seconds, at least `least`. Both marks are understood, in every language: nobody has to retype a number because
/// the page now speaks another one. Only what could be meant as thousands is asked back.
///
/// # Errors
///
/// What is wrong with the text.
pub fn parse(text: &str, mark: DecimalMark, least: Span) -> Result<Span, SecondsError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(SecondsError::Empty);
    }
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|c| c.is_ascii_digit());
    if text.starts_with('-') && digits(&whole[1..]) && digits(decimals) && text.len() > 1 {
        return Err(SecondsError::TooSmall(least));
    }
    if !digits(whole) || !digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return Err(SecondsError::NotANumber);
    }
    if text.contains(mark.thousands()) && decimals.len() == 3 && !whole.trim_start_matches('0').is_empty() {
        return Err(SecondsError::Ambiguous);
    }
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > DECIMALS {
        return Err(SecondsError::TooFine);
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > 8 {
        return Err(SecondsError::TooLarge);
    }
    let number = |digits: &str| digits.bytes().fold(0, |n, c| n * 10 + u64::from(c - b'0'));
    let fraction = number(decimals) * 10_u64.pow((6 - decimals.len()) as u32);
    let span = Span::from_micros(number(whole) * SECOND + fraction);
    match span {
        span if span < least => Err(SecondsError::TooSmall(least)),
        span if span > Span::LONGEST => Err(SecondsError::TooLarge),
        span => Ok(span),
    }
}

/// Writes seconds with as many decimals as they have, six at the most: a file may say half a millisecond.
pub fn write(span: Span, mark: DecimalMark) -> String {
    let micros = span.as_micros();
    let mut text = (micros / SECOND).to_string();
    let rest = micros % SECOND;
    if rest > 0 {
        let digits = (SECOND + rest).to_string();
        text.push(mark.decimal());
        text.push_str(digits[1..].trim_end_matches('0'));
    }
    text
}

/// Which way a stepper goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
}

/// The next round value: hundredths below 0.1 s, tenths below 1 s, whole seconds below 10 s, then tens.
pub fn step(span: Span, direction: Direction, least: Span) -> Span {
    let micros = span.as_micros();
    let stride = |below: u64| match below {
        0..100_000 => 10_000,
        100_000..1_000_000 => 100_000,
        1_000_000..10_000_000 => SECOND,
        _ => 10 * SECOND,
    };
    let stepped = match direction {
        Direction::Up => (micros / stride(micros) + 1) * stride(micros),
        Direction::Down => {
            let stride = stride(micros.saturating_sub(1));
            micros.div_ceil(stride).saturating_sub(1) * stride
        }
    };
    Span::from_micros(stepped).clamp(least, Span::LONGEST)
}

impl DecimalMark {
    /// The mark before the decimals.
    pub const fn decimal(self) -> char {
        match self {
            DecimalMark::Point => '.',
            DecimalMark::Comma => ',',
        }
    }

    /// The mark between thousands.
    const fn thousands(self) -> char {
        match self {
            DecimalMark::Point => ',',
            DecimalMark::Comma => '.',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Span = Span::from_ms(1);

    #[test]
    fn both_marks_are_read_in_both_languages() {
        for mark in [DecimalMark::Point, DecimalMark::Comma] {
            for (text, ms) in
                [("0.5", 500), ("0,5", 500), (" 3 ", 3_000), (".25", 250), ("1.", 1_000), ("0,001", 1)]
            {
                assert_eq!(parse(text, mark, MS), Ok(Span::from_ms(ms)), "{text}");
            }
        }
        assert_eq!(parse("31622400", DecimalMark::Point, MS), Ok(Span::LONGEST));
        assert_eq!(parse("1.5000", DecimalMark::Point, MS), Ok(Span::from_ms(1_500)));
    }

    #[test]
    fn what_is_no_length_of_time_is_refused_with_its_reason() {
        let reason = |text: &str| parse(text, DecimalMark::Comma, MS).unwrap_err();
        assert_eq!(reason("  "), SecondsError::Empty);
        for text in ["x", "1,2,3", "1e3", "0x1", ".", "-", "1 s", "½", "--1"] {
            assert_eq!(reason(text), SecondsError::NotANumber, "{text}");
        }
        assert_eq!(reason("0,0005"), SecondsError::TooFine);
        assert_eq!(reason("-0,5"), SecondsError::TooSmall(MS));
        assert_eq!(reason("0"), SecondsError::TooSmall(MS));
        assert_eq!(reason("31622400,001"), SecondsError::TooLarge);
        assert_eq!(reason("99999999999999999999"), SecondsError::TooLarge);
        assert_eq!(parse("0", DecimalMark::Point, Span::ZERO), Ok(Span::ZERO));
    }

    #[test]
    fn what_could_be_a_thousand_is_asked_back() {
        assert_eq!(parse("1.000", DecimalMark::Comma, MS), Err(SecondsError::Ambiguous));
        assert_eq!(parse("1,000", DecimalMark::Point, MS), Err(SecondsError::Ambiguous));
        assert_eq!(parse("1.000", DecimalMark::Point, MS), Ok(Span::from_ms(1_000)));
        assert_eq!(parse("0.250", DecimalMark::Comma, MS), Ok(Span::from_ms(250)));
    }

    #[test]
    fn what_is_written_is_read_back() {
        for ms in [0, 1, 10, 500, 1_500, 3_000, 60_000, 31_622_400_000] {
            for mark in [DecimalMark::Point, DecimalMark::Comma] {
                let span = Span::from_ms(ms);
                assert_eq!(parse(&write(span, mark), mark, Span::ZERO), Ok(span));
            }
        }
        assert_eq!(write(Span::from_micros(500), DecimalMark::Comma), "0,0005");
    }

    #[test]
    fn a_stepper_goes_to_the_next_round_value_and_back() {
        let up = |ms| step(Span::from_ms(ms), Direction::Up, MS).as_ms();
        let down = |ms| step(Span::from_ms(ms), Direction::Down, MS).as_ms();
        assert_eq!(
            [up(500), up(900), up(1_000), up(3_000), up(1), up(10_000), up(510)],
            [600., 1000., 2000., 4000., 10., 20000., 600.]
        );
        assert_eq!(
            [down(600), down(1_000), down(2_000), down(10), down(1), down(20_000), down(510)],
            [500., 900., 1000., 1., 1., 10000., 500.]
        );
        assert_eq!(step(Span::LONGEST, Direction::Up, MS), Span::LONGEST);
    }
}
