//! Polls as arithmetic: a sleeping service's reads are a first instant and an interval, never events.

use crate::time::{Span, Time};

/// When a service that waits for its next read has read and will read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PollClock {
    /// Its last read or write since it was (re)started; none before its first read.
    last: Option<Time>,
    next: Time,
}

impl PollClock {
    /// The clock of a service that was started at `at`: it reads at once.
    pub fn started(at: Time) -> PollClock {
        PollClock { last: None, next: at }
    }

    /// The clock of a service that read or wrote at `at` and sleeps `interval`.
    pub fn slept(at: Time, interval: Span) -> PollClock {
        PollClock { last: Some(at), next: at + interval }
    }

    /// When it last read or wrote since it was (re)started, if it has.
    pub fn last(&self) -> Option<Time> {
        self.last
    }

    /// The next read that is not counted yet.
    pub fn next(&self) -> Time {
        self.next
    }

    /// The first read at `from` or later, if nothing is found before.
    pub fn first_read_from(&self, from: Time, interval: Span) -> Time {
        let mut ahead = *self;
        ahead.pass_before(from, interval);
        ahead.next
    }

    /// Lets every read before `end` pass and says how many they were.
    pub fn pass_before(&mut self, end: Time, interval: Span) -> u64 {
        if self.next >= end {
            return 0;
        }
        let behind = end.since(self.next).as_micros() - 1;
        let reads = behind / interval.as_micros() + 1;
        let last = self.next + Span::from_micros((reads - 1) * interval.as_micros());
        *self = PollClock::slept(last, interval);
        reads
    }

    /// Lets every read up to and at `end` pass and says how many they were.
    pub fn pass_through(&mut self, end: Time, interval: Span) -> u64 {
        self.pass_before(end + Span::from_micros(1), interval)
    }

    /// A new interval counts from the last read or write, but never before `now`. A service that has not read since it
    /// was started reads at its start all the same.
    pub fn change_interval(&mut self, now: Time, interval: Span) {
        if let Some(last) = self.last {
            self.next = now.max(last + interval);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTERVAL: Span = Span::from_ms(500);

    #[test]
    fn a_started_service_reads_at_once_and_then_at_every_interval() {
        let mut clock = PollClock::started(Time::from_ms(100));
        assert_eq!(clock.pass_before(Time::from_ms(100), INTERVAL), 0);
        assert_eq!(clock.pass_through(Time::from_ms(100), INTERVAL), 1);
        assert_eq!(clock.pass_before(Time::from_ms(1_100), INTERVAL), 1);
        assert_eq!(clock.pass_through(Time::from_ms(1_100), INTERVAL), 1);
        assert_eq!(clock.next(), Time::from_ms(1_600));
    }

    #[test]
    fn a_new_interval_counts_from_the_last_read_but_never_before_the_change() {
        let mut clock = PollClock::slept(Time::from_ms(1_000), INTERVAL);
        clock.change_interval(Time::from_ms(1_300), Span::from_ms(100));
        assert_eq!(clock.next(), Time::from_ms(1_300));
        clock.change_interval(Time::from_ms(1_300), Span::from_ms(900));
        assert_eq!(clock.next(), Time::from_ms(1_900));
    }

    #[test]
    fn a_new_interval_leaves_the_first_read_at_the_start() {
        let mut clock = PollClock::started(Time::from_ms(100));
        clock.change_interval(Time::from_ms(100), Span::from_ms(900));
        assert_eq!(clock.next(), Time::from_ms(100));
    }
}
