//! Where an entry comes from: its causes, back to what came from outside.

use std::iter;

use crate::trace::{EntryId, Trace, What};

/// The causes of the entry `id`: what made it happen, what made that happen, and so on back to what a person, a command
/// or a start time made directly. The entry itself is not among them.
///
/// Each lies before the one that it caused. A run of blind writes can be long: take as many as are shown.
pub fn causes(trace: &Trace, id: EntryId) -> impl Iterator<Item = EntryId> {
    let cause_of = |id: EntryId| trace.get(id)?.cause;
    iter::successors(cause_of(id), move |&id| cause_of(id))
}

/// The other line of a loss, of which [`causes`] tells only who overwrote: the set that is lost, and its causes.
/// Nothing if `id` is no loss.
pub fn lost_line(trace: &Trace, id: EntryId) -> impl Iterator<Item = EntryId> {
    let set_by = trace.get(id).and_then(|entry| match entry.what {
        What::StateLost { set_by, .. } => Some(set_by),
        _ => None,
    });
    set_by.into_iter().flat_map(|set_by| iter::once(set_by).chain(causes(trace, set_by)))
}
