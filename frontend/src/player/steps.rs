//! Steps forwards and backwards, and looks at another place.

use event_pattern::{Engine, Place, Time};

use super::{FLIGHT, Player, StepShown};
use crate::run::Refused;

impl Player {
    pub(super) fn next_change(&mut self) -> Result<(), Refused> {
        let runs = self.view.next_read().is_some();
        let nothing = if runs { Refused::NoChangeAhead } else { Refused::NothingAhead };
        self.step(nothing, |engine, place| engine.next_change(place, Time::LAST))
    }

    pub(super) fn step(
        &mut self,
        nothing: Refused,
        next: impl FnOnce(&mut Engine, Place) -> Option<Place>,
    ) -> Result<(), Refused> {
        self.playing = false;
        if let Some(end) = self.end() {
            return Err(Refused::Ended(end));
        }
        let place = next(&mut self.now.engine, self.now.place).ok_or(nothing)?;
        self.arrive(place);
        Ok(())
    }

    pub(super) fn step_back(
        &mut self,
        previous: impl FnOnce(&Engine, Place) -> Option<Place>,
    ) -> Result<(), Refused> {
        self.playing = false;
        let place = previous(&self.now.engine, self.now.place).ok_or(Refused::NothingBefore)?;
        self.look_at(place);
        // What is seen from here on has landed: going back shows no flights.
        self.step = Some(StepShown { passed: FLIGHT, from: self.view.entries_seen });
        Ok(())
    }

    /// Stops to look: whoever searches the past does not want it to run away.
    pub(super) fn seek(&mut self, at: Time) {
        self.playing = false;
        let at = at.min(self.now.recorded_until());
        self.look_at(self.now.engine.trace().place_after(at));
    }

    pub(super) fn seek_place(&mut self, place: Place) {
        self.seek(place.at);
        let seen = self.now.place.seen.min(place.seen);
        if place.at == self.now.place.at {
            self.look_at(Place { seen, ..place });
        }
    }
}
