//! What every lane keeps to, whatever happened and whichever part of it is shown.

use event_pattern::Time;
use event_pattern::scenario::BuiltIn;
use event_pattern::service::Phase;
use event_pattern::trace::What;

use super::index::Index;
use super::index_tests::{Dice, do_something, player};
use super::lanes::Lanes;
use super::row::{Bar, HitAt, REACH, Row, Scene};
use super::window::Window;
use super::{Fill, MarkKind};
use crate::run::Picture;
use crate::state::Node;

fn indexed(picture: &Picture) -> Index {
    let mut index = Index::default();
    index.follow(picture);
    index.take_in(&picture.trace, usize::MAX / 2);
    index
}

/// Looks at many rows of many runs.
fn for_each_row(mut look: impl FnMut(&Picture, Window, f64, Node, &Row)) {
    for (seed, built_in) in (0..).zip([BuiltIn::Described, BuiltIn::Overview, BuiltIn::Choreography]) {
        let (mut player, mut dice) = (player(built_in), Dice(seed));
        for _ in 0..25 {
            do_something(&mut player, &mut dice);
            let picture = player.picture();
            let index = indexed(&picture);
            let whole = Window::whole(picture.recorded_until);
            let at = whole.at(dice.roll(100) as f64 / 100.0);
            let window = whole.zoomed(at, (dice.roll(100) + 1) as f64 / 100.0, whole);
            // So narrow that entries lie closer than pixels, or as wide as a screen.
            let width = if dice.roll(2) == 0 { 8.0 } else { 900.0 };
            let scene = Scene::new(&picture.trace, &index, window, width, picture.recorded_until);
            let lanes = Lanes::of(&picture.trace);
            for node in (0..lanes.count()).filter_map(|position| lanes.at(position)) {
                look(&picture, window, width, node, &scene.row(node));
            }
        }
    }
}

#[test]
fn bars_tile_the_window_exactly() {
    for_each_row(|picture, window, width, _, row| {
        let (first, last) = (row.bars.first().expect("a bar"), row.bars.last().expect("a bar"));
        assert_eq!((first.from, last.to), (0.0, width), "{row:?}");
        assert!(row.bars.windows(2).all(|pair| pair[0].to == pair[1].from), "{row:?}");
        assert!(row.bars.iter().all(|bar| bar.to > bar.from), "{row:?}");
        let unrecorded = row.bars.iter().filter(|bar| bar.fill == Fill::Unrecorded);
        let recorded = (window.share(picture.recorded_until) * width).clamp(0.0, width);
        assert!(unrecorded.clone().all(|bar| (bar.from - recorded).abs() <= 1.0), "{recorded} {row:?}");
        assert!(unrecorded.count() <= 1);
    });
}

#[test]
fn a_lane_is_dearest_where_it_is_a_texture() {
    // One bar for a pixel, and one each for what was before, what is after, and what is not recorded.
    for_each_row(|_, _, width, _, row| {
        assert!(row.bars.len() <= width as usize + 3, "{} bars on {width} pixels", row.bars.len());
    });
}

#[test]
fn a_pointer_finds_what_was_drawn() {
    for_each_row(|picture, _, _, _, row| {
        for mark in &row.marks {
            let hit = row.hit(mark.x).expect("something is there");
            assert_eq!(hit.at, HitAt::Mark);
            assert!((hit.x - mark.x).abs() <= REACH);
            assert!(picture.trace.get(hit.entry).is_some());
        }
        for bar in row.bars.iter().filter(|bar| bar.by.is_some()) {
            let middle = f64::midpoint(bar.from, bar.to);
            let hit = row.hit(middle).expect("something is there");
            assert!(
                hit.at == HitAt::Mark || Some(hit.entry) == bar.by || bar.to - bar.from < 2.0,
                "{bar:?} {hit:?}"
            );
        }
    });
}

#[test]
fn no_loss_and_no_publication_in_the_window_goes_unseen() {
    let mut seen = [0, 0];
    for_each_row(|picture, window, _, node, row| {
        let happened = |is_one: fn(&What) -> bool| {
            let inside = |at: Time| window.from <= at && at <= window.to;
            picture.trace.entries().filter(|(_, entry)| inside(entry.at) && is_one(&entry.what)).count()
        };
        let drawn = |is_one: fn(&MarkKind) -> bool| {
            row.marks.iter().filter(|mark| is_one(&mark.kind)).map(|mark| mark.stands_for).sum::<usize>()
        };
        let published = drawn(|kind| matches!(kind, MarkKind::Publication(_)));
        let lost = drawn(|kind| matches!(kind, MarkKind::Loss(_)));
        let expected = match node {
            Node::Publisher => (happened(|what| matches!(what, What::Published { .. })), 0),
            Node::Broker => (0, happened(|what| matches!(what, What::StateLost { .. }))),
            Node::Service(_) | Node::Receiver => (0, 0),
        };
        assert_eq!((published, lost), expected, "{node:?} {row:?}");
        seen = [seen[0] + published, seen[1] + lost];
    });
    assert!(seen[0] > 50 && seen[1] > 10, "something was published and lost: {seen:?}");
}

#[test]
fn a_pointer_on_a_cross_finds_the_loss() {
    let mut seen = 0;
    for_each_row(|picture, _, _, _, row| {
        for mark in row.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Loss(_))) {
            // Its arms reach five pixels out.
            for x in [mark.x - 5.0, mark.x, mark.x + 5.0] {
                let hit = row.hit(x).expect("something is there");
                let what = picture.trace.get(hit.entry).expect("it is recorded").what;
                let is_grave = matches!(what, What::StateLost { .. } | What::Gap(_) | What::Crashed);
                assert!(hit.at == HitAt::Mark && is_grave, "{what:?} at {x} of {mark:?}");
                seen += 1;
            }
        }
    });
    assert!(seen > 30, "{seen} places");
}

#[test]
fn a_bar_is_what_the_view_says_where_it_is_wide_enough_to_be_read() {
    let mut seen = 0;
    for (seed, built_in) in (0..).zip([BuiltIn::Described, BuiltIn::Overview, BuiltIn::Choreography]) {
        let (mut player, mut dice) = (player(built_in), Dice(seed));
        for _ in 0..20 {
            do_something(&mut player, &mut dice);
            seen += compared(&player.picture());
        }
    }
    assert!(seen > 200, "{seen} bars");
}

/// How many bars of services were compared with views.
fn compared(picture: &Picture) -> usize {
    let index = indexed(picture);
    let window = Window::whole(picture.recorded_until);
    let scene = Scene::new(&picture.trace, &index, window, 4_000.0, picture.recorded_until);
    let mut seen = 0;
    for (id, _) in picture.view.identities() {
        let row = scene.row(Node::Service(id));
        let wide = |bar: &&Bar| bar.to - bar.from > 2.0 && bar.fill != Fill::Unrecorded;
        for bar in row.bars.iter().filter(wide) {
            let at = window.at(f64::midpoint(bar.from, bar.to) / 4_000.0);
            let view = picture.trace.view_at(picture.trace.place_after(at));
            let phase = view.service(id).phase;
            assert_eq!(bar.fill.state(), phase.work().map(|work| work.state), "at {at}");
            assert_eq!(bar.fill == Fill::Crashed, phase == Phase::Crashed, "at {at}");
            assert_eq!(bar.fill == Fill::Sleeping, matches!(phase, Phase::Sleeping(_)), "at {at}");
            seen += 1;
        }
    }
    seen
}
