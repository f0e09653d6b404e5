//! The height of a chart: from a lowest to a highest value that are round.

/// A chart's values from its foot to its top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// At the foot.
    pub low: f64,
    /// At the top: always more.
    pub high: f64,
}

impl Scale {
    /// A scale that holds everything from `low` to `high`, both ends as round as can be.
    pub fn holding(low: f64, high: f64) -> Scale {
        let span = (high - low).max(high.abs() * 1e-9).max(f64::MIN_POSITIVE);
        let step = round_step(span / 4.0);
        let low = (low / step).floor() * step;
        let mut top = (high / step).ceil() * step;
        if top <= low {
            top = low + step;
        }
        Scale { low, high: top }
    }

    /// How high a value lies: 0 at the foot, 1 at the top.
    pub fn share(self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// The least of 1, 2 and 5 times a power of ten that is no less than `least`.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= least);
    step.unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_round_and_hold_everything() {
        let ends = |low, high| {
            let scale = Scale::holding(low, high);
            (scale.low, scale.high)
        };
        assert_eq!(ends(0.0, 3.2), (0.0, 4.0));
        assert_eq!(ends(0.0, 97.0), (0.0, 100.0));
        assert_eq!(ends(1_203.0, 1_298.0), (1_200.0, 1_300.0));
        assert_eq!(ends(7.0, 7.0).0, 7.0);
        for high in [1.0, 3.0, 0.000_3, 12_345.6, 1e12] {
            let scale = Scale::holding(0.0, high);
            assert!(scale.high >= high && scale.high < 3.0 * high, "{high}: {scale:?}");
        }
    }
}
