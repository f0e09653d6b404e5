//! Jumps: to the nearest entry of a kind.

use event_pattern::condition::Condition;
use event_pattern::trace::{Entry, EntryId, What};
use event_pattern::{Place, Trace, View};

use super::{FLIGHT, Player, StepShown};
use crate::run::{Jump, Pace, Refused};

/// Where a jump leads in what is recorded, from `view`'s place.
pub(super) fn find(trace: &Trace, view: &View, jump: Jump) -> Option<Place> {
    let is_one = |entry: &Entry| match jump {
        Jump::NextLoss | Jump::PreviousLoss => is_loss(entry),
        Jump::NextOf(actor) | Jump::PreviousOf(actor) => entry.actor == actor,
    };
    let found = match jump {
        Jump::NextLoss | Jump::NextOf(_) => {
            trace.entries_from(view.entries_seen).find(|(_, entry)| is_one(entry)).map(|(id, _)| id)
        }
        Jump::PreviousLoss | Jump::PreviousOf(_) => {
            // The one that is looked at is not before it.
            let is_before = |id: &EntryId| trace.place_of(*id) < Some(view.place);
            let mut ids =
                (0..view.entries_seen).rev().map(EntryId::from_index).skip_while(|id| !is_before(id));
            ids.find(|id| trace.get(*id).is_some_and(is_one))
        }
    };
    trace.place_of(found?)
}

fn is_loss(entry: &Entry) -> bool {
    matches!(entry.what, What::StateLost { .. })
}

/// Why a jump leads nowhere.
pub(super) fn nowhere(jump: Jump) -> Refused {
    match jump {
        Jump::NextLoss => Refused::NoLossAhead,
        Jump::NextOf(_) => Refused::NothingOfItAhead,
        Jump::PreviousLoss => Refused::NoLossBefore,
        Jump::PreviousOf(_) => Refused::NothingOfItBefore,
    }
}

impl Player {
    pub(super) fn jump(&mut self, jump: Jump) -> Result<(), Refused> {
        self.playing = false;
        match (find(self.now.engine.trace(), &self.view, jump), jump) {
            (Some(place), _) => self.stop_at(place),
            // Ahead of the record there may be one.
            (None, Jump::NextLoss) => self.run_until(Condition::Loss, Pace::AtOnce)?,
            (None, Jump::NextOf(actor)) => self.run_until(Condition::Actor(actor), Pace::AtOnce)?,
            (None, Jump::PreviousLoss | Jump::PreviousOf(_)) => return Err(nowhere(jump)),
        }
        Ok(())
    }

    /// Stands still at a place that was not walked to: what flew there has landed.
    pub(super) fn stop_at(&mut self, place: Place) {
        self.look_at(place);
        self.step = Some(StepShown { passed: FLIGHT, from: self.view.entries_seen });
    }
}
