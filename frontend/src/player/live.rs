//! The live driver: a run on a real store, and the place in it that is looked at. The world goes on whatever a person
//! looks at; commands act now. Pure: each input brings its `now`.

use std::rc::Rc;
use std::sync::Arc;

use event_pattern::live::{Ask, LiveRun, News, Welcome, scenario_at};
use event_pattern::scenario::{Command, Problems};
use event_pattern::trace::{EntryId, Trace};
use event_pattern::{Place, Scenario, Span, Time, View};

use super::passage::MOST_ENTRIES;
use super::{FLIGHT, Flights, StepShown, jumps};
use crate::run::{
    BranchId, Direction, End, Frame, Intent, Jump, LiveRefusal, Origin, Picture, Refused, Speed,
};

/// A run on a real store, as the page drives it. The page knows no more of it: the rest is loaded with live mode.
pub(super) trait Live {
    /// Takes in what the connection tells.
    fn hear(&mut self, now: Time, news: News);
    /// Lets everything happen that is due.
    fn wake(&mut self, now: Time);
    /// When it wants to be woken.
    fn wakes_at(&self) -> Option<Time>;
    /// The next thing that it asks of the store.
    fn next_ask(&mut self) -> Option<Ask>;
    /// Does what a person asks.
    fn tell(&mut self, now: Time, intent: Intent) -> Result<(), Refused>;
    /// Lets `wall` of the viewer's time pass: the flights of a step move on.
    fn advance(&mut self, now: Time, wall: Span);
    /// Chooses whether a step's messages are seen flying.
    fn set_flights(&mut self, flights: Flights);
    /// Whether the present is looked at.
    fn is_at_present(&self) -> bool;
    /// Whether the next frame will differ from this one.
    fn is_moving(&self) -> bool;
    /// The scenario with all commands given so far.
    fn scenario_with_given(&self) -> Scenario;
    /// The still of the run as it is now.
    fn picture(&self, number: u64) -> Picture;
    /// What is to be drawn now.
    fn frame(&self) -> Frame<'_>;
}

/// A live run, and the place in it that is looked at.
pub(super) struct LivePlayer {
    run: LiveRun,
    number: u64,
    origin: Origin,
    now: Time,
    place: Place,
    view: Rc<View>,
    looking: Looking,
    flights: Flights,
    step: Option<StepShown>,
}

/// Where a person looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looking {
    /// At what happens now.
    AtPresent,
    /// Back at what was recorded.
    Back,
}

impl LivePlayer {
    /// Enters live mode with the services that are at `view`'s place of a simulated run. None of them runs.
    pub(super) fn enter(
        number: u64,
        trace: &Trace,
        view: &View,
        origin: Origin,
        welcome: Welcome,
    ) -> LivePlayer {
        let run = LiveRun::enter(scenario_at(trace, view), welcome);
        let place = run.trace().place_after(Time::ZERO);
        let view = Rc::new(run.trace().view_at(place));
        LivePlayer {
            run,
            number,
            origin,
            now: Time::ZERO,
            place,
            view,
            looking: Looking::AtPresent,
            flights: Flights::default(),
            step: None,
        }
    }
}

impl Live for LivePlayer {
    /// Takes in what the connection tells.
    fn hear(&mut self, now: Time, news: News) {
        let adds_nothing = matches!(news, News::Reply(..) | News::LinkLost);
        if adds_nothing || self.end().is_none() {
            self.run.hear(now, news);
        }
        self.pass(now);
    }

    /// Lets everything happen that is due.
    fn wake(&mut self, now: Time) {
        if self.end().is_none() {
            self.run.wake(now);
        }
        self.pass(now);
    }

    /// When it wants to be woken; a record that is full ends its services' turns.
    fn wakes_at(&self) -> Option<Time> {
        self.run.wakes_at().filter(|_| self.end().is_none())
    }

    fn next_ask(&mut self) -> Option<Ask> {
        self.run.next_ask()
    }

    fn tell(&mut self, now: Time, intent: Intent) -> Result<(), Refused> {
        self.pass(now);
        match intent {
            Intent::Give(command) => self.give(now, command).map_err(Refused::Command)?,
            Intent::Play | Intent::SeekEnd => self.return_to_present(now),
            Intent::Pause => self.looking = Looking::Back,
            Intent::Step | Intent::NextChange => self.next_change()?,
            Intent::StepBack | Intent::PreviousChange => self.previous_change()?,
            Intent::Seek(at) if at >= self.now => self.return_to_present(now),
            Intent::Seek(at) => self.look_back_at(self.run.trace().place_after(at)),
            Intent::SeekPlace(place) => self.look_back_at(place),
            Intent::SetSpeed(_) => return Err(Refused::Live(LiveRefusal::Speed)),
            Intent::RestartRun => return Err(Refused::Live(LiveRefusal::Restart)),
            Intent::Undo | Intent::Redo => return Err(Refused::Live(LiveRefusal::Undo)),
            Intent::Open(..) => return Err(Refused::Live(LiveRefusal::Open)),
            Intent::PlayBackwards | Intent::Loop(_) => return Err(Refused::Live(LiveRefusal::Film)),
            Intent::JumpTo(jump) => self.jump(jump)?,
            Intent::RunUntil(..)
            | Intent::Cancel
            | Intent::KeepBreakpoint(_)
            | Intent::WatchBreakpoint(..)
            | Intent::RemoveBreakpoint(_) => return Err(Refused::Live(LiveRefusal::Ahead)),
            Intent::SwitchBranch(_) | Intent::RenameBranch(..) | Intent::RemoveBranch(_) => {
                return Err(Refused::Live(LiveRefusal::Branch));
            }
        }
        Ok(())
    }

