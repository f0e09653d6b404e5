//! Why a state was lost, in sentences: what each service that acts on it was doing meanwhile.

use event_pattern::Trace;
use event_pattern::explain::{Loss, Missed};
use event_pattern::trace::ServiceId;

use super::sentence::Sentence;
use super::told::{Teller, Told};
use crate::texts::Texts;

/// Why one service had not taken what was lost.
pub(super) fn missed_sentence(teller: &Teller<'_>, loss: &Loss, id: ServiceId, missed: Missed) -> Sentence {
    let texts = &teller.texts.story;
    let (pattern, at) = match missed {
        Missed::Asleep { next_read } => (texts.missed_asleep, Some(next_read)),
        Missed::Working(work) => (texts.missed_working, Some(work.until)),
        Missed::OverwroteIt => (texts.missed_overwriting, None),
        Missed::NotStarted => (texts.missed_not_started, None),
        Missed::Stopped => (texts.missed_stopped, None),
        Missed::Crashed => (texts.missed_crashed, None),
    };
    let (service, state) = (("service", Told::Service(id)), ("state", Told::State(loss.state)));
    match at {
        Some(at) => teller.tell(pattern, &[service, state, ("clock", Told::Clock(at))]),
        None => teller.tell(pattern, &[service, state]),
    }
}

/// Why nobody had taken what was lost, a sentence for each of the first `most` services that act on it; they are called
/// by their names after the first `seen` entries.
pub fn missed_sentences(
    texts: &Texts,
    trace: &Trace,
    seen: usize,
    loss: &Loss,
    most: usize,
) -> Vec<Sentence> {
    let teller = Teller { texts, trace, seen };
    loss.missed.iter().take(most).map(|&(id, missed)| missed_sentence(&teller, loss, id, missed)).collect()
}
