//! The futures of a run. A command in the past does not end the future that was recorded: it stays as a branch of its
//! own, to be gone back to. Branches share what they have in common.

use std::rc::Rc;

use event_pattern::scenario::TimedCommand;
use event_pattern::{Engine, Place, Time, Trace};

use super::history::{Change, Way};
use super::{Player, Run};
use crate::run::saved_branches::{SavedBranch, SavedStill};
use crate::run::{BranchId, BranchSummary, BranchTitle, Deed, KeptBranch, Refused};

/// How many branches are kept; the oldest goes when there is one more.
pub(super) const MOST_BRANCHES: usize = 20;

/// All branches of a run, in the order of their numbers.
#[derive(Clone)]
pub(super) struct Branches {
    list: Vec<Branch>,
    shown: BranchId,
    last: BranchId,
    summaries: Rc<[BranchSummary]>,
}

/// A branch.
#[derive(Clone)]
pub(super) struct Branch {
    pub(super) title: BranchTitle,
    parent: Option<BranchId>,
    forked_at: Time,
    /// None for the one that is shown: the run itself has it.
    kept: Option<Still>,
}

/// A branch as it was left.
#[derive(Clone)]
pub(super) struct Still {
    pub(super) engine: Engine,
    pub(super) place: Place,
}

impl Branches {
    /// The one future of a fresh run.
    pub(super) fn first() -> Branches {
        let title = BranchTitle { id: BranchId::FIRST, name: None, begun_by: None };
        let first = Branch { title, parent: None, forked_at: Time::ZERO, kept: None };
        let mut branches = Branches {
            list: vec![first],
            shown: BranchId::FIRST,
            last: BranchId::FIRST,
            summaries: Rc::default(),
        };
        branches.sum_up();
        branches
    }

    /// The one that is shown.
    pub(super) fn shown(&self) -> BranchId {
        self.shown
    }

    /// What the page knows of them; the same as before if nothing has changed.
    pub(super) fn summaries(&self) -> Rc<[BranchSummary]> {
        self.summaries.clone()
    }

    /// What is recorded in those that are not shown.
    pub(super) fn traces(&self) -> impl Iterator<Item = &Trace> {
        self.list.iter().filter_map(Branch::trace)
    }

    /// The oldest that is not shown, if there are more than may be.
    pub(super) fn one_too_many(&self) -> Option<BranchId> {
        if self.list.len() > MOST_BRANCHES { self.oldest() } else { None }
    }

    /// The oldest that is not shown.
    pub(super) fn oldest(&self) -> Option<BranchId> {
        self.list.iter().map(|branch| branch.title.id).find(|id| *id != self.shown)
    }

    /// What has to be kept of them; nothing if there is only the one that a run begins with, without a name.
    pub(super) fn save(&self, shown: &Engine) -> Vec<SavedBranch> {
        if let [Branch { title: BranchTitle { id: BranchId::FIRST, name: None, .. }, .. }] = &self.list[..] {
            return Vec::new();
        }
        let save = |branch: &Branch| {
            let given = branch.kept.as_ref().map_or(shown, |still| &still.engine).given();
            let begun_by = branch.title.begun_by.as_deref();
            SavedBranch {
                id: branch.title.id.0,
                name: branch.title.name.as_deref().map(str::to_owned),
                parent: branch.parent.map_or(0, |parent| parent.0),
                forked_at: branch.forked_at,
                begun_by: begun_by.and_then(|begun_by| given.iter().position(|given| given == begun_by)),
                kept: branch.kept.as_ref().map(|still| SavedStill {
                    given: still.engine.given().to_vec(),
                    place: still.place,
                    recorded_until: still.engine.now().unwrap_or(Time::ZERO),
                }),
            }
        };
        self.list.iter().map(save).collect()
    }

    /// The branches that were saved, each kept one made anew by `replay`; says how many could not be. Without the one
    /// that is shown it is garbage, and there is one branch.
    pub(super) fn restore(
        saved: Vec<SavedBranch>,
        shown: &[TimedCommand],
        mut replay: impl FnMut(SavedStill) -> Option<Still>,
    ) -> (Branches, u32) {
        let mut branches = Branches::first();
        let is_shown = |branch: &&SavedBranch| branch.kept.is_none();
        let Some(current) = saved.iter().find(is_shown).map(|branch| BranchId(branch.id)) else {
            return (branches, 0);
        };
        branches.list.clear();
        branches.shown = current;
        let mut gone = 0;
        for branch in saved {
            let id = BranchId(branch.id);
            branches.last = branches.last.max(id);
            let given = branch.kept.as_ref().map_or(shown, |still| &still.given);
            let begun_by = branch.begun_by.and_then(|index| given.get(index)).cloned().map(Rc::new);
            let kept = branch.kept.map(&mut replay);
            // Twice the same number, or twice one that is shown: somebody has changed what was saved.
            if matches!(kept, Some(None))
                || branches.index_of(id).is_some()
                || (kept.is_none() && id != current)
            {
                gone += 1;
                continue;
            }
            let title = BranchTitle { id, name: branch.name.map(Into::into), begun_by };
            let parent = Some(BranchId(branch.parent)).filter(|parent| parent.0 > 0);
            branches.insert(Branch { title, parent, forked_at: branch.forked_at, kept: kept.flatten() });
        }
        (branches, gone)
    }

    fn index_of(&self, id: BranchId) -> Option<usize> {
        self.list.binary_search_by_key(&id, |branch| branch.title.id).ok()
    }

