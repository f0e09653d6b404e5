//! Paints what moves: rings and flights, on one canvas above the nodes. A picture is a function of the frame: the
//! painter remembers where things lie and what they look like, never how far they have come.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, MediaQueryList};

use super::brush::Brush;
use super::flights::{Flight, collect};
use super::geometry::{Point, Size};
use super::palette::Palette;
use super::scene::Scene;
use super::sprite::{Sprites, context_of};
use crate::run::Frame;

/// No more device pixels than this in a CSS pixel: the eye sees no more, and memory grows with the square.
const FINEST: f64 = 2.0;

/// Paints frames on a canvas.
#[derive(Default)]
pub struct Painter(RefCell<Easel>);

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
    scene: Option<Rc<Scene>>,
    scrolled: Point,
    palette: Palette,
    sprites: Sprites,
    flights: Vec<Flight>,
}

struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    probe: HtmlElement,
    still: Option<MediaQueryList>,
    size: Size,
    ratio: f64,
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
    pub fn lay_out(&self, scene: Rc<Scene>) {
        let easel = &mut *self.0.borrow_mut();
        if easel.scene.as_ref().is_none_or(|old| old.layout.letter != scene.layout.letter) {
            easel.sprites.clear();
        }
        easel.scene = Some(scene);
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
        let (Some(canvas), Some(scene)) = (&easel.canvas, &easel.scene) else { return };
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
            scene,
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
