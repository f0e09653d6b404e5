//! The player: owns a run, the place that is looked at, and time's speed. Pure: knows no browser and no clock.

mod acts;
mod branches;
mod driver;
mod errand;
mod history;
mod inverse;
mod jumps;
mod live;
mod passage;
mod restore;
mod steps;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use event_pattern::scenario::Command;
use event_pattern::{Engine, Place, Scenario, Span, Time, View};

use crate::run::{
    Breakpoint, Deed, Direction, End, Frame, Halt, Intent, Origin, Picture, Range, Refused, Speed,
};
pub use acts::{ACTS, PUBLISH};
use branches::{Branches, Still};
pub use driver::{Driver, Heard};
use errand::Errand;
use history::{Change, History, Way};

/// How long a flight takes for the viewer.
const FLIGHT: Span = Span::from_ms(400);

/// Owns a run, the place that is looked at, and time's speed.
#[derive(Clone)]
pub struct Player {
    now: Run,
    view: Rc<View>,
    speed: Speed,
    /// The speed at which the page was opened: what a restart goes back to.
    opening_speed: Speed,
    playing: bool,
    direction: Direction,
    /// The part of a microsecond that slow speeds owe to the next frame.
    carry: f64,
    flights: Flights,
    step: Option<StepShown>,
    history: History,
    errand: Option<Errand>,
    /// Why time stopped by itself last, and how often it did.
    halt: Option<Halt>,
    halts: u32,
    /// How many branches had to go because there were too many.
    branches_let_go: u32,
    runs: u64,
    pictures: u64,
}

/// A run and the place that is looked at: what Undo brings back as a whole. A copy shares the recorded past.
#[derive(Clone)]
struct Run {
    number: u64,
    engine: Engine,
    place: Place,
    origin: Origin,
    branches: Branches,
    /// The part that is played over and over.
    looped: Option<Range>,
    breakpoints: Rc<[Breakpoint]>,
}

/// Whether messages are seen flying.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flights {
    /// As in a film.
    #[default]
    Shown,
    /// Somebody wants less motion: what a step does is there at once.
    Skipped,
}

/// The flights of a step while time stands still.
#[derive(Clone, Copy)]
struct StepShown {
    passed: Span,
    /// How many entries were seen before it.
    from: usize,
}

impl Player {
    /// A fresh run of `scenario`: at time 0, with everything there seen, and playing.
    ///
    /// It plays from the start, also for those who want less motion: a service notices a publication only when time
    /// runs, and whoever publishes on the first screen is to see that at once and not to look for another button.
    /// Nothing flashes or slides while nobody publishes; one key stops it.
    pub fn open(scenario: Scenario, origin: Origin, speed: Speed) -> Player {
        let now = Run::fresh(1, scenario, origin);
        let view = Rc::new(now.engine.trace().view_at(now.place));
        Player {
            now,
            view,
            speed,
            opening_speed: speed,
            playing: true,
            direction: Direction::Forwards,
            carry: 0.0,
            flights: Flights::Shown,
            step: None,
            history: History::default(),
            errand: None,
            halt: None,
            halts: 0,
            branches_let_go: 0,
            runs: 1,
            pictures: 0,
        }
    }

    /// Does what a person asks.
    ///
    /// # Errors
    ///
    /// Why it was not done; nothing is changed then, but that a step stops time.
    pub fn tell(&mut self, intent: Intent) -> Result<(), Refused> {
        if intent.ends_errands() {
            self.errand = None;
        }
        match intent {
            Intent::Play => self.play(),
            Intent::Pause => {
                self.playing = false;
                Ok(())
            }
            Intent::SetSpeed(speed) => {
                self.speed = speed;
                Ok(())
            }
            Intent::Give(Command::Publish(state)) if self.publish(&state) => Ok(()),
            act => self.act(act),
        }
    }

    /// Chooses whether a step's messages are seen flying.
    pub fn set_flights(&mut self, flights: Flights) {
        self.flights = flights;
    }

    /// Whether time is running.
    pub fn is_playing(&self) -> bool {
        self.playing
    }

    /// Whether it runs back.
    pub fn is_playing_backwards(&self) -> bool {
        self.playing && self.direction == Direction::Backwards
    }

    /// How fast time runs, or would.
    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// Whether the next frame will differ from this one.
    pub fn is_moving(&self) -> bool {
        self.playing || self.errand.is_some() || self.step.is_some_and(|step| step.passed < FLIGHT)
    }

