//! Who did what: for each lane the numbers of its entries. Each entry is looked at once, and counted in one list only;
//! what another future has in common with the one before is kept.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use event_pattern::Trace;
use event_pattern::scenario::TimedCommand;
use event_pattern::trace::{Actor, Entry, EntryId, What};

use super::ids::Ids;
use crate::run::Picture;
use crate::state::Node;

/// An index that painter, keys and panels share. A copy is the same index.
#[derive(Clone, Debug, Default)]
pub struct SharedIndex(pub Rc<RefCell<Index>>);

impl PartialEq for SharedIndex {
    fn eq(&self, other: &SharedIndex) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// For each lane the numbers of its entries.
#[derive(Clone, Debug, Default)]
pub struct Index {
    run: u64,
    given: Arc<Vec<TimedCommand>>,
    /// How many entries have been looked at.
    taken: usize,
    /// A number that changes when what was known is no longer true.
    edition: u32,
    publisher: Ids,
    /// What the key held, and what could not be seen of it.
    values: Ids,
    /// Sets by somebody elsewhere, in a live run.
    others: Ids,
    losses: Ids,
    services: Vec<Ids>,
    receiver: Ids,
}

/// Whether everything has been looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It has.
    Done,
    /// There is more.
    More,
}

impl Index {
    /// Forgets what is not in the run of `picture`. Up to the first command in which two futures differ they are the same.
    pub fn follow(&mut self, picture: &Picture) {
        if picture.run != self.run {
            let edition = self.edition + 1;
            *self = Index { run: picture.run, given: picture.given.clone(), edition, ..Index::default() };
            return;
        }
        if Arc::ptr_eq(&self.given, &picture.given) {
            return;
        }
        let (old, new) = (&self.given, &picture.given);
        let same = old.iter().zip(new.iter()).take_while(|(old, new)| old == new).count();
        let differs = old.get(same).into_iter().chain(new.get(same)).map(|command| command.at).min();
        if let Some(at) = differs {
            self.cut(picture.trace.count_before(at));
        }
        self.given = picture.given.clone();
    }

    /// Takes in at most so many entries of `trace` that it has not looked at yet.
    pub fn take_in(&mut self, trace: &Trace, most: usize) -> Progress {
        for (id, entry) in trace.entries_from(self.taken).take(most) {
            self.list_of(entry).push(id.number() - 1);
        }
        self.taken = trace.len().min(self.taken + most).max(self.taken);
        if self.taken < trace.len() { Progress::More } else { Progress::Done }
    }

    /// How many entries have been looked at.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// A number that changes when what was known is no longer true.
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// The lists that make the lane of `node`, the one that its spans come from first.
    pub fn lists(&self, node: Node) -> [&Ids; 3] {
        static NONE: Ids = Ids::NONE;
        match node {
            Node::Publisher => [&self.publisher, &NONE, &NONE],
            Node::Broker => [&self.values, &self.others, &self.losses],
            Node::Service(id) => [self.services.get(id.index()).unwrap_or(&NONE), &NONE, &NONE],
            Node::Receiver => [&self.receiver, &NONE, &NONE],
        }
    }

    /// The states that were lost.
    pub fn losses(&self) -> &Ids {
        &self.losses
    }

    /// What was set from outside: by the publisher, and by somebody elsewhere.
    pub fn publications(&self) -> [&Ids; 2] {
        [&self.publisher, &self.others]
    }

    /// The first entry of a lane after the first `seen` entries of the run.
    pub fn next(&self, node: Node, seen: usize) -> Option<EntryId> {
        first_from(&self.lists(node), seen)
    }

    /// The last entry of a lane among the first `seen` of the run.
    pub fn previous(&self, node: Node, seen: usize) -> Option<EntryId> {
        last_below(&self.lists(node), seen)
    }

    /// The first loss after the first `seen` entries of the run.
    pub fn next_loss(&self, seen: usize) -> Option<EntryId> {
        first_from(&[&self.losses], seen)
    }

