//! The lines between the nodes: which side they leave and reach, and the gutters in which they pass other cards.

use super::geometry::{Point, Rect, Size};
use super::layout::{Layout, Placed};
use super::measure::{Arrangement, Density};
use super::plan::{Places, Plan};
use super::route::{Heading, Route};

/// The lines to and from a service.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceRoutes {
    /// From the broker to the service: what it reads.
    pub read: Route,
    /// From the service to the broker: what it sets.
    pub write: Route,
    /// From the service to the receiver.
    pub result: Option<Route>,
}

/// The widest gutter between cards in which lines run, in letters: they stay close to the cards that they pass.
const GUTTER: f64 = 1.6;

/// What a line needs to know of the whole.
struct Wiring<'a> {
    plan: &'a Plan,
    letter: f64,
    places: &'a Places,
}

/// Completes the layout with its lines.
pub(super) fn connect(plan: &Plan, letter: f64, size: Size, places: Places) -> Layout {
    let wiring = Wiring { plan, letter, places: &places };
    let (ring, inset) = plan.density.ring();
    let services = places.services.iter().enumerate().map(|(slot, &card)| Placed {
        card,
        ring: Point::new(card.x + (inset + ring / 2.0) * letter, wiring.ring_height(&card)),
        routes: ServiceRoutes {
            read: wiring.to_service(slot, -1.0),
            write: wiring.to_service(slot, 1.0).reversed(),
            result: places.receiver.map(|receiver| wiring.to_receiver(slot, &receiver)),
        },
    });
    Layout {
        density: plan.density,
        arrangement: plan.arrangement,
        letter,
        ring: ring * letter,
        size,
        services: services.collect(),
        publish: wiring.publish(),
        lost: wiring.lost(),
        publisher: places.publisher,
        broker: places.broker,
        receiver: places.receiver,
    }
}

