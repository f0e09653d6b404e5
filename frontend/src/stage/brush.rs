//! One frame's strokes: edges lit by what flies on them, rings, flights.

use std::f64::consts::{FRAC_PI_2, TAU};

use event_pattern::Span;
use event_pattern::trace::StateId;
use web_sys::CanvasRenderingContext2d;

use super::flights::{Cargo, Flight, Leg, MOST_NAMED, beside};
use super::geometry::Point;
use super::layout::Placed;
use super::measure::Density;
use super::palette::Palette;
use super::ring::Ring;
use super::route::Route;
use super::scene::Scene;
use super::sprite::{Cut, Sprites};
use crate::run::Frame;
use crate::state_family::Family;

/// More dots than this are squares: a crowd's dots cannot be told apart, and a browser without a graphics processor
/// fills a square in half the time.
const MOST_ROUND: usize = 1_000;

/// What one frame is drawn with.
pub(super) struct Brush<'a> {
    pub(super) context: &'a CanvasRenderingContext2d,
    pub(super) scene: &'a Scene,
    pub(super) palette: &'a Palette,
    pub(super) ratio: f64,
    pub(super) frame: &'a Frame<'a>,
    /// Whether less motion is asked for: edges light up, nothing moves along them.
    pub(super) still: bool,
}

