//! How time passes: so much of the viewer's time, so much of the run's, and never more work than a frame can bear.

use event_pattern::{Span, Time};

use super::{FLIGHT, Player, Run};

/// The most entries that a page records: about 100 MB of a browser's memory, half an hour of a busy run at 1000x.
pub(super) const MOST_ENTRIES: usize = 2_000_000;
/// After so many changes the clock is asked whether there is time for more.
const CHANGES_PER_LOOK: u32 = 32;

impl Player {
    /// Lets `wall` of the viewer's time pass. `has_time` says whether there is still time to work in this frame: if
    /// not, the run goes less far than the speed promises, and does not catch up later. What is recorded is the same.
    pub fn advance(&mut self, wall: Span, has_time: &mut dyn FnMut() -> bool) {
        if !self.playing {
            if let Some(step) = &mut self.step {
                step.passed = (step.passed + wall).min(FLIGHT);
            }
            return;
        }
        let exact = wall.as_micros() as f64 * self.speed.0 + self.carry;
        self.carry = exact.fract();
        let target = (self.now.place.at + Span::from_micros(exact as u64)).min(Time::LAST);
        if target > self.now.place.at {
            let reached = self.now.record_through(target, has_time).max(self.now.place.at);
            self.look_at(self.now.engine.trace().place_after(reached));
        }
        if self.end().is_some() {
            self.playing = false;
        }
    }
}

impl Run {
    /// Records up to `target`, or as far as time and memory allow; says how far everything is recorded, at most
    /// `target`.
    pub(super) fn record_through(&mut self, target: Time, has_time: &mut dyn FnMut() -> bool) -> Time {
        let mut recorded = self.recorded_until();
        if target <= recorded {
            return target;
        }
        let mut changes = 0;
        loop {
            if self.engine.trace().len() >= MOST_ENTRIES {
                return recorded;
            }
            let place = self.engine.trace().place_after(recorded);
            let Some(change) = self.engine.next_change(place, target) else { break };
            recorded = change.at;
            changes += 1;
            if changes % CHANGES_PER_LOOK == 0 && !has_time() {
                return recorded;
            }
        }
        self.engine.run_to(target);
        target
    }
}
