//! The player: owns a run, the place that is looked at, and time's speed. Pure: knows no browser and no clock.

use std::rc::Rc;

use event_pattern::scenario::Problems;
use event_pattern::{Engine, Place, Scenario, Span, Time, View};

use crate::run::{Frame, Intent, Origin, Picture, Speed};

/// How long a flight takes for the viewer.
const FLIGHT: Span = Span::from_ms(400);

/// Owns a run, the place that is looked at, and time's speed.
pub struct Player {
    engine: Engine,
    place: Place,
    view: Rc<View>,
    recorded_until: Time,
    speed: Speed,
    playing: bool,
    origin: Origin,
    pictures: u64,
}

impl Player {
    /// A fresh run of `scenario`: at time 0, with everything there seen, and playing.
    pub fn open(scenario: Scenario, origin: Origin) -> Player {
        let mut engine = Engine::new(scenario);
        let place = engine.go_to(Time::ZERO);
        let view = Rc::new(engine.trace().view_at(place));
        Player {
            engine,
            place,
            view,
            recorded_until: place.at,
            speed: Speed::NORMAL,
            playing: true,
            origin,
            pictures: 0,
        }
    }

    /// Does what a person asks.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with a command; nothing is changed then.
    pub fn tell(&mut self, intent: Intent) -> Result<(), Problems> {
        match intent {
            Intent::Give(command) => {
                let place = self.engine.intervene(self.place, command)?;
                self.recorded_until = place.at;
                self.look_at(place);
            }
            Intent::Play => self.playing = true,
            Intent::Pause => self.playing = false,
            _ => {}
        }
        Ok(())
    }

    /// Lets `wall` of the viewer's time pass.
    pub fn advance(&mut self, wall: Span) {
        if self.playing {
            let simulated = Span::from_micros((wall.as_micros() as f64 * self.speed.0) as u64);
            let place = self.engine.go_to(self.place.at + simulated);
            self.recorded_until = self.recorded_until.max(place.at);
            self.look_at(place);
        }
    }

    /// Whether the next frame will differ from this one.
    pub fn is_moving(&self) -> bool {
        self.playing
    }

    /// The still of the run as it is now.
    pub fn picture(&mut self) -> Picture {
        self.pictures += 1;
        Picture {
            number: self.pictures,
            trace: self.engine.trace().clone(),
            view: self.view.clone(),
            playing: self.playing,
            speed: self.speed,
            recorded_until: self.recorded_until,
            given: Rc::new(self.engine.given().to_vec()),
            can_undo: false,
            can_redo: false,
            origin: self.origin.clone(),
        }
    }

    /// What is to be drawn now.
    pub fn frame(&self) -> Frame<'_> {
        Frame {
            trace: self.engine.trace(),
            view: &self.view,
            now: self.place.at,
            flight: Span::from_micros((FLIGHT.as_micros() as f64 * self.speed.0) as u64),
            step_progress: None,
            playing: self.playing,
        }
    }

    fn look_at(&mut self, place: Place) {
        self.place = place;
        self.view = Rc::new(self.engine.trace().view_at(place));
    }
}
