//! The story of a state that was lost when the key was set last.

use event_pattern::explain::{Loss, loss};
use event_pattern::trace::{EntryId, What};

use super::{Narrator, TOLD_SERVICES};
use crate::sentences::entry::lost_to;
use crate::sentences::told::Told;
use crate::sentences::why::missed_sentence;

/// An act makes four entries at the most: the set, a result, a loss, a change.
const ACT: usize = 4;

impl Narrator<'_> {
    /// What was lost when the entry `set` set the key, if anything was.
    pub(super) fn loss_of(&self, set: EntryId) -> Option<Loss> {
        let trace = self.teller.trace;
        let seen = self.view.entries_seen - set.index();
        let mut act = trace.entries_from(set.index()).take(seen.min(ACT));
        let (lost, _) =
            act.find(|(_, entry)| entry.cause == Some(set) && matches!(entry.what, What::StateLost { .. }))?;
        loss(trace, lost)
    }

    /// That it was lost, by whom, and why nobody had taken it.
    pub(super) fn lost(&mut self, loss: Option<&Loss>) {
        let Some(loss) = loss else { return };
        let state = ("state", Told::State(loss.state));
        let sentences = &self.teller.texts.sentences;
        let pattern = lost_to(sentences, loss.by);
        match loss.by.service() {
            None => self.say(pattern, &[state]),
            Some(by) => self.say(pattern, &[state, ("service", Told::Service(by))]),
        }
        for &(id, missed) in loss.missed.iter().take(TOLD_SERVICES) {
            let sentence = missed_sentence(&self.teller, loss, id, missed);
            self.story.sentences.push(sentence);
        }
    }
}
