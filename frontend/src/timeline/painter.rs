//! Paints the lanes on two canvases: what happened, anew when it is another picture, and above it the place that is
//! looked at, sixty times a second. Remembers what it has drawn where, never how far anything has come.

use std::cell::RefCell;
use std::rc::Rc;

use event_pattern::Time;
use event_pattern::trace::{EntryId, ReadRun};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::brush::Brush;
use super::index::{SharedIndex, lane_of};
use super::lanes::Lanes;
use super::looks::read_near;
use super::row::{Hit, HitAt, Row};
use super::stops::Stop;
use super::window::Window;
use crate::run::{Frame, Range};
use crate::stage::palette::Palette;
use crate::stage::sprite::context_of;
use crate::state::Node;

/// No more device pixels than this in a CSS pixel.
const FINEST: f64 = 2.0;
/// Room right of the time, so that half of what is at its end can be seen.
pub const EDGE: f64 = 8.0;
/// So many entries are looked at in a frame, at most: the rest of them comes with the next.
const TAKEN_AT_ONCE: usize = 4_000;
/// So many bars and marks are drawn anew in every frame; twice as many in every other one, and so on.
const DRAWN_AT_ONCE: usize = 100;
/// No more frames than this without a new drawing: half a second.
const MOST_SKIPPED: usize = 30;

/// Paints the lanes. A copy is the same painter.
#[derive(Clone, Default)]
pub struct LanesPainter(Rc<RefCell<Easel>>);

/// What is shown, besides what a frame says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The part of the record; none for the whole.
    pub window: Option<Window>,
    /// The end of what is recorded.
    pub recorded_until: Time,
    /// The node that is selected.
    pub selected: Option<Node>,
    /// The entry that is chosen.
    pub chosen: Option<EntryId>,
    /// What the lanes of publisher and broker are called.
    pub names: [&'static str; 2],
    /// The breakpoints.
    pub stops: Vec<Stop>,
    /// The part that is played over and over.
    pub looped: Option<Range>,
    /// The edition of the index.
    pub edition: u32,
    /// How much of the run the index knows.
    pub indexed: usize,
}

/// A point of the lanes that a pointer points at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Whose lane it is.
    pub node: Node,
    /// The instant; none on the names.
    pub at: Option<Time>,
    /// What is there.
    pub hit: Option<Hit>,
    /// The read that led to nothing there, where no mark is.
    pub look: Option<Time>,
    /// The lane's upper edge.
    pub top: f64,
}

/// The elements that it needs.
pub struct Parts {
    /// The canvas of what happened.
    pub film: HtmlCanvasElement,
    /// The canvas of the place that is looked at, above the other.
    pub now: HtmlCanvasElement,
    /// Is never seen: its border box is as wide as the names and as high as a lane, its left border as thick as the axis.
    pub probe: HtmlElement,
    /// Holds the lanes, and scrolls them.
    pub room: HtmlElement,
}

#[derive(Default)]
struct Easel {
    index: SharedIndex,
    canvas: Option<Canvas>,
    palette: Palette,
    shown: Shown,
    scrolled: f64,
    hovered: Option<(Node, f64)>,
    film: Film,
}

struct Canvas {
    film: Layer,
    now: Layer,
    probe: HtmlElement,
    room: HtmlElement,
    sizes: Sizes,
    ratio: f64,
}

struct Layer {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

/// How large things are, in pixels; the style sheet says it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sizes {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The width of the names, left of the time.
    pub(super) label: f64,
    /// From lane to lane.
    pub(super) pitch: f64,
    /// The height of the axis below.
    pub(super) axis: f64,
}

/// How many device pixels a CSS pixel is drawn with.
pub(super) fn ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(1.0, FINEST)
}

impl Sizes {
    /// The width of the time.
    pub(super) fn time(self) -> f64 {
        (self.width - self.label - EDGE).max(1.0)
    }

    /// The height of what is seen of the lanes.
    pub(super) fn lanes(self) -> f64 {
        self.height - self.axis
    }
}

/// What was drawn last.
#[derive(Default)]
struct Film {
    is_stale: bool,
    of: Option<(Window, Time, usize)>,
    lanes: Lanes,
    /// The first lane that is seen.
    first: usize,
    rows: Vec<Row>,
    reads: Vec<ReadRun>,
    drawn: usize,
    skipped: usize,
}

