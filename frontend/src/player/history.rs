//! What can be taken back and done again: edits as new commands with the old values, all else as whole runs.

use std::rc::Rc;

use event_pattern::Time;
use event_pattern::scenario::Command;

use super::{Player, Run, inverse};
use crate::run::{Deed, Refused};

/// How many changes can be taken back. Whole runs among them share what they have in common.
const MOST_CHANGES: usize = 50;
/// How many entries all whole runs together may have, counted as if they shared nothing: about 200 MB.
const MOST_KEPT_ENTRIES: usize = 4_000_000;

/// A change that can be taken back, or done again: what a person did, and what reverts it.
#[derive(Clone)]
pub(super) struct Change {
    pub(super) deed: Rc<Deed>,
    pub(super) way: Way,
}

/// How a change is reverted.
#[derive(Clone)]
pub(super) enum Way {
    /// Another run is put in place of the present one: after a cut, a restart, another scenario.
    Whole(Box<Run>),
    /// A command undoes the effect of another.
    Edit {
        /// The command that goes back.
        back: Command,
        /// The command that goes forth.
        forth: Command,
        /// When `forth` took effect.
        at: Time,
    },
}

/// What was done and what was taken back, each with the last at the end.
#[derive(Clone, Default)]
pub(super) struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl History {
    /// Something was done: what was taken back before is gone. `change` is none for what cannot be taken back.
    pub(super) fn did(&mut self, change: Option<Change>) {
        self.undone.clear();
        self.done.extend(change);
        while self.done.len() > MOST_CHANGES
            || (self.done.len() > 1 && self.kept_entries() > MOST_KEPT_ENTRIES)
        {
            self.done.remove(0);
        }
    }

    fn kept_entries(&self) -> usize {
        let entries = |change: &Change| match &change.way {
            Way::Whole(run) => run.engine.trace().len(),
            Way::Edit { .. } => 0,
        };
        self.done.iter().map(entries).sum()
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

impl Player {
    /// What Undo would take back.
    pub fn to_undo(&self) -> Option<Rc<Deed>> {
        self.history.done.last().map(|change| change.deed.clone())
    }

    /// What Redo would do again.
    pub fn to_redo(&self) -> Option<Rc<Deed>> {
        self.history.undone.last().map(|change| change.deed.clone())
    }

    pub(super) fn undo(&mut self) -> Result<(), Refused> {
        let change = self.history.done.last().cloned().ok_or(Refused::NothingToUndo)?;
        let opposite = self.revert(change)?;
        self.history.done.pop();
        self.history.undone.push(opposite);
        Ok(())
    }

    pub(super) fn redo(&mut self) -> Result<(), Refused> {
        let change = self.history.undone.last().cloned().ok_or(Refused::NothingToRedo)?;
        let opposite = self.revert(change)?;
        self.history.undone.pop();
        self.history.done.push(opposite);
        Ok(())
    }

    /// Takes `change` back and gives the change that would do it again.
    fn revert(&mut self, change: Change) -> Result<Change, Refused> {
        let Change { deed, way } = change;
        let (back, forth, at) = match way {
            Way::Whole(run) => return Ok(Change { deed, way: self.put_in_place(*run) }),
            Way::Edit { back, forth, at } => (back, forth, at),
        };
        // Before its time there is nothing to take back: it is taken back where the record ends.
        let place = self.now.place;
        let place = match place.at < at {
            true => self.now.engine.trace().place_after(self.now.recorded_until()),
            false => place,
        };
        let cut = self.now.engine.would_cut(place).then(|| self.now.clone());
        let takes_effect = place.at.next_whole_ms();
        let arrived = self.now.engine.intervene(place, inverse::due_at(back.clone(), takes_effect))?;
        self.arrive(arrived);
        let way = match cut {
            Some(before) => Way::Whole(Box::new(before)),
            None => Way::Edit { back: forth, forth: back, at: takes_effect },
        };
        Ok(Change { deed, way })
    }

    /// Time stands still then: what is back is there to be looked at.
    fn put_in_place(&mut self, run: Run) -> Way {
        let before = std::mem::replace(&mut self.now, run);
        self.playing = false;
        self.look_at(self.now.place);
        Way::Whole(Box::new(before))
    }
}
