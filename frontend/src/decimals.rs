//! Numbers as styles, SVG and canvases read them, without the code that prints any float exactly: it would be 3 KB of the
//! page's first load. `f64::clamp` brings it along, too, where its bounds are no constants, for the message of its panic.

/// `value` with one decimal at most.
pub fn tenths(value: f64) -> String {
    decimal(value, 10)
}

/// `value` with three decimals at most.
pub fn thousandths(value: f64) -> String {
    decimal(value, 1_000)
}

/// `value` in whole parts, so many of which are one.
fn decimal(value: f64, one: i64) -> String {
    let parts = (value * one as f64).round() as i64;
    let sign = if parts < 0 { "-" } else { "" };
    let mut text = [sign, &(parts.abs() / one).to_string()].concat();
    let mut left = parts.abs() % one;
    if left != 0 {
        text.push('.');
    }
    while left != 0 {
        left *= 10;
        text.push(char::from(b'0' + (left / one) as u8));
        left %= one;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_decimals_that_it_needs() {
        assert_eq!([-0.25, 1.0, 10.04, 2.5, -0.04].map(tenths), ["-0.3", "1", "10", "2.5", "0"]);
        assert_eq!([0.0, 0.05, 12.3456, -1.5].map(thousandths), ["0", "0.05", "12.346", "-1.5"]);
    }
}