impl PartialEq for LanesPainter {
    fn eq(&self, other: &LanesPainter) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl LanesPainter {
    /// Gives it what it paints on, and an element by which it reads colours and sizes.
    pub fn set_up(&self, parts: Parts, index: &SharedIndex) {
        let Parts { film, now, probe, room } = parts;
        let (Some(film_context), Some(now_context)) = (context_of(&film), context_of(&now)) else { return };
        let easel = &mut *self.0.borrow_mut();
        let film = Layer { element: film, context: film_context };
        let now = Layer { element: now, context: now_context };
        easel.index = index.clone();
        easel.canvas = Some(Canvas { film, now, probe, room, sizes: Sizes::default(), ratio: 1.0 });
        easel.recolour();
        easel.resize();
    }

    /// Takes its canvases away.
    pub fn put_away(&self) {
        self.0.borrow_mut().canvas = None;
    }

    /// Reads the colours anew.
    pub fn recolour(&self) {
        self.0.borrow_mut().recolour();
    }

    /// Gives the canvases as many pixels as they have room for.
    pub fn resize(&self) {
        self.0.borrow_mut().resize();
    }

    /// Tells it what is shown; says whether it is anything new.
    pub fn show(&self, shown: Shown) -> bool {
        let easel = &mut *self.0.borrow_mut();
        let is_new = easel.shown != shown;
        // That more is recorded, frames say sooner.
        let (recorded_until, indexed) = (shown.recorded_until, shown.indexed);
        easel.film.is_stale |= Shown { recorded_until, indexed, ..easel.shown.clone() } != shown;
        easel.shown = shown;
        is_new
    }

    /// Tells it how far the lanes are scrolled.
    pub fn scroll_to(&self, scrolled: f64) {
        let easel = &mut *self.0.borrow_mut();
        easel.scrolled = scrolled;
        easel.film.is_stale = true;
    }

    /// Tells it where a pointer is.
    pub fn hover(&self, hovered: Option<(Node, f64)>) {
        self.0.borrow_mut().hovered = hovered;
    }

    /// Paints a frame.
    pub fn paint(&self, frame: &Frame<'_>) {
        self.0.borrow_mut().paint(frame);
    }

    /// What lies at a point of the lanes.
    pub fn spot(&self, x: f64, y: f64) -> Option<Spot> {
        let easel = self.0.borrow();
        let sizes = easel.canvas.as_ref()?.sizes;
        let (window, ..) = easel.film.of?;
        if y < 0.0 || y > sizes.lanes() {
            return None;
        }
        let position = ((y + easel.scrolled) / sizes.pitch) as usize;
        let node = easel.film.lanes.at(position)?;
        let top = position as f64 * sizes.pitch - easel.scrolled;
        let inside = x - sizes.label;
        if inside < -EDGE {
            return Some(Spot { node, at: None, hit: None, look: None, top });
        }
        let row = position.checked_sub(easel.film.first).and_then(|row| easel.film.rows.get(row));
        let hit = row.and_then(|row| row.hit(inside));
        let hit = hit.map(|hit| Hit { x: hit.x + sizes.label, ..hit });
        let at = window.at((inside / sizes.time()).clamp(0.0, 1.0));
        let pixel = window.span().as_micros() as f64 / sizes.time();
        let look = match (node, hit.map(|hit| hit.at)) {
            (Node::Service(id), None | Some(HitAt::Bar)) => read_near(&easel.film.reads, id, at, pixel),
            _ => None,
        };
        Some(Spot { node, at: Some(at), hit, look, top })
    }

    /// Where an instant of a lane is seen when `window` is shown, if it is: from the left, and the lane's upper edge.
    pub fn place_in(&self, node: Node, at: Time, window: Window) -> Option<(f64, f64)> {
        let easel = self.0.borrow();
        let sizes = easel.canvas.as_ref()?.sizes;
        let top = easel.film.lanes.position(node) as f64 * sizes.pitch - easel.scrolled;
        window.holds(at).then(|| (sizes.label + window.share(at) * sizes.time(), top))
    }

    /// The instant at a place from the left, whatever lane it is in; how wide the lanes are.
    pub fn time_at(&self, x: f64) -> Option<(Time, f64)> {
        let easel = self.0.borrow();
        let sizes = easel.canvas.as_ref()?.sizes;
        let (window, ..) = easel.film.of?;
        Some((window.at(((x - sizes.label) / sizes.time()).clamp(0.0, 1.0)), sizes.width))
    }

    /// How wide the time is.
    pub fn time_width(&self) -> Option<f64> {
        self.0.borrow().canvas.as_ref().map(|canvas| canvas.sizes.time())
    }

    /// The height and the width of the lanes.
    pub fn size(&self) -> Option<(f64, f64)> {
        let easel = self.0.borrow();
        easel.canvas.as_ref().map(|canvas| (canvas.sizes.height, canvas.sizes.width))
    }

    /// How far apart lanes are, and how much of them is seen.
    pub fn heights(&self) -> Option<(f64, f64)> {
        let easel = self.0.borrow();
        easel.canvas.as_ref().map(|canvas| (canvas.sizes.pitch, canvas.sizes.lanes()))
    }
}

impl Easel {
    fn recolour(&mut self) {
        if let Some(canvas) = &self.canvas {
            self.palette = Palette::read(&canvas.probe);
            self.film.is_stale = true;
        }
    }

