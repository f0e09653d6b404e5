//! The services that do nothing about the key: who looks and lets it pass, who cannot look.

use event_pattern::explain::{Stance, stance};
use event_pattern::trace::{Driver, ServiceId};
use event_pattern::view::Sight;

use super::{Narrator, TOLD_SERVICES};
use crate::sentences::told::Told;
use crate::texts::counted;

impl Narrator<'_> {
    /// Tells of the services that are not among `told`, the first few one by one.
    pub(super) fn others(&mut self, told: &[ServiceId]) {
        let rest: Vec<ServiceId> =
            self.view.present().map(|(id, _)| id).filter(|id| !told.contains(id)).collect();
        for &id in rest.iter().take(TOLD_SERVICES) {
            self.other(id);
        }
        let more = rest.len().saturating_sub(TOLD_SERVICES) as u64;
        if more > 0 {
            let pattern = counted(more, self.texts.more_one, self.texts.more_many);
            self.say(pattern, &[("count", Told::Count(more))]);
        }
    }

    fn other(&mut self, id: ServiceId) {
        let texts = self.texts;
        let service = ("service", Told::Service(id));
        let clock = |at| ("clock", Told::Clock(at));
        match stance(self.teller.trace, self.view, id) {
            Stance::NotItsState { looks, next_read } => {
                let Some(key) = self.view.key.filter(|_| !self.nobody_told) else { return };
                let state = ("state", Told::State(key.state));
                if looks == 0 {
                    return self.say(texts.passes_next, &[service, state, clock(next_read)]);
                }
                let pattern = counted(looks, texts.passed_one, texts.passed_many);
                self.say(pattern, &[service, state, ("count", Told::Count(looks))]);
            }
            Stance::WorksOnSomethingElse { work, .. } => {
                let (state, next) = (Told::State(work.state), Told::State(work.next_state));
                let places = [service, ("state", state), clock(work.until), ("next", next)];
                self.say(texts.works_on_other, &places);
            }
            Stance::WillTake { .. } if self.view.sight != Sight::Clear => {}
            // It took the state before, was gone, and came back.
            Stance::WillTake { next_read } => {
                let Some(key) = self.view.key else { return };
                let places = [service, ("state", Told::State(key.state)), clock(next_read)];
                self.say(texts.will_take_too, &places);
            }
            // Its own sentence has just said so.
            _ if self.told == Some(id) => {}
            Stance::NotStarted { starts_at: Some(at), .. } => {
                self.say(texts.starts_at, &[service, clock(at)])
            }
            Stance::NotStarted { .. } if self.view.driver == Driver::Live => {
                self.say(texts.left_to_others, &[service]);
            }
            Stance::NotStarted { .. } => self.say(texts.not_started, &[service]),
            Stance::Stopped { .. } => self.say(texts.is_stopped, &[service]),
            Stance::Crashed { .. } => self.say(texts.is_crashed, &[service]),
            Stance::NothingSet { .. } | Stance::SetIt { .. } | Stance::WorksOnIt { .. } | Stance::Removed => {
            }
        }
    }
}
