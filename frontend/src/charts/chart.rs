//! The charts: which numbers each draws, and how.

use event_pattern::trace::ServiceId;
use event_pattern::{Span, Time};

use super::path::{Spot, area, dots, line};
use super::reading::Reading;
use super::scale::Scale;
use crate::timeline::Window;

/// The most services that are drawn one by one; the others are drawn together.
const MOST_SERVICES: usize = 4;

/// What a chart is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// How long states waited until they were taken.
    Noticed,
    /// How long the state in the key has been waiting.
    Waiting,
    /// How often services looked, and how often in vain.
    Looks,
    /// How many states were lost.
    Lost,
    /// How much of the time services worked.
    Working,
}

impl Kind {
    /// Every chart, in the order in which they stand.
    pub const ALL: [Kind; 5] = [Kind::Noticed, Kind::Waiting, Kind::Looks, Kind::Lost, Kind::Working];

    /// Its name in attributes.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Noticed => "noticed",
            Kind::Waiting => "waiting",
            Kind::Looks => "looks",
            Kind::Lost => "lost",
            Kind::Working => "working",
        }
    }

    /// Whether its values are lengths of time, in microseconds.
    pub fn is_time(self) -> bool {
        matches!(self, Kind::Noticed | Kind::Waiting)
    }
}

/// Whose number a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Half of the states that were taken waited no longer.
    Median,
    /// None waited longer.
    Longest,
    /// The state in the key.
    Key,
    /// All looks.
    Looks,
    /// Looks in vain.
    Vain,
    /// States lost.
    Lost,
    /// Those that a result overwrote.
    ByResult,
    /// A service.
    Service(ServiceId),
    /// All other services together.
    Others(usize),
}

/// How a line is drawn: the class of its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Dots that stand for themselves.
    Dots,
    /// A line.
    Line,
    /// A filled part of a pile.
    Area,
}

/// One number over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Whose number.
    pub name: Name,
    /// How it is drawn.
    pub drawn: Drawn,
    /// Its path on a field of 1000 by 100.
    pub path: String,
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it is about.
    pub kind: Kind,
    /// Its height.
    pub scale: Scale,
    /// What is drawn, the first one in front.
    pub lines: Vec<Line>,
}

impl Chart {
    /// The chart of `readings`, of a service each for those in `services`.
    pub fn of(kind: Kind, readings: &[Reading], window: Window, services: &[ServiceId]) -> Chart {
        match kind {
            Kind::Working => working(readings, window, services),
            _ => counted(kind, readings, window),
        }
    }

    /// The services that worked most in `readings`, those that never did last: as many as are told apart.
    pub fn busiest(readings: &[Reading]) -> Vec<ServiceId> {
        let Some((first, last)) = readings.first().zip(readings.last()) else { return Vec::new() };
        let worked =
            |index: usize| last.busy_of(index).as_micros().saturating_sub(first.busy_of(index).as_micros());
        let mut order: Vec<usize> = (0..last.busy.len()).collect();
        // Of those that worked as much the first ones; those who are shown stand in their own order.
        order.sort_by_key(|&index| (std::cmp::Reverse(worked(index)), index));
        order.truncate(MOST_SERVICES);
        order.sort_unstable();
        order.into_iter().map(ServiceId::from_index).collect()
    }
}

/// The value of a line at a reading, where it has one.
pub fn value(name: Name, reading: &Reading) -> Option<f64> {
    let micros = |span: Span| span.as_micros() as f64;
    let count = |count: u64| Some(count as f64);
    match name {
        Name::Median => reading.noticed.map(|noticed| micros(noticed.median)),
        Name::Longest => reading.noticed.map(|noticed| micros(noticed.max)),
        Name::Key => Some(micros(reading.waiting.unwrap_or(Span::ZERO))),
        Name::Looks => count(reading.sums.polls),
        Name::Vain => count(reading.sums.wasted_polls()),
        Name::Lost => count(reading.sums.totals.lost),
        Name::ByResult => count(reading.sums.totals.overwritten_by_result),
        Name::Service(_) | Name::Others(_) => None,
    }
}

