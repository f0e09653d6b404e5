//! A few lanes of a run, drawn once: for whoever lays one run beside another.

use event_pattern::{Span, Time, Trace, View};
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::brush::Brush;
use super::index::Index;
use super::painter::{Shown, Sizes, ratio};
use super::window::Window;
use crate::run::Frame;
use crate::stage::palette::Palette;
use crate::stage::sprite::context_of;
use crate::state::Node;

/// What is drawn.
pub struct Few<'a> {
    /// What happened.
    pub trace: &'a Trace,
    /// The picture by which services are named.
    pub view: &'a View,
    /// Who did what.
    pub index: &'a Index,
    /// Whose lanes, from above.
    pub nodes: &'a [Node],
    /// The part of the record.
    pub window: Window,
    /// The end of what is recorded.
    pub end: Time,
    /// What the lanes of publisher and broker are called.
    pub names: [&'static str; 2],
}

/// Draws the lanes on a canvas; `probe` tells sizes and colours, as that of the timeline's own lanes does.
pub fn paint(few: &Few<'_>, canvas: &HtmlCanvasElement, probe: &HtmlElement) {
    let Some(context) = context_of(canvas) else { return };
    let (width, height) = (f64::from(canvas.offset_width()), f64::from(canvas.offset_height()));
    let (label, pitch) = (f64::from(probe.offset_width()), f64::from(probe.offset_height()).max(1.0));
    let sizes = Sizes { width, height, label, pitch, axis: f64::from(probe.client_left()) };
    let ratio = ratio();
    canvas.set_width((width * ratio).round() as u32);
    canvas.set_height((height * ratio).round() as u32);
    let frame = Frame {
        trace: few.trace,
        view: few.view,
        now: few.end,
        flight: Span::ZERO,
        step_progress: None,
        step_from: few.view.entries_seen,
        playing: false,
    };
    let palette = Palette::read(probe);
    let mut brush = Brush::new(&palette, sizes, few.window, few.end, &frame);
    brush.begin(&context, ratio);
    brush.film(few.index, few.nodes, 0.0, &Shown { names: few.names, ..Shown::default() });
}
