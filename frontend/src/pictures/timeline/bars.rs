//! What fills a lane: each phase has a shape of its own.

use super::{Drawing, LABEL, PITCH, coloured};
use crate::pictures::lettering::{Face, Letters};
use crate::pictures::svg::Paint;
use crate::stage::{Point, Rect, Size};
use crate::state_family::Family;
use crate::timeline::{Bar, Fill};

impl Drawing<'_> {
    pub(super) fn bar(&mut self, bar: &Bar, y: f64) {
        let (from, width, middle) = (LABEL + bar.from, bar.to - bar.from, y + PITCH / 2.0);
        let room = Rect::at(from, y + 3.0, Size::new(width, PITCH - 6.0));
        let (soft, sunken, danger) = (self.colours().soft, self.colours().sunken, self.colours().danger);
        let thread = format!("M{from:.1} {middle:.1}h{width:.1}");
        match bar.fill {
            Fill::Absent => {}
            Fill::Quiet | Fill::Sleeping | Fill::Empty => self.svg.rect(&room, 0.0, &Paint::filled(sunken)),
            Fill::Unrecorded => {
                let pale = sunken.over(self.colours().surface, 0.45);
                self.svg.rect(&room, 0.0, &Paint::filled(pale));
            }
            Fill::NotStarted => self.svg.path(&thread, &Paint::drawn(soft, 2.0).dashed("1.5 5")),
            Fill::Stopped => {
                self.svg.path(&thread, &Paint::drawn(soft, 2.0));
                let stop = Rect::at(from, middle - 4.0, Size::new(8.0_f64.min(width.max(3.0)), 8.0));
                self.svg.rect(&stop, 0.0, &Paint::filled(soft));
            }
            Fill::Crashed => self.svg.path(&zigzag(from, middle, width), &Paint::drawn(danger, 1.5)),
            Fill::Working(_) | Fill::Stopping(_) | Fill::Holds(_) => {
                self.svg.rect(&room, 0.0, &Paint::filled(sunken));
                self.block(bar, &room);
            }
            Fill::Unseen(state) => {
                let colour = state.map_or(soft, |state| self.state(state));
                self.svg.rect(&room, 3.0, &Paint::drawn(colour, 1.5).dashed("4 3"));
            }
        }
    }

    /// A state's own colour, with its name where it has room; lower where it stands for many.
    fn block(&mut self, bar: &Bar, room: &Rect) {
        let Some(state) = coloured(bar.fill) else { return };
        let name = self.still.picture.trace.names().state(state).as_str();
        let (colour, surface) = (self.state(state), self.colours().surface);
        // Nothing is left to do: it is there, and asks for no attention.
        let is_quiet = Family::of(name) == Family::Idle;
        let fill = if is_quiet { colour.over(surface, 0.3) } else { colour };
        if bar.stands_for > 1 {
            let low = Rect { y: room.y + 4.0, height: room.height - 8.0, ..*room };
            return self.svg.rect(&low, 0.0, &Paint::filled(fill));
        }
        if room.width < 6.0 {
            let thin = Rect { width: room.width.max(1.0), ..*room };
            return self.svg.rect(&thin, 0.0, &Paint::filled(fill));
        }
        let block = Rect { x: room.x + 0.5, width: room.width - 1.0, ..*room };
        self.svg.rect(&block, 4.0, &Paint::filled(fill));
        if room.width > 34.0 {
            let ink = if is_quiet { self.colours().ink } else { self.colours().on_family };
            let letters = Letters::new(11.5, Face::Code, ink);
            let shown = letters.cut(name, room.width - 12.0);
            if shown.chars().count() > 3 {
                let base = Point::new(room.x + 7.0, room.center().y + 4.0);
                self.svg.text(base, &letters, &shown);
            }
        }
    }
}

fn zigzag(from: f64, middle: f64, width: f64) -> String {
    let mut path = format!("M{from:.1} {middle:.1}");
    let (mut x, mut side) = (2.5, 3.0);
    while x < width {
        path.push_str(&format!("L{:.1} {:.1}", from + x, middle + side));
        (x, side) = (x + 5.0, -side);
    }
    path.push_str(&format!("L{:.1} {middle:.1}", from + width));
    path
}
