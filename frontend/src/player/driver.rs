//! Two drivers behind one interface: simulated time, and a real store beside it. While a live run goes on the simulated
//! one is kept aside, as it was left.

use std::rc::Rc;

use event_pattern::live::{Ask, News};
use event_pattern::{Scenario, Span, Time};

use super::live::{Live, LivePlayer};
use super::{Flights, Player};
use crate::run::{Deed, Frame, Intent, Picture, Refused, SavedRun, Speed};

/// What drives the run that is shown. `now` is the time since the live run began; simulated time has its own.
pub struct Driver {
    simulated: Player,
    live: Option<Box<dyn Live>>,
    pictures: u64,
}

/// Whether what was told began a live run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It did: its time begins now.
    Entered,
    /// It did not.
    Noted,
}

impl Driver {
    /// Drives `player`'s run, in simulated time.
    pub fn new(player: Player) -> Driver {
        Driver { simulated: player, live: None, pictures: 0 }
    }

    /// Whether a live run is shown.
    pub fn is_live(&self) -> bool {
        self.live.is_some()
    }

    /// Takes in what the connection tells. The first welcome enters live mode, with the services of the place that is
    /// looked at; what is told outside a live run concerns nobody.
    pub fn hear(&mut self, now: Time, news: News) -> Heard {
        match (&mut self.live, news) {
            (Some(live), news) => live.hear(now, news),
            (None, News::Welcome(welcome)) => {
                let number = self.simulated.number_of_next_run();
                let run = &self.simulated.now;
                let (trace, origin) = (run.engine.trace(), run.origin.clone());
                let mut live = LivePlayer::enter(number, trace, &self.simulated.view, origin, welcome);
                live.set_flights(self.simulated.flights);
                self.live = Some(Box::new(live));
                return Heard::Entered;
            }
            (None, _) => {}
        }
        Heard::Noted
    }

    /// Ends the live run: the services that ran in it are gone, and the simulated run is back.
    pub fn leave_live(&mut self) {
        self.live = None;
    }

    /// Lets everything happen that is due in a live run.
    pub fn wake(&mut self, now: Time) {
        if let Some(live) = &mut self.live {
            live.wake(now);
        }
    }

    /// When the live run wants to be woken.
    pub fn wakes_at(&self) -> Option<Time> {
        self.live.as_ref()?.wakes_at()
    }

    /// The next thing that the live run asks of the store.
    pub fn next_ask(&mut self) -> Option<Ask> {
        self.live.as_mut()?.next_ask()
    }

    /// Does what a person asks.
    ///
    /// # Errors
    ///
    /// Why it was not done.
    pub fn tell(&mut self, now: Time, intent: Intent) -> Result<(), Refused> {
        match &mut self.live {
            Some(live) => live.tell(now, intent),
            None => self.simulated.tell(intent),
        }
    }

    /// Lets `wall` of the viewer's time pass; `has_time` as in [`Player::advance`].
    pub fn advance(&mut self, now: Time, wall: Span, has_time: &mut dyn FnMut() -> bool) {
        match &mut self.live {
            Some(live) => live.advance(now, wall),
            None => self.simulated.advance(wall, has_time),
        }
    }

    /// Chooses whether a step's messages are seen flying.
    pub fn set_flights(&mut self, flights: Flights) {
        self.simulated.set_flights(flights);
        if let Some(live) = &mut self.live {
            live.set_flights(flights);
        }
    }

    /// Whether time is running; live, whether the present is looked at.
    pub fn is_playing(&self) -> bool {
        self.live.as_ref().map_or_else(|| self.simulated.is_playing(), |live| live.is_at_present())
    }

    /// Whether time runs back; it never does live.
    pub fn is_playing_backwards(&self) -> bool {
        !self.is_live() && self.simulated.is_playing_backwards()
    }

    /// Whether the next frame will differ from this one.
    pub fn is_moving(&self) -> bool {
        self.live.as_ref().map_or_else(|| self.simulated.is_moving(), |live| live.is_moving())
    }

    /// How fast simulated time runs, or would.
    pub fn speed(&self) -> Speed {
        self.simulated.speed()
    }

    /// What Undo would take back; nothing of a live run.
    pub fn to_undo(&self) -> Option<Rc<Deed>> {
        if self.is_live() { None } else { self.simulated.to_undo() }
    }

    /// What Redo would do again; nothing of a live run.
    pub fn to_redo(&self) -> Option<Rc<Deed>> {
        if self.is_live() { None } else { self.simulated.to_redo() }
    }

    /// The still of the run as it is now.
    pub fn picture(&mut self) -> Picture {
        self.pictures += 1;
        match &self.live {
            Some(live) => live.picture(self.pictures),
            None => Picture { number: self.pictures, ..self.simulated.picture() },
        }
    }

    /// What is to be drawn now.
    pub fn frame(&self) -> Frame<'_> {
        self.live.as_ref().map_or_else(|| self.simulated.frame(), |live| live.frame())
    }

    /// The simulated run, as it has to be kept: what happened on a real store is over with a reload.
    pub fn save(&self) -> SavedRun {
        self.simulated.save()
    }

    /// The scenario with all commands given so far.
    pub fn scenario_with_given(&self) -> Scenario {
        match &self.live {
            Some(live) => live.scenario_with_given(),
            None => self.simulated.scenario_with_given(),
        }
    }
}
