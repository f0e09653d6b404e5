//! What sentences tell of, as a trace knows it: a service, a state, a moment, and how each is written.

use event_pattern::trace::{ServiceId, StateId};
use event_pattern::{Span, Time, Trace};

use super::sentence::{Sentence, Value};
use crate::texts::{Texts, clock};

/// What fills a place of a pattern, as a trace knows it.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    /// A service.
    Service(ServiceId),
    /// A state.
    State(StateId),
    /// A moment.
    Clock(Time),
    /// A length of time.
    Span(Span),
    /// How many.
    Count(u64),
}

/// Tells of a trace as it is named after its first `seen` entries.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The words.
    pub texts: &'a Texts,
    /// What is told of.
    pub trace: &'a Trace,
    /// How many entries are seen: services are called by their names of then.
    pub seen: usize,
}

impl Teller<'_> {
    /// The sentence that `pattern` makes of `places`; a place that the pattern does not have is left out.
    pub fn tell(&self, pattern: &str, places: &[(&str, Told)]) -> Sentence {
        let names = self.trace.names();
        let mut words = [const { String::new() }; 4];
        for (slot, (_, told)) in words.iter_mut().zip(places) {
            *slot = match *told {
                Told::Clock(at) => clock(at),
                Told::Span(span) => self.texts.span(span),
                Told::Count(count) => self.texts.number(count),
                Told::Service(_) | Told::State(_) => continue,
            };
        }
        let values = places.iter().zip(&words).map(|((place, told), words)| {
            let value = match *told {
                Told::Service(service) => Value::Name(names.service(service).name_after(self.seen).as_str()),
                Told::State(state) => Value::State(names.state(state)),
                _ => Value::Words(words),
            };
            (*place, value)
        });
        Sentence::new(pattern, &values.collect::<Vec<_>>())
    }
}
