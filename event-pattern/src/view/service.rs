//! One service as a view shows it.

use crate::poll::PollClock;
use crate::service::Phase;
use crate::time::{Span, Time};
use crate::trace::{AllowedId, ReadRun, ServiceId, ServiceRecord};

/// One service at one place of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceView {
    /// What it is doing.
    pub phase: Phase,
    /// The states that it allows here.
    pub allowed: AllowedId,
    /// How long it sleeps between two reads.
    pub poll_interval: Span,
    /// How long its next work will take.
    pub work_time: Span,
    /// Reads of the key so far.
    pub polls: u64,
    /// Starts of work so far.
    pub works: u64,
    /// Time spent on work that has ended.
    finished_busy: Span,
    /// Its reads that led to nothing since it last did something else.
    idle_reads: IdleReads,
}

/// Reads one interval apart, the last of which need not be over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct IdleReads {
    first: Time,
    count: u64,
}

impl ServiceView {
    pub(super) fn new(record: &ServiceRecord) -> ServiceView {
        ServiceView {
            phase: Phase::NotStarted { starts_at: record.starts_at },
            allowed: record.allowed,
            poll_interval: record.poll_interval,
            work_time: record.work_time,
            polls: 0,
            works: 0,
            finished_busy: Span::ZERO,
            idle_reads: IdleReads::default(),
        }
    }

    /// Whether it is in the scenario.
    pub fn is_present(&self) -> bool {
        self.phase != Phase::Removed
    }

    /// Whether it starts by itself at `now`, and has not yet.
    pub fn is_about_to_start(&self, now: Time) -> bool {
        matches!(self.phase, Phase::NotStarted { starts_at: Some(at) } if at <= now)
    }

    /// Reads so far that led to no work.
    pub fn wasted_polls(&self) -> u64 {
        self.polls - self.works
    }

    /// Time spent working up to `now`.
    pub fn busy_until(&self, now: Time) -> Span {
        let current = self.phase.work().map_or(Span::ZERO, |work| now.since(work.since));
        self.finished_busy + current
    }

    /// The reads that led to nothing since it last did something else.
    pub fn idle_reads(&self, id: ServiceId) -> Option<ReadRun> {
        let IdleReads { first, count } = self.idle_reads;
        (count > 0).then_some(ReadRun { service: id, first, interval: self.poll_interval, count })
    }

    /// Lets the reads before `end` pass.
    pub(super) fn pass_before(&mut self, end: Time) {
        let Phase::Sleeping(clock) = &mut self.phase else { return };
        let next = clock.next();
        let passed = clock.pass_before(end, self.poll_interval);
        if passed > 0 {
            if self.idle_reads.count == 0 {
                self.idle_reads.first = next;
            }
            self.idle_reads.count += passed;
            self.polls += passed;
        }
    }

    /// Takes in the reads that a live driver measured: how many there were, and the last of them.
    pub(crate) fn note_measured(&mut self, reads: u64, last: Time) {
        self.polls += reads;
        let Phase::Sleeping(clock) = &mut self.phase else { return };
        if last >= clock.last().unwrap_or(clock.next()) {
            *clock = PollClock::slept(last, self.poll_interval);
        }
    }

    /// Ends the run of reads that led to nothing, if there is one.
    pub(super) fn close_idle_reads(&mut self, id: ServiceId) -> Option<ReadRun> {
        let run = self.idle_reads(id);
        self.idle_reads.count = 0;
        run
    }

    /// Its work is over, or is ended, at `now`; says whether there was any.
    pub(super) fn end_work(&mut self, now: Time) -> bool {
        let was_working = self.phase.work().is_some();
        self.finished_busy = self.busy_until(now);
        was_working
    }
}
