//! The last states that were set, each with what became of it. Knows no browser and no words.

use event_pattern::explain::{Fate, fate};
use event_pattern::trace::{Actor, EntryId, StateId, Trace, What};
use event_pattern::{Time, View};

/// How far back is looked for the last ones, in entries: a table must not cost more the longer a run is.
const LOOK_BACK: usize = 1_000;

/// One set of the key.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    /// The entry that set it.
    pub id: EntryId,
    /// When.
    pub at: Time,
    /// The state.
    pub state: StateId,
    /// Who set it.
    pub by: Actor,
    /// What became of it, as far as it is known at the place that is looked at.
    pub fate: Fate,
}

/// The last `most` sets of the key before `view`'s place, the newest first; of one actor only, if one is named.
pub fn last_occurrences(trace: &Trace, view: &View, by: Option<Actor>, most: usize) -> Vec<Occurrence> {
    let until = view.entries_seen.min(trace.len());
    let occurrence = |index| {
        let id = EntryId::from_index(index);
        let entry = trace.get(id)?;
        let state = match entry.what {
            What::Published { state, .. } | What::WorkFinished { state } => state,
            What::KeySet { state } | What::KeyFound { state } => state?,
            _ => return None,
        };
        if by.is_some_and(|by| by != entry.actor) {
            return None;
        }
        let fate = fate(trace, view, id)?;
        Some(Occurrence { id, at: entry.at, state, by: entry.actor, fate })
    };
    (until.saturating_sub(LOOK_BACK)..until).rev().filter_map(occurrence).take(most).collect()
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::{BuiltIn, Command};
    use event_pattern::{Engine, State};

    use super::*;

    #[test]
    fn the_last_sets_are_listed_the_newest_first() {
        let mut engine = Engine::new(BuiltIn::Described.scenario());
        for (ms, state) in [(100, State::TRANSACTION_PAID), (1_000, State::TRANSACTION_CANCELED)] {
            let place = engine.go_to(Time::from_ms(ms));
            engine.intervene(place, Command::Publish(state)).unwrap();
        }
        let place = engine.go_to(Time::from_ms(4_000));
        let (trace, view) = (engine.trace(), engine.trace().view_at(place));
        let states = |by, most| -> Vec<State> {
            let last = last_occurrences(trace, &view, by, most);
            last.into_iter().map(|occurrence| trace.names().state(occurrence.state).clone()).collect()
        };
        let (paid, canceled) = (State::TRANSACTION_PAID, State::TRANSACTION_CANCELED);
        assert_eq!(states(None, 9), [State::IDLE, canceled.clone(), paid.clone()]);
        assert_eq!(states(Some(Actor::Publisher), 9), [canceled, paid]);
        assert_eq!(states(None, 1), [State::IDLE]);
        let lost = &last_occurrences(trace, &view, None, 2)[1];
        assert!(matches!(lost.fate, Fate::Lost { .. }), "{lost:?}");
    }
}
