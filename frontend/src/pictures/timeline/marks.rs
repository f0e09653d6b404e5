//! What happened at an instant: each kind has a shape of its own, as on the page.

use std::f64::consts::{PI, TAU};

use super::{Drawing, LABEL, PITCH};
use crate::pictures::svg::Paint;
use crate::stage::{Point, Rect, Size};
use crate::state_family::Family;
use crate::timeline::{Mark, MarkKind};

impl Drawing<'_> {
    pub(super) fn mark(&mut self, mark: &Mark, y: f64) {
        let (x, middle) = (LABEL + mark.x, y + PITCH / 2.0);
        let at = Point::new(x, middle);
        let (soft, surface, danger) = (self.colours().soft, self.colours().surface, self.colours().danger);
        let on_ground = |fill| Paint { fill: Some(fill), ..Paint::drawn(surface, 1.5) };
        match mark.kind {
            MarkKind::Publication(state) => {
                let colour = self.state(state);
                let post = Rect::at(x - 1.0, y + 2.0, Size::new(2.0, PITCH - 4.0));
                self.svg.rect(&post, 0.0, &Paint::filled(colour));
                self.svg.circle(at, 5.5, &Paint::filled(colour));
            }
            MarkKind::Write(state) => {
                let colour = self.state(state);
                self.svg.path(&polygon(Point::new(x, middle - 1.0), 3, 7.0, 7.0), &on_ground(colour));
            }
            MarkKind::Receipt(_) => {
                let colour = self.colours().family(Family::Receipt);
                self.svg.circle(at, 5.5, &Paint::filled(colour));
                let tick = format!("M{:.1} {:.1}l2 2l3 -4", x - 2.5, middle);
                let ink = self.colours().on_family;
                self.svg.path(&tick, &Paint::drawn(ink, 1.5));
            }
            MarkKind::Foreign(state) => {
                let colour = state.map_or(soft, |state| self.state(state));
                let paint = Paint { fill: Some(surface), ..Paint::drawn(colour, 2.0) };
                self.svg.path(&polygon(at, 4, 7.0, 7.0), &paint);
            }
            MarkKind::Gap => {
                let tear = format!("M{:.1} {:.1}l4 5l-6 4l6 4l-4 5", x - 1.0, y + 4.0);
                self.svg.path(&tear, &Paint::drawn(soft, 2.0));
            }
            MarkKind::Failure => {
                let stroke = Rect::at(x - 1.5, middle - 7.0, Size::new(3.0, 8.0));
                self.svg.rect(&stroke, 0.0, &Paint::filled(danger));
                let dot = Rect::at(x - 1.5, middle + 3.0, Size::new(3.0, 3.0));
                self.svg.rect(&dot, 0.0, &Paint::filled(danger));
            }
            MarkKind::Crash => self.svg.path(&polygon(at, 14, 8.0, 4.0), &on_ground(danger)),
            MarkKind::Loss(_) => {
                let cross = format!("M{:.1} {:.1}l10 10m0 -10l-10 10", x - 5.0, middle - 5.0);
                self.svg.path(&cross, &Paint::drawn(surface, 5.0));
                self.svg.path(&cross, &Paint::drawn(danger, 2.5));
            }
            MarkKind::Other => {
                let paint = Paint { fill: Some(surface), ..Paint::drawn(soft, 1.5) };
                self.svg.rect(&Rect::at(x - 3.0, middle - 3.0, Size::new(6.0, 6.0)), 0.0, &paint);
            }
        }
    }
}

/// A polygon, or a star where the two radii differ, its first corner on top.
fn polygon(middle: Point, corners: usize, outer: f64, inner: f64) -> String {
    let mut path = String::new();
    for corner in 0..corners {
        let angle = TAU * corner as f64 / corners as f64 - PI / 2.0;
        let radius = if corner % 2 == 0 { outer } else { inner };
        let letter = if corner == 0 { 'M' } else { 'L' };
        let (x, y) = (middle.x + radius * angle.cos(), middle.y + radius * angle.sin());
        path.push_str(&format!("{letter}{x:.1} {y:.1}"));
    }
    path.push('z');
    path
}
