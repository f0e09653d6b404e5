//! What gestures and keys on the lanes can reach: the run, the page's state, and where things lie.

use std::cell::RefCell;
use std::ptr;
use std::rc::Rc;

use event_pattern::Time;
use event_pattern::trace::EntryId;
use yew::prelude::*;

use super::Props;
use crate::run::{Intent, Picture};
use crate::shell::Conductor;
use crate::state::{Action, Dispatch, TimeTab};
use crate::timeline::{LanesPainter, SharedIndex, Window};

/// What gestures and keys can reach.
pub(super) struct Reach {
    pub(super) conductor: Conductor,
    pub(super) dispatch: Dispatch,
    pub(super) painter: LanesPainter,
    pub(super) index: SharedIndex,
    /// What was shown last: listeners live longer than what they were made with.
    latest: RefCell<Latest>,
}

/// What was shown last.
struct Latest {
    picture: Rc<Picture>,
    window: Option<Window>,
    chosen: Option<EntryId>,
}

impl PartialEq for Reach {
    fn eq(&self, other: &Reach) -> bool {
        ptr::eq(self, other)
    }
}

/// What gestures and keys can reach, kept in step with what is shown.
#[hook]
pub(super) fn use_reach(props: &Props, conductor: Conductor, dispatch: Dispatch) -> Rc<Reach> {
    let latest = || Latest { picture: props.picture.clone(), window: props.window, chosen: props.chosen };
    let reach = use_memo((), |()| Reach {
        conductor,
        dispatch,
        painter: LanesPainter::default(),
        index: props.index.clone(),
        latest: RefCell::new(latest()),
    });
    *reach.latest.borrow_mut() = latest();
    reach
}

impl Reach {
    /// The still of the run that is shown.
    pub(super) fn picture(&self) -> Rc<Picture> {
        self.latest.borrow().picture.clone()
    }

    /// The entry that is chosen.
    pub(super) fn chosen(&self) -> Option<EntryId> {
        self.latest.borrow().chosen
    }

    /// The whole record.
    pub(super) fn whole(&self) -> Window {
        Window::whole(self.latest.borrow().picture.recorded_until)
    }

    /// The part of the record that is shown.
    pub(super) fn window(&self) -> Window {
        let window = self.latest.borrow().window;
        window.unwrap_or_else(|| self.whole())
    }

    /// Shows another part of the record.
    pub(super) fn show(&self, window: Window) {
        let whole = self.whole();
        let window = Some(window.inside(whole)).filter(|window| *window != whole);
        // The next turn of the wheel may come before the next picture.
        self.latest.borrow_mut().window = window;
        self.dispatch.dispatch(Action::ShowWindow(window));
    }

    /// Zooms with `at` where it is.
    pub(super) fn zoom(&self, at: Time, factor: f64) {
        self.show(self.window().zoomed(at, factor, self.whole()));
    }

    /// Looks at an instant.
    pub(super) fn seek(&self, at: Time) {
        let end = self.latest.borrow().picture.recorded_until;
        // Looking at another place is never refused; beyond the end there is none.
        let _ = self.conductor.tell(Intent::Seek(if at >= end { Time::LAST } else { at }));
    }

    /// Looks at the place at which an entry is the last one seen.
    pub(super) fn go_to(&self, entry: EntryId) {
        if let Some(place) = self.picture().trace.place_of(entry) {
            let _ = self.conductor.tell(Intent::SeekPlace(place));
        }
    }

    /// Chooses an entry, or none.
    pub(super) fn choose(&self, entry: Option<EntryId>) {
        self.latest.borrow_mut().chosen = entry;
        self.dispatch.dispatch(Action::ChooseEntry(entry));
    }

    /// Tells why an entry happened.
    pub(super) fn tell_why(&self, entry: EntryId) {
        self.choose(Some(entry));
        self.dispatch.dispatch(Action::OpenTimeTab(Some(TimeTab::History)));
    }
}
