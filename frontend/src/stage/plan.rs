//! Ways to lay the nodes out, measured in letters, and the choice among them.

use super::geometry::{Point, Rect, Size};
use super::layout::{Cast, MOST_DRAWN, Receiver, Spread};
use super::measure::{Arrangement, DOWN_GAP, Density, FLOW_GAP, MARGIN};

/// How much smaller letters may be if that keeps everything flowing from left to right.
const ROW_IS_WORTH: f64 = 1.3;
/// How much smaller letters may be if that fills the holes in the last row.
const HOLES_COST: f64 = 0.3;
/// Of plans that are equally good the one with fewer columns leaves more room for names.
const COLUMN_COST: f64 = 0.01;
/// How much smaller letters may be if that spares a row where the page is scrolled.
const ROW_COST: f64 = 1.0;
/// The widest tile, where there is room for long names.
const WIDEST_TILE: f64 = 13.0;

/// One way to lay the nodes out, in letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) density: Density,
    pub(super) arrangement: Arrangement,
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) card: Size,
    /// The space between cards.
    pub(super) gap: Size,
    /// The space from the publisher to the broker, and from the broker to the services, and on to the receiver.
    pub(super) to_broker: f64,
    pub(super) to_services: f64,
    to_receiver: f64,
    receiver: Receiver,
}

impl Plan {
    fn new(cast: &Cast, density: Density, arrangement: Arrangement, columns: usize) -> Plan {
        let gap = match arrangement {
            Arrangement::Row => FLOW_GAP,
            Arrangement::Top | Arrangement::Upright => DOWN_GAP,
        };
        Plan {
            density,
            arrangement,
            columns,
            rows: cast.services.min(MOST_DRAWN).div_ceil(columns),
            card: density.card(cast.states),
            gap: density.gap(),
            to_broker: if arrangement == Arrangement::Top { FLOW_GAP } else { gap },
            to_services: if arrangement == Arrangement::Row { gap * 1.5 } else { gap * 1.1 },
            to_receiver: gap,
            receiver: cast.receiver,
        }
    }

    /// The services with the space between them.
    pub(super) fn grid(&self) -> Size {
        let along =
            |count: usize, card: f64, gap: f64| count as f64 * card + (count.saturating_sub(1)) as f64 * gap;
        Size::new(
            along(self.columns, self.card.width, self.gap.width),
            along(self.rows, self.card.height, self.gap.height),
        )
    }

    /// The room that it needs, with the least margin around it.
    pub(super) fn needs(&self) -> Size {
        let (grid, end, broker) = (self.grid(), self.arrangement.end(), self.arrangement.broker());
        let receiver = match self.receiver {
            Receiver::Absent => Size::default(),
            Receiver::Present => Size::new(end.width + self.to_receiver, end.height + self.to_receiver),
        };
        let widest = grid.width.max(end.width);
        let inner = match self.arrangement {
            Arrangement::Row => Size::new(
                end.width + self.to_broker + broker.width + self.to_services + grid.width + receiver.width,
                grid.height.max(broker.height).max(end.height),
            ),
            Arrangement::Top => Size::new(
                widest.max(end.width + self.to_broker + broker.width),
                broker.height.max(end.height) + self.to_services + grid.height + receiver.height,
            ),
            Arrangement::Upright => Size::new(
                widest.max(broker.width),
                end.height
                    + self.to_broker
                    + broker.height
                    + self.to_services
                    + grid.height
                    + receiver.height,
            ),
        };
        Size::new(inner.width + 2.0 * MARGIN, inner.height + 2.0 * MARGIN)
    }

    /// The largest letters with which it fits, no larger than the density wants them.
    fn letter(&self, room: Size) -> f64 {
        let needs = self.needs();
        (room.width / needs.width).min(room.height / needs.height).min(self.density.letters().1)
    }

