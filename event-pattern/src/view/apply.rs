//! The fold: how one entry changes the picture.

use super::{KeyView, Origin, ServiceView, Sight, View};
use crate::poll::PollClock;
use crate::service::{Phase, Stopping, Work};
use crate::time::Time;
use crate::trace::{Driver, Entry, EntryId, Gap, Names, Place, ReadRun, ServiceId, StateId, What};

impl View {
    /// Takes in the next entry. Gives the run of reads that the entry ended, if it ended one.
    pub(crate) fn apply(&mut self, entry: &Entry, names: &Names) -> Option<ReadRun> {
        let id = EntryId::from_index(self.entries_seen);
        self.entries_seen += 1;
        self.place = match self.place {
            Place { at, seen } if at == entry.at => Place { at, seen: seen + 1 },
            _ => Place { at: entry.at, seen: 1 },
        };
        match entry.what {
            What::Published { state, unheard } => {
                self.totals.published += 1;
                self.totals.unheard += u64::from(unheard);
                self.set_key(Some(state), Origin::Set, entry, id);
                None
            }
            What::KeySet { state } => {
                self.set_key(state, Origin::Set, entry, id);
                None
            }
            What::KeyFound { state } => {
                self.set_key(state, Origin::Found, entry, id);
                None
            }
            What::Attributed => {
                let key = self.key.as_mut().filter(|key| Some(key.occurrence) == entry.cause)?;
                key.set_by = entry.actor;
                None
            }
            What::Gap(gap) => {
                self.sight = match gap {
                    Gap::StoreAway => Sight::StoreAway,
                    Gap::LinkLost => Sight::LinkLost,
                    Gap::StoreBack | Gap::LinkBack => Sight::Clear,
                    Gap::Missed { .. } | Gap::Asleep { .. } => self.sight,
                };
                None
            }
            What::StateLost { .. } => {
                self.totals.lost += 1;
                self.totals.overwritten_by_result += u64::from(entry.actor.service().is_some());
                None
            }
            What::ResultPublished { .. } => {
                self.totals.results += 1;
                None
            }
            What::StateChanged { .. } | What::Renamed | What::CommandRefused { .. } => None,
            What::Added => {
                let service = entry.actor.service()?;
                self.services.push(ServiceView::new(names.service(service)));
                None
            }
            _ => self.apply_to_service(entry.actor.service()?, entry, id, names),
        }
    }

    /// Moves on to `place`, at which no further entries are seen: in simulated time the reads before `end` that lead to
    /// nothing pass on the way. A live driver measures them.
    pub(crate) fn settle(&mut self, place: Place, end: Time) {
        self.place = place;
        if self.driver == Driver::Simulated {
            for service in &mut self.services {
                service.pass_before(end);
            }
        }
    }

    fn set_key(&mut self, state: Option<StateId>, origin: Origin, entry: &Entry, id: EntryId) {
        let (set_by, set_at) = (entry.actor, entry.at);
        self.key = state.map(|state| KeyView { state, set_by, set_at, origin, occurrence: id, works: 0 });
    }

    fn apply_to_service(
        &mut self,
        service: ServiceId,
        entry: &Entry,
        id: EntryId,
        names: &Names,
    ) -> Option<ReadRun> {
        let now = entry.at;
        let view = &mut self.services[service.index()];
        if self.driver == Driver::Simulated {
            view.pass_before(now);
        }
        match entry.what {
            What::Started | What::Restarted => view.phase = Phase::Sleeping(PollClock::started(now)),
            What::WorkStarted { state } => {
                view.start_work(now, state, id, names);
                self.totals.works += 1;
                if let Some(key) = &mut self.key {
                    self.totals.noticed += u64::from(key.origin == Origin::Set);
                    self.totals.double_work += u64::from(key.works > 0);
                    key.works += 1;
                }
            }
            What::WorkFinished { state } => {
                view.finish_work(now);
                self.set_key(Some(state), Origin::Set, entry, id);
                return None;
            }
            What::Stopping => {
                if let Phase::Working(work) = &mut view.phase {
                    work.stopping = Some(Stopping { entry: Some(id) });
                }
                return None;
            }
            What::Stopped => view.phase = Phase::Stopped,
            What::Crashed | What::Removed => {
                self.totals.abandoned_work += u64::from(view.end_work(now));
                view.phase = if entry.what == What::Crashed { Phase::Crashed } else { Phase::Removed };
            }
            What::Edited(edit) => {
                let edit = names.edit(edit);
                view.allowed = edit.allowed.unwrap_or(view.allowed);
                view.work_time = edit.work_time.unwrap_or(view.work_time);
                let interval = edit.poll_interval?;
                let run = view.close_idle_reads(service);
                view.poll_interval = interval;
                if let Phase::Sleeping(clock) = &mut view.phase {
                    clock.change_interval(now, interval);
                }
                return run;
            }
            What::ReadFailed => {
                view.polls += 1;
                view.phase = Phase::Sleeping(PollClock::slept(now, view.poll_interval));
            }
            What::WriteFailed { .. } => view.fail_work(now),
            _ => return None,
        }
        self.services[service.index()].close_idle_reads(service)
    }
}

impl ServiceView {
    fn start_work(&mut self, now: Time, state: StateId, entry: EntryId, names: &Names) {
        self.polls += 1;
        self.works += 1;
        let next_state = names.allowed(self.allowed).iter().find(|(allowed, _)| *allowed == state);
        let next_state = next_state.map_or(state, |(_, next)| *next);
        let until = now + self.work_time;
        let started_by = Some(entry);
        self.phase =
            Phase::Working(Work { state, next_state, since: now, until, started_by, stopping: None });
    }

    /// The work is over and its write failed: who was to stop is gone, the others sleep.
    fn fail_work(&mut self, now: Time) {
        let stops = self.phase.work().is_some_and(|work| work.stopping.is_some());
        self.finish_work(now);
        if stops {
            self.phase = Phase::Stopped;
        }
    }

    /// The work is over: what follows is sleep, or a `stopped` entry of the same act.
    fn finish_work(&mut self, now: Time) {
        self.end_work(now);
        self.phase = Phase::Sleeping(PollClock::slept(now, self.poll_interval));
    }
}
