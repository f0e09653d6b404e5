//! Chips that fly: each drawn once on a small canvas of its own, then copied sixty times a second.

use event_pattern::State;
use event_pattern::trace::StateId;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::palette::Palette;
use crate::decimals::tenths;
use crate::state_family::Family;

/// A state's name on a pill of its colour.
pub(super) struct Sprite {
    state: State,
    canvas: HtmlCanvasElement,
    /// Its size on the stage, with the room for its shadow.
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The sprites of a run's states.
#[derive(Default)]
pub(super) struct Sprites {
    by_state: Vec<Option<Sprite>>,
}

/// What sprites depend on besides their state.
pub(super) struct Cut<'a> {
    pub(super) palette: &'a Palette,
    /// The size of the stage's letters.
    pub(super) letter: f64,
    /// Device pixels in a CSS pixel.
    pub(super) ratio: f64,
}

/// Letters longer than this are left out in flight: the nodes show the whole name.
const LONGEST: usize = 28;

impl Sprites {
    /// Forgets all: colours, sizes or names have changed.
    pub(super) fn clear(&mut self) {
        self.by_state.clear();
    }

    /// The sprite of `state`, made if it is not there yet. Another run may number its states otherwise.
    pub(super) fn of(&mut self, id: StateId, state: &State, cut: &Cut<'_>) -> Option<&Sprite> {
        if self.by_state.len() <= id.index() {
            self.by_state.resize_with(id.index() + 1, || None);
        }
        let slot = &mut self.by_state[id.index()];
        if slot.as_ref().is_none_or(|sprite| sprite.state != *state) {
            *slot = Sprite::new(state, cut);
        }
        slot.as_ref()
    }
}

impl Sprite {
    fn new(state: &State, cut: &Cut<'_>) -> Option<Sprite> {
        let document = web_sys::window()?.document()?;
        let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        let context = context_of(&canvas)?;
        let size = (cut.letter * 0.84).max(10.0);
        let families = "ui-monospace, \"SF Mono\", Menlo, Consolas, \"DejaVu Sans Mono\", monospace";
        let font = format!("700 {}px {families}", tenths(size));
        context.set_font(&font);
        let name = state.as_str();
        let shown = if name.len() > LONGEST { format!("{}…", &name[..LONGEST]) } else { name.to_owned() };
        let text = context.measure_text(&shown).ok()?.width();
        let (pad, shadow) = (size * 0.75, size * 0.6);
        let (inner_width, inner_height) = (text + 2.0 * pad, size * 1.9);
        let (width, height) = (inner_width + 2.0 * shadow, inner_height + 2.0 * shadow);
        canvas.set_width((width * cut.ratio).ceil() as u32);
        canvas.set_height((height * cut.ratio).ceil() as u32);
        context.scale(cut.ratio, cut.ratio).ok()?;
        context.set_shadow_color(&cut.palette.shade);
        context.set_shadow_blur(size * 0.5 * cut.ratio);
        context.set_shadow_offset_y(size * 0.12 * cut.ratio);
        context.set_fill_style_str(cut.palette.family(Family::of(name)));
        context.begin_path();
        context.round_rect_with_f64(shadow, shadow, inner_width, inner_height, inner_height / 2.0).ok()?;
        context.fill();
        context.set_shadow_color("transparent");
        context.set_stroke_style_str(&cut.palette.surface);
        context.set_line_width(1.5);
        context.stroke();
        context.set_font(&font);
        context.set_text_baseline("middle");
        context.set_fill_style_str(&cut.palette.on_family);
        context.fill_text(&shown, shadow + pad, shadow + inner_height / 2.0 + size * 0.04).ok()?;
        Some(Sprite { state: state.clone(), canvas, width, height })
    }

    /// Draws it with its middle at `x`, `y`.
    pub(super) fn draw(&self, context: &CanvasRenderingContext2d, x: f64, y: f64) {
        // A canvas of no size is the only one that cannot be copied; then there is nothing to see.
        let _ = context.draw_image_with_html_canvas_element_and_dw_and_dh(
            &self.canvas,
            x - self.width / 2.0,
            y - self.height / 2.0,
            self.width,
            self.height,
        );
    }
}

/// The canvas's two-dimensional context.
pub(crate) fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
