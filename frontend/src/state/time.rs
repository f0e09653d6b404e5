//! What the page shows of a run's time besides its picture: a part of the record, and the entry that is asked about.

use event_pattern::trace::EntryId;

use super::UiState;
use crate::run::Picture;
use crate::timeline::Window;

/// An entry that a person chose, and the run that it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The run.
    pub run: u64,
    /// The entry.
    pub entry: EntryId,
}

/// A tab of the time lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeTab {
    /// The chosen entry, and why it happened.
    History,
    /// The numbers of the run over time.
    Charts,
    /// Other futures.
    Branches,
    /// Conditions at which time stops.
    RunUntil,
}

impl UiState {
    /// The part of the record that lanes and charts show.
    pub fn shown_window(&self) -> Window {
        self.window.unwrap_or_else(|| Window::whole(self.picture.recorded_until))
    }

    /// The chosen entry, if it is of the run that is shown.
    pub fn chosen_here(&self) -> Option<EntryId> {
        let chosen = self.chosen_entry.filter(|chosen| chosen.run == self.picture.run)?;
        self.picture.trace.get(chosen.entry).map(|_| chosen.entry)
    }

    pub(super) fn show_window(&mut self, window: Option<Window>) {
        let whole = Window::whole(self.picture.recorded_until);
        self.window = window.map(|window| window.inside(whole)).filter(|window| *window != whole);
    }

    pub(super) fn choose_entry(&mut self, entry: Option<EntryId>) {
        self.chosen_entry = entry.map(|entry| Chosen { run: self.picture.run, entry });
    }

    /// Keeps the window around the place that is looked at, and forgets what is no longer there. `picture` is about to
    /// be shown.
    pub(super) fn follow_time(&mut self, picture: &Picture) {
        if picture.run != self.picture.run {
            self.window = None;
            self.chosen_entry = None;
            return;
        }
        // Another future has other entries under the same numbers.
        let entry = |picture: &Picture, chosen: Chosen| picture.trace.get(chosen.entry).copied();
        self.chosen_entry = self.chosen_entry.filter(|it| entry(picture, *it) == entry(&self.picture, *it));
        let (before, at) = (self.picture.view.place.at, picture.view.place.at);
        let Some(window) = self.window else { return };
        // Whoever looks at another part of the record while time runs is left there.
        if before != at && (window.holds(before) || !picture.playing) {
            self.window = Some(window.holding(at));
        }
    }
}
