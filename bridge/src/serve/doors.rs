//! How many are inside: connections, those not welcomed yet, WebSockets. Each count goes down by itself.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::config::Limits;

/// Connections above the limit that are still told why, and requests that are no WebSockets.
const SLACK: usize = 256;
/// Open files that are no clients: the link to Redis and its successor, the listener, the runtime's own, the page's.
const RESERVE: usize = 64;

/// The counts of one server.
#[derive(Debug)]
pub(super) struct Doors {
    most: usize,
    most_strangers: usize,
    open: AtomicUsize,
    strangers: AtomicUsize,
    sessions: AtomicUsize,
}

/// One connection, from the moment it is accepted.
#[derive(Debug)]
pub(super) struct Visit {
    pub(super) peer: IpAddr,
    /// The address on which it came.
    pub(super) local: IpAddr,
    doors: Arc<Doors>,
    is_stranger: AtomicBool,
}

/// One WebSocket's place.
#[derive(Debug)]
pub(super) struct Place(Arc<Doors>);

impl Doors {
    /// As many as asked for, but never so many that no file is left for the store.
    pub(super) fn new(limits: &Limits, open_files: usize) -> Doors {
        let most = limits.connections.min(open_files.saturating_sub(RESERVE + SLACK)).max(1);
        if most < limits.connections {
            tracing::warn!(most, "the limit on open files leaves room for fewer connections");
        }
        Doors {
            most,
            most_strangers: limits.strangers,
            open: AtomicUsize::new(0),
            strangers: AtomicUsize::new(0),
            sessions: AtomicUsize::new(0),
        }
    }

    /// Lets a connection in; nothing if not even a refusal can be afforded.
    pub(super) fn accept(self: &Arc<Doors>, peer: SocketAddr, local: IpAddr) -> Option<Arc<Visit>> {
        let most = self.most + SLACK;
        if !take(&self.open, most) {
            return None;
        }
        self.strangers.fetch_add(1, Ordering::Relaxed);
        let (doors, is_stranger) = (Arc::clone(self), AtomicBool::new(true));
        Some(Arc::new(Visit { peer: peer.ip().to_canonical(), local, doors, is_stranger }))
    }
}

impl Visit {
    /// A place for a WebSocket, if one is free.
    pub(super) fn place(&self) -> Option<Place> {
        let doors = &self.doors;
        let has_room = doors.strangers.load(Ordering::Relaxed) <= doors.most_strangers;
        (has_room && take(&doors.sessions, doors.most)).then(|| Place(Arc::clone(doors)))
    }

    /// It has said who it is.
    pub(super) fn welcomed(&self) {
        if self.is_stranger.swap(false, Ordering::Relaxed) {
            self.doors.strangers.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        self.welcomed();
        self.doors.open.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.sessions.fetch_sub(1, Ordering::Relaxed);
    }
}

fn take(count: &AtomicUsize, most: usize) -> bool {
    let more = |count: usize| (count < most).then_some(count + 1);
    count.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doors(connections: usize, strangers: usize) -> Arc<Doors> {
        Arc::new(Doors::new(&Limits { connections, strangers, ..Limits::default() }, usize::MAX))
    }

    fn visit(doors: &Arc<Doors>) -> Option<Arc<Visit>> {
        let address = SocketAddr::from(([127, 0, 0, 1], 1));
        doors.accept(address, address.ip())
    }

    #[test]
    fn places_are_given_back() {
        let doors = doors(1, 10);
        let (first, second) = (visit(&doors).unwrap(), visit(&doors).unwrap());
        let place = first.place().unwrap();
        assert!(second.place().is_none());
        drop(place);
        assert!(second.place().is_some());
    }

    #[test]
    fn a_stranger_who_is_welcomed_makes_room_for_the_next() {
        let doors = doors(10, 1);
        let first = visit(&doors).unwrap();
        let second = visit(&doors).unwrap();
        assert!(second.place().is_none());
        first.welcomed();
        first.welcomed();
        assert!(second.place().is_some());
        drop((first, second));
        assert_eq!(doors.strangers.load(Ordering::Relaxed), 0);
        assert_eq!(doors.open.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn beyond_the_slack_nobody_is_even_told() {
        let doors = doors(1, 1);
        let visits: Vec<_> = (0..=SLACK).map(|_| visit(&doors).unwrap()).collect();
        assert!(visit(&doors).is_none());
        drop(visits);
        assert!(visit(&doors).is_some());
    }

    #[test]
    fn files_for_the_store_are_kept_back() {
        let limits = Limits { connections: 5000, ..Limits::default() };
        assert_eq!(Doors::new(&limits, 1024).most, 1024 - RESERVE - SLACK);
        assert_eq!(Doors::new(&limits, 10).most, 1);
    }
}
