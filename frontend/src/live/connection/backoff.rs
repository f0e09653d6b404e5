//! How long to wait before the next try: longer each time, and never as long as the others of a class, who all lost the
//! same bridge in the same instant.

/// The shortest wait, in milliseconds.
const SHORTEST_MS: f64 = 500.0;
/// The longest.
const LONGEST_MS: f64 = 20_000.0;
/// From this try on the longest wait is reached: 0.5 s doubled so often is more than 20 s.
const LAST_DOUBLING: u32 = 6;

/// The milliseconds before try number `tries` (0 is the first after a loss); `random` from 0 to 1 is the jitter.
pub(super) fn wait_ms(tries: u32, random: f64) -> f64 {
    let doubled = SHORTEST_MS * f64::from(2_u32 << tries.min(LAST_DOUBLING));
    let most = doubled.min(LONGEST_MS);
    SHORTEST_MS + (most - SHORTEST_MS) * random.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_within_their_bounds() {
        assert_eq!((wait_ms(0, 0.0), wait_ms(0, 1.0)), (500.0, 1_000.0));
        assert_eq!((wait_ms(1, 1.0), wait_ms(3, 0.5)), (2_000.0, 4_250.0));
        for tries in [5, 6, 7, 100, u32::MAX] {
            assert_eq!((wait_ms(tries, 0.0), wait_ms(tries, 1.0)), (500.0, 20_000.0));
        }
    }
}