fn counted(kind: Kind, readings: &[Reading], window: Window) -> Chart {
    let (names, drawn): (&[Name], Drawn) = match kind {
        Kind::Noticed => (&[Name::Median, Name::Longest], Drawn::Dots),
        Kind::Waiting => (&[Name::Key], Drawn::Line),
        Kind::Looks => (&[Name::Looks, Name::Vain], Drawn::Line),
        Kind::Lost | Kind::Working => (&[Name::Lost, Name::ByResult], Drawn::Line),
    };
    let all = || names.iter().flat_map(|name| readings.iter().filter_map(|reading| value(*name, reading)));
    let high = all().fold(0.0, f64::max);
    // What is only counted up begins where the window begins; times begin with nothing.
    let low = if kind.is_time() { 0.0 } else { all().fold(high, f64::min) };
    let scale = Scale::holding(low, high.max(low + if kind.is_time() { 100_000.0 } else { 1.0 }));
    let line_of = |&name: &Name| {
        let spots = || {
            readings.iter().map(move |reading| -> Option<Spot> {
                Some((window.share(reading.at), scale.share(value(name, reading)?)))
            })
        };
        let path = match drawn {
            Drawn::Dots => dots(spots().flatten()),
            Drawn::Line | Drawn::Area => line(spots()),
        };
        Line { name, drawn, path }
    };
    Chart { kind, scale, lines: names.iter().map(line_of).collect() }
}

/// How much of the time between two readings was worked, by one service or by all together.
fn share(pair: &[Reading], worked: u64) -> f64 {
    worked as f64 / (pair[1].at.since(pair[0].at).as_micros() as f64).max(1.0)
}

fn total(pair: &[Reading]) -> u64 {
    pair[1].sums.busy.as_micros().saturating_sub(pair[0].sums.busy.as_micros())
}

fn own(pair: &[Reading], id: ServiceId) -> u64 {
    pair[1].busy_of(id.index()).as_micros().saturating_sub(pair[0].busy_of(id.index()).as_micros())
}

fn rest(pair: &[Reading], services: &[ServiceId]) -> u64 {
    total(pair).saturating_sub(services.iter().map(|&id| own(pair, id)).sum())
}

/// How many services worked at once, on average from each reading to the next one.
fn working(readings: &[Reading], window: Window, services: &[ServiceId]) -> Chart {
    let highest = readings.windows(2).map(|pair| share(pair, total(pair))).fold(1.0, f64::max);
    let scale = Scale::holding(0.0, highest);
    let mut foot = vec![0.0; readings.len().saturating_sub(1)];
    let end = readings.last().map_or(0.0, |reading| window.share(reading.at));
    let mut pile = |name: Name, of: &dyn Fn(&[Reading]) -> u64| {
        let steps: Vec<(f64, f64, f64)> = readings
            .windows(2)
            .zip(&mut foot)
            .map(|(pair, foot)| {
                let lower = *foot;
                *foot += share(pair, of(pair));
                (window.share(pair[0].at), scale.share(lower), scale.share(*foot))
            })
            .collect();
        Line { name, drawn: Drawn::Area, path: area(&steps, end) }
    };
    let mut lines: Vec<Line> =
        services.iter().map(|&id| pile(Name::Service(id), &|pair| own(pair, id))).collect();
    let others = readings.last().map_or(0, |last| last.busy.len()).saturating_sub(services.len());
    if others > 0 {
        lines.push(pile(Name::Others(others), &|pair| rest(pair, services)));
    }
    Chart { kind: Kind::Working, scale, lines }
}

/// How much of the time around `at` was worked, 0 to 1 for a service, more for several.
pub fn worked(readings: &[Reading], at: Time, name: Name, services: &[ServiceId]) -> Option<f64> {
    let after = readings.partition_point(|reading| reading.at <= at).clamp(1, readings.len().max(2) - 1);
    let pair = readings.get(after - 1..=after)?;
    Some(match name {
        Name::Service(id) => share(pair, own(pair, id)),
        _ => share(pair, rest(pair, services)),
    })
}
