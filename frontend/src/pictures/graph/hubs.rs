//! Publisher, broker and receiver.

use super::column::{Chip, Column};
use super::{Drawing, last_published};
use crate::pictures::colours::Colour;
use crate::pictures::lettering::{Face, Letters};
use crate::pictures::svg::Paint;
use crate::stage::still::KeyStill;
use crate::stage::words::{self, KEY};
use crate::stage::{Rect, Size};
use crate::texts::{clock, fill};

/// From this width on, in letters, a card has room for two columns.
const WIDE: f64 = 20.0;

impl Drawing<'_> {
    pub(super) fn hubs(&mut self) {
        self.publisher();
        self.broker();
        self.receiver();
    }

    fn publisher(&mut self) {
        let texts = self.still.texts;
        let card = self.layout.publisher;
        let edge = self.still.colours.edge.over(self.still.colours.surface, 0.55);
        self.card(&card, edge, 1.0);
        let published = words::published(texts, self.still.picture.view.totals.published);
        let last = last_published(self.still.picture);
        let (ink, soft) = (self.still.colours.ink, self.still.colours.soft);
        let (first, second) = self.columns(&card);
        let mut column = self.column(first);
        column.text(bold(column.letter * 1.2, ink), texts.common.publisher, 1);
        column.gap(0.2);
        column.text(plain(column.letter * 0.86, soft), &published, 2);
        if let Some((state, at)) = last {
            let mut column = match second {
                Some(second) => self.column(second),
                None => column,
            };
            column.gap(0.4);
            column.chip(state.as_str(), 0.78, Chip::Calm);
            column.gap(0.15);
            let at = fill(texts.stage.published_last, &[("time", &clock(at))]);
            column.text(plain(column.letter * 0.86, soft), &at, 1);
        }
    }

    fn broker(&mut self) {
        let texts = self.still.texts;
        let colours = self.still.colours;
        let held = KeyStill::of(self.still.picture);
        let family = held.as_ref().map_or(colours.edge, |held| colours.state(held.state.as_str()));
        let card = self.layout.broker;
        self.card(&card, family.over(colours.surface, 0.7), 2.0);
        let (first, second) = self.columns(&card);
        let mut column = self.column(first);
        column.text(bold(column.letter * 1.2, colours.ink), texts.common.broker, 1);
        let holds = fill(texts.stage.key_holds, &[("key", KEY)]);
        column.text(plain(column.letter * 0.86, colours.soft), &holds, 1);
        column.gap(0.5);
        let Some(held) = held else {
            let letters = bold(column.letter * 1.1, colours.soft);
            column.text(letters, texts.stage.key_empty, 1);
            column.gap(0.3);
            return column.text(plain(column.letter * 0.86, colours.soft), texts.stage.key_never_set, 2);
        };
        column.chip(held.state.as_str(), 1.14, Chip::Hot);
        let mut column = match second {
            Some(second) => self.column(second),
            None => column,
        };
        column.gap(0.5);
        column.text(plain(column.letter * 0.86, colours.soft), &words::set_by(texts, &held), 2);
        if let Some(hint) = &held.hint {
            column.text(bold(column.letter * 0.86, colours.ink), &words::hint(texts, hint), 2);
        }
        if let Some(lost) = &held.lost {
            column.gap(0.3);
            let top = column.room.y;
            let wide = column.chip(lost.as_str(), 0.74, Chip::Struck);
            if wide > 0.0 {
                column.room.x += wide + column.letter * 0.5;
                column.room.height += column.room.y - top;
                column.room.y = top + column.letter * 0.2;
                column.text(bold(column.letter * 0.86, colours.danger), texts.stage.lost, 1);
            }
        }
    }

    fn receiver(&mut self) {
        let receiver = &self.still.picture.trace.header().scenario.receiver;
        let Some((name, card)) = receiver.as_ref().zip(self.layout.receiver) else { return };
        let (texts, colours) = (self.still.texts, self.still.colours);
        self.card(&card, colours.edge.over(colours.surface, 0.55), 1.0);
        let (first, second) = self.columns(&card);
        let results = words::results(texts, self.still.picture.view.totals.results);
        let mut column = self.column(first);
        column.text(bold(column.letter * 1.2, colours.ink), name.as_str(), 2);
        let mut column = match second {
            Some(second) => self.column(second),
            None => column,
        };
        column.gap(0.2);
        column.text(bold(column.letter * 1.05, colours.ink), &results, 1);
        column.text(plain(column.letter * 0.86, colours.soft), texts.stage.results_hint, 2);
    }

    pub(super) fn card(&mut self, card: &Rect, edge: Colour, thick: f64) {
        let paint = Paint { fill: Some(self.still.colours.surface), ..Paint::drawn(edge, thick) };
        let radius = self.letters(0.9).min(card.height / 3.0);
        self.svg.rect(card, radius, &paint);
    }

    pub(super) fn column(&mut self, room: Rect) -> Column<'_> {
        let (colours, letter) = (self.still.colours, self.layout.letter);
        Column { svg: &mut self.svg, colours, letter, room }
    }

    /// The room inside a card: two columns where it is wide.
    fn columns(&self, card: &Rect) -> (Rect, Option<Rect>) {
        let (across, down) = (self.letters(1.0), self.letters(0.85).min(card.height * 0.14));
        let whole = Size::new(card.width - 2.0 * across, card.height - 2.0 * down);
        let first = Rect::at(card.x + across, card.y + down, whole);
        if card.width < self.letters(WIDE) {
            return (first, None);
        }
        let half = Size::new((whole.width - across) / 2.0, whole.height);
        (Rect::at(first.x, first.y, half), Some(Rect::at(first.x + half.width + across, first.y, half)))
    }
}

pub(super) fn bold(size: f64, colour: Colour) -> Letters {
    Letters::new(size, Face::Bold, colour)
}

pub(super) fn plain(size: f64, colour: Colour) -> Letters {
    Letters::new(size, Face::Sans, colour)
}
