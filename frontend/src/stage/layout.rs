//! Where everything lies on the stage. Pure geometry: the same room and the same nodes give the same places.
//!
//! Every arrangement is measured in letters; the one that allows the largest letters wins, and a card says less only
//! when the letters would become too small to be read from the last row.

use super::edges::{self, ServiceRoutes};
use super::geometry::{Point, Rect, Size};
use super::measure::{Arrangement, Density};
use super::plan::choose;
use super::route::Route;

/// The most services that are drawn; a note counts the others.
pub const MOST_DRAWN: usize = 400;

/// How much of the spare height nodes that stay together use all the same, in letters.
const CLOSE_SPARE: f64 = 3.0;

/// What is to be laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cast {
    /// How many services there are.
    pub services: usize,
    /// The longest list of allowed states among them.
    pub states: usize,
    /// Whether finished work is reported to somebody.
    pub receiver: Receiver,
}

/// Whether finished work is reported to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// To nobody.
    Absent,
    /// To a receiver.
    Present,
}

/// What the room that is left over is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// The nodes spread over all of it.
    Wide,
    /// They stay together: the page goes on beneath them.
    Close,
}

/// Where a service lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its card.
    pub card: Rect,
    /// The middle of its ring.
    pub ring: Point,
    /// The lines to and from it.
    pub routes: ServiceRoutes,
}

/// Where everything lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// How much a card says.
    pub density: Density,
    /// How the nodes lie to each other.
    pub arrangement: Arrangement,
    /// The size of the letters, in pixels.
    pub letter: f64,
    /// A ring's diameter.
    pub ring: f64,
    /// All of it; higher than the room if it has to be scrolled.
    pub size: Size,
    /// The publisher's card.
    pub publisher: Rect,
    /// The broker's card.
    pub broker: Rect,
    /// The receiver's card.
    pub receiver: Option<Rect>,
    /// The services, in their order, [`MOST_DRAWN`] at the most.
    pub services: Vec<Placed>,
    /// The line from the publisher to the broker.
    pub publish: Route,
    /// Where a lost state falls.
    pub lost: Route,
}

impl Layout {
    /// Lays out `cast` in a stage with `room`, in pixels.
    pub fn of(cast: &Cast, room: Size, spread: Spread) -> Layout {
        let room = Size::new(room.width.max(1.0), room.height.max(1.0));
        let (plan, letter) = choose(cast, room, spread);
        let letters = Size::new(room.width / letter, room.height / letter);
        let spread_over = match spread {
            Spread::Wide => letters.height,
            Spread::Close => plan.needs().height + CLOSE_SPARE,
        };
        let plan = plan.spread(Size::new(letters.width, spread_over));
        let needs = plan.needs();
        let high = match spread {
            Spread::Wide => letters.height.max(needs.height),
            Spread::Close => needs.height,
        };
        let all = Size::new(letters.width.max(needs.width), high);
        let places = plan.place(cast, all).scaled(letter);
        let size = Size::new(room.width.max((needs.width * letter).floor()), (all.height * letter).floor());
        edges::connect(&plan, letter, size, places)
    }
}