    /// The still of the run as it is now.
    pub fn picture(&mut self) -> Picture {
        self.pictures += 1;
        Picture {
            number: self.pictures,
            run: self.now.number,
            branch: self.now.branches.shown(),
            branches: self.now.branches.summaries(),
            branches_let_go: self.branches_let_go,
            trace: self.now.engine.trace().clone(),
            view: self.view.clone(),
            playing: self.playing,
            direction: self.direction,
            looped: self.now.looped,
            breakpoints: self.now.breakpoints.clone(),
            ahead: self.progress(),
            halt: self.halt.map(|halt| (self.halts, halt)),
            speed: self.speed,
            recorded_until: self.now.recorded_until(),
            given: self.now.engine.given().clone(),
            can_undo: self.history.can_undo(),
            can_redo: self.history.can_redo(),
            end: self.end(),
            origin: self.now.origin.clone(),
        }
    }

    /// What is to be drawn now.
    pub fn frame(&self) -> Frame<'_> {
        Frame {
            trace: self.now.engine.trace(),
            view: &self.view,
            now: self.now.place.at,
            flight: Span::from_micros((FLIGHT.as_micros() as f64 * self.speed.0) as u64),
            step_progress: self.step.map(|step| step.passed.as_ms() / FLIGHT.as_ms()),
            step_from: self.step.map_or(self.view.entries_seen, |step| step.from),
            playing: self.playing,
        }
    }

    /// The scenario with all commands given so far: what a file has to hold for an exact replay.
    pub fn scenario_with_given(&self) -> Scenario {
        self.now.engine.scenario_with_given()
    }

    fn restart(&mut self) {
        let scenario = Scenario::clone(self.now.engine.scenario());
        self.speed = self.opening_speed;
        self.put_fresh(scenario, self.now.origin.clone(), Deed::Restarted);
    }

    fn open_another(&mut self, scenario: Scenario, origin: Origin) {
        self.put_fresh(scenario, origin.clone(), Deed::Opened(origin));
    }

    /// A number for another run: no two of a page have the same.
    fn number_of_next_run(&mut self) -> u64 {
        self.runs += 1;
        self.runs
    }

    fn put_fresh(&mut self, scenario: Scenario, origin: Origin, deed: Deed) {
        let fresh = Run::fresh(self.number_of_next_run(), scenario, origin);
        let before = std::mem::replace(&mut self.now, fresh);
        self.history.did(Some(Change { deed: Rc::new(deed), way: Way::Whole(Box::new(before)) }));
        self.keep_within_bounds();
        self.playing = true;
        self.direction = Direction::Forwards;
        self.carry = 0.0;
        self.look_at(self.now.place);
    }

    /// Moves on to where a step or a command has led.
    fn arrive(&mut self, place: Place) {
        let from = self.view.entries_seen;
        self.look_at(place);
        if !self.playing {
            let passed = match self.flights {
                Flights::Shown => Span::ZERO,
                Flights::Skipped => FLIGHT,
            };
            self.step = Some(StepShown { passed, from });
        }
    }

    fn look_at(&mut self, place: Place) {
        self.step = None;
        self.now.place = place;
        self.view = Rc::new(self.now.engine.trace().view_at(place));
    }

    /// Why the run goes no further than the place that is looked at.
    fn end(&self) -> Option<End> {
        let Run { engine, place, .. } = &self.now;
        if place.at >= Time::LAST {
            Some(End::LongestRun)
        } else if engine.trace().len() >= passage::MOST_ENTRIES && place.at >= self.now.recorded_until() {
            Some(End::RecordFull)
        } else {
            None
        }
    }
}

impl Run {
    fn fresh(number: u64, scenario: Scenario, origin: Origin) -> Run {
        let mut engine = Engine::new(scenario);
        let place = engine.go_to(Time::ZERO);
        Run {
            number,
            engine,
            place,
            origin,
            branches: Branches::first(),
            looped: None,
            breakpoints: Rc::default(),
        }
    }

    /// What is shown now, to be kept.
    fn still(&self) -> Still {
        Still { engine: self.engine.clone(), place: self.place }
    }

    /// The end of what has been recorded.
    fn recorded_until(&self) -> Time {
        self.engine.now().unwrap_or(Time::ZERO)
    }
}