impl Wiring<'_> {
    fn radius(&self) -> f64 {
        self.letter * 0.8
    }

    /// Half the way between the line for reading and the one for writing, to the side that `side` (-1 or 1) says.
    fn apart(&self, side: f64) -> f64 {
        side * self.plan.density.lines_apart() * self.letter / 2.0
    }

    fn ring_height(&self, card: &Rect) -> f64 {
        let (ring, inset) = self.plan.density.ring();
        match self.plan.density {
            Density::Compact | Density::Tile => card.center().y,
            _ => card.y + (inset + ring / 2.0) * self.letter,
        }
    }

    fn publish(&self) -> Route {
        let (publisher, broker) = (&self.places.publisher, &self.places.broker);
        match self.plan.arrangement {
            Arrangement::Row | Arrangement::Top => {
                let from = Point::new(publisher.right(), publisher.center().y);
                Route::curve(from, Point::new(broker.x, broker.center().y), Heading::Across)
            }
            Arrangement::Upright => {
                let from = Point::new(publisher.center().x, publisher.bottom());
                Route::curve(from, Point::new(broker.center().x, broker.y), Heading::Down)
            }
        }
    }

    /// A lost state falls out of the broker where no line is.
    fn lost(&self) -> Route {
        let broker = &self.places.broker;
        let fall = 3.2 * self.letter;
        let from = match self.plan.arrangement {
            Arrangement::Row => Point::new(broker.center().x, broker.bottom() - 0.6 * self.letter),
            Arrangement::Top | Arrangement::Upright => {
                Point::new(broker.right() - 5.0 * self.letter, broker.bottom() - 0.6 * self.letter)
            }
        };
        Route::bent(&[from, Point::new(from.x, from.y + fall)], 0.0)
    }

    /// Where the line of the service in `slot` leaves the broker, or reaches the receiver: spread along its side.
    fn port(&self, slot: usize, low: f64, length: f64) -> f64 {
        let (index, count) = match self.plan.arrangement {
            Arrangement::Row => (slot / self.plan.columns, self.plan.rows),
            _ => (slot % self.plan.columns, self.plan.columns),
        };
        // A few lines keep together; many use all of the side but its corners.
        let used = length * (0.22 * count as f64).min(0.8);
        let share = if count > 1 { index as f64 / (count - 1) as f64 - 0.5 } else { 0.0 };
        low + length / 2.0 + used * share
    }

    fn to_service(&self, slot: usize, side: f64) -> Route {
        let (plan, broker) = (self.plan, &self.places.broker);
        let (card, apart) = (&self.places.services[slot], self.apart(side));
        let gap = Size::new(plan.gap.width * self.letter, plan.gap.height * self.letter);
        let first = &self.places.services[0];
        let (column, row) = (slot % plan.columns, slot / plan.columns);
        if plan.arrangement == Arrangement::Row {
            let port = Point::new(broker.right(), self.port(slot, broker.y, broker.height) + apart);
            if column == 0 {
                let end = Point::new(card.x, card.center().y + apart);
                return Route::curve(port, end, Heading::Across);
            }
            let trunk = first.x - 1.2 * self.letter - apart;
            let gutter = card.y - gap.height.min(GUTTER * self.letter) / 2.0 + apart * 0.5;
            let into = card.x + 2.0 * self.letter + apart;
            let corners = [
                port,
                Point::new(trunk, port.y),
                Point::new(trunk, gutter),
                Point::new(into, gutter),
                Point::new(into, card.y),
            ];
            return Route::bent(&corners, self.radius());
        }
        let port = Point::new(self.port(slot, broker.x, broker.width) + apart, broker.bottom());
        if row == 0 && plan.density != Density::Tile {
            return Route::curve(port, Point::new(card.center().x + apart, card.y), Heading::Down);
        }
        let trunk = first.y - 0.8 * self.letter - apart;
        let gutter = card.x - gap.width.min(GUTTER * self.letter) / 2.0 + apart * 0.5;
        let into = card.center().y + apart;
        let corners = [
            port,
            Point::new(port.x, trunk),
            Point::new(gutter, trunk),
            Point::new(gutter, into),
            Point::new(card.x, into),
        ];
        Route::bent(&corners, self.radius())
    }

    fn to_receiver(&self, slot: usize, receiver: &Rect) -> Route {
        let plan = self.plan;
        let card = &self.places.services[slot];
        let count = self.places.services.len();
        let gap = Size::new(plan.gap.width * self.letter, plan.gap.height * self.letter);
        if plan.arrangement == Arrangement::Row {
            let port = Point::new(receiver.x, self.port(slot, receiver.y, receiver.height));
            let last_of_row = slot % plan.columns == plan.columns - 1 || slot == count - 1;
            if last_of_row {
                return Route::curve(Point::new(card.right(), card.center().y), port, Heading::Across);
            }
            let out = card.right() - 2.0 * self.letter;
            let gutter = card.bottom() + gap.height.min(GUTTER * self.letter) * 0.3;
            let trunk = receiver.x - 2.0 * self.letter;
            let corners = [
                Point::new(out, card.bottom()),
                Point::new(out, gutter),
                Point::new(trunk, gutter),
                Point::new(trunk, port.y),
                port,
            ];
            return Route::bent(&corners, self.radius());
        }
        let port = Point::new(self.port(slot, receiver.x, receiver.width), receiver.y);
        if slot + plan.columns >= count {
            return Route::curve(Point::new(card.center().x, card.bottom()), port, Heading::Down);
        }
        let gutter = card.right() + gap.width.min(GUTTER * self.letter) * 0.3;
        let trunk = receiver.y - 0.8 * self.letter;
        let corners = [
            Point::new(card.right(), card.center().y),
            Point::new(gutter, card.center().y),
            Point::new(gutter, trunk),
            Point::new(port.x, trunk),
            port,
        ];
        Route::bent(&corners, self.radius())
    }
}
