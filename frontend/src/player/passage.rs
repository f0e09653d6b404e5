//! How time passes: so much of the viewer's time, so much of the run's, and never more work than a frame can bear.

use event_pattern::{Place, Span, Time};

use super::{FLIGHT, Player, Run};
use crate::run::{Direction, Range, Refused};

/// The most entries that a page records: about 100 MB of a browser's memory, half an hour of a busy run at 1000x.
pub(super) const MOST_ENTRIES: usize = 2_000_000;
/// After so many changes the clock is asked whether there is time for more.
pub(super) const CHANGES_PER_LOOK: u32 = 32;

impl Player {
    pub(super) fn play(&mut self) -> Result<(), Refused> {
        if let Some(end) = self.end() {
            return Err(Refused::Ended(end));
        }
        self.playing = true;
        self.direction = Direction::Forwards;
        self.step = None;
        Ok(())
    }

    pub(super) fn play_backwards(&mut self) -> Result<(), Refused> {
        if self.now.looped.is_none() && self.now.place.at == Time::ZERO {
            return Err(Refused::NothingBefore);
        }
        self.playing = true;
        self.direction = Direction::Backwards;
        self.step = None;
        Ok(())
    }

    /// Goes to the beginning of the part that is looped from now on, if the place lies outside it.
    pub(super) fn set_loop(&mut self, looped: Option<Range>) {
        self.now.looped = looped;
        if let Some(range) = looped.filter(|range| !range.contains(self.now.place.at)) {
            // Before the record's end, or at it: what is not recorded yet is played when time gets there.
            let from = range.from().min(self.now.recorded_until());
            self.look_at(self.now.engine.trace().place_after(from));
        }
    }

    /// Lets `wall` of the viewer's time pass. `has_time` says whether there is still time to work in this frame: if
    /// not, the run goes less far than the speed promises, and does not catch up later. What is recorded is the same.
    pub fn advance(&mut self, wall: Span, has_time: &mut dyn FnMut() -> bool) {
        if self.hurries(has_time) {
            return;
        }
        if !self.playing {
            if let Some(step) = &mut self.step {
                step.passed = (step.passed + wall).min(FLIGHT);
            }
            return;
        }
        let exact = wall.as_micros() as f64 * self.speed.0 + self.carry;
        self.carry = exact.fract();
        let passed = Span::from_micros(exact as u64);
        match self.direction {
            Direction::Forwards => self.go_forwards(passed, has_time),
            Direction::Backwards => self.go_backwards(passed),
        }
    }

    fn go_forwards(&mut self, passed: Span, has_time: &mut dyn FnMut() -> bool) {
        let at = self.now.place.at;
        let ahead = (at + passed).min(Time::LAST);
        let turn = self.now.looped.filter(|range| ahead > range.until());
        let target = turn.map_or(ahead, Range::until);
        let reached = if target > at { self.now.record_through(target, has_time).max(at) } else { at };
        let place_after = |at: Time, player: &Player| player.now.engine.trace().place_after(at);
        let until = place_after(reached, self);
        if self.stops_between(self.now.place, until) {
            return;
        }
        // Only when all of it is there: what a frame had no time for comes first.
        let turn = turn.filter(|range| reached >= range.until());
        let to = match turn {
            Some(range) => {
                let over = ahead.since(range.until());
                let to = range.from() + Span::from_micros(over.as_micros() % range.length().as_micros());
                let last = if over >= range.length() { range.until() } else { to };
                // From before its first instant on: what lies at it is in the part, too.
                let first = match range.from() {
                    Time::ZERO => Place::default(),
                    from => place_after(from - Span::from_micros(1), self),
                };
                if self.stops_between(first, place_after(last, self)) {
                    return;
                }
                place_after(to, self)
            }
            None => until,
        };
        if to != self.now.place {
            self.look_at(to);
        }
        if self.end().is_some() {
            self.playing = false;
            self.errand = None;
        }
    }

    fn go_backwards(&mut self, passed: Span) {
        let (at, before) = (self.now.place.at, self.now.place);
        let recorded = self.now.recorded_until();
        let place_after = |at: Time, player: &Player| player.now.engine.trace().place_after(at);
        // Of a part that is not all recorded yet, what there is.
        let looped = self.now.looped.map(|range| (range.from(), range.until().min(recorded)));
        let turn = looped.filter(|(from, until): &(Time, Time)| from < until && passed > at.since(*from));
        let Some((from, until)) = turn else {
            let to = place_after(at - passed, self);
            if to.at < at && !self.stops_between_backwards(to, before) {
                self.look_at(to);
            }
            if self.now.place.at == Time::ZERO && looped.is_none() {
                self.playing = false;
            }
            return;
        };
        // What lies at the first instant of the part is in it, and so is what lies at its last.
        if self.stops_between_backwards(Place { at: from, seen: 0 }, before) {
            return;
        }
        let over = passed.as_micros() - at.since(from).as_micros();
        let length = until.since(from).as_micros();
        let to = place_after(until - Span::from_micros(over % length), self);
        let last = if over >= length { Place { at: from, seen: 0 } } else { to };
        let end = Place { at: until + Span::from_micros(1), seen: 0 };
        if !self.stops_between_backwards(last, end) {
            self.look_at(to);
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
