//! What must hold of every layout: nothing overlaps, nothing leaves the stage, every line ends at its nodes.

use super::geometry::{Point, Rect, Size};
use super::layout::{Cast, Layout, MOST_DRAWN, Receiver, Spread};
use super::measure::{Arrangement, Density};

/// A large screen, the usual one, a projector with and without the lab, a tablet, a phone, a very low one.
const ROOMS: [(f64, f64); 8] = [
    (1644.0, 860.0),
    (1164.0, 660.0),
    (784.0, 540.0),
    (508.0, 500.0),
    (820.0, 760.0),
    (390.0, 620.0),
    (320.0, 420.0),
    (900.0, 300.0),
];

fn laid_out(services: usize, states: usize, receiver: Receiver, room: (f64, f64), spread: Spread) -> Layout {
    Layout::of(&Cast { services, states, receiver }, Size::new(room.0, room.1), spread)
}

fn boxes(layout: &Layout) -> Vec<Rect> {
    let hubs = [layout.publisher, layout.broker].into_iter().chain(layout.receiver);
    hubs.chain(layout.services.iter().map(|placed| placed.card)).collect()
}

fn every_layout(mut check: impl FnMut(&Layout, &str)) {
    for services in (0..=12).chain([17, 30, 47, 99, 200, 1000]) {
        for states in [0, 2, 64] {
            for receiver in [Receiver::Absent, Receiver::Present] {
                for (room, spread) in ROOMS.into_iter().flat_map(|r| [(r, Spread::Wide), (r, Spread::Close)])
                {
                    let layout = laid_out(services, states, receiver, room, spread);
                    check(
                        &layout,
                        &format!("{services} services, {states} states, {receiver:?}, {room:?}, {spread:?}"),
                    );
                }
            }
        }
    }
}

#[test]
fn no_node_overlaps_another() {
    every_layout(|layout, case| {
        let boxes = boxes(layout);
        for (index, one) in boxes.iter().enumerate() {
            let other = boxes[index + 1..].iter().find(|other| one.overlaps(other));
            assert!(other.is_none(), "{case}: {one:?} and {other:?} ({:?})", layout.arrangement);
        }
    });
}

#[test]
fn every_node_and_every_line_is_inside() {
    every_layout(|layout, case| {
        let inside =
            |p: Point| p.x >= 0.0 && p.y >= 0.0 && p.x <= layout.size.width && p.y <= layout.size.height;
        for one in boxes(layout) {
            let corners = [Point::new(one.x, one.y), Point::new(one.right(), one.bottom())];
            assert!(corners.into_iter().all(inside), "{case}: {one:?} in {:?}", layout.size);
        }
        let routes = layout.services.iter().flat_map(|s| [&s.routes.read, &s.routes.write]);
        for route in routes.chain([&layout.publish]) {
            assert!(route.points().all(inside), "{case}: {route:?} in {:?}", layout.size);
        }
    });
}

#[test]
fn it_is_scrolled_downwards_only_and_only_when_even_tiles_do_not_fit() {
    every_layout(|layout, case| {
        let room = ROOMS.iter().find(|(width, _)| *width == layout.size.width);
        let Some((_, height)) = room else { panic!("{case}: {:?} is as wide as no room", layout.size) };
        let page_goes_on = case.ends_with("Close");
        if layout.size.height > height + 1.0 && !page_goes_on {
            assert_eq!(layout.density, Density::Tile, "{case}");
        }
    });
}

#[test]
fn every_line_begins_and_ends_at_the_edge_of_its_nodes() {
    let at_edge = |p: Point, one: &Rect| {
        let across = p.x >= one.x - 1.0 && p.x <= one.right() + 1.0;
        let down = p.y >= one.y - 1.0 && p.y <= one.bottom() + 1.0;
        let side = (p.x - one.x).abs() < 1.0 || (p.x - one.right()).abs() < 1.0;
        let end = (p.y - one.y).abs() < 1.0 || (p.y - one.bottom()).abs() < 1.0;
        across && down && (side || end)
    };
    every_layout(|layout, case| {
        assert!(at_edge(layout.publish.at(0.0), &layout.publisher), "{case}");
        assert!(at_edge(layout.publish.at(1.0), &layout.broker), "{case}");
        for placed in &layout.services {
            let routes = &placed.routes;
            let (broker, card) = (&layout.broker, &placed.card);
            assert!(at_edge(routes.read.at(0.0), broker) && at_edge(routes.read.at(1.0), card), "{case}");
            assert!(at_edge(routes.write.at(0.0), card) && at_edge(routes.write.at(1.0), broker), "{case}");
            assert_eq!(routes.result.is_some(), layout.receiver.is_some());
            if let (Some(result), Some(receiver)) = (&routes.result, &layout.receiver) {
                assert!(at_edge(result.at(0.0), card) && at_edge(result.at(1.0), receiver), "{case}");
            }
        }
    });
}

#[test]
fn rings_lie_inside_their_cards() {
    every_layout(|layout, case| {
        for placed in &layout.services {
            let (ring, card, half) = (placed.ring, &placed.card, layout.ring / 2.0);
            let inside = ring.x - half >= card.x && ring.y - half >= card.y && ring.y + half <= card.bottom();
            assert!(inside, "{case}: {ring:?} in {card:?}");
        }
    });
}

#[test]
fn two_services_have_full_cards_wherever_they_can() {
    let density = |room| laid_out(2, 2, Receiver::Absent, room, Spread::Wide).density;
    assert_eq!(density((1164.0, 660.0)), Density::Full);
    assert_eq!(density((784.0, 540.0)), Density::Full, "a projector");
    assert_eq!(density((820.0, 760.0)), Density::Full, "a tablet");
    assert_eq!(density((390.0, 520.0)), Density::Narrow, "a phone");
}

#[test]
fn a_wide_stage_flows_to_the_right_and_an_upright_one_downwards() {
    let arrangement = |room| laid_out(2, 2, Receiver::Present, room, Spread::Wide).arrangement;
    assert_eq!(arrangement((1644.0, 860.0)), Arrangement::Row);
    assert_eq!(arrangement((390.0, 620.0)), Arrangement::Upright);
}

#[test]
fn the_most_that_are_drawn_are_drawn() {
    let layout = laid_out(10_000, 2, Receiver::Absent, (1164.0, 660.0), Spread::Wide);
    assert_eq!(layout.services.len(), MOST_DRAWN);
}

#[test]
fn two_hundred_services_fit_a_usual_screen_unscrolled() {
    let layout = laid_out(200, 2, Receiver::Absent, (1164.0, 660.0), Spread::Wide);
    assert!(layout.size.height <= 660.0, "{:?} {}", layout.size, layout.letter);
}