    /// Lets the nodes spread over the room that is left over.
    pub(super) fn spread(mut self, room: Size) -> Plan {
        let needs = self.needs();
        let spare = Size::new((room.width - needs.width).max(0.0), (room.height - needs.height).max(0.0));
        let columns_apart = self.columns.saturating_sub(1).max(1) as f64;
        let rows_apart = self.rows.saturating_sub(1).max(1) as f64;
        let ends = if self.receiver == Receiver::Present { 3.0 } else { 2.0 };
        match self.arrangement {
            Arrangement::Row => {
                let each = (spare.width / (ends + 0.4)).min(8.0);
                self.to_broker += each;
                self.to_services += each;
                self.to_receiver += each;
                self.gap.height += (spare.height * 0.62 / rows_apart).min(7.0);
            }
            Arrangement::Top | Arrangement::Upright => {
                let each = (spare.height / (ends + 0.6)).min(5.0);
                self.to_services += each;
                self.to_receiver += each;
                if self.arrangement == Arrangement::Upright {
                    self.to_broker += each;
                } else {
                    self.to_broker += (spare.width * 0.4).min(8.0);
                }
                self.gap.width += (spare.width * 0.5 / columns_apart).min(4.0);
                if self.density == Density::Tile {
                    let wider = (spare.width * 0.5 / self.columns as f64).min(WIDEST_TILE - self.card.width);
                    self.card.width += wider.max(0.0);
                }
            }
        }
        self
    }
}

/// The places of the nodes, in letters.
pub(super) struct Places {
    pub(super) publisher: Rect,
    pub(super) broker: Rect,
    pub(super) services: Vec<Rect>,
    pub(super) receiver: Option<Rect>,
}

impl Places {
    /// The same places in other units.
    pub(super) fn scaled(mut self, unit: f64) -> Places {
        self.publisher = self.publisher.scaled(unit);
        self.broker = self.broker.scaled(unit);
        self.receiver = self.receiver.map(|card| card.scaled(unit));
        for card in &mut self.services {
            *card = card.scaled(unit);
        }
        self
    }
}

impl Plan {
    /// Lays the nodes out in the middle of `room`.
    pub(super) fn place(&self, cast: &Cast, room: Size) -> Places {
        let (needs, grid) = (self.needs(), self.grid());
        let (end, broker) = (self.arrangement.end(), self.arrangement.broker());
        let start = Point::new((room.width - needs.width).max(0.0) / 2.0 + MARGIN, MARGIN);
        let start = Point::new(start.x, start.y + (room.height - needs.height).max(0.0) / 2.0);
        let middle = Point::new(room.width.max(needs.width) / 2.0, room.height.max(needs.height) / 2.0);
        let (publisher, broker, first) = match self.arrangement {
            Arrangement::Row => {
                let publisher = Rect::at(start.x, middle.y - end.height / 2.0, end);
                let broker =
                    Rect::at(publisher.right() + self.to_broker, middle.y - broker.height / 2.0, broker);
                (
                    publisher,
                    broker,
                    Point::new(broker.right() + self.to_services, middle.y - grid.height / 2.0),
                )
            }
            Arrangement::Top => {
                let pair = end.width + self.to_broker + broker.width;
                let high = end.height.max(broker.height);
                let publisher = Rect::at(middle.x - pair / 2.0, start.y + (high - end.height) / 2.0, end);
                let top = start.y + (high - broker.height) / 2.0;
                let broker = Rect::at(publisher.right() + self.to_broker, top, broker);
                (
                    publisher,
                    broker,
                    Point::new(middle.x - grid.width / 2.0, start.y + high + self.to_services),
                )
            }
            Arrangement::Upright => {
                let publisher = Rect::at(middle.x - end.width / 2.0, start.y, end);
                let top = publisher.bottom() + self.to_broker;
                let broker = Rect::at(middle.x - broker.width / 2.0, top, broker);
                let top = broker.bottom() + self.to_services;
                (publisher, broker, Point::new(middle.x - grid.width / 2.0, top))
            }
        };
        let receiver = (self.receiver == Receiver::Present).then(|| match self.arrangement {
            Arrangement::Row => {
                Rect::at(first.x + grid.width + self.to_receiver, middle.y - end.height / 2.0, end)
            }
            _ => Rect::at(middle.x - end.width / 2.0, first.y + grid.height + self.to_receiver, end),
        });
        let services = (0..cast.services.min(MOST_DRAWN)).map(|slot| self.cell(slot, first));
        Places { publisher, broker, services: services.collect(), receiver }
    }

