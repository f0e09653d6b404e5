//! Paints what moves: rings and flights, on one canvas above the nodes. A picture is a function of the frame: the
//! painter remembers where things lie and what they look like, never how far they have come.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, MediaQueryList};

use super::brush::Brush;
use super::flights::{Flight, collect};
use super::geometry::{Point, Size};
use super::layout::Layout;
use super::palette::Palette;
use super::sprite::{Sprites, context_of};
use crate::run::Frame;

/// No more device pixels than this in a CSS pixel: the eye sees no more, and memory grows with the square.
const FINEST: f64 = 2.0;

/// Paints frames on a canvas. A copy is the same painter.
#[derive(Clone, Default)]
pub struct Painter(Rc<RefCell<Easel>>);

/// Whether messages fly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// As in a film.
    Full,
    /// Somebody wants less of it: what flies stands still on its way.
    Less,
}

/// What the painter knows.
#[derive(Default)]
struct Easel {
    canvas: Option<Canvas>,
    layout: Option<Rc<Layout>>,
    /// Where in the layout a service lies, by its number; none for those that are not drawn.
    slots: Rc<Slots>,
    scrolled: Point,
    palette: Palette,
    sprites: Sprites,
    flights: Vec<Flight>,
}

/// Where in a layout services lie, by their index in the run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slots(pub Vec<Option<usize>>);

struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    probe: HtmlElement,
    still: Option<MediaQueryList>,
    size: Size,
    ratio: f64,
}

impl PartialEq for Painter {
    fn eq(&self, other: &Painter) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Painter {
    /// Gives it a canvas to paint on, and an unseen element by which it reads the page's colours.
    pub fn set_up(&self, element: HtmlCanvasElement, probe: HtmlElement) {
        let Some(context) = context_of(&element) else { return };
        let still = web_sys::window()
            .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
        let canvas = Canvas { element, context, probe, still, size: Size::default(), ratio: 1.0 };
        self.0.borrow_mut().canvas = Some(canvas);
        self.recolour();
        self.resize();
    }

    /// Takes the canvas away.
    pub fn put_away(&self) {
        self.0.borrow_mut().canvas = None;
    }

    /// Tells it where everything lies.
    pub fn lay_out(&self, layout: Rc<Layout>, slots: Rc<Slots>) {
        let easel = &mut *self.0.borrow_mut();
        if easel.layout.as_ref().is_none_or(|old| old.letter != layout.letter) {
            easel.sprites.clear();
        }
        easel.layout = Some(layout);
        easel.slots = slots;
    }

    /// Tells it how far the stage is scrolled.
    pub fn scroll_to(&self, scrolled: Point) {
        self.0.borrow_mut().scrolled = scrolled;
    }

    /// Reads the colours anew.
    pub fn recolour(&self) {
        let easel = &mut *self.0.borrow_mut();
        if let Some(canvas) = &easel.canvas {
            easel.palette = Palette::read(&canvas.probe);
            easel.sprites.clear();
        }
    }

    /// Gives the canvas as many pixels as it has room for.
    pub fn resize(&self) {
        let easel = &mut *self.0.borrow_mut();
        let Some(canvas) = &mut easel.canvas else { return };
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(1.0, FINEST);
        let (width, height) = (canvas.element.client_width(), canvas.element.client_height());
        canvas.size = Size::new(f64::from(width), f64::from(height));
        if canvas.ratio != ratio {
            easel.sprites.clear();
            canvas.ratio = ratio;
        }
        canvas.element.set_width((f64::from(width) * ratio).round() as u32);
        canvas.element.set_height((f64::from(height) * ratio).round() as u32);
    }

    /// Paints a frame.
    pub fn paint(&self, frame: &Frame<'_>, motion: Motion) {
        let easel = &mut *self.0.borrow_mut();
        let (Some(canvas), Some(layout)) = (&easel.canvas, &easel.layout) else { return };
        let (context, ratio) = (&canvas.context, canvas.ratio);
        let clean = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, canvas.size.width, canvas.size.height);
        let moved = context.translate(-easel.scrolled.x, -easel.scrolled.y);
        if clean.is_err() || moved.is_err() {
            return;
        }
        collect(frame, &mut easel.flights);
        let brush = Brush {
            context,
            layout,
            slots: &easel.slots,
            palette: &easel.palette,
            ratio,
            frame,
            still: motion == Motion::Less || canvas.still.as_ref().is_some_and(MediaQueryList::matches),
        };
        brush.lit_edges(&easel.flights);
        brush.rings();
        brush.flights(&easel.flights, &mut easel.sprites);
    }
}
