//! What can be taken back and done again: edits as new commands with the old values, branches as what they are, all else
//! as whole runs.

use std::rc::Rc;

use event_pattern::scenario::{Command, TimedCommand};
use event_pattern::{Place, Time, Trace};

use super::branches::Branch;
use super::{Player, Run, inverse};
use crate::run::{BranchId, Deed, Refused};

/// How many changes can be taken back.
const MOST_CHANGES: usize = 50;
/// How many entries may be kept beside the run that is shown; those that several of them share count once: about 200 MB.
const MOST_KEPT_ENTRIES: usize = 4_000_000;

/// A change that can be taken back, or done again: what a person did, and what reverts it.
#[derive(Clone)]
pub(super) struct Change {
    pub(super) deed: Rc<Deed>,
    pub(super) way: Way,
}

impl Change {
    /// A copy, if it is an edit: what cannot be taken back at one place may still be at another.
    fn edit(&self) -> Option<Change> {
        matches!(self.way, Way::Edit { .. }).then(|| self.clone())
    }
}

/// How a change is reverted.
#[derive(Clone)]
pub(super) enum Way {
    /// Another run is put in place of the present one: after a restart, another scenario.
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
    /// The branch that a command in the past has begun goes, and the one before is shown again, as it was then.
    Join {
        /// The one that goes.
        child: BranchId,
        /// The one before.
        parent: BranchId,
        /// Where the command was given.
        place: Place,
    },
    /// Such a branch comes back.
    Fork(Box<Branch>),
    /// This branch is shown.
    Switch(BranchId),
    /// A branch that was removed comes back.
    PutBack(Box<Branch>),
    /// This branch is removed.
    Remove(BranchId),
    /// This branch gets this name.
    Rename(BranchId, Option<Rc<str>>),
}

impl Way {
    /// What it keeps that is no part of the run.
    fn traces(&self) -> Vec<&Trace> {
        match self {
            Way::Whole(run) => [run.engine.trace()].into_iter().chain(run.branches.traces()).collect(),
            Way::Fork(branch) | Way::PutBack(branch) => branch.trace().into_iter().collect(),
            Way::Edit { .. } | Way::Join { .. } | Way::Switch(_) | Way::Remove(_) | Way::Rename(..) => {
                Vec::new()
            }
        }
    }

    /// Whether it leads nowhere without this branch.
    fn needs(&self, branch: BranchId) -> bool {
        match self {
            Way::Join { parent: it, .. } | Way::Switch(it) | Way::Remove(it) | Way::Rename(it, _) => {
                *it == branch
            }
            Way::Whole(_) | Way::Edit { .. } | Way::Fork(_) | Way::PutBack(_) => false,
        }
    }
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
        if self.done.len() > MOST_CHANGES {
            self.done.remove(0);
        }
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Forgets the oldest change that keeps entries, and what was done before it; says whether there was one. The last
    /// change stays: whoever has just restarted a run can always take that back.
    fn forget_oldest(&mut self) -> bool {
        let last = self.done.len().saturating_sub(1);
        let oldest = self.done[..last].iter().position(|change| !change.way.traces().is_empty());
        self.done.drain(..oldest.map_or(0, |oldest| oldest + 1));
        oldest.is_some()
    }

    /// Forgets what cannot be taken back any more without this branch.
    fn forget_with(&mut self, branch: BranchId) {
        let last = self.done.iter().rposition(|change| change.way.needs(branch));
        self.done.drain(..last.map_or(0, |last| last + 1));
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
        let change = self.history.done.pop().ok_or(Refused::NothingToUndo)?;
        let again = change.edit();
        let opposite = self.revert(change).inspect_err(|_| self.history.done.extend(again))?;
        self.history.undone.push(opposite);
        Ok(())
    }

    pub(super) fn redo(&mut self) -> Result<(), Refused> {
        let change = self.history.undone.pop().ok_or(Refused::NothingToRedo)?;
        let again = change.edit();
        let opposite = self.revert(change).inspect_err(|_| self.history.undone.extend(again))?;
        self.history.done.push(opposite);
        Ok(())
    }

    /// Forgets what is too much: first what could be taken back, then the oldest branches.
    pub(super) fn keep_within_bounds(&mut self) {
        loop {
            let too_many = self.now.branches.one_too_many();
            if too_many.is_none() && self.kept_entries() <= MOST_KEPT_ENTRIES {
                return;
            }
            if too_many.is_none() && self.history.forget_oldest() {
                continue;
            }
            let Some(oldest) = too_many.or_else(|| self.now.branches.oldest()) else { return };
            self.now.branches.take(oldest);
            self.history.forget_with(oldest);
            self.branches_let_go += 1;
        }
    }

    /// How many entries are kept beside those of the run that is shown.
    fn kept_entries(&self) -> usize {
        let changes = self.history.done.iter().chain(&self.history.undone);
        let kept = self.now.branches.traces().chain(changes.flat_map(|change| change.way.traces()));
        let mut known = vec![self.now.engine.trace()];
        let mut entries = 0;
        for trace in kept {
            let shared = known.iter().map(|other| trace.shared_with(other)).max().unwrap_or(0);
            entries += trace.len() - shared;
            known.push(trace);
        }
        entries
    }

    /// Takes `change` back and gives the change that would do it again.
    fn revert(&mut self, change: Change) -> Result<Change, Refused> {
        let Change { deed, way } = change;
        let opposite = match way {
            Way::Edit { back, forth, at } => {
                return Ok(Change { deed, way: self.revert_edit(&back, &forth, at)? });
            }
            Way::Whole(run) => Some(Way::Whole(Box::new(std::mem::replace(&mut self.now, *run)))),
            Way::Join { child, parent, place } => self.now.join(child, parent, place),
            Way::Fork(branch) => self.now.fork_again(*branch),
            Way::Switch(to) => self.now.switch_to(to).map(Way::Switch),
            Way::PutBack(branch) => Some(self.now.put_back(*branch)),
            Way::Remove(id) => self.now.branches.take(id).map(|branch| Way::PutBack(Box::new(branch))),
            Way::Rename(id, name) => self.now.rename_branch(id, name).map(|before| Way::Rename(id, before)),
        };
        // What could lead nowhere has been forgotten with the branch that it needs.
        let way = opposite.ok_or(Refused::NoSuchBranch)?;
        if !matches!(way, Way::Rename(..) | Way::Remove(_) | Way::PutBack(_)) {
            self.look_around();
        }
        Ok(Change { deed, way })
    }

    fn revert_edit(&mut self, back: &Command, forth: &Command, at: Time) -> Result<Way, Refused> {
        // Before its time there is nothing to take back: it is taken back where the record ends.
        let place = self.now.place;
        let place = match place.at < at {
            true => self.now.engine.trace().place_after(self.now.recorded_until()),
            false => place,
        };
        let cut = self.now.engine.would_cut(place).then(|| self.now.still());
        let takes_effect = place.at.next_whole_ms();
        let back_then = inverse::due_at(back.clone(), takes_effect);
        let arrived = self.now.engine.intervene(place, back_then.clone())?;
        let way = match cut {
            Some(before) => self.now.fork(before, TimedCommand { at: takes_effect, command: back_then }),
            None => Way::Edit { back: forth.clone(), forth: back.clone(), at: takes_effect },
        };
        self.arrive(arrived);
        Ok(way)
    }

    /// Time stands still then: what is there now is there to be looked at.
    pub(super) fn look_around(&mut self) {
        self.playing = false;
        self.look_at(self.now.place);
    }
}
