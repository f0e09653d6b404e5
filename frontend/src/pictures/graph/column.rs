//! Lines of text and chips beneath each other in a card, as many as there is room for.

use crate::pictures::colours::Colours;
use crate::pictures::lettering::{Anchor, Face, Letters};
use crate::pictures::svg::{Paint, Svg};
use crate::stage::{Point, Rect, Size};

/// A column that is being filled from its top.
pub(super) struct Column<'a> {
    pub(super) svg: &'a mut Svg,
    pub(super) colours: &'a Colours,
    /// The size of the stage's letters.
    pub(super) letter: f64,
    /// What is left of the room.
    pub(super) room: Rect,
}

/// How a chip looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chip {
    /// As usual.
    Calm,
    /// Filled: it is what counts now.
    Hot,
    /// Struck out: it is lost.
    Struck,
}

impl Column<'_> {
    /// Leaves so many letters free.
    pub(super) fn gap(&mut self, letters: f64) {
        self.take(letters * self.letter);
    }

    /// Writes a text of letters `scale` times the stage's, in `most` lines at the most.
    pub(super) fn text(&mut self, letters: Letters, text: &str, most: usize) {
        let high = letters.size * 1.25;
        for line in letters.broken(text, self.room.width, most) {
            if self.room.height < high * 0.9 {
                return;
            }
            let base = Point::new(self.room.x, self.room.y + letters.size * 0.95);
            self.svg.text(base, &letters, &line);
            self.take(high);
        }
    }

    /// Draws a state's chip, and says how wide it is.
    pub(super) fn chip(&mut self, state: &str, scale: f64, look: Chip) -> f64 {
        let size = self.letter * scale;
        let high = size * 1.85;
        if self.room.height < high * 0.95 {
            return 0.0;
        }
        let family = self.colours.state(state);
        let (fill, ink) = match look {
            Chip::Hot => (family, self.colours.on_family),
            Chip::Calm | Chip::Struck => (family.over(self.colours.surface, 0.09), family),
        };
        let letters = Letters::new(size, Face::Code, ink).anchored(Anchor::Middle);
        let name = letters.cut(state, self.room.width - size * 1.1);
        let wide = letters.width(&name) + size * 1.1;
        let chip = Rect::at(self.room.x, self.room.y, Size::new(wide, high));
        let outline = family.over(self.colours.surface, if look == Chip::Hot { 1.0 } else { 0.4 });
        let dash = if look == Chip::Struck { "4 3" } else { "" };
        let paint = Paint { fill: Some(fill), ..Paint::drawn(outline, 1.0).dashed(dash) };
        self.svg.rect(&chip, size * 0.45, &paint);
        let middle = chip.center();
        self.svg.text(Point::new(middle.x, middle.y + size * 0.35), &letters, &name);
        if look == Chip::Struck {
            let half = letters.width(&name) / 2.0;
            let line = Rect::at(middle.x - half, middle.y - 0.75, Size::new(half * 2.0, 1.5));
            self.svg.rect(&line, 0.0, &Paint::filled(ink));
        }
        self.take(high);
        wide
    }

    fn take(&mut self, height: f64) {
        self.room.y += height;
        self.room.height -= height;
    }
}
