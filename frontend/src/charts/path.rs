//! Lines of a chart as SVG paths on a field of 1000 by 100, which is stretched to its room.

use crate::decimals::tenths;

/// The width of the field.
const WIDE: f64 = 1_000.0;
/// Its height.
const HIGH: f64 = 100.0;

/// A point: how far to the right and how far up it lies, 0 to 1.
pub(super) type Spot = (f64, f64);

fn push(path: &mut String, letter: char, (x, y): Spot) {
    path.push(letter);
    path.push_str(&tenths(x * WIDE));
    path.push(' ');
    path.push_str(&tenths((1.0 - y) * HIGH));
}

/// A line through `spots`; where one is missing it is broken.
pub(super) fn line(spots: impl IntoIterator<Item = Option<Spot>>) -> String {
    let mut path = String::new();
    let mut goes_on = false;
    for spot in spots {
        if let Some(spot) = spot {
            push(&mut path, if goes_on { 'L' } else { 'M' }, spot);
        }
        goes_on = spot.is_some();
    }
    path
}

/// A dot at each of `spots`: a line of no length, which round ends make one.
pub(super) fn dots(spots: impl IntoIterator<Item = Spot>) -> String {
    let mut path = String::new();
    for spot in spots {
        push(&mut path, 'M', spot);
        path.push_str("h0");
    }
    path
}

/// The steps between two heights: from each x to the next one, from the lower to the upper height.
pub(super) fn area(steps: &[(f64, f64, f64)], end: f64) -> String {
    let mut path = String::new();
    let right = |index: usize| steps.get(index + 1).map_or(end, |next| next.0);
    for (index, &(x, _, upper)) in steps.iter().enumerate() {
        push(&mut path, if index == 0 { 'M' } else { 'L' }, (x, upper));
        push(&mut path, 'L', (right(index), upper));
    }
    for (index, &(x, lower, _)) in steps.iter().enumerate().rev() {
        push(&mut path, 'L', (right(index), lower));
        push(&mut path, 'L', (x, lower));
    }
    if !path.is_empty() {
        path.push('z');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_dots_and_areas_are_paths() {
        assert_eq!(
            line([Some((0.0, 0.0)), Some((0.5, 1.0)), None, Some((1.0, 0.25))]),
            "M0 100L500 0M1000 75"
        );
        assert_eq!(dots([(0.1, 0.5)]), "M100 50h0");
        assert_eq!(area(&[(0.0, 0.0, 0.5)], 1.0), "M0 50L1000 50L1000 100L0 100z");
        assert_eq!((line([]), area(&[], 1.0)), (String::new(), String::new()));
    }
}
