//! The strokes of the lanes: what fills them, what is marked on them, the axis, the place that is looked at.

use std::cell::{Cell, RefCell};
use std::f64::consts::TAU;

use event_pattern::Time;
use event_pattern::trace::{ReadRun, StateId};
use web_sys::CanvasRenderingContext2d;

use super::axis;
use super::crowd::{is_crowded, joined};
use super::fill::Fill;
use super::index::Index;
use super::names::{MONO, Name};
use super::painter::{Shown, Sizes};
use super::row::{Bar, Row, Scene};
use super::window::Window;
use crate::run::Frame;
use crate::stage::palette::Palette;
use crate::state::Node;
use crate::state_family::Family;

const SANS: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif";

/// What one frame is drawn with.
pub(super) struct Brush<'a> {
    pub(super) palette: &'a Palette,
    pub(super) sizes: Sizes,
    pub(super) window: Window,
    pub(super) end: Time,
    pub(super) frame: &'a Frame<'a>,
    context: Option<&'a CanvasRenderingContext2d>,
    /// The colour that it fills with at present: to tell the canvas one takes longer than to fill a bar.
    filling: Cell<Option<&'a str>>,
    pub(super) ahead: RefCell<Vec<Name>>,
}

impl<'a> Brush<'a> {
    pub(super) fn new(
        palette: &'a Palette,
        sizes: Sizes,
        window: Window,
        end: Time,
        frame: &'a Frame<'a>,
    ) -> Brush<'a> {
        Brush {
            palette,
            sizes,
            window,
            end,
            frame,
            context: None,
            filling: Cell::default(),
            ahead: RefCell::default(),
        }
    }

    /// Begins on an empty canvas.
    pub(super) fn begin(&mut self, context: &'a CanvasRenderingContext2d, ratio: f64) {
        // Only numbers that are none are refused.
        let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, self.sizes.width, self.sizes.height);
        self.context = Some(context);
        self.filling.take();
        self.ahead.borrow_mut().clear();
    }

    /// Fills with this colour from now on.
    pub(super) fn fill_with(&self, colour: &'a str) {
        if self.filling.replace(Some(colour)) != Some(colour) {
            self.context().set_fill_style_str(colour);
        }
    }

    pub(super) fn context(&self) -> &'a CanvasRenderingContext2d {
        self.context.expect("whoever draws has begun")
    }

    /// Where an instant lies.
    pub(super) fn x(&self, at: Time) -> f64 {
        self.sizes.label + self.window.share(at) * self.sizes.time()
    }

    pub(super) fn colour(&self, state: StateId) -> &'a str {
        self.palette.family(Family::of(self.frame.trace.names().state(state).as_str()))
    }

    /// What happened, in the lanes of `nodes`, of which the first begins at `top`.
    pub(super) fn film(
        &self,
        index: &Index,
        nodes: &[Node],
        top: f64,
        shown: &Shown,
    ) -> (Vec<Row>, Vec<ReadRun>) {
        let (context, sizes) = (self.context(), self.sizes);
        self.axis();
        self.looped(shown.looped);
        context.save();
        context.begin_path();
        context.rect(0.0, 0.0, sizes.width, sizes.lanes());
        context.clip();
        let scene = Scene::new(self.frame.trace, index, self.window, sizes.time(), self.end);
        let reads = self.reads(nodes);
        let mut rows = Vec::with_capacity(nodes.len());
        for (position, node) in nodes.iter().enumerate() {
            let y = top + position as f64 * sizes.pitch;
            let row = scene.row(*node);
            self.name(*node, y, shown);
            self.tracks(&row.bars, y);
            row.bars.iter().filter(|bar| !is_crowded(bar)).for_each(|bar| self.bar(bar, y));
            self.crowd(&row.bars, y);
            match (&reads, node) {
                (Some(reads), Node::Service(id)) => self.looks(reads, *id, y),
                (None, Node::Service(_)) => self.texture_of(&row, y),
                _ => {}
            }
            row.marks.iter().for_each(|mark| self.mark(mark, y));
            rows.push(row);
        }
        context.restore();
        self.filling.take();
        (rows, reads.unwrap_or_default())
    }

    /// The name of a lane, and that it is selected.
    fn name(&self, node: Node, y: f64, shown: &Shown) {
        let (context, Sizes { label, pitch, width, .. }) = (self.context(), self.sizes);
        let names = self.frame.trace.names();
        let name = match node {
            Node::Publisher => shown.names[0],
            Node::Broker => shown.names[1],
            Node::Service(id) => names.service(id).name_after(self.frame.view.entries_seen).as_str(),
            Node::Receiver => {
                self.frame.trace.header().scenario.receiver.as_ref().map_or("", |name| name.as_str())
            }
        };
        let selected = shown.selected == Some(node);
        if selected {
            context.set_global_alpha(0.1);
            self.fill_with(&self.palette.accent);
            context.fill_rect(0.0, y + 1.0, width, pitch - 2.0);
            context.set_global_alpha(1.0);
            context.fill_rect(0.0, y + 3.0, 3.0, pitch - 6.0);
        }
        context.set_font(&[if selected { "650 " } else { "500 " }, "12.5px ", SANS].concat());
        self.fill_with(if selected { &self.palette.ink } else { &self.palette.soft });
        context.set_text_baseline("middle");
        self.text(name, 7.0, y + pitch / 2.0 + 0.5, label - 18.0);
    }

    /// What bars lie on: neighbours share it.
    fn tracks(&self, bars: &[Bar], y: f64) {
        self.fill_with(&self.palette.sunken);
        let on_track = bars.iter().filter(|bar| !is_crowded(bar) && bar.fill.has_track());
        joined(on_track, |from, to| {
            self.context().fill_rect(self.sizes.label + from, y + 3.0, to - from, self.sizes.pitch - 6.0);
        });
    }

    fn bar(&self, bar: &Bar, y: f64) {
        let (context, pitch) = (self.context(), self.sizes.pitch);
        let (from, width) = (self.sizes.label + bar.from, bar.to - bar.from);
        let (top, height, middle) = (y + 3.0, pitch - 6.0, y + pitch / 2.0);
        match bar.fill {
            Fill::Absent | Fill::Quiet | Fill::Sleeping | Fill::Empty => {}
            Fill::Unrecorded => {
                context.set_global_alpha(0.45);
                self.fill_with(&self.palette.sunken);
                context.fill_rect(from, top, width, height);
                context.set_global_alpha(1.0);
            }
            Fill::NotStarted => self.thread(from, middle, width, &self.palette.soft, &[1.5, 5.0]),
            Fill::Stopped => {
                self.thread(from, middle, width, &self.palette.soft, &[]);
                self.fill_with(&self.palette.soft);
                context.fill_rect(from, middle - 4.0, 8.0_f64.min(width.max(3.0)), 8.0);
            }
            Fill::Crashed => self.zigzag(from, middle, width),
            Fill::Working(state) | Fill::Stopping(state) | Fill::Holds(state) => self.block(bar, state, y),
            Fill::Unseen(state) => {
                let colour = state.map_or(self.palette.soft.as_str(), |state| self.colour(state));
                self.hatch(from, top, width, height, colour);
            }
        }
    }

    /// A state's own colour, with its name where it has room.
    fn block(&self, bar: &Bar, state: StateId, y: f64) {
        let (context, pitch) = (self.context(), self.sizes.pitch);
        let (from, width) = (self.sizes.label + bar.from, bar.to - bar.from);
        // Nothing is left to do: it is there, and asks for no attention.
        let is_quiet = Family::of(self.frame.trace.names().state(state).as_str()) == Family::Idle;
        self.fill_with(self.colour(state));
        if is_quiet {
            context.set_global_alpha(0.3);
        }
        let (top, height) = (y + 3.0, pitch - 6.0);
        if width < 6.0 {
            context.fill_rect(from, top, width.max(1.0), height);
            if is_quiet {
                context.set_global_alpha(1.0);
            }
            return;
        }
        context.begin_path();
        // A gap of half a pixel on either side keeps neighbours of a colour apart; only a negative radius is refused.
        let _ = context.round_rect_with_f64(from + 0.5, top, width - 1.0, height, 4.0);
        context.fill();
        context.set_global_alpha(1.0);
        if width > 34.0 {
            let ink = if is_quiet { &self.palette.ink } else { &self.palette.on_family };
            self.state_name(Name { state, x: from + 7.0, y: y + pitch / 2.0 + 0.5, room: width - 12.0 }, ink);
        }
    }

    fn thread(&self, from: f64, middle: f64, width: f64, colour: &str, dashes: &[f64]) {
        let context = self.context();
        let dashes: js_sys::Array =
            dashes.iter().map(|dash| wasm_bindgen::JsValue::from_f64(*dash)).collect();
        // Only negative lengths are refused.
        let _ = context.set_line_dash(&dashes);
        context.set_stroke_style_str(colour);
        context.set_line_width(2.0);
        context.begin_path();
        context.move_to(from, middle);
        context.line_to(from + width, middle);
        context.stroke();
        let _ = context.set_line_dash(&js_sys::Array::new());
    }

    fn zigzag(&self, from: f64, middle: f64, width: f64) {
        let context = self.context();
        context.set_stroke_style_str(&self.palette.danger);
        context.set_line_width(1.5);
        context.begin_path();
        context.move_to(from, middle);
        let (mut x, mut side) = (2.5, 3.0);
        while x < width {
            context.line_to(from + x, middle + side);
            (x, side) = (x + 5.0, -side);
        }
        context.line_to(from + width, middle);
        context.stroke();
    }

    fn hatch(&self, from: f64, top: f64, width: f64, height: f64, colour: &str) {
        let context = self.context();
        context.save();
        context.begin_path();
        context.rect(from, top, width, height);
        context.clip();
        context.set_stroke_style_str(colour);
        context.set_line_width(1.5);
        context.begin_path();
        let mut x = -height;
        while x < width {
            context.move_to(from + x, top + height);
            context.line_to(from + x + height, top);
            x += 6.0;
        }
        context.stroke();
        context.restore();
    }

    /// Lines at round times, and what they are.
    fn axis(&self) {
        let (context, Sizes { height, width, .. }) = (self.context(), self.sizes);
        let most = (self.sizes.time() / 90.0) as usize;
        context.set_font(&["500 11px ", MONO].concat());
        context.set_text_baseline("alphabetic");
        context.set_text_align("center");
        context.set_line_width(1.0);
        context.set_stroke_style_str(&self.palette.line);
        self.fill_with(&self.palette.soft);
        context.begin_path();
        for (at, label) in axis::marks(self.window, most) {
            let x = self.x(at).round() - 0.5;
            context.move_to(x, 0.0);
            context.line_to(x, self.sizes.lanes() + 3.0);
            let half = context.measure_text(&label).map_or(20.0, |measured| measured.width()) / 2.0;
            let _ = context.fill_text(&label, x.min(width - half - 1.0), height - 3.0);
        }
        context.stroke();
        context.set_text_align("left");
    }

    /// The place that is looked at, and what lies beyond it; what is chosen, and what a pointer points at.
    pub(super) fn now(&self, chosen: Option<(Time, f64)>, hovered: Option<(f64, f64)>) {
        let (context, Sizes { label, pitch, .. }) = (self.context(), self.sizes);
        let (right, bottom) = (label + self.sizes.time(), self.sizes.lanes());
        let (x, end) = (self.x(self.frame.now), self.x(self.end).min(right));
        if end > x {
            context.set_global_alpha(0.62);
            self.fill_with(&self.palette.surface);
            context.fill_rect(x.max(label), 0.0, end - x.max(label), bottom);
            context.set_global_alpha(1.0);
            self.names_ahead();
        }
        context.set_line_width(2.0);
        let ring = |x: f64, y: f64, colour: &str| {
            context.set_stroke_style_str(colour);
            context.begin_path();
            let _ = context.round_rect_with_f64(x - 8.0, y + 1.0, 16.0, pitch - 2.0, 6.0);
            context.stroke();
        };
        let is_seen = |y: f64| y > -pitch && y < bottom;
        if let Some((x, y)) = hovered.filter(|(_, y)| is_seen(*y)) {
            ring(x, y, &self.palette.soft);
        }
        if let Some((at, y)) = chosen.filter(|(at, y)| self.window.holds(*at) && is_seen(*y)) {
            ring(self.x(at), y, &self.palette.accent);
        }
        if self.window.holds(self.frame.now) {
            self.fill_with(&self.palette.accent);
            context.fill_rect(x - 1.0, 0.0, 2.0, bottom + 4.0);
            context.begin_path();
            context.move_to(x - 6.0, 0.0);
            context.line_to(x + 6.0, 0.0);
            context.line_to(x, 8.0);
            context.fill();
        }
    }

    pub(super) fn disc(&self, x: f64, y: f64, radius: f64) {
        self.context().begin_path();
        // Only a negative radius is refused.
        let _ = self.context().arc(x, y, radius, 0.0, TAU);
    }
}