    /// The card of the service in `slot`, row after row.
    fn cell(&self, slot: usize, first: Point) -> Rect {
        let (column, row) = (slot % self.columns, slot / self.columns);
        let pitch = Size::new(self.card.width + self.gap.width, self.card.height + self.gap.height);
        let x = first.x + column as f64 * pitch.width;
        Rect::at(x, first.y + row as f64 * pitch.height, self.card)
    }
}

/// The plan that says most in letters that can be read, and the size of these letters.
pub(super) fn choose(cast: &Cast, room: Size, spread: Spread) -> (Plan, f64) {
    for density in Density::ALL {
        let room = Size::new(room.width, room.height * longer(density, spread));
        let plans = plans(cast, density);
        let mut best: Option<(f64, &Plan, f64)> = None;
        for plan in &plans {
            let letter = plan.letter(room);
            let worth = worth(plan, cast, spread, letter);
            if letter >= density.letters().0 && best.is_none_or(|(most, ..)| worth >= most) {
                best = Some((worth, plan, letter));
            }
        }
        if let Some((_, plan, letter)) = best {
            return (*plan, letter);
        }
    }
    scrolled(cast, room)
}

/// How much higher than its room a graph may be: a page that goes on beneath it is scrolled anyway.
fn longer(density: Density, spread: Spread) -> f64 {
    match (spread, density) {
        (Spread::Wide, _) | (_, Density::Full | Density::Narrow) => 1.0,
        (Spread::Close, Density::Compact) => 2.2,
        (Spread::Close, Density::Tile) => 3.0,
    }
}

/// Too many for the room: tiles as wide as the room allows, to be scrolled.
fn scrolled(cast: &Cast, room: Size) -> (Plan, f64) {
    let letter = Density::Tile.letters().0;
    let upright = Plan::new(cast, Density::Tile, Arrangement::Upright, 1);
    let fits = |plan: &Plan| plan.needs().width * letter <= room.width;
    let lowest = plans(cast, Density::Tile)
        .into_iter()
        .filter(|plan| plan.arrangement != Arrangement::Row && fits(plan))
        .min_by(|a, b| a.needs().height.total_cmp(&b.needs().height));
    match lowest {
        Some(plan) => (plan, letter),
        // A room narrower than the broker: smaller letters are better than scrolling sideways.
        None => (upright, letter.min(room.width / upright.needs().width).max(1.0)),
    }
}

fn plans(cast: &Cast, density: Density) -> Vec<Plan> {
    let most_columns = match density {
        Density::Full | Density::Narrow => 4,
        Density::Compact => 8,
        Density::Tile => 24,
    };
    let mut plans = Vec::new();
    for arrangement in Arrangement::ALL {
        for columns in 1..=cast.services.clamp(1, most_columns) {
            plans.push(Plan::new(cast, density, arrangement, columns));
        }
    }
    plans
}

/// How good it looks: large letters, from left to right if that is nearly as good, no holes in the last row.
fn worth(plan: &Plan, cast: &Cast, spread: Spread, letter: f64) -> f64 {
    let cells = (plan.columns * plan.rows).max(1) as f64;
    let holes = 1.0 - cast.services.min(MOST_DRAWN) as f64 / cells;
    let flow = match (plan.arrangement, plan.density) {
        // So many lines side by side are a thicket; along the gutters they are in order.
        (Arrangement::Row, Density::Tile) => 1.0 / ROW_IS_WORTH,
        (Arrangement::Row, _) => ROW_IS_WORTH,
        _ => 1.0,
    };
    let scrolled = match (spread, plan.density) {
        (Spread::Close, Density::Compact | Density::Tile) => ROW_COST * plan.rows as f64,
        _ => 0.0,
    };
    letter * flow * (1.0 - HOLES_COST * holes) - COLUMN_COST * plan.columns as f64 - scrolled
}
