//! What is written in the lanes: names, as far as they have room.

use event_pattern::trace::StateId;

use super::brush::Brush;

pub(super) const MONO: &str = "ui-monospace, \"SF Mono\", Menlo, Consolas, \"DejaVu Sans Mono\", monospace";

/// The name of a state, where it begins, and how much room it has.
pub(super) struct Name {
    pub(super) state: StateId,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) room: f64,
}

impl<'a> Brush<'a> {
    /// A name in this colour; but what lies beyond the place that is looked at is pale, and is written when it is.
    pub(super) fn state_name(&self, name: Name, ink: &'a str) {
        if name.x > self.x(self.frame.now) {
            self.ahead.borrow_mut().push(name);
        } else {
            self.write(&name, ink);
        }
    }

    /// The names beyond the place that is looked at.
    pub(super) fn names_ahead(&self) {
        for name in &*self.ahead.borrow() {
            self.write(name, &self.palette.ink);
        }
    }

    fn write(&self, name: &Name, ink: &'a str) {
        let context = self.context();
        self.fill_with(ink);
        context.set_font(&["650 11.5px ", MONO].concat());
        context.set_text_align("left");
        context.set_text_baseline("middle");
        self.text(self.frame.trace.names().state(name.state).as_str(), name.x, name.y, name.room);
    }

    /// A text as far as it has room, with an ellipsis where it has not.
    pub(super) fn text(&self, text: &str, x: f64, y: f64, room: f64) {
        let context = self.context();
        let width = |text: &str| context.measure_text(text).map_or(0.0, |measured| measured.width());
        let whole = width(text);
        // A text that cannot be drawn is not there to be read: the tooltip says it in full.
        if whole <= room {
            let _ = context.fill_text(text, x, y);
            return;
        }
        let letters = text.chars().count();
        let fit = (letters as f64 * (room - 8.0) / whole) as usize;
        if fit >= 3 {
            let mut cut: String = text.chars().take(fit).collect();
            cut.push('…');
            let _ = context.fill_text(&cut, x, y);
        }
    }
}
