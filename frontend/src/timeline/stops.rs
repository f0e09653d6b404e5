//! Where time stops or turns back, shown on the lanes: breakpoints, and the part that is played over and over.

use event_pattern::Time;
use event_pattern::condition::Condition;
use event_pattern::trace::Actor;

use super::brush::Brush;
use super::lanes::Lanes;
use crate::run::{Breakpoint, Range, Watch};
use crate::state::Node;

/// A breakpoint as the lanes show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Where it is shown.
    pub place: StopPlace,
    /// Whether it stops time.
    pub watch: Watch,
}

/// Where a breakpoint is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopPlace {
    /// At an instant.
    Time(Time),
    /// At the name of a lane.
    Lane(Node),
    /// Beside the axis: it can be anywhere.
    Anywhere,
}

impl Stop {
    /// How the lanes show `breakpoint`.
    pub fn of(breakpoint: &Breakpoint) -> Stop {
        let place = match breakpoint.condition {
            Condition::At(at) => StopPlace::Time(at),
            Condition::Loss | Condition::Actor(Actor::Other(_)) => StopPlace::Lane(Node::Broker),
            Condition::Actor(Actor::Publisher) => StopPlace::Lane(Node::Publisher),
            Condition::Actor(Actor::Service(id)) => StopPlace::Lane(Node::Service(id)),
            Condition::Kind(_) | Condition::Above(..) => StopPlace::Anywhere,
        };
        Stop { place, watch: breakpoint.watch }
    }
}

/// How large a breakpoint's sign is, in pixels from its middle.
const SIGN: f64 = 5.0;

impl Brush<'_> {
    /// The part that is played over and over.
    pub(super) fn looped(&self, looped: Option<Range>) {
        let Some(range) = looped else { return };
        let (context, left, right) = (self.context(), self.sizes.label, self.sizes.label + self.sizes.time());
        let (from, to) = [range.from(), range.until()].map(|at| self.x(at).max(left).min(right)).into();
        self.fill_with(&self.palette.accent);
        context.set_global_alpha(0.1);
        context.fill_rect(from, 0.0, to - from, self.sizes.lanes());
        context.set_global_alpha(1.0);
        for (at, x) in [(range.from(), from), (range.until(), to)] {
            if self.window.holds(at) {
                context.fill_rect(x - 1.0, 0.0, 2.0, self.sizes.lanes() + 5.0);
            }
        }
    }

    /// Every breakpoint, over what is drawn in the lanes; the first lane that is seen begins at `top`.
    pub(super) fn stops(&self, stops: &[Stop], lanes: Lanes, top: f64, first: usize) {
        let (context, sizes) = (self.context(), self.sizes);
        let axis = sizes.lanes() + sizes.axis / 2.0;
        for stop in stops {
            match stop.place {
                StopPlace::Time(at) if self.window.holds(at) => {
                    let x = self.x(at);
                    self.fill_with(&self.palette.danger);
                    context.fill_rect(x - 0.75, 0.0, 1.5, sizes.lanes());
                    self.sign(x, axis - 2.0, stop.watch);
                }
                StopPlace::Time(_) => {}
                StopPlace::Lane(node) => {
                    let lane = lanes.position(node) as f64 - first as f64;
                    let y = top + (lane + 0.5) * sizes.pitch;
                    if y > 0.0 && y < sizes.lanes() {
                        self.sign(sizes.label - 10.0, y, stop.watch);
                    }
                }
                StopPlace::Anywhere => self.sign(sizes.label / 2.0, axis, stop.watch),
            }
        }
    }

    /// An octagon, hollow while it is switched off.
    fn sign(&self, x: f64, y: f64, watch: Watch) {
        let context = self.context();
        context.set_line_width(1.5);
        context.set_stroke_style_str(&self.palette.danger);
        let filling = if watch == Watch::On { &self.palette.danger } else { &self.palette.surface };
        self.fill_with(filling);
        let cut = SIGN * 0.42;
        context.begin_path();
        context.move_to(x - cut, y - SIGN);
        for (dx, dy) in
            [(cut, -SIGN), (SIGN, -cut), (SIGN, cut), (cut, SIGN), (-cut, SIGN), (-SIGN, cut), (-SIGN, -cut)]
        {
            context.line_to(x + dx, y + dy);
        }
        context.close_path();
        context.fill();
        context.stroke();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breakpoint_is_shown_where_it_stops_time() {
        let place = |condition| Stop::of(&Breakpoint { number: 1, condition, watch: Watch::On }).place;
        assert_eq!(place(Condition::At(Time::from_ms(7))), StopPlace::Time(Time::from_ms(7)));
        assert_eq!(place(Condition::Loss), StopPlace::Lane(Node::Broker));
        assert_eq!(place(Condition::Actor(Actor::Publisher)), StopPlace::Lane(Node::Publisher));
    }
}
