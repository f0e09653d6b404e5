//! The line of an edge: a path of short straight pieces, along which a flight moves at an even pace.

use super::geometry::Point;
use crate::decimals::tenths;

/// How many pieces a curve is cut into.
const CURVE_PIECES: usize = 24;
/// How many pieces a rounded corner is cut into.
const CORNER_PIECES: usize = 5;

/// A path from one node to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Each point with the way to it from the start.
    points: Vec<(Point, f64)>,
}

/// The direction in which a curve leaves its start and reaches its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// From side to side.
    Across,
    /// From top to bottom.
    Down,
}

impl Route {
    /// The path through `points`.
    fn through(points: impl IntoIterator<Item = Point>) -> Route {
        let mut way = 0.0;
        let mut last: Option<Point> = None;
        let measured = points.into_iter().map(|point| {
            way += last.map_or(0.0, |last| last.distance(point));
            last = Some(point);
            (point, way)
        });
        Route { points: measured.collect() }
    }

    /// A smooth curve.
    pub(super) fn curve(from: Point, to: Point, heading: Heading) -> Route {
        let (first, second) = match heading {
            Heading::Across => {
                let middle = (from.x + to.x) / 2.0;
                (Point::new(middle, from.y), Point::new(middle, to.y))
            }
            Heading::Down => {
                let middle = (from.y + to.y) / 2.0;
                (Point::new(from.x, middle), Point::new(to.x, middle))
            }
        };
        let cubic = |t: f64| {
            let (a, b, c) = (from.towards(first, t), first.towards(second, t), second.towards(to, t));
            let (d, e) = (a.towards(b, t), b.towards(c, t));
            d.towards(e, t)
        };
        Route::through((0..=CURVE_PIECES).map(|piece| cubic(piece as f64 / CURVE_PIECES as f64)))
    }

    /// A path along `corners`, each rounded with `radius` where there is room for it.
    pub(super) fn bent(corners: &[Point], radius: f64) -> Route {
        let mut points = Vec::with_capacity(corners.len() * (CORNER_PIECES + 1));
        for (index, &corner) in corners.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| corners[before]);
            let (Some(before), Some(&after)) = (before, corners.get(index + 1)) else {
                points.push(corner);
                continue;
            };
            let room = corner.distance(before).min(corner.distance(after)) / 2.0;
            let radius = radius.min(room);
            let cut = |other: Point| corner.towards(other, radius / corner.distance(other).max(0.001));
            let (enter, leave) = (cut(before), cut(after));
            points.extend((0..=CORNER_PIECES).map(|piece| {
                let t = piece as f64 / CORNER_PIECES as f64;
                enter.towards(corner, t).towards(corner.towards(leave, t), t)
            }));
        }
        Route::through(points)
    }

    /// The same path the other way round.
    pub(super) fn reversed(&self) -> Route {
        Route::through(self.points.iter().rev().map(|(point, _)| *point))
    }

    /// How long it is.
    pub fn length(&self) -> f64 {
        self.points.last().map_or(0.0, |(_, way)| *way)
    }

    /// The point that lies `progress` of the way, 0 to 1, from its start.
    pub fn at(&self, progress: f64) -> Point {
        let way = progress.clamp(0.0, 1.0) * self.length();
        let next = self.points.partition_point(|(_, at)| *at < way).max(1);
        match (self.points.get(next - 1), self.points.get(next)) {
            (Some(&(from, start)), Some(&(to, end))) if end > start => {
                from.towards(to, (way - start) / (end - start))
            }
            (Some((point, _)), _) => *point,
            _ => Point::default(),
        }
    }

    /// Its points, from its start.
    pub fn points(&self) -> impl Iterator<Item = Point> {
        self.points.iter().map(|(point, _)| *point)
    }

    /// The path as SVG writes it.
    pub fn to_svg(&self) -> String {
        let mut path = String::with_capacity(self.points.len() * 12);
        for (index, point) in self.points().enumerate() {
            path.push(if index == 0 { 'M' } else { 'L' });
            path.push_str(&tenths(point.x));
            path.push(' ');
            path.push_str(&tenths(point.y));
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: Point, b: Point) -> bool {
        a.distance(b) < 0.01
    }

    #[test]
    fn a_flight_moves_evenly_from_the_start_to_the_end() {
        let (from, to) = (Point::new(10.0, 20.0), Point::new(210.0, 120.0));
        let curve = Route::curve(from, to, Heading::Across);
        assert!(near(curve.at(0.0), from) && near(curve.at(1.0), to));
        assert!(near(curve.at(0.5), Point::new(110.0, 70.0)), "the middle of the way is the middle");
        let steps: Vec<f64> = (0..10)
            .map(|n| curve.at(f64::from(n) / 10.0).distance(curve.at(f64::from(n + 1) / 10.0)))
            .collect();
        let even = curve.length() / 10.0;
        assert!(steps.iter().all(|step| (step - even).abs() < even * 0.05), "{steps:?}");
    }

    #[test]
    fn corners_are_rounded_and_the_way_stays_inside_them() {
        let corners = [Point::new(0.0, 0.0), Point::new(100.0, 0.0), Point::new(100.0, 50.0)];
        let route = Route::bent(&corners, 10.0);
        assert!(near(route.at(0.0), corners[0]) && near(route.at(1.0), corners[2]));
        assert!(route.length() < 150.0 && route.length() > 140.0);
        assert!(route.points().all(|p| p.x <= 100.0 && p.y >= 0.0));
    }

    #[test]
    fn a_path_of_no_length_has_a_place_all_the_same() {
        let point = Point::new(3.0, 4.0);
        assert!(near(Route::bent(&[point, point, point], 5.0).at(0.5), point));
        assert!(near(Route::curve(point, point, Heading::Down).reversed().at(1.0), point));
    }

    #[test]
    fn svg_gets_tenths_of_pixels() {
        let route = Route::bent(&[Point::new(-0.25, 1.0), Point::new(10.04, 2.5)], 0.0);
        assert_eq!(route.to_svg(), "M-0.3 1L10 2.5");
    }
}
