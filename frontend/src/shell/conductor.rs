//! The conductor: hands a person's intents to the player, lets time pass, and gives out pictures and frames.

mod telling;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use event_pattern::trace::Actor;
use event_pattern::{Scenario, Span, Time};
use gloo_timers::callback::Timeout;
use yew::Callback;

use super::animation::Animation;
use super::{now_ms, rest};
use crate::live::{Ask, News};
use crate::player::{Driver, Flights, Heard, Player};
use crate::run::{Deed, Frame, Picture, Refused, SavedRun, Speed};

/// The most time that one frame lets pass, in milliseconds: after a hidden tab or a long task the run goes on where it
/// was, and nothing is skipped unseen. Not a round number: on a slow machine whole numbers of it would otherwise stop time
/// at the very instants at which services poll.
const LONGEST_FRAME_MS: f64 = 97.0;

/// The most work in one frame, in milliseconds: the rest of a frame's 16 belongs to drawing and to the browser.
const WORK_MS: f64 = 5.0;

/// Hands intents to the player and gives out pictures and frames. A copy conducts the same run.
#[derive(Clone)]
pub struct Conductor(Rc<Inner>);

/// Whoever draws frames.
type Painter = Rc<dyn Fn(&Frame<'_>)>;

struct Inner {
    driver: RefCell<Driver>,
    /// When the live run began, on the browser's clock.
    began: Cell<f64>,
    /// Wakes the live run: a hidden tab draws no frames, but its services go on.
    alarm: RefCell<Option<Timeout>>,
    animation: Animation,
    on_picture: RefCell<Callback<Rc<Picture>>>,
    on_ask: RefCell<Callback<Ask>>,
    on_refused: RefCell<Callback<Refused>>,
    /// What was asked before what does it was here.
    waiting: RefCell<VecDeque<telling::Waiting>>,
    painters: RefCell<Vec<(u64, Painter)>>,
    next_painter: Cell<u64>,
    last_frame: Cell<Option<f64>>,
    last_picture: Cell<f64>,
    /// Along whose deeds one jumps.
    followed: Cell<Option<Actor>>,
    /// How long it is from one picture to the next.
    picture_every: Cell<f64>,
    /// When the last picture was given out.
    shown_at: Cell<f64>,
    itself: Weak<Inner>,
}

/// Ends a painter's subscription when it is dropped.
#[must_use]
pub struct Subscription {
    conductor: Weak<Inner>,
    painter: u64,
}

impl PartialEq for Conductor {
    fn eq(&self, other: &Conductor) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Conductor {
    /// A conductor of `player`'s run.
    pub fn new(player: Player) -> Conductor {
        Conductor(Rc::new_cyclic(|inner: &Weak<Inner>| {
            let inner = inner.clone();
            Inner {
                driver: RefCell::new(Driver::new(player)),
                began: Cell::new(0.0),
                alarm: RefCell::default(),
                itself: inner.clone(),
                animation: Animation::new(move |now| {
                    if let Some(inner) = inner.upgrade() {
                        inner.on_frame(now);
                    }
                }),
                on_picture: RefCell::default(),
                on_ask: RefCell::default(),
                on_refused: RefCell::default(),
                waiting: RefCell::default(),
                painters: RefCell::default(),
                next_painter: Cell::new(0),
                last_frame: Cell::new(None),
                last_picture: Cell::new(0.0),
                followed: Cell::new(None),
                picture_every: Cell::new(rest::SHORTEST_MS),
                shown_at: Cell::new(0.0),
            }
        }))
    }

    /// The still of the run as it is now.
    pub fn picture(&self) -> Rc<Picture> {
        Rc::new(self.0.driver.borrow_mut().picture())
    }

    /// Gives every new picture to `on_picture` from now on, tells `on_refused` what is refused only after a while, and lets
    /// time run if it should.
    pub fn attend(&self, on_picture: Callback<Rc<Picture>>, on_refused: Callback<Refused>) {
        *self.0.on_picture.borrow_mut() = on_picture;
        *self.0.on_refused.borrow_mut() = on_refused;
        self.0.go_on();
    }

    /// The last picture is on the page: the longer that took, the longer the next one waits.
    pub fn picture_is_shown(&self) {
        self.0.picture_every.set(rest::after_picture(now_ms() - self.0.shown_at.get()));
    }

    /// Gives everything that a live run asks of the store to `on_ask` from now on.
    pub fn serve_asks(&self, on_ask: Callback<Ask>) {
        *self.0.on_ask.borrow_mut() = on_ask;
    }

    /// Takes in what the connection to a real store tells. The first welcome enters live mode.
    pub fn hear(&self, news: News) {
        let heard = self.0.driver.borrow_mut().hear(self.0.live_now(), news);
        if heard == Heard::Entered {
            self.0.began.set(now_ms());
            self.0.show();
        }
        self.0.show_soon();
        self.0.serve_live();
    }

    /// Leaves live mode: the services that ran here are gone, and the simulated run is back as it was left.
    pub fn leave_live(&self) {
        self.0.driver.borrow_mut().leave_live();
        self.0.alarm.borrow_mut().take();
        self.0.last_frame.set(None);
        self.0.show();
        self.0.go_on();
    }

    /// Whether a live run is shown.
    pub fn is_live(&self) -> bool {
        self.0.is_live()
    }

    /// Gives every frame to `paint`, beginning with the present one, until the subscription is dropped.
    pub fn subscribe(&self, paint: impl Fn(&Frame<'_>) + 'static) -> Subscription {
        paint(&self.0.driver.borrow().frame());
        let painter = self.0.next_painter.replace(self.0.next_painter.get() + 1);
        self.0.painters.borrow_mut().push((painter, Rc::new(paint)));
        Subscription { conductor: Rc::downgrade(&self.0), painter }
    }

    /// Whether time is running.
    pub fn is_playing(&self) -> bool {
        self.0.driver.borrow().is_playing()
    }

    /// Whether it runs back.
    pub fn is_playing_backwards(&self) -> bool {
        self.0.driver.borrow().is_playing_backwards()
    }

    /// Whom jumps follow from now on.
    pub fn follow(&self, actor: Option<Actor>) {
        self.0.followed.set(actor);
    }

    /// Whom jumps follow.
    pub fn followed(&self) -> Option<Actor> {
        self.0.followed.get()
    }

    /// How fast time runs, or would.
    pub fn speed(&self) -> Speed {
        self.0.driver.borrow().speed()
    }

    /// What Undo would take back.
    pub fn to_undo(&self) -> Option<Rc<Deed>> {
        self.0.driver.borrow().to_undo()
    }

    /// What Redo would do again.
    pub fn to_redo(&self) -> Option<Rc<Deed>> {
        self.0.driver.borrow().to_redo()
    }

    /// What has to be kept so that the run is there again after a reload.
    pub fn save(&self) -> SavedRun {
        self.0.driver.borrow().save()
    }

    /// The scenario with all commands given so far: what a file has to hold for an exact replay.
    pub fn scenario_with_given(&self) -> Scenario {
        self.0.driver.borrow().scenario_with_given()
    }

    /// Chooses whether a step's messages are seen flying.
    pub fn set_flights(&self, flights: Flights) {
        self.0.driver.borrow_mut().set_flights(flights);
    }

    /// Whether a frame is on its way: with nothing moving, none is.
    pub fn is_waiting_for_a_frame(&self) -> bool {
        self.0.animation.is_asked()
    }

    /// Gives the present frame to every painter again: the size, the theme or the language has changed.
    pub fn repaint(&self) {
        self.0.paint();
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(conductor) = self.conductor.upgrade() {
            conductor.painters.borrow_mut().retain(|(painter, _)| *painter != self.painter);
        }
    }
}

impl Inner {
    fn on_frame(&self, now: f64) {
        self.animation.arrived();
        let passed = self.last_frame.replace(Some(now)).map_or(0.0, |last| now - last);
        let passed = passed.clamp(0.0, LONGEST_FRAME_MS);
        let work_until = now_ms() + WORK_MS;
        let wall = Span::from_micros((passed * 1_000.0) as u64);
        self.driver.borrow_mut().advance(self.live_now(), wall, &mut || now_ms() < work_until);
        let (moving, live) = (self.driver.borrow().is_moving(), self.is_live());
        if now - self.last_picture.get() >= self.picture_every.get() || !(moving || live) {
            self.last_picture.set(now);
            self.show();
        } else {
            self.paint();
            self.show_soon();
        }
        self.go_on();
    }

    /// Asks for the next frame while something moves.
    fn go_on(&self) {
        if self.driver.borrow().is_moving() {
            self.animation.ask();
        } else if !self.animation.is_asked() {
            self.last_frame.set(None);
        }
    }

    /// The time since the live run began.
    fn live_now(&self) -> Time {
        Time::from_micros(((now_ms() - self.began.get()).max(0.0) * 1_000.0) as u64)
    }

    /// Sends what the live run asks, and sets the alarm for when it wants to be woken.
    fn serve_live(&self) {
        loop {
            // Taken out first: whoever is asked may answer at once.
            let ask = self.driver.borrow_mut().next_ask();
            let Some(ask) = ask else { break };
            let on_ask = self.on_ask.borrow().clone();
            on_ask.emit(ask);
        }
        let alarm = self.driver.borrow().wakes_at().map(|at| {
            let inner = self.itself.clone();
            // Rounded up: woken too early it would only be woken again.
            let ms = at.since(self.live_now()).as_micros().div_ceil(1_000);
            Timeout::new(u32::try_from(ms).unwrap_or(u32::MAX), move || {
                if let Some(inner) = inner.upgrade() {
                    inner.on_alarm();
                }
            })
        });
        *self.alarm.borrow_mut() = alarm;
    }

    fn on_alarm(&self) {
        self.driver.borrow_mut().wake(self.live_now());
        self.show_soon();
        self.serve_live();
    }

    /// Shows what has changed with the next frame: the world may change more often than a page should.
    fn show_soon(&self) {
        if self.is_live() {
            self.animation.ask();
        }
    }

    fn is_live(&self) -> bool {
        self.driver.borrow().is_live()
    }

    fn show(&self) {
        self.shown_at.set(now_ms());
        let picture = Rc::new(self.driver.borrow_mut().picture());
        self.paint();
        // Taken out first: whoever gets the picture may tell the conductor something at once.
        let on_picture = self.on_picture.borrow().clone();
        on_picture.emit(picture);
    }

    fn paint(&self) {
        // Taken out first: a painter may end its subscription.
        let painters: Vec<_> = self.painters.borrow().iter().map(|(_, paint)| paint.clone()).collect();
        let driver = self.driver.borrow();
        let frame = driver.frame();
        for paint in painters {
            paint(&frame);
        }
    }
}
