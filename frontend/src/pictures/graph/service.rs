//! A service: its card, its name, what it does, the states that it acts on.

use super::Drawing;
use super::column::{Chip, Column};
use super::hubs::{bold, plain};
use crate::pictures::lettering::{Letters, ending};
use crate::pictures::svg::Paint;
use crate::stage::doing::Doing;
use crate::stage::rows::Rows;
use crate::stage::still::ServiceStill;
use crate::stage::{Density, Placed, Point, Rect, Size, words};
use crate::texts::fill;

impl Drawing<'_> {
    pub(super) fn each_service(&mut self) {
        let services = std::mem::take(&mut self.services);
        for (service, placed) in services.iter().zip(self.layout.services.clone()) {
            self.svg.group(&words::service_name(self.still.texts, service));
            self.service_card(service, &placed.card);
            self.ring(service, placed.ring);
            match self.layout.density {
                Density::Tile => self.tile(service, &placed),
                _ => self.says(service, &placed),
            }
            self.svg.end_group();
        }
        self.services = services;
    }

    fn service_card(&mut self, service: &ServiceStill, card: &Rect) {
        let colours = self.still.colours;
        let radius = self.letters(0.9).min(card.height / 3.0);
        let outlined = |fill, edge| Paint { fill: Some(fill), ..edge };
        match &service.doing {
            Doing::Working { on, .. } | Doing::Stopping { on, .. } => {
                let family = colours.state(on.as_str());
                self.card(card, family, 1.0);
                let inner = Size::new(self.letters(0.3), card.height - 2.0 * radius);
                let stripe = Rect::at(card.x, card.y + radius, inner);
                self.svg.rect(&stripe, 0.0, &Paint::filled(family));
            }
            Doing::Crashed => {
                let edge = Paint::drawn(colours.danger, 2.0).dashed("6 4");
                self.svg.rect(card, radius, &outlined(colours.danger.over(colours.surface, 0.07), edge));
            }
            doing if !doing.is_running() => {
                let edge = Paint::drawn(colours.edge, 1.0).dashed("5 4");
                self.svg.rect(card, radius, &outlined(colours.sunken, edge));
            }
            _ => self.card(card, colours.edge.over(colours.surface, 0.55), 1.0),
        }
    }

    /// A tile's name: its end is kept, where numbered services differ.
    fn tile(&mut self, service: &ServiceStill, placed: &Placed) {
        let letters = self.name_letters(service, 0.92);
        let from = placed.ring.x + self.layout.ring / 2.0 + self.letters(0.35);
        let room = placed.card.right() - from - self.letters(0.4);
        let name = ending(&letters, &service.name, room);
        self.svg.text(Point::new(from, placed.card.center().y + letters.size * 0.36), &letters, &name);
    }

    /// Name, phase and states of a card.
    fn says(&mut self, service: &ServiceStill, placed: &Placed) {
        let (card, ring, letter) = (placed.card, placed.ring, self.layout.letter);
        let density = self.layout.density;
        let compact = density == Density::Compact;
        let (above, beneath) =
            (ring.y - self.layout.ring / 2.0, ring.y + self.layout.ring / 2.0 + letter * 0.5);
        let from = ring.x + self.layout.ring / 2.0 + letter * 0.8;
        let top = match density {
            Density::Narrow => ring.y - letter * 0.75,
            Density::Compact => card.y + letter * 0.6,
            Density::Full | Density::Tile => above,
        };
        let beside = between(from, top, card.right() - letter * 0.7, card.bottom() - letter * 0.2);
        let inset = letter * if density == Density::Full { 1.0 } else { 0.9 };
        let under = between(card.x + inset, beneath, card.right() - inset, card.bottom() - letter * 0.2);
        let name = self.name_letters(service, if compact { 1.05 } else { 1.2 });
        let phase_letters = self.phase_letters(service);
        let phase = self.phase(service);
        let rows = Rows::of(service, density);
        let more = self.more(service, &rows);
        let soft = plain(letter * 0.82, self.still.colours.soft);
        let mut column = self.column(beside);
        column.text(name, &service.name, 1);
        if density == Density::Narrow {
            column = self.column(under);
        }
        column.gap(0.1);
        column.text(phase_letters, &phase, if compact { 1 } else { 2 });
        if density == Density::Full {
            column = self.column(under);
        }
        column.gap(0.25);
        chips(&mut column, service, &rows, if compact { 0.76 } else { 0.82 });
        column.text(soft, &more, 1);
    }

    fn name_letters(&self, service: &ServiceStill, scale: f64) -> Letters {
        let colours = self.still.colours;
        bold(self.letters(scale), if service.doing == Doing::Crashed { colours.danger } else { colours.ink })
    }

    fn phase_letters(&self, service: &ServiceStill) -> Letters {
        let colours = self.still.colours;
        match &service.doing {
            Doing::Working { .. } | Doing::Stopping { .. } => bold(self.letters(0.84), colours.ink),
            Doing::Crashed => bold(self.letters(0.84), colours.danger),
            _ => plain(self.letters(0.86), colours.soft),
        }
    }

    fn phase(&self, service: &ServiceStill) -> String {
        let phase = words::phase(self.still.texts, &service.doing, self.layout.density);
        match &service.doing {
            Doing::Working { next, .. } => fill(&phase, &[("state", next.as_str())]),
            _ => phase,
        }
    }

    /// What is said where not all states have room, or where there are none.
    fn more(&self, service: &ServiceStill, rows: &Rows) -> String {
        let stage = &self.still.texts.stage;
        if service.allowed.is_empty() {
            return stage.acts_on_nothing.to_owned();
        }
        if rows.more == 0 || self.layout.density == Density::Compact {
            return String::new();
        }
        fill(stage.more_states, &[("count", &self.still.texts.number(rows.more as u64))])
    }
}

fn chips(column: &mut Column<'_>, service: &ServiceStill, rows: &Rows, scale: f64) {
    for &index in &rows.shown {
        let look = if service.matching == Some(index) { Chip::Hot } else { Chip::Calm };
        column.chip(service.allowed[index].as_str(), scale, look);
        column.gap(0.25);
    }
}

fn between(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
    Rect::at(left, top, Size::new((right - left).max(0.0), (bottom - top).max(0.0)))
}
