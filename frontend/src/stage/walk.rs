//! Walking over the graph with the arrow keys: along the reading order, and up and down as the eye sees it.

use super::geometry::{Point, Rect};

/// An arrow key, or one that jumps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// To the next node in reading order.
    Next,
    /// To the one before.
    Previous,
    /// To the nearest node below.
    Down,
    /// To the nearest node above.
    Up,
    /// To the first node.
    First,
    /// To the last node.
    Last,
}

impl Walk {
    /// What a key does; none if it does not walk.
    pub fn by_key(key: &str) -> Option<Walk> {
        Some(match key {
            "ArrowRight" => Walk::Next,
            "ArrowLeft" => Walk::Previous,
            "ArrowDown" => Walk::Down,
            "ArrowUp" => Walk::Up,
            "Home" => Walk::First,
            "End" => Walk::Last,
            _ => return None,
        })
    }

    /// The index of the node that is reached from the one at `from`; the same one where there is no other.
    pub fn from(self, from: usize, nodes: &[Rect]) -> usize {
        let last = nodes.len().saturating_sub(1);
        match self {
            Walk::Next => (from + 1).min(last),
            Walk::Previous => from.saturating_sub(1),
            Walk::First => 0,
            Walk::Last => last,
            Walk::Down => nearest(from, nodes, 1.0).unwrap_or((from + 1).min(last)),
            Walk::Up => nearest(from, nodes, -1.0).unwrap_or(from.saturating_sub(1)),
        }
    }
}

/// The nearest node that lies wholly below (`side` 1) or above (-1); what lies straight there counts as nearer.
fn nearest(from: usize, nodes: &[Rect], side: f64) -> Option<usize> {
    let here = nodes.get(from)?;
    let beyond = |other: &Rect| {
        if side > 0.0 { other.y >= here.bottom() - 1.0 } else { other.bottom() <= here.y + 1.0 }
    };
    let distance = |other: &Rect| {
        let (a, b): (Point, Point) = (here.center(), other.center());
        (a.y - b.y).abs() + 2.0 * (a.x - b.x).abs()
    };
    let others = nodes.iter().enumerate().filter(|(_, other)| beyond(other));
    others.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b))).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Size;

    /// Publisher and broker to the left of four services in two columns.
    fn nodes() -> Vec<Rect> {
        let at = |x, y| Rect::at(x, y, Size::new(80.0, 40.0));
        vec![at(0.0, 30.0), at(100.0, 30.0), at(200.0, 0.0), at(300.0, 0.0), at(200.0, 60.0), at(300.0, 60.0)]
    }

    #[test]
    fn left_and_right_follow_the_reading_order() {
        let nodes = nodes();
        assert_eq!(Walk::Next.from(0, &nodes), 1);
        assert_eq!(Walk::Next.from(5, &nodes), 5);
        assert_eq!(Walk::Previous.from(2, &nodes), 1);
        assert_eq!((Walk::First.from(3, &nodes), Walk::Last.from(0, &nodes)), (0, 5));
    }

    #[test]
    fn up_and_down_follow_the_eye() {
        let nodes = nodes();
        assert_eq!(Walk::Down.from(3, &nodes), 5);
        assert_eq!(Walk::Up.from(4, &nodes), 2);
        assert_eq!(Walk::Down.from(5, &nodes), 5, "nothing is below");
    }

    #[test]
    fn every_node_is_reached_by_going_on() {
        let nodes = nodes();
        let mut at = 0;
        for expected in 1..nodes.len() {
            at = Walk::Next.from(at, &nodes);
            assert_eq!(at, expected);
        }
    }
}
