//! How long the page's words rest after a picture: what moves keeps moving evenly, however much there is to put into
//! words. Knows no browser.

/// The least time between two pictures while time runs, in milliseconds: numbers in the page change no faster.
pub(super) const SHORTEST_MS: f64 = 100.0;
/// The most, in milliseconds.
const LONGEST_MS: f64 = 1_000.0;
/// A picture is followed by the next one after so many times what it took, at least.
const REST: f64 = 40.0;
/// One that leaves its frame little room, some milliseconds, comes in one frame of 25 at most: it rests longer by the
/// square, until that is reached.
const REST_OF_SQUARE: f64 = 10.0;
/// A little more than 25 frames, in milliseconds.
const FRAMES_MS: f64 = 450.0;

/// How long it is from a picture that took `took_ms` to the next one.
pub(super) fn after_picture(took_ms: f64) -> f64 {
    let squared = (took_ms * took_ms * REST_OF_SQUARE).min(FRAMES_MS);
    squared.max(took_ms * REST).clamp(SHORTEST_MS, LONGEST_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME_MS: f64 = 1_000.0 / 60.0;

    #[test]
    fn what_is_cheap_comes_ten_times_a_second_and_what_is_dear_once() {
        assert_eq!(after_picture(0.0), 100.0);
        assert_eq!(after_picture(2.5), 100.0);
        assert_eq!(after_picture(25.0), 1_000.0);
        assert_eq!(after_picture(500.0), 1_000.0);
    }

    #[test]
    fn what_leaves_a_frame_no_room_comes_in_one_of_25_at_most() {
        for tenths in 65..200 {
            let frames = after_picture(f64::from(tenths) / 10.0) / FRAME_MS;
            assert!(frames >= 25.0, "{tenths} tenths of a millisecond: every {frames} frames");
        }
    }
}
