//! A run that comes back after a reload: the same trace, made anew from what was given, at the same place.

use std::rc::Rc;

use event_pattern::{Place, Span};

use super::{Player, Run};
use crate::run::{Origin, Refused, SavedRun, Speed};

impl Player {
    /// What has to be kept so that [`Player::restore`] brings this run back.
    pub fn save(&self) -> SavedRun {
        let Run { engine, place, origin, .. } = &self.now;
        SavedRun {
            scenario: event_pattern::Scenario::clone(engine.scenario()),
            given: engine.given().to_vec(),
            origin: origin.clone(),
            place: *place,
            recorded_until: self.now.recorded_until(),
            speed: self.speed,
            playing: self.playing,
        }
    }

    /// The run that was saved, as it was left: whoever reloads expects to find everything where it was, and that it
    /// goes on if it went on.
    ///
    /// # Errors
    ///
    /// The first command that does not fit, if somebody has changed what was saved.
    pub fn restore(saved: SavedRun, opening_speed: Speed) -> Result<Player, Refused> {
        let SavedRun { scenario, given, origin, place, recorded_until, speed, playing } = saved;
        let mut player = Player::open(scenario, Origin::clone(&origin), opening_speed);
        for timed in given {
            // Given just before it takes effect; the run comes by there in any case.
            let given_at = timed.at - Span::from_ms(1);
            // No page recorded more than this: somebody has changed what was saved, and the run ends where it must.
            if player.now.record_through(given_at, &mut || true) < given_at {
                break;
            }
            let place = player.now.engine.go_to(given_at);
            player.now.engine.intervene(place, timed.command)?;
        }
        player.now.record_through(recorded_until, &mut || true);
        let at = place.at.min(player.now.recorded_until());
        let all = player.now.engine.trace().place_after(at);
        player.now.place = Place { at, seen: all.seen.min(place.seen) };
        player.view = Rc::new(player.now.engine.trace().view_at(player.now.place));
        player.speed = speed;
        player.playing = playing && player.end().is_none();
        Ok(player)
    }
}
