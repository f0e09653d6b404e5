//! Keeps the run and what the person likes, so that a reload loses nothing.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::atomic::{AtomicBool, Ordering};

use event_pattern::{Span, Time};
use gloo_events::EventListener;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::storage::{self, NotKept};
use super::{Conductor, crash};
use crate::chunks::{Need, chunk};
use crate::preferences::Preferences;
use crate::run::{BranchId, BranchSummary, Breakpoint, Picture, Range};
use crate::state::Notice;

/// A run that only plays, or in which a person only looks around, is kept anew after so much of it: what a crash of the
/// browser may lose. Whoever leaves in good order loses nothing.
const KEEP_EVERY: Span = Span::from_ms(10_000);

/// Whether nothing is to be kept any more: the page is about to load anew, as if for the first time.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Keeps nothing from now on.
pub fn stop_keeping() {
    STOPPED.store(true, Ordering::Relaxed);
}

/// After a crash the run is in no state to be kept: what was kept before is better.
fn is_stopped() -> bool {
    crash::has_happened() || STOPPED.load(Ordering::Relaxed)
}

chunk! {
    /// What writes it all down: nothing is kept before a person has done something.
    pub KEEP: fn(&Keeper) = acts(Keeper::keep)
}

/// Keeps the run and what the person likes.
pub struct Keeper {
    conductor: Conductor,
    link: String,
    kept: RefCell<Option<Kept>>,
    /// What the person likes, once that has been seen.
    liked: Cell<Option<Preferences>>,
    notify: Callback<Notice>,
    notified: Cell<Option<NotKept>>,
    branches_left_out: Cell<bool>,
    /// Something has changed, but what writes it down did not come.
    is_behind: Cell<bool>,
    itself: Weak<Keeper>,
    _on_leaving: RefCell<Vec<EventListener>>,
}

/// What of a picture makes it worth keeping anew.
struct Kept {
    run: u64,
    branch: BranchId,
    /// The same ones as long as nothing of them has changed.
    branches: Rc<[BranchSummary]>,
    breakpoints: Rc<[Breakpoint]>,
    looped: Option<Range>,
    given: usize,
    last_given: Option<Time>,
    playing: bool,
    at: Time,
}

impl Kept {
    /// Whether a person has done something since.
    fn is_changed_since(&self, kept: &Kept) -> bool {
        let same = (self.run, self.branch, self.given, self.last_given, self.playing, self.looped)
            == (kept.run, kept.branch, kept.given, kept.last_given, kept.playing, kept.looped)
            && Rc::ptr_eq(&self.branches, &kept.branches)
            && Rc::ptr_eq(&self.breakpoints, &kept.breakpoints);
        !same
    }

    fn is_far_from(&self, kept: &Kept) -> bool {
        self.at.since(kept.at).max(kept.at.since(self.at)) >= KEEP_EVERY
    }
}

impl Keeper {
    /// Keeps `conductor`'s run, opened by `link`, from now on; `notify` hears when that cannot be done.
    pub fn new(conductor: Conductor, link: String, notify: Callback<Notice>) -> Rc<Keeper> {
        Rc::new_cyclic(|keeper: &Weak<Keeper>| {
            let leaving = |target: Option<web_sys::EventTarget>, event: &'static str| {
                let keeper = keeper.clone();
                Some(EventListener::new(&target?, event, move |_| {
                    if let Some(keeper) = keeper.upgrade() {
                        keeper.keep_now();
                    }
                }))
            };
            let window = web_sys::window();
            let document = window.as_ref().and_then(|window| window.document());
            // A phone may end a hidden page without another word.
            let hidden = leaving(document.map(Into::into), "visibilitychange");
            let left = leaving(window.map(Into::into), "pagehide");
            Keeper {
                conductor,
                link,
                kept: RefCell::new(None),
                liked: Cell::new(None),
                notify,
                notified: Cell::new(None),
                branches_left_out: Cell::new(false),
                is_behind: Cell::new(false),
                itself: keeper.clone(),
                _on_leaving: RefCell::new([hidden, left].into_iter().flatten().collect()),
            }
        })
    }

    /// Keeps the run of `picture` if it is worth it.
    pub fn look(&self, picture: &Picture) {
        // A live run is over with a reload; the simulated one is as it was.
        if picture.is_live() {
            return;
        }
        let now = Kept {
            run: picture.run,
            branch: picture.branch,
            branches: picture.branches.clone(),
            breakpoints: picture.breakpoints.clone(),
            looped: picture.looped,
            given: picture.given.len(),
            last_given: picture.given.last().map(|given| given.at),
            playing: picture.playing,
            at: picture.view.place.at,
        };
        let (changed, far) = match &*self.kept.borrow() {
            Some(kept) => (now.is_changed_since(kept), now.is_far_from(kept)),
            None => (false, true),
        };
        match KEEP.get() {
            Ok(keep) if changed || far || self.is_behind.get() => {
                self.kept.replace(Some(now));
                self.is_behind.set(false);
                keep(self);
            }
            Err(need) if changed => {
                self.kept.replace(Some(now));
                self.keep_later(need);
            }
            Err(_) if self.kept.borrow().is_none() => drop(self.kept.replace(Some(now))),
            _ => {}
        }
    }

    fn keep_later(&self, need: Need) {
        let keeper = self.itself.clone();
        spawn_local(async move {
            let fetched = (need.fetch)().await;
            let Some(keeper) = keeper.upgrade() else { return };
            match fetched {
                Ok(()) => keeper.keep_now(),
                // The next change tries again, as does whatever else fetches it: what fails once is soon mended.
                Err(_) if keeper.is_behind.replace(true) => keeper.notify.emit(Notice::NotKeptYet),
                Err(_) => {}
            }
        });
    }

    /// Keeps what the person likes, if it is something else than when this was last called. What the page opens with is
    /// kept already, or is what it would open with anyhow.
    pub fn look_at_preferences(&self, preferences: Preferences) {
        let before = self.liked.replace(Some(preferences));
        if before.is_some_and(|before| before != preferences) && !is_stopped() {
            self.report(storage::keep_preferences(preferences));
        }
    }

    /// Where what writes it down is still on its way, what was done in that moment is not kept.
    fn keep_now(&self) {
        if let Ok(keep) = KEEP.get() {
            keep(self);
        }
    }

    fn keep(&self) {
        if !is_stopped() {
            let mut saved = self.conductor.save();
            let mut kept = storage::keep_run(&saved.to_text(&self.link));
            if kept == Err(NotKept::Full) && !saved.extras.branches.is_empty() {
                // The one that is shown is worth more than those that are not.
                saved.extras.branches.clear();
                kept = storage::keep_run(&saved.to_text(&self.link));
                if kept.is_ok() && !self.branches_left_out.replace(true) {
                    self.notify.emit(Notice::BranchesNotKept);
                }
            }
            self.report(kept);
        }
    }

    /// Says it once, not with every change.
    fn report(&self, result: Result<(), NotKept>) {
        if let Err(not_kept) = result
            && self.notified.replace(Some(not_kept)) != Some(not_kept)
        {
            self.notify.emit(match not_kept {
                NotKept::Forbidden => Notice::NothingIsKept,
                NotKept::Full => Notice::NoRoomToKeep,
            });
        }
    }
}