    fn insert(&mut self, branch: Branch) {
        let index = self.list.partition_point(|other| other.title.id < branch.title.id);
        self.list.insert(index, branch);
        self.sum_up();
    }

    /// Takes a branch that is not shown out of the list.
    pub(super) fn take(&mut self, id: BranchId) -> Option<Branch> {
        let index = self.index_of(id).filter(|_| id != self.shown)?;
        let branch = self.list.remove(index);
        self.sum_up();
        Some(branch)
    }

    fn sum_up(&mut self) {
        let kept = |still: &Still| {
            Rc::new(KeptBranch {
                trace: still.engine.trace().clone(),
                recorded_until: still.engine.now().unwrap_or(Time::ZERO),
            })
        };
        let summary = |branch: &Branch| BranchSummary {
            title: branch.title.clone(),
            parent: branch.parent,
            forked_at: branch.forked_at,
            kept: branch.kept.as_ref().map(kept),
        };
        self.summaries = self.list.iter().map(summary).collect();
    }
}

impl Branch {
    /// What is recorded in it, if it is not the one that is shown.
    pub(super) fn trace(&self) -> Option<&Trace> {
        self.kept.as_ref().map(|still| still.engine.trace())
    }
}

impl Run {
    /// Keeps `before` as the branch that was shown, and shows a new one, which `begun_by` has just begun.
    pub(super) fn fork(&mut self, before: Still, begun_by: TimedCommand) -> Way {
        let (parent, place) = (self.branches.shown, before.place);
        let branches = &mut self.branches;
        branches.last = BranchId(branches.last.0 + 1);
        let child = branches.last;
        if let Some(index) = branches.index_of(parent) {
            branches.list[index].kept = Some(before);
        }
        branches.shown = child;
        let title = BranchTitle { id: child, name: None, begun_by: Some(Rc::new(begun_by)) };
        branches.insert(Branch { title, parent: Some(parent), forked_at: place.at, kept: None });
        Way::Join { child, parent, place }
    }

    /// Shows another branch at the place at which it was left; says which was shown before.
    pub(super) fn switch_to(&mut self, to: BranchId) -> Option<BranchId> {
        let from = self.branches.shown;
        let next = self.branches.index_of(to)?;
        let still = self.branches.list[next].kept.take()?;
        let before = Still { engine: std::mem::replace(&mut self.engine, still.engine), place: self.place };
        self.place = still.place;
        if let Some(index) = self.branches.index_of(from) {
            self.branches.list[index].kept = Some(before);
        }
        self.branches.shown = to;
        self.branches.sum_up();
        Some(from)
    }

    /// Takes back that `child` was begun: shows its parent, at the place at which the command was given.
    pub(super) fn join(&mut self, child: BranchId, parent: BranchId, place: Place) -> Option<Way> {
        self.switch_to(parent)?;
        self.place = place;
        Some(Way::Fork(Box::new(self.branches.take(child)?)))
    }

    /// Begins a branch again that was taken back.
    pub(super) fn fork_again(&mut self, branch: Branch) -> Option<Way> {
        let (child, place) = (branch.title.id, self.place);
        self.branches.insert(branch);
        let parent = self.switch_to(child)?;
        Some(Way::Join { child, parent, place })
    }

    /// Puts back a branch that was removed.
    pub(super) fn put_back(&mut self, branch: Branch) -> Way {
        let id = branch.title.id;
        self.branches.insert(branch);
        Way::Remove(id)
    }

    /// Gives a branch another name; says which it had.
    pub(super) fn rename_branch(&mut self, id: BranchId, name: Option<Rc<str>>) -> Option<Option<Rc<str>>> {
        let index = self.branches.index_of(id)?;
        let before = std::mem::replace(&mut self.branches.list[index].title.name, name);
        self.branches.sum_up();
        Some(before)
    }
}

impl Player {
    pub(super) fn switch_branch(&mut self, to: BranchId) -> Result<(), Refused> {
        let title = self.title_of(to)?;
        let from = self.now.switch_to(to).ok_or(Refused::NoSuchBranch)?;
        self.did(Deed::Switched(title), Way::Switch(from));
        self.look_around();
        Ok(())
    }

    pub(super) fn rename_branch(&mut self, id: BranchId, name: Option<Rc<str>>) -> Result<(), Refused> {
        if self.title_of(id)?.name == name {
            return Ok(());
        }
        let before = self.now.rename_branch(id, name).ok_or(Refused::NoSuchBranch)?;
        let title = self.title_of(id)?;
        self.did(Deed::Renamed(title), Way::Rename(id, before));
        Ok(())
    }

    pub(super) fn remove_branch(&mut self, id: BranchId) -> Result<(), Refused> {
        let branch = self.now.branches.take(id).ok_or(Refused::NoSuchBranch)?;
        self.did(Deed::Removed(branch.title.clone()), Way::PutBack(Box::new(branch)));
        Ok(())
    }

    fn title_of(&self, id: BranchId) -> Result<BranchTitle, Refused> {
        let branches = &self.now.branches;
        let index = branches.index_of(id).ok_or(Refused::NoSuchBranch)?;
        Ok(branches.list[index].title.clone())
    }

    fn did(&mut self, deed: Deed, way: Way) {
        self.history.did(Some(Change { deed: Rc::new(deed), way }));
        self.keep_within_bounds();
    }
}
