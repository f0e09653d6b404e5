//! The story of a state that somebody acts on: who took it, or for whom it waits.

use event_pattern::Span;
use event_pattern::explain::{Stance, Taken, stance};
use event_pattern::trace::{Driver, ServiceId};
use event_pattern::view::{KeyView, Origin};

use super::{Narrator, TOLD_SERVICES};
use crate::sentences::told::Told;

impl Narrator<'_> {
    /// Who took it, and what they do with it now.
    pub(super) fn taken(&mut self, key: KeyView, taken: &[Taken], told: &mut Vec<ServiceId>) {
        let state = ("state", Told::State(key.state));
        for (index, taken) in taken.iter().take(TOLD_SERVICES).enumerate() {
            let service = ("service", Told::Service(taken.by));
            let waited = taken.at.since(key.set_at);
            let time = ("time", Told::Span(waited));
            let pattern = match index {
                0 if key.origin == Origin::Found => self.teller.texts.sentences.work_started_found,
                0 if waited == Span::ZERO && self.view.driver == Driver::Live => self.texts.took_when_seen,
                0 if waited == Span::ZERO => self.texts.took_at_once,
                0 => self.texts.took,
                _ => self.texts.took_too,
            };
            self.say(pattern, &[service, state, time]);
            if told.contains(&taken.by) {
                continue;
            }
            match stance(self.teller.trace, self.view, taken.by) {
                Stance::WorksOnIt { work } => {
                    let places = [
                        service,
                        ("clock", Told::Clock(work.until)),
                        ("state", Told::State(work.next_state)),
                    ];
                    self.say(self.texts.works_until, &places);
                    told.push(taken.by);
                }
                Stance::Crashed { .. } => {
                    self.say(self.texts.crashed_over_it, &[service, state]);
                    told.push(taken.by);
                }
                _ => {}
            }
        }
    }

    /// For whom it waits, and until when.
    pub(super) fn waiting(&mut self, key: KeyView, hearers: &[ServiceId], told: &mut Vec<ServiceId>) {
        // Whoever comes by first is told of first; who cannot come, last.
        let turn = |stance: Stance| match stance {
            Stance::WillTake { next_read } | Stance::SetIt { next_read, .. } => (0, Some(next_read)),
            Stance::WorksOnSomethingElse { work, .. } => (1, Some(work.until)),
            _ => (2, None),
        };
        let mut stances: Vec<(ServiceId, Stance)> = Vec::new();
        for &id in hearers.iter().take(TOLD_SERVICES) {
            let stance = stance(self.teller.trace, self.view, id);
            let place = stances.partition_point(|(_, earlier)| turn(*earlier) <= turn(stance));
            stances.insert(place, (id, stance));
        }
        for (index, (id, stance)) in stances.iter().enumerate() {
            self.waiting_for(key, *id, *stance, index > 0);
            told.push(*id);
        }
    }

    fn waiting_for(&mut self, key: KeyView, id: ServiceId, stance: Stance, somebody_before: bool) {
        let texts = self.texts;
        let (service, state) = (("service", Told::Service(id)), ("state", Told::State(key.state)));
        let clock = |at| ("clock", Told::Clock(at));
        match stance {
            Stance::WillTake { next_read } => {
                let pattern = if somebody_before { texts.will_take_too } else { texts.will_take };
                self.say(pattern, &[service, state, clock(next_read)]);
            }
            Stance::SetIt { next_read, .. } => {
                self.say(texts.takes_its_own, &[service, state, clock(next_read)]);
            }
            Stance::WorksOnSomethingElse { work, .. } => {
                self.say(texts.waits_for_worker, &[service, state, clock(work.until)]);
                if !somebody_before {
                    self.say(texts.will_overwrite, &[service, state, ("next", Told::State(work.next_state))]);
                }
            }
            Stance::NotStarted { starts_at: Some(at), .. } => {
                self.say(texts.waits_for_start, &[service, state, clock(at)]);
            }
            Stance::NotStarted { .. } if self.view.driver == Driver::Live => {
                self.say(texts.waits_for_others, &[service, state]);
            }
            Stance::NotStarted { .. } => self.say(texts.waits_not_started, &[service, state]),
            Stance::Stopped { .. } => self.say(texts.waits_stopped, &[service, state]),
            Stance::Crashed { .. } => self.say(texts.waits_crashed, &[service, state]),
            Stance::NothingSet { .. }
            | Stance::NotItsState { .. }
            | Stance::WorksOnIt { .. }
            | Stance::Removed => {}
        }
    }
}
