//! The part of the record that lanes and charts show: how it is zoomed, moved, and kept around a place.

use event_pattern::{Span, Time};

/// A part of the record. It may reach beyond what is recorded so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Where it begins.
    pub from: Time,
    /// Where it ends: always later.
    pub to: Time,
}

/// The whole of a short record is shown with room for what is to come.
const SHORTEST_WHOLE: Span = Span::from_ms(10_000);
/// No window is shorter: a page's width of it shows microseconds.
const SHORTEST: u64 = 1_000;

impl Window {
    /// The whole record, up to `end` or a bit further: the scale grows by leaps, so that what is past stands still.
    pub fn whole(end: Time) -> Window {
        let mut to = Time::ZERO + SHORTEST_WHOLE;
        while to < end {
            to = to + Span::from_micros(to.as_micros() / 2);
        }
        Window { from: Time::ZERO, to }
    }

    /// How long it is.
    pub fn span(self) -> Span {
        self.to.since(self.from)
    }

    /// Whether an instant lies in it.
    pub fn holds(self, at: Time) -> bool {
        self.from <= at && at <= self.to
    }

    /// Where an instant lies in it: 0 at its beginning, 1 at its end.
    pub fn share(self, at: Time) -> f64 {
        (at.as_micros() as f64 - self.from.as_micros() as f64) / self.span().as_micros() as f64
    }

    /// The instant at a share of it; none lies before the beginning of the run.
    pub fn at(self, share: f64) -> Time {
        let micros = self.from.as_micros() as f64 + self.span().as_micros() as f64 * share;
        Time::from_micros(micros.max(0.0).round() as u64)
    }

    /// So much longer or shorter, with `at` where it was, inside `whole`.
    pub fn zoomed(self, at: Time, factor: f64, whole: Window) -> Window {
        let share = self.share(at).clamp(0.0, 1.0);
        let longest = whole.span().as_micros();
        let span =
            ((self.span().as_micros() as f64 * factor).round() as u64).clamp(SHORTEST, longest.max(SHORTEST));
        let from = at.as_micros() as f64 - span as f64 * share;
        Window::of_span(from, span).inside(whole)
    }

    /// Moved by a share of its own length, inside `whole`.
    pub fn panned(self, share: f64, whole: Window) -> Window {
        let span = self.span().as_micros();
        Window::of_span(self.from.as_micros() as f64 + span as f64 * share, span).inside(whole)
    }

    /// The window of the same length that begins at `from`, inside `whole`.
    pub fn moved_to(self, from: Time, whole: Window) -> Window {
        Window::of_span(from.as_micros() as f64, self.span().as_micros()).inside(whole)
    }

    /// The window of the same length that holds `at`: itself, if it does. Time that runs out of it finds most of the next
    /// one empty, and whoever jumps finds something on either side.
    pub fn holding(self, at: Time) -> Window {
        if self.holds(at) {
            return self;
        }
        let span = self.span().as_micros();
        let share = if at > self.to { 0.2 } else { 0.5 };
        Window::of_span(at.as_micros() as f64 - span as f64 * share, span)
    }

    /// As much of it as `whole` has, moved into it.
    pub fn inside(self, whole: Window) -> Window {
        let span = self.span().as_micros().min(whole.span().as_micros());
        let last = whole.to.as_micros() - span;
        let from = self.from.as_micros().clamp(whole.from.as_micros(), last);
        Window { from: Time::from_micros(from), to: Time::from_micros(from + span) }
    }

    fn of_span(from: f64, span: u64) -> Window {
        let from = from.max(0.0).round() as u64;
        Window { from: Time::from_micros(from), to: Time::from_micros(from + span.max(1)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(from: u64, to: u64) -> Window {
        Window { from: Time::from_ms(from), to: Time::from_ms(to) }
    }

    #[test]
    fn the_whole_grows_by_leaps_and_holds_the_end() {
        assert_eq!(Window::whole(Time::ZERO), window(0, 10_000));
        assert_eq!(Window::whole(Time::from_ms(10_000)), window(0, 10_000));
        assert_eq!(Window::whole(Time::from_ms(10_001)), window(0, 15_000));
        assert!(Window::whole(Time::LAST).holds(Time::LAST));
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer_where_it_is() {
        let whole = window(0, 100_000);
        let at = Time::from_ms(30_000);
        let near = whole.zoomed(at, 0.5, whole);
        assert_eq!(near, window(15_000, 65_000));
        assert!((near.share(at) - whole.share(at)).abs() < 1e-9);
        assert_eq!(near.zoomed(at, 100.0, whole), whole, "there is no more than the whole");
        let mut nearest = near;
        for _ in 0..100 {
            nearest = nearest.zoomed(at, 0.5, whole);
            assert!(nearest.holds(at));
        }
        assert_eq!(nearest.span(), Span::from_micros(SHORTEST));
    }

    #[test]
    fn panning_ends_where_the_whole_ends() {
        let whole = window(0, 100_000);
        assert_eq!(window(10_000, 30_000).panned(0.5, whole), window(20_000, 40_000));
        assert_eq!(window(10_000, 30_000).panned(-9.0, whole), window(0, 20_000));
        assert_eq!(window(10_000, 30_000).panned(9.0, whole), window(80_000, 100_000));
        assert_eq!(window(10_000, 30_000).moved_to(Time::from_ms(95_000), whole), window(80_000, 100_000));
    }

    #[test]
    fn a_place_outside_moves_the_window_and_one_inside_does_not() {
        let shown = window(10_000, 20_000);
        assert_eq!(shown.holding(Time::from_ms(15_000)), shown);
        assert_eq!(shown.holding(Time::from_ms(21_000)), window(19_000, 29_000));
        assert_eq!(shown.holding(Time::from_ms(9_000)), window(4_000, 14_000));
        assert_eq!(shown.holding(Time::ZERO), window(0, 10_000));
    }
}
