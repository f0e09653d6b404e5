//! What flies between the nodes in one frame. A flight is a drawing: it starts at its entry's instant and lasts 0.4 s of
//! what the viewer sees; the nodes themselves change at the instant.

use event_pattern::trace::{Actor, Entry, ReadRun, ServiceId, StateId, What};
use event_pattern::{Span, Time};

use crate::run::Frame;

/// The most flights of a frame; the newest are kept.
pub const MOST_FLIGHTS: usize = 5_000;
/// More flights than this are drawn as dots that may cover each other, and light no edges: names could not be read any
/// more.
pub const MOST_NAMED: usize = 240;
/// Flights on one line are set apart when they are closer than this share of the way.
const CROWDED: f32 = 0.55;
/// How far back flights are looked for that a new one must be set apart from.
const NEIGHBOURS: usize = 48;

/// The line on which something flies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leg {
    /// From the publisher to the broker.
    Publish,
    /// From the broker to a service.
    Read(ServiceId),
    /// From a service to the broker.
    Write(ServiceId),
    /// From a service to the receiver.
    Result(ServiceId),
    /// Out of the broker, into nothing.
    Lost,
}

/// What flies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cargo {
    /// A read that leads to nothing.
    Look,
    /// A state.
    State(StateId),
}

/// Something on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    /// The line on which it flies.
    pub leg: Leg,
    /// What flies.
    pub cargo: Cargo,
    /// How much of the way is behind it, 0 to 1.
    pub progress: f32,
    /// 0 is the line itself; others fly beside it: 1 below, 2 above, 3 further below ...
    pub lane: u8,
}

/// Whether a service's reads come so fast that each would be drawn before the last one is over: a rate is shown instead.
pub fn reads_blur(poll_interval: Span, flight: Span) -> bool {
    poll_interval < flight
}

/// How far beside its line a lane lies, in lanes: 0, 1, -1, 2, -2 ...
pub fn beside(lane: u8) -> f64 {
    let away = f64::from(lane.div_ceil(2));
    if lane % 2 == 1 { away } else { -away }
}

/// Puts everything that flies in `frame` into `flights`, oldest first; what was in it is dropped.
pub fn collect(frame: &Frame<'_>, flights: &mut Vec<Flight>) {
    flights.clear();
    if frame.flight == Span::ZERO {
        return;
    }
    states(frame, flights);
    set_apart(flights);
    flights.retain(|flight| flight.progress < 1.0);
    if flights.len() > MOST_FLIGHTS {
        flights.drain(..flights.len() - MOST_FLIGHTS);
    }
    looks(frame, flights);
}

/// The states on their way. Those that have just arrived are still listed, with a progress from 1 to 2: a flight keeps
/// its lane when the one that it was set apart from is gone.
fn states(frame: &Frame<'_>, flights: &mut Vec<Flight>) {
    let earliest = frame.now - frame.flight - frame.flight;
    let seen = frame.view.entries_seen;
    let first = frame.trace.count_before(earliest).max(seen.saturating_sub(2 * MOST_FLIGHTS));
    for (id, entry) in frame.trace.entries_from(first) {
        if id.index() >= seen {
            break;
        }
        let Some((leg, state)) = flown(entry) else { continue };
        let progress = match frame.step_progress {
            // Whatever flew before the step has landed.
            Some(progress) => (id.index() >= frame.step_from).then_some(progress as f32),
            None => progress(frame, entry.at, 2.0),
        };
        if let Some(progress) = progress {
            flights.push(Flight { leg, cargo: Cargo::State(state), progress, lane: 0 });
        }
    }
}

/// What flies because of `entry`.
fn flown(entry: &Entry) -> Option<(Leg, StateId)> {
    Some(match (entry.what, entry.actor) {
        (What::Published { state, .. }, _) => (Leg::Publish, state),
        (What::WorkStarted { state }, Actor::Service(service)) => (Leg::Read(service), state),
        (What::WorkFinished { state }, Actor::Service(service)) => (Leg::Write(service), state),
        (What::ResultPublished { state }, Actor::Service(service)) => (Leg::Result(service), state),
        (What::StateLost { state, .. }, _) => (Leg::Lost, state),
        _ => return None,
    })
}

/// How much of its way is behind a flight that started at `at`; none if that is `end` or more, or if it does not fly.
fn progress(frame: &Frame<'_>, at: Time, end: f32) -> Option<f32> {
    // Standing still at the very instant: it is drawn as a step, or not at all.
    if at > frame.now || (at == frame.now && !frame.playing) {
        return None;
    }
    let progress = (frame.now.since(at).as_micros() as f64 / frame.flight.as_micros() as f64) as f32;
    (progress < end).then_some(progress)
}

/// Gives flights that would cover each other lanes of their own, where they are few enough to be told apart.
fn set_apart(flights: &mut [Flight]) {
    if flights.iter().filter(|flight| flight.progress < 1.0).count() > MOST_NAMED {
        return;
    }
    for index in 1..flights.len() {
        let (before, rest) = flights.split_at_mut(index);
        let flight = &mut rest[0];
        let near =
            |other: &&Flight| other.leg == flight.leg && (other.progress - flight.progress).abs() < CROWDED;
        let taken = before.iter().rev().take(NEIGHBOURS).filter(near);
        let taken = taken.fold(0_u64, |lanes, other| lanes | 1 << other.lane.min(63));
        flight.lane = taken.trailing_ones().min(63) as u8;
    }
}

/// The reads that lead to nothing.
fn looks(frame: &Frame<'_>, flights: &mut Vec<Flight>) {
    // Of services that all read too fast to be seen, none would be drawn.
    let mut intervals = frame.view.present().map(|(_, service)| service.poll_interval);
    if frame.step_progress.is_none() && intervals.all(|interval| reads_blur(interval, frame.flight)) {
        return;
    }
    let earliest = frame.now - frame.flight;
    for run in frame.trace.idle_reads(frame.view, earliest) {
        looks_of(frame, &run, flights);
    }
    // The window reaches back to the beginning: the reads of the first instant, which lies after no instant, fly too.
    if earliest == Time::ZERO {
        let at_once = |run: &ReadRun| run.last() == Time::ZERO;
        let runs = frame.view.identities().filter_map(|(id, service)| service.idle_reads(id));
        for run in runs.filter(at_once) {
            looks_of(frame, &run, flights);
        }
    }
}

fn looks_of(frame: &Frame<'_>, run: &ReadRun, flights: &mut Vec<Flight>) {
    // A step is the same at every speed: it shows its reads one by one.
    if frame.step_progress.is_none() && reads_blur(run.interval, frame.flight) {
        return;
    }
    let interval = run.interval.as_micros();
    // The run may go on after what is seen, and has at most two reads in the window: reads do not blur, or a step is
    // at its last one.
    let passed = frame.now.since(run.first).as_micros() / interval;
    let newest = passed.min(run.count.saturating_sub(1));
    for read in newest.saturating_sub(1)..=newest {
        let at = run.first + Span::from_micros(read * interval);
        let progress = match frame.step_progress {
            Some(progress) => (at == frame.view.place.at).then_some(progress as f32),
            None => progress(frame, at, 1.0),
        };
        if let Some(progress) = progress.filter(|progress| *progress < 1.0) {
            flights.push(Flight { leg: Leg::Read(run.service), cargo: Cargo::Look, progress, lane: 0 });
        }
    }
}