    /// The last loss among the first `seen` entries of the run.
    pub fn previous_loss(&self, seen: usize) -> Option<EntryId> {
        last_below(&[&self.losses], seen)
    }

    /// How much memory it takes, in bytes.
    pub fn bytes(&self) -> usize {
        self.lists_of_all().map(Ids::bytes).sum::<usize>() + self.services.capacity() * size_of::<Ids>()
    }

    /// Whether two say the same of a run, whatever they were told on the way.
    #[cfg(test)]
    pub(super) fn says_the_same(&self, other: &Index) -> bool {
        let services = self.services.len().max(other.services.len());
        let lane = |index: &Index, service: usize| index.services.get(service).cloned().unwrap_or_default();
        self.taken == other.taken
            && (0..services).all(|service| lane(self, service) == lane(other, service))
            && (&self.publisher, &self.values, &self.others, &self.losses, &self.receiver)
                == (&other.publisher, &other.values, &other.others, &other.losses, &other.receiver)
    }

    fn lists_of_all(&self) -> impl Iterator<Item = &Ids> {
        let few = [&self.publisher, &self.values, &self.others, &self.losses, &self.receiver];
        few.into_iter().chain(&self.services)
    }

    fn cut(&mut self, kept: usize) {
        if kept >= self.taken {
            return;
        }
        self.taken = kept;
        self.edition += 1;
        let number = u32::try_from(kept).unwrap_or(u32::MAX);
        let few =
            [&mut self.publisher, &mut self.values, &mut self.others, &mut self.losses, &mut self.receiver];
        for ids in few.into_iter().chain(&mut self.services) {
            ids.cut(number);
        }
    }

    fn list_of(&mut self, entry: &Entry) -> &mut Ids {
        if let Some(node) = special_list(entry) {
            return match node {
                Special::Value => &mut self.values,
                Special::Other => &mut self.others,
                Special::Loss => &mut self.losses,
                Special::Result => &mut self.receiver,
            };
        }
        match entry.actor {
            Actor::Publisher => &mut self.publisher,
            Actor::Other(_) => &mut self.values,
            Actor::Service(id) => {
                if self.services.len() <= id.index() {
                    self.services.resize_with(id.index() + 1, Ids::default);
                }
                &mut self.services[id.index()]
            }
        }
    }
}

/// A list that is not its actor's.
enum Special {
    Value,
    Other,
    Loss,
    Result,
}

fn special_list(entry: &Entry) -> Option<Special> {
    match entry.what {
        What::StateChanged { .. } | What::KeyFound { .. } | What::Attributed | What::Gap(_) => {
            Some(Special::Value)
        }
        What::KeySet { .. } => Some(Special::Other),
        What::StateLost { .. } => Some(Special::Loss),
        What::ResultPublished { .. } => Some(Special::Result),
        _ => None,
    }
}

/// Whose lane an entry is in.
pub fn lane_of(entry: &Entry) -> Node {
    match (special_list(entry), entry.actor) {
        (Some(Special::Result), _) => Node::Receiver,
        (Some(_), _) | (None, Actor::Other(_)) => Node::Broker,
        (None, Actor::Publisher) => Node::Publisher,
        (None, Actor::Service(id)) => Node::Service(id),
    }
}

fn first_from(lists: &[&Ids], seen: usize) -> Option<EntryId> {
    let seen = u32::try_from(seen).ok()?;
    let firsts = lists.iter().filter_map(|ids| ids.get(ids.count_below(seen)));
    firsts.min().map(|number| EntryId::from_index(number as usize))
}

fn last_below(lists: &[&Ids], seen: usize) -> Option<EntryId> {
    let seen = u32::try_from(seen).unwrap_or(u32::MAX);
    let lasts = lists.iter().filter_map(|ids| ids.get(ids.count_below(seen).checked_sub(1)?));
    lasts.max().map(|number| EntryId::from_index(number as usize))
}
