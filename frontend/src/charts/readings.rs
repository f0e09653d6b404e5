//! Readings at even instants of what is shown. They are taken a few at a time, and those that were taken stay as long as
//! the run only goes on: the past does not change.

use event_pattern::series::evenly;
use event_pattern::trace::Difference;
use event_pattern::{Time, Trace};

use super::reading::Reading;
use crate::run::Picture;
use crate::timeline::Window;

/// How many parts what is shown is cut into: as many as can be told apart.
const PARTS: usize = 120;
/// The most readings at once.
pub const MOST: usize = PARTS + 1;

/// The readings of what is shown.
#[derive(Default)]
pub struct Readings {
    run: u64,
    window: Option<Window>,
    trace: Option<Trace>,
    /// The instants at which readings are taken, as far as they are recorded.
    instants: Vec<Time>,
    /// The readings at the first of them.
    taken: Vec<Reading>,
}

impl Readings {
    /// Follows what is shown; readings that are no longer right are dropped.
    pub fn follow(&mut self, picture: &Picture, window: Window) {
        let end = picture.recorded_until;
        if self.run != picture.run || self.window != Some(window) {
            *self = Readings { run: picture.run, window: Some(window), ..Readings::default() };
        } else if let Some(changed) = self.trace.as_ref().and_then(|old| changed_at(old, &picture.trace)) {
            self.taken.retain(|reading| reading.at < changed);
        }
        self.taken.retain(|reading| reading.at <= end);
        let grid = evenly(window.from..window.to, MOST);
        self.instants = grid.take_while(|at| *at <= end).collect();
        self.trace = Some(picture.trace.clone());
    }

    /// Whether some readings are still to be taken.
    pub fn is_behind(&self) -> bool {
        self.taken.len() < self.instants.len()
    }

    /// Takes the next readings while `has_time` says so, one at the least.
    pub fn take(&mut self, mut has_time: impl FnMut() -> bool) {
        let Some(trace) = &self.trace else { return };
        let mut walk = trace.walk();
        while let Some(&at) = self.instants.get(self.taken.len()) {
            let before = self.taken.last().map(|reading| reading.sums.totals.noticed);
            let view = walk.to(trace.place_after(at));
            self.taken.push(Reading::of(trace, view, before));
            if !has_time() {
                return;
            }
        }
    }

    /// What was taken so far, in the order of time.
    pub fn taken(&self) -> &[Reading] {
        &self.taken
    }

    /// The last reading at `at` or before.
    pub fn before(&self, at: Time) -> Option<&Reading> {
        let after = self.taken.partition_point(|reading| reading.at <= at);
        self.taken.get(after.checked_sub(1)?)
    }
}

/// From which instant on `new` tells otherwise than `old`, if it does so within what `old` has told.
fn changed_at(old: &Trace, new: &Trace) -> Option<Time> {
    let entry = old.first_difference(new)?;
    let at = |trace: &Trace| trace.get(entry.entry()).map(|entry| entry.at);
    match entry {
        Difference::Differs(_) => at(old).min(at(new)),
        Difference::OnlyHere(_) => at(old),
        // What comes new comes at its instant, also where a quiet future was read already.
        Difference::OnlyThere(_) => at(new),
    }
}