    /// Lets `wall` of the viewer's time pass: the flights of a step move on.
    fn advance(&mut self, now: Time, wall: Span) {
        self.pass(now);
        if let Some(step) = &mut self.step {
            step.passed = (step.passed + wall).min(FLIGHT);
        }
    }

    fn set_flights(&mut self, flights: Flights) {
        self.flights = flights;
    }

    fn is_at_present(&self) -> bool {
        self.looking == Looking::AtPresent
    }

    fn is_moving(&self) -> bool {
        self.is_at_present() || self.step.is_some_and(|step| step.passed < FLIGHT)
    }

    fn scenario_with_given(&self) -> Scenario {
        self.run.scenario_with_given()
    }

    fn picture(&self, number: u64) -> Picture {
        Picture {
            number,
            run: self.number,
            branch: BranchId::FIRST,
            branches: Rc::default(),
            branches_let_go: 0,
            trace: self.run.trace().clone(),
            view: self.view.clone(),
            playing: self.is_at_present(),
            direction: Direction::Forwards,
            looped: None,
            breakpoints: Rc::default(),
            ahead: None,
            halt: None,
            speed: Speed::NORMAL,
            recorded_until: self.now,
            given: Arc::new(self.run.given().to_vec()),
            can_undo: false,
            can_redo: false,
            end: self.end(),
            origin: self.origin.clone(),
        }
    }

    fn frame(&self) -> Frame<'_> {
        Frame {
            trace: self.run.trace(),
            view: &self.view,
            now: self.place.at,
            flight: FLIGHT,
            step_progress: self.step.map(|step| step.passed.as_ms() / FLIGHT.as_ms()),
            step_from: self.step.map_or(self.view.entries_seen, |step| step.from),
            playing: self.is_at_present(),
        }
    }
}

impl LivePlayer {
    fn give(&mut self, now: Time, command: Command) -> Result<(), Problems> {
        self.run.command(now, command)?;
        // Whoever does something wants to see what comes of it.
        self.return_to_present(now);
        Ok(())
    }

    fn next_change(&mut self) -> Result<(), Refused> {
        if self.is_at_present() {
            return Err(Refused::Live(LiveRefusal::Newest));
        }
        let from = self.view.entries_seen;
        let next = self.run.trace().place_of(EntryId::from_index(from));
        self.look_back_at(next.ok_or(Refused::Live(LiveRefusal::Newest))?);
        let passed = if self.flights == Flights::Shown { Span::ZERO } else { FLIGHT };
        self.step = Some(StepShown { passed, from });
        Ok(())
    }

    fn previous_change(&mut self) -> Result<(), Refused> {
        // To the newest entry first: the place may lie between two.
        let seen = self.view.entries_seen;
        let place = |index| self.run.trace().place_of(EntryId::from_index(index));
        let newest = seen.checked_sub(1).and_then(place).filter(|place| *place < self.place);
        let before = newest.or_else(|| seen.checked_sub(2).and_then(place));
        let beginning = Some(Place::default()).filter(|beginning| *beginning < self.place);
        self.look_back_at(before.or(beginning).ok_or(Refused::NothingBefore)?);
        self.step = Some(StepShown { passed: FLIGHT, from: self.view.entries_seen });
        Ok(())
    }

    fn jump(&mut self, jump: Jump) -> Result<(), Refused> {
        let found = jumps::find(self.run.trace(), &self.view, jump);
        // Nobody can run the world ahead: what has not happened yet cannot be jumped to.
        self.look_back_at(found.ok_or(jumps::nowhere(jump))?);
        self.step = Some(StepShown { passed: FLIGHT, from: self.view.entries_seen });
        Ok(())
    }

    fn pass(&mut self, now: Time) {
        self.now = self.now.max(now);
        if self.is_at_present() {
            self.look_at(self.run.trace().place_after(self.now));
        }
    }

    fn return_to_present(&mut self, now: Time) {
        self.looking = Looking::AtPresent;
        self.pass(now);
    }

    fn look_back_at(&mut self, place: Place) {
        self.looking = Looking::Back;
        self.look_at(place);
    }

    fn look_at(&mut self, place: Place) {
        self.step = None;
        self.place = place;
        self.view = Rc::new(self.run.trace().view_at(place));
    }

    /// More is recorded than a browser's memory should hold.
    fn end(&self) -> Option<End> {
        (self.run.trace().len() >= MOST_ENTRIES).then_some(End::RecordFull)
    }
}
