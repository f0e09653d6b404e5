//! What flies: a state's name on a pill, a dot where there are too many names, a small dot for a look in vain.

use super::Drawing;
use crate::pictures::lettering::{Anchor, Face, Letters};
use crate::pictures::svg::Paint;
use crate::stage::flights::{Cargo, Flight, Leg, MOST_NAMED, beside};
use crate::stage::route::Route;
use crate::stage::{Density, Point, Rect, Size};
use event_pattern::trace::ServiceId;

impl Drawing<'_> {
    pub(super) fn flights(&mut self) {
        let flights = self.still.flights;
        let few = flights.len() <= MOST_NAMED;
        let slots = self.slots();
        for flight in flights {
            let Some(route) = self.route(flight.leg, &slots) else { continue };
            let at = route.at(f64::from(flight.progress));
            let Cargo::State(state) = flight.cargo else {
                let radius = self.letters(0.3).max(2.5);
                self.svg.circle(at, radius, &Paint::filled(self.still.colours.soft));
                continue;
            };
            let state = self.still.picture.trace.names().state(state).as_str();
            let hub = matches!(flight.leg, Leg::Publish | Leg::Lost);
            if few && (hub || self.layout.density != Density::Tile) {
                self.pill(flight, at, state);
            } else {
                let radius = self.letters(0.5).max(4.0);
                let at = Point::new(at.x, at.y + beside(flight.lane) * radius * 2.2);
                self.svg.circle(at, radius, &Paint::filled(self.still.colours.state(state)));
            }
        }
    }

    fn pill(&mut self, flight: &Flight, at: Point, state: &str) {
        let colours = self.still.colours;
        let at = Point::new(at.x, at.y + beside(flight.lane) * self.letters(1.8));
        let size = self.letters(0.84).max(10.0);
        let letters = Letters::new(size, Face::Code, colours.on_family).anchored(Anchor::Middle);
        let name = letters.cut(state, size * 18.0);
        let whole = Size::new(letters.width(&name) + size * 1.5, size * 1.9);
        let pill = Rect::at(at.x - whole.width / 2.0, at.y - whole.height / 2.0, whole);
        let lost = flight.leg == Leg::Lost;
        let seen = if lost { (1.6 * (1.0 - f64::from(flight.progress))).clamp(0.1, 1.0) } else { 1.0 };
        let paint = Paint { fill: Some(colours.state(state)), seen, ..Paint::drawn(colours.surface, 1.5) };
        self.svg.rect(&pill, whole.height / 2.0, &paint);
        self.svg.text(Point::new(at.x, at.y + size * 0.35), &letters, &name);
        if lost {
            let line = Rect::at(pill.x + size, at.y - 1.0, Size::new(whole.width - 2.0 * size, 2.0));
            self.svg.rect(&line, 0.0, &Paint::filled(colours.on_family));
        }
    }

    /// Where in the layout a service lies, by its index in the run.
    fn slots(&self) -> Vec<Option<usize>> {
        let mut slots = vec![None; self.still.picture.view.services.len()];
        for (slot, service) in self.services.iter().enumerate() {
            slots[service.id.index()] = Some(slot);
        }
        slots
    }

    fn route(&self, leg: Leg, slots: &[Option<usize>]) -> Option<Route> {
        let placed = |id: ServiceId| self.layout.services.get((*slots.get(id.index())?)?);
        match leg {
            Leg::Publish => Some(self.layout.publish.clone()),
            Leg::Lost => Some(self.layout.lost.clone()),
            Leg::Read(id) => Some(placed(id)?.routes.read.clone()),
            Leg::Write(id) => Some(placed(id)?.routes.write.clone()),
            Leg::Result(id) => placed(id)?.routes.result.clone(),
        }
    }
}
