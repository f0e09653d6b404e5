//! How large the nodes are, in units of the stage's letters (`em`). The styles in `stage.css` fill exactly these boxes.

use super::geometry::Size;

/// How much a service's card says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Density {
    /// Ring, name and phase side by side, all allowed states.
    Full,
    /// The same, narrower: the phase beneath the ring.
    Narrow,
    /// Ring, name, phase in a word, the state that matters.
    Compact,
    /// Ring and name.
    Tile,
}

impl Density {
    /// Every density, the one that says most first.
    pub const ALL: [Density; 4] = [Density::Full, Density::Narrow, Density::Compact, Density::Tile];

    /// The most allowed states that a card lists; further ones are counted.
    pub fn rows(self) -> usize {
        match self {
            Density::Full => 5,
            Density::Narrow => 4,
            Density::Compact => 1,
            Density::Tile => 0,
        }
    }

    /// A service's card with `rows` lines of allowed states.
    pub(super) fn card(self, rows: usize) -> Size {
        let rows = rows.clamp(1, self.rows().max(1)) as f64;
        match self {
            Density::Full => Size::new(17.5, 6.3 + 1.85 * rows),
            Density::Narrow => Size::new(13.5, 8.3 + 1.9 * rows),
            Density::Compact => Size::new(15.0, 5.6),
            Density::Tile => Size::new(8.4, 2.0),
        }
    }

    /// The space between cards.
    pub(super) fn gap(self) -> Size {
        match self {
            Density::Full => Size::new(2.0, 1.4),
            Density::Narrow => Size::new(1.0, 1.2),
            Density::Compact => Size::new(1.2, 0.9),
            Density::Tile => Size::new(0.6, 0.35),
        }
    }

    /// A ring's diameter and the distance of its box from the card's left and upper edge.
    pub(super) fn ring(self) -> (f64, f64) {
        match self {
            Density::Full => (4.0, 1.0),
            Density::Narrow => (3.6, 0.9),
            Density::Compact => (2.7, 0.7),
            Density::Tile => (1.4, 0.3),
        }
    }

    /// The smallest and the largest letters, in pixels, with which it is used.
    pub(super) fn letters(self) -> (f64, f64) {
        match self {
            Density::Full => (13.5, 20.0),
            Density::Narrow => (12.5, 18.0),
            Density::Compact => (11.5, 16.0),
            Density::Tile => (11.0, 15.0),
        }
    }

    /// How far the lines for reading and for writing lie apart.
    pub(super) fn lines_apart(self) -> f64 {
        match self {
            Density::Full | Density::Narrow => 1.0,
            Density::Compact => 0.7,
            Density::Tile => 0.2,
        }
    }

    /// Its name in `data-density`.
    pub fn name(self) -> &'static str {
        match self {
            Density::Full => "full",
            Density::Narrow => "narrow",
            Density::Compact => "compact",
            Density::Tile => "tile",
        }
    }
}

/// How the nodes lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Publisher, broker, services, receiver from left to right.
    Row,
    /// Publisher and broker side by side above the services.
    Top,
    /// Everything beneath each other.
    Upright,
}

impl Arrangement {
    /// Every arrangement, the one that is easiest to read first.
    pub const ALL: [Arrangement; 3] = [Arrangement::Row, Arrangement::Top, Arrangement::Upright];

    /// Its name in `data-arrangement`.
    pub fn name(self) -> &'static str {
        match self {
            Arrangement::Row => "row",
            Arrangement::Top => "top",
            Arrangement::Upright => "upright",
        }
    }

    /// The publisher's and the receiver's card.
    pub(super) fn end(self) -> Size {
        match self {
            Arrangement::Row => Size::new(13.0, 8.4),
            Arrangement::Top => Size::new(13.0, 8.4),
            Arrangement::Upright => Size::new(21.0, 4.4),
        }
    }

    /// The broker's card.
    pub(super) fn broker(self) -> Size {
        match self {
            Arrangement::Row => Size::new(19.0, 13.0),
            Arrangement::Top => Size::new(27.0, 8.4),
            Arrangement::Upright => Size::new(23.0, 10.2),
        }
    }
}

/// The least space between two kinds of nodes, along the flow.
pub(super) const FLOW_GAP: f64 = 6.0;
/// The least space between two kinds of nodes that lie beneath each other.
pub(super) const DOWN_GAP: f64 = 2.6;
/// The least space to the stage's edge.
pub(super) const MARGIN: f64 = 1.1;
