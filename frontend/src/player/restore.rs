//! A run that comes back after a reload: the same trace, made anew from what was given, at the same place.

use std::rc::Rc;

use event_pattern::scenario::{Problems, Scenario, TimedCommand};
use event_pattern::{Place, Span, Time};

use super::branches::{Branches, Still};
use super::passage::CHANGES_PER_LOOK;
use super::{Player, Run};
use crate::run::saved_branches::{Extras, SavedStill};
use crate::run::{Origin, Refused, SavedRun, Speed};

/// How many changes are made anew for the branches that are not shown, all together: a moment of a page's opening. What
/// is longer is let go.
const MOST_CHANGES: u32 = 200_000;

impl Player {
    /// What has to be kept so that [`Player::restore`] brings this run back.
    pub fn save(&self) -> SavedRun {
        let Run { engine, place, origin, .. } = &self.now;
        SavedRun {
            scenario: Scenario::clone(engine.scenario()),
            given: engine.given().to_vec(),
            origin: origin.clone(),
            place: *place,
            recorded_until: self.now.recorded_until(),
            speed: self.speed,
            playing: self.playing,
            extras: Extras {
                looped: self.now.looped,
                breakpoints: self.now.breakpoints.to_vec(),
                branches: self.now.branches.save(engine),
            },
        }
    }

    /// The run that was saved, as it was left: whoever reloads expects to find everything where it was, and that it
    /// goes on if it went on.
    ///
    /// # Errors
    ///
    /// The first command that does not fit, if somebody has changed what was saved.
    pub fn restore(saved: SavedRun, opening_speed: Speed) -> Result<Player, Refused> {
        let SavedRun { scenario, given, origin, place, recorded_until, speed, playing, extras } = saved;
        let mut looks = MOST_CHANGES / CHANGES_PER_LOOK;
        let replay = |still: SavedStill| {
            let mut run = Run::fresh(0, scenario.clone(), Origin::clone(&origin));
            let mut has_time = || {
                looks = looks.saturating_sub(1);
                looks > 0
            };
            run.replay(still.given, still.recorded_until, still.place, &mut has_time).ok()?;
            let is_whole = run.recorded_until() >= still.recorded_until;
            is_whole.then_some(Still { place: run.place, engine: run.engine })
        };
        let (branches, let_go) = Branches::restore(extras.branches, &given, replay);
        let mut player = Player::open(scenario, origin, opening_speed);
        player.now.replay(given, recorded_until, place, &mut || true)?;
        player.now.branches = branches;
        player.branches_let_go = let_go;
        player.now.looped = extras.looped;
        player.now.breakpoints = extras.breakpoints.into();
        player.view = Rc::new(player.now.engine.trace().view_at(player.now.place));
        player.speed = speed;
        player.playing = playing && player.end().is_none();
        Ok(player)
    }

    /// Whether branches had to go.
    pub fn has_let_branches_go(&self) -> bool {
        self.branches_let_go > 0
    }
}

impl Run {
    /// Makes anew what was recorded until `until`, with the same commands, and looks at `place`.
    fn replay(
        &mut self,
        given: Vec<TimedCommand>,
        until: Time,
        place: Place,
        has_time: &mut dyn FnMut() -> bool,
    ) -> Result<(), Problems> {
        for timed in given {
            // Given just before it takes effect; the run comes by there in any case.
            let given_at = timed.at - Span::from_ms(1);
            // No page recorded more than this: somebody has changed what was saved, and the run ends where it must.
            if self.record_through(given_at, has_time) < given_at {
                break;
            }
            let place = self.engine.go_to(given_at);
            self.engine.intervene(place, timed.command)?;
        }
        self.record_through(until, has_time);
        let at = place.at.min(self.recorded_until());
        let all = self.engine.trace().place_after(at);
        self.place = Place { at, seen: all.seen.min(place.seen) };
        Ok(())
    }
}
