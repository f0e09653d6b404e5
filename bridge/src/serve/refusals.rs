//! One line in the log for each refusal, but never so many that the log itself is the attack.

use std::fmt::Display;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU64, Ordering};

use governor::clock::MonotonicClock;
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};

/// Lines a second over a long time.
const LINES: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);
/// Lines at once.
const BURST: NonZeroU32 = NonZeroU32::MIN.saturating_add(99);
/// What a stranger wrote is shown up to here.
const LONGEST: usize = 120;

/// A limiter that keeps its state in itself and asks the system's clock.
pub(super) type Limiter =
    RateLimiter<NotKeyed, InMemoryState, MonotonicClock, NoOpMiddleware<std::time::Instant>>;

/// A limiter with so much room at once, and so much a second.
pub(super) fn limiter(burst: NonZeroU32, a_second: NonZeroU32) -> Limiter {
    RateLimiter::direct_with_clock(Quota::per_second(a_second).allow_burst(burst), MonotonicClock)
}

/// Writes refusals to the log.
#[derive(Debug)]
pub(crate) struct Refusals {
    limiter: Limiter,
    unsaid: AtomicU64,
}

impl Refusals {
    pub(super) fn new() -> Refusals {
        Refusals { limiter: limiter(BURST, LINES), unsaid: AtomicU64::new(0) }
    }

    /// Says who was refused what, or counts it for the next line.
    pub(super) fn log(&self, peer: IpAddr, what: &str, why: impl Display) {
        if self.limiter.check().is_err() {
            self.unsaid.fetch_add(1, Ordering::Relaxed);
            return;
        }
        let unsaid = self.unsaid.swap(0, Ordering::Relaxed);
        let why = shown(&why.to_string());
        tracing::warn!(%peer, unsaid, "{what} refused: {why}");
    }
}

/// Text from outside: no line breaks, no control characters, no megabytes.
fn shown(text: &str) -> String {
    let (start, end) = match text.char_indices().nth(LONGEST) {
        Some((place, _)) => (&text[..place], "..."),
        None => (text, ""),
    };
    start.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).chain(end.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_stranger_wrote_stays_on_one_line() {
        assert_eq!(shown("a\nb\u{1b}[31m"), "a\u{fffd}b\u{fffd}[31m");
        assert_eq!(shown(&"é".repeat(200)).chars().count(), LONGEST + 3);
    }

    #[test]
    fn many_refusals_are_few_lines() {
        let refusals = Refusals::new();
        let peer = IpAddr::from([127, 0, 0, 1]);
        for _ in 0..10_000 {
            refusals.log(peer, "a frame", "malformed");
        }
        assert!(refusals.unsaid.load(Ordering::Relaxed) > 9_000);
    }
}
