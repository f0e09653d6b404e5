//! A walk through a trace: one view that is moved on from place to place.

use super::{Driver, Place, Trace};
use crate::view::View;

/// A view that is moved through a trace.
///
/// A step forwards costs the entries on the way or a jump, whichever is less, and one look at each service; a step
/// backwards is a jump. So a walk over a run of any length in a given number of steps costs at the most so many jumps,
/// and at the most the entries once.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    trace: &'a Trace,
    view: View,
    /// In a live run the reads are measured and added to a copy: the next step begins without them.
    shown: Option<View>,
}

impl Trace {
    /// A walk that begins before anything happened.
    pub fn walk(&self) -> Walk<'_> {
        Walk { trace: self, view: View::beginning(self.names(), self.header.driver), shown: None }
    }
}

impl Walk<'_> {
    /// The picture at `place`, as [`Trace::view_at`] gives it.
    pub fn to(&mut self, place: Place) -> &View {
        let trace = self.trace;
        let (seen, whole_instant) = trace.seen_at(place);
        let before = self.view.entries_seen;
        let is_ahead = seen > before || (seen == before && place >= self.view.place);
        match trace.nearest_picture(seen) {
            Some(picture) if !is_ahead || picture.entries_seen > before => self.view = picture.clone(),
            None if !is_ahead => self.view = View::beginning(trace.names(), trace.header.driver),
            _ => {}
        }
        for (_, entry) in trace.entries_in(self.view.entries_seen..seen) {
            self.view.apply(entry, trace.names());
        }
        match trace.header.driver {
            Driver::Simulated => {
                trace.settle(&mut self.view, place, whole_instant);
                &self.view
            }
            Driver::Live => {
                let shown = self.shown.insert(self.view.clone());
                trace.settle(shown, place, whole_instant);
                shown
            }
        }
    }
}
