//! The lines between the nodes, each with its arrow's head.

use super::Drawing;
use crate::decimals::tenths;
use crate::pictures::colours::Colour;
use crate::pictures::svg::Paint;
use crate::stage::doing::Doing;
use crate::stage::route::Route;
use crate::stage::still::ServiceStill;
use crate::stage::{Density, Point};

/// Dots where nothing comes through.
const OFF: &str = "2 7";

impl Drawing<'_> {
    pub(super) fn edges(&mut self) {
        let colours = self.still.colours;
        let publish = self.layout.publish.clone();
        self.edge(&publish, Paint::drawn(colours.soft, 2.25));
        for slot in 0..self.layout.services.len().min(self.services.len()) {
            let routes = self.layout.services[slot].routes.clone();
            let (read, write) = self.paints(&self.services[slot]);
            self.edge(&routes.read, read);
            self.edge(&routes.write, write);
            if let Some(result) = &routes.result {
                let off = !self.services[slot].doing.is_running();
                self.edge(result, self.calm(off));
            }
        }
    }

    /// How a service's lines for reading and for writing are painted.
    fn paints(&self, service: &ServiceStill) -> (Paint, Paint) {
        let colours = self.still.colours;
        let (off, calm) = (self.calm(true), self.calm(false));
        let thick = if self.layout.density == Density::Tile { 1.5 } else { 2.5 };
        let lit = |colour: Colour| Paint::drawn(colour, thick);
        match &service.doing {
            doing if !doing.is_running() => (off, off),
            Doing::Working { next, .. } => (calm, lit(colours.state(next.as_str()))),
            _ => match service.matching {
                Some(index) => (lit(colours.state(service.allowed[index].as_str())), calm),
                None => (calm, calm),
            },
        }
    }

    fn calm(&self, is_off: bool) -> Paint {
        let colours = self.still.colours;
        let thick = if self.layout.density == Density::Tile { 1.0 } else { 1.75 };
        if is_off {
            return Paint::drawn(colours.soft.over(colours.ground, 0.55), thick).dashed(OFF);
        }
        Paint::drawn(colours.soft.over(colours.ground, 0.62), thick)
    }

    fn edge(&mut self, route: &Route, paint: Paint) {
        self.svg.path(&route.to_svg(), &paint);
        let Some((colour, _)) = paint.stroke else { return };
        if self.layout.density == Density::Tile || paint.dash == OFF {
            return;
        }
        let (tip, before) = (route.at(1.0), route.at(1.0 - 9.0 / route.length().max(9.0)));
        self.svg.path(&head(before, tip), &Paint::filled(colour));
    }
}

/// An arrow's head from `base` to `tip`, as a path.
fn head(base: Point, tip: Point) -> String {
    let side = Point::new((tip.y - base.y) * 0.42, (base.x - tip.x) * 0.42);
    let corners =
        [Point::new(base.x + side.x, base.y + side.y), tip, Point::new(base.x - side.x, base.y - side.y)];
    let mut path = String::new();
    for (index, corner) in corners.iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path.push_str(&[tenths(corner.x), tenths(corner.y)].join(" "));
    }
    path.push('z');
    path
}
