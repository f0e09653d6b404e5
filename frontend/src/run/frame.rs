//! One frame of the moving picture, given to whoever draws it, up to 60 times a second.

use event_pattern::{Span, Time, Trace, View};

/// What is to be drawn in one frame. Everything that moves is a function of it.
pub struct Frame<'a> {
    /// What happened so far.
    pub trace: &'a Trace,
    /// The picture at the place that is looked at.
    pub view: &'a View,
    /// The instant to draw: the place's own while paused.
    pub now: Time,
    /// How much simulated time a flight takes: 0.4 s of what the viewer sees, times the speed.
    pub flight: Span,
    /// After a step, or a command, while paused: how much of the 0.4 s in which its flights are shown has passed, 0 to 1.
    /// It stays 1 when they have landed. None while time runs and after a jump: flights are then where `now` has them.
    pub step_progress: Option<f64>,
    /// How many entries had been seen before that step or command: those after them are what it showed.
    pub step_from: usize,
    /// Whether time is running.
    pub playing: bool,
}
