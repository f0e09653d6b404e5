//! The marks on the lanes: each kind has a shape of its own, so that it is told apart without its colour.

use std::f64::consts::{PI, TAU};

use js_sys::Math;

use super::brush::Brush;
use super::row::{Mark, MarkKind};
use crate::state_family::Family;

impl Brush<'_> {
    pub(super) fn mark(&self, mark: &Mark, y: f64) {
        let context = self.context();
        let (x, middle) = (self.sizes.label + mark.x, y + self.sizes.pitch / 2.0);
        context.set_line_width(2.0);
        match mark.kind {
            MarkKind::Publication(state) => {
                self.fill_with(self.colour(state));
                context.fill_rect(x - 1.0, y + 2.0, 2.0, self.sizes.pitch - 4.0);
                self.disc(x, middle, 5.5);
                context.fill();
            }
            MarkKind::Write(state) => {
                self.fill_with(self.colour(state));
                context.set_stroke_style_str(&self.palette.surface);
                self.polygon(x, middle - 1.0, 3, 7.0, 7.0);
                context.stroke();
                context.fill();
            }
            MarkKind::Receipt(_) => {
                self.fill_with(self.palette.family(Family::Receipt));
                self.disc(x, middle, 5.5);
                context.fill();
                context.set_stroke_style_str(&self.palette.on_family);
                context.set_line_width(1.5);
                context.begin_path();
                context.move_to(x - 2.5, middle);
                context.line_to(x - 0.5, middle + 2.0);
                context.line_to(x + 2.5, middle - 2.0);
                context.stroke();
            }
            MarkKind::Foreign(state) => {
                let colour = state.map_or(self.palette.soft.as_str(), |state| self.colour(state));
                self.fill_with(&self.palette.surface);
                context.set_stroke_style_str(colour);
                self.polygon(x, middle, 4, 7.0, 7.0);
                context.fill();
                context.stroke();
            }
            MarkKind::Gap => self.tear(x, y),
            MarkKind::Failure => {
                self.fill_with(&self.palette.danger);
                context.fill_rect(x - 1.5, middle - 7.0, 3.0, 8.0);
                context.fill_rect(x - 1.5, middle + 3.0, 3.0, 3.0);
            }
            MarkKind::Crash => {
                self.fill_with(&self.palette.danger);
                context.set_stroke_style_str(&self.palette.surface);
                self.polygon(x, middle, 14, 8.0, 4.0);
                context.stroke();
                context.fill();
            }
            MarkKind::Loss(_) => self.cross(x, middle),
            MarkKind::Other => {
                self.fill_with(&self.palette.surface);
                context.set_stroke_style_str(&self.palette.soft);
                context.begin_path();
                context.rect(x - 3.5, middle - 3.5, 7.0, 7.0);
                context.fill();
                context.stroke();
            }
        }
    }

    /// A torn edge: something is missing here.
    fn tear(&self, x: f64, y: f64) {
        let context = self.context();
        context.set_stroke_style_str(&self.palette.danger);
        context.begin_path();
        for (step, side) in [2.0, -2.0, 2.0, -2.0, 2.0].into_iter().enumerate() {
            let down = y + 3.0 + step as f64 * (self.sizes.pitch - 6.0) / 4.0;
            if step == 0 { context.move_to(x + side, down) } else { context.line_to(x + side, down) }
        }
        context.stroke();
    }

    /// A cross, kept apart from what it lies on.
    fn cross(&self, x: f64, middle: f64) {
        let context = self.context();
        for (width, colour) in [(6.0, &self.palette.surface), (2.8, &self.palette.danger)] {
            context.set_line_width(width);
            context.set_stroke_style_str(colour);
            context.begin_path();
            for side in [-1.0, 1.0] {
                context.move_to(x - 5.0 * side, middle - 5.0);
                context.line_to(x + 5.0 * side, middle + 5.0);
            }
            context.stroke();
        }
    }

    /// A path around corners that lie far out and near in turns, the first at the top.
    fn polygon(&self, x: f64, y: f64, corners: u32, far: f64, near: f64) {
        let context = self.context();
        context.begin_path();
        for corner in 0..corners {
            // The browser's own: Rust's would come along with tables for angles of any size.
            let angle = TAU * f64::from(corner) / f64::from(corners) - PI / 2.0;
            let radius = if corner % 2 == 0 { far } else { near };
            let (x, y) = (x + radius * Math::cos(angle), y + radius * Math::sin(angle));
            if corner == 0 { context.move_to(x, y) } else { context.line_to(x, y) }
        }
        context.close_path();
    }
}
