//! A service's ring: its time, with what is left of it inside, or the shape of what does not run.

use std::f64::consts::TAU;

use event_pattern::Span;

use super::Drawing;
use super::hubs::{bold, plain};
use crate::decimals::tenths;
use crate::pictures::lettering::Anchor;
use crate::pictures::svg::Paint;
use crate::stage::doing::Doing;
use crate::stage::ring::Ring;
use crate::stage::still::ServiceStill;
use crate::stage::{Density, Point, words};

/// A share from which on a ring is whole: an arc that ends where it begins is none.
const WHOLE: f64 = 0.999;

impl Drawing<'_> {
    pub(super) fn ring(&mut self, service: &ServiceStill, middle: Point) {
        let (colours, picture) = (self.still.colours, self.still.picture);
        let is_large = matches!(self.layout.density, Density::Full | Density::Narrow);
        let thick = self.layout.ring * if is_large { 0.12 } else { 0.16 };
        let radius = (self.layout.ring - thick) / 2.0;
        // A picture stands still: nothing is too fast to be seen.
        let ring = Ring::of(picture.view.service(service.id), picture.view.place.at, Span::ZERO);
        if ring != Ring::Still {
            self.svg.circle(middle, radius, &Paint::drawn(colours.line, thick));
        }
        let (share, colour) = match ring {
            Ring::Sleep(share) => (share, colours.soft),
            Ring::Work(state, share) => {
                (share.max(0.004), colours.state(picture.trace.names().state(state).as_str()))
            }
            Ring::Still | Ring::Blur => (0.0, colours.soft),
        };
        if share >= WHOLE {
            self.svg.circle(middle, radius, &Paint::drawn(colour, thick));
        } else if share > 0.0 {
            self.svg.path(&arc(middle, radius, share), &Paint::drawn(colour, thick));
        }
        if let Some(shape) = service.doing.shape() {
            let scale = self.layout.ring * 0.56 / 24.0;
            let corner = Point::new(middle.x - 12.0 * scale, middle.y - 12.0 * scale);
            let colour = if service.doing == Doing::Crashed { colours.danger } else { colours.soft };
            self.svg.scaled_path(shape, corner, scale, &Paint::drawn(colour, 3.2));
        } else if let Some(left) = service.doing.left().filter(|_| self.layout.density != Density::Tile) {
            self.left(left, middle, is_large);
        }
    }

    /// The time that is left.
    fn left(&mut self, left: Span, middle: Point, with_unit: bool) {
        let (number, unit) = words::left(self.still.texts, left);
        let size = self.letters(if with_unit { 1.05 } else { 0.86 });
        let base = middle.y + size * if with_unit { 0.1 } else { 0.36 };
        let letters = bold(size, self.still.colours.ink).anchored(Anchor::Middle);
        self.svg.text(Point::new(middle.x, base), &letters, &number);
        if with_unit {
            let letters = plain(self.letters(0.66), self.still.colours.soft).anchored(Anchor::Middle);
            self.svg.text(Point::new(middle.x, base + self.letters(0.85)), &letters, unit);
        }
    }
}

/// So much of a circle, from its top on, as a path.
fn arc(middle: Point, radius: f64, share: f64) -> String {
    let angle = share * TAU;
    let end = Point::new(middle.x + radius * angle.sin(), middle.y - radius * angle.cos());
    let large = if share > 0.5 { "1" } else { "0" };
    let radius_text = tenths(radius);
    let from = [tenths(middle.x), tenths(middle.y - radius)].join(" ");
    [
        "M",
        &from,
        "A",
        &radius_text,
        " ",
        &radius_text,
        " 0 ",
        large,
        " 1 ",
        &tenths(end.x),
        " ",
        &tenths(end.y),
    ]
    .concat()
}