impl<'a> Brush<'a> {
    fn route(&self, leg: Leg) -> Option<&'a Route> {
        match leg {
            Leg::Publish => Some(&self.scene.layout.publish),
            Leg::Lost => Some(&self.scene.layout.lost),
            Leg::Read(service) => Some(&self.scene.placed(service)?.routes.read),
            Leg::Write(service) => Some(&self.scene.placed(service)?.routes.write),
            Leg::Result(service) => self.scene.placed(service)?.routes.result.as_ref(),
        }
    }

    fn colour(&self, cargo: Cargo) -> &'a str {
        match cargo {
            Cargo::Look => &self.palette.soft,
            Cargo::State(state) => {
                self.palette.family(Family::of(self.frame.trace.names().state(state).as_str()))
            }
        }
    }

    /// The edges on which something flies.
    pub(super) fn lit_edges(&self, flights: &[Flight]) {
        if flights.len() > MOST_NAMED {
            return;
        }
        for flight in flights {
            let look = flight.cargo == Cargo::Look;
            // A look is a dot on its way; its edge lights up only where dots must not move.
            if flight.leg == Leg::Lost || (look && !self.still) {
                continue;
            }
            let Some(route) = self.route(flight.leg) else { continue };
            self.context.set_stroke_style_str(self.colour(flight.cargo));
            let thick = if self.scene.layout.density == Density::Tile || look { 2.0 } else { 3.5 };
            self.context.set_line_width(thick);
            self.context.set_global_alpha(if self.still { 0.9 } else { 0.55 });
            self.context.begin_path();
            for (index, point) in route.points().enumerate() {
                match index {
                    0 => self.context.move_to(point.x, point.y),
                    _ => self.context.line_to(point.x, point.y),
                }
            }
            self.context.stroke();
        }
        self.context.set_global_alpha(1.0);
    }

    /// The services' rings.
    pub(super) fn rings(&self) {
        let thick = match self.scene.layout.density {
            Density::Full | Density::Narrow => self.scene.layout.ring * 0.12,
            Density::Compact | Density::Tile => self.scene.layout.ring * 0.16,
        };
        let radius = (self.scene.layout.ring - thick) / 2.0;
        self.context.set_line_width(thick);
        self.tracks(radius);
        self.context.set_stroke_style_str(&self.palette.soft);
        self.context.begin_path();
        for (placed, ring) in self.each_ring() {
            if let Ring::Sleep(share) = ring {
                self.arc(placed.ring, radius, share);
            }
        }
        self.context.stroke();
        for (placed, ring) in self.each_ring() {
            if let Ring::Work(state, share) = ring {
                self.context.set_stroke_style_str(self.colour(Cargo::State(state)));
                self.context.begin_path();
                self.arc(placed.ring, radius, share.max(0.004));
                self.context.stroke();
            }
        }
    }

    /// What a ring runs along; dashed where single looks cannot be told apart.
    fn tracks(&self, radius: f64) {
        self.context.set_stroke_style_str(&self.palette.line);
        self.context.begin_path();
        for (placed, ring) in self.each_ring() {
            if !matches!(ring, Ring::Still) {
                self.arc(placed.ring, radius, 1.0);
            }
        }
        self.context.stroke();
    }

    fn each_ring(&self) -> impl Iterator<Item = (&'a Placed, Ring)> {
        // While time stands, nothing is too fast to be seen.
        let flight = if self.frame.playing { self.frame.flight } else { Span::ZERO };
        self.frame.view.identities().filter_map(move |(id, service)| {
            let placed = self.scene.placed(id)?;
            Some((placed, Ring::of(service, self.frame.now, flight)))
        })
    }

    /// Adds an arc from the top on; an arc of no length is none.
    fn arc(&self, middle: Point, radius: f64, share: f64) {
        if share <= 0.0 {
            return;
        }
        let from = -FRAC_PI_2;
        self.context.move_to(middle.x, middle.y - radius);
        // Only a negative radius is refused.
        let _ = self.context.arc(middle.x, middle.y, radius.max(0.0), from, from + TAU * share.min(1.0));
    }

    /// What flies.
    pub(super) fn flights(&self, flights: &[Flight], sprites: &mut Sprites) {
        let named = self.scene.layout.density != Density::Tile && flights.len() <= MOST_NAMED;
        if !self.still {
            self.looks(flights);
        }
        let crowded = flights.len() > MOST_NAMED;
        let mut dots = Dots::default();
        for flight in flights {
            let Cargo::State(state) = flight.cargo else { continue };
            if self.still && flight.leg != Leg::Lost {
                continue;
            }
            if named || matches!(flight.leg, Leg::Publish | Leg::Lost) && !crowded {
                self.chip(flight, sprites);
            } else if let Some(route) = self.route(flight.leg) {
                let at = route.at(f64::from(flight.progress));
                let beside = beside(flight.lane) * self.dot_radius() * 2.2;
                dots.add(state, Point::new(at.x, at.y + beside), || self.colour(flight.cargo));
            }
        }
        self.dots(&dots);
    }

    /// All looks in vain, in one stroke.
    fn looks(&self, flights: &[Flight]) {
        let radius = (self.scene.layout.letter * 0.3).max(2.5);
        self.context.set_fill_style_str(&self.palette.soft);
        self.context.begin_path();
        for flight in flights.iter().filter(|flight| flight.cargo == Cargo::Look) {
            let Some(route) = self.route(flight.leg) else { continue };
            let at = route.at(f64::from(flight.progress));
            self.context.move_to(at.x + radius, at.y);
            let _ = self.context.arc(at.x, at.y, radius, 0.0, TAU);
        }
        self.context.fill();
    }

    fn chip(&self, flight: &Flight, sprites: &mut Sprites) {
        let Cargo::State(id) = flight.cargo else { return };
        let state = self.frame.trace.names().state(id);
        let cut = Cut { palette: self.palette, letter: self.scene.layout.letter, ratio: self.ratio };
        let (Some(route), Some(sprite)) = (self.route(flight.leg), sprites.of(id, state, &cut)) else {
            return;
        };
        let at = route.at(if self.still { 0.6 } else { f64::from(flight.progress) });
        let at = Point::new(at.x, at.y + beside(flight.lane) * self.scene.layout.letter * 1.8);
        if flight.leg != Leg::Lost {
            return sprite.draw(self.context, at.x, at.y);
        }
        // What is lost falls, struck out, and fades.
        let seen = (1.6 * (1.0 - f64::from(flight.progress))).min(1.0);
        self.context.set_global_alpha(if self.still { 1.0 } else { seen });
        sprite.draw(self.context, at.x, at.y);
        self.context.set_stroke_style_str(&self.palette.on_family);
        self.context.set_line_width((self.scene.layout.letter * 0.14).max(2.0));
        self.context.begin_path();
        let half = sprite.width / 2.0 - self.scene.layout.letter;
        self.context.move_to(at.x - half, at.y);
        self.context.line_to(at.x + half, at.y);
        self.context.stroke();
        self.context.set_global_alpha(1.0);
    }

    fn dot_radius(&self) -> f64 {
        (self.scene.layout.letter * 0.5).max(4.0)
    }

    fn dots(&self, dots: &Dots<'_>) {
        let radius = self.dot_radius();
        let side = radius * 1.6;
        let round = dots.groups.iter().map(|(_, points)| points.len()).sum::<usize>() <= MOST_ROUND;
        for (colour, points) in &dots.groups {
            self.context.set_fill_style_str(colour);
            for at in points {
                if round {
                    self.context.begin_path();
                    let _ = self.context.arc(at.x, at.y, radius, 0.0, TAU);
                    self.context.fill();
                } else {
                    self.context.fill_rect(at.x - side / 2.0, at.y - side / 2.0, side, side);
                }
            }
        }
    }
}

/// Dots by their colours: to tell the canvas a colour takes longer than to draw a dot.
#[derive(Default)]
struct Dots<'a> {
    groups: Vec<(&'a str, Vec<Point>)>,
    /// The state of the last one, and its group.
    last: Option<(StateId, usize)>,
}

impl<'a> Dots<'a> {
    fn add(&mut self, state: StateId, at: Point, colour: impl FnOnce() -> &'a str) {
        let group = match self.last {
            Some((last, group)) if last == state => group,
            _ => self.group(colour()),
        };
        self.last = Some((state, group));
        self.groups[group].1.push(at);
    }

    fn group(&mut self, colour: &'a str) -> usize {
        self.groups.iter().position(|(known, _)| *known == colour).unwrap_or_else(|| {
            self.groups.push((colour, Vec::new()));
            self.groups.len() - 1
        })
    }
}