    fn resize(&mut self) {
        let Some(canvas) = &mut self.canvas else { return };
        let ratio = ratio();
        let size =
            |element: &HtmlElement| (f64::from(element.offset_width()), f64::from(element.offset_height()));
        let ((width, height), (label, pitch)) = (size(&canvas.film.element), size(&canvas.probe));
        // Beside the lanes there may be a bar that scrolls them.
        let seen = f64::from(canvas.room.client_width()).min(width);
        let axis = f64::from(canvas.probe.client_left());
        canvas.sizes = Sizes { width: seen, height, label, pitch: pitch.max(1.0), axis };
        canvas.ratio = ratio;
        for layer in [&canvas.film, &canvas.now] {
            layer.element.set_width((width * ratio).round() as u32);
            layer.element.set_height((height * ratio).round() as u32);
        }
        self.film.is_stale = true;
    }

    fn paint(&mut self, frame: &Frame<'_>) {
        let Some(canvas) = self.canvas.as_ref().filter(|canvas| canvas.sizes.width > 0.0) else { return };
        let end = self.shown.recorded_until.max(frame.now);
        let window = self.shown.window.unwrap_or_else(|| Window::whole(end));
        self.index.0.borrow_mut().take_in(frame.trace, TAKEN_AT_ONCE);
        let index = self.index.0.borrow();
        let of = Some((window, end.min(window.to), index.taken()));
        // While time runs, what is no further than half a pixel on can wait.
        let half = 2.0 * canvas.sizes.time();
        let pixel = |(drawn, end, _): (Window, Time, usize)| (drawn.share(end) * half) as i64;
        let is_there = frame.playing && self.film.of.map(pixel) == of.map(pixel);
        let may_wait = frame.playing
            && !self.film.is_stale
            && self.film.of.is_some_and(|(drawn, ..)| drawn == window)
            && self.film.skipped < (self.film.drawn / DRAWN_AT_ONCE).min(MOST_SKIPPED);
        let mut brush = Brush::new(&self.palette, canvas.sizes, window, end, frame);
        let is_other =
            self.film.of != of && !(is_there && self.film.of.map(|(drawn, ..)| drawn) == Some(window));
        if self.film.is_stale || (is_other && !may_wait) {
            self.film.lanes = Lanes::of(frame.trace);
            let first = (self.scrolled / canvas.sizes.pitch) as usize;
            let seen = (canvas.sizes.lanes() / canvas.sizes.pitch).ceil() as usize + 1;
            let nodes: Vec<Node> =
                (first..first + seen).filter_map(|position| self.film.lanes.at(position)).collect();
            brush.begin(&canvas.film.context, canvas.ratio);
            let top = first as f64 * canvas.sizes.pitch - self.scrolled;
            (self.film.rows, self.film.reads) = brush.film(&index, &nodes, top, &self.shown);
            brush.stops(&self.shown.stops, self.film.lanes, top, first);
            self.film.first = first;
            self.film.drawn = self.film.rows.iter().map(|row| row.bars.len() + row.marks.len()).sum();
            (self.film.of, self.film.is_stale, self.film.skipped) = (of, false, 0);
        } else if is_other {
            self.film.skipped += 1;
        }
        brush.begin(&canvas.now.context, canvas.ratio);
        let place = |node: Node| self.film.lanes.position(node) as f64 * canvas.sizes.pitch - self.scrolled;
        let chosen = self
            .shown
            .chosen
            .and_then(|id| frame.trace.get(id))
            .map(|entry| (entry.at, place(lane_of(entry))));
        brush.now(chosen, self.hovered.map(|(node, x)| (x, place(node))));
    }
}
