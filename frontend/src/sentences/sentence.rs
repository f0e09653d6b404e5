//! A sentence: words with states and names among them, so that it can be shown with chips, and spoken without.

use event_pattern::State;

use crate::texts::{Part, parts};

/// A sentence in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence(Vec<Piece>);

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words of the language.
    Words(String),
    /// The name of a state.
    State(State),
    /// The name of a service or of the receiver.
    Name(String),
}

/// What fills a place of a pattern.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// A number, a time: words.
    Words(&'a str),
    /// A state.
    State(&'a State),
    /// Several states, one after the other.
    States(&'a [State]),
    /// A name.
    Name(&'a str),
}

impl Sentence {
    /// The sentence that `pattern` makes of `places`.
    pub fn new(pattern: &str, places: &[(&str, Value<'_>)]) -> Sentence {
        let mut sentence = Sentence::default();
        for part in parts(pattern) {
            match part {
                Part::Words(words) => sentence.say(words),
                Part::Place(name) => match places.iter().find(|(place, _)| *place == name) {
                    Some((_, value)) => sentence.put(value),
                    None => debug_assert!(false, "nobody fills {{{name}}} of {pattern:?}"),
                },
            }
        }
        sentence
    }

    /// Its pieces in their order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// What is read out and copied.
    pub fn text(&self) -> String {
        let words = |piece: &Piece| match piece {
            Piece::Words(words) | Piece::Name(words) => words.clone(),
            Piece::State(state) => state.as_str().to_owned(),
        };
        self.0.iter().map(words).collect()
    }

    fn put(&mut self, value: &Value<'_>) {
        match value {
            Value::Words(words) => self.say(words),
            Value::State(state) => self.0.push(Piece::State((*state).clone())),
            Value::Name(name) => self.0.push(Piece::Name((*name).to_owned())),
            Value::States(states) => {
                for (index, state) in states.iter().enumerate() {
                    if index > 0 {
                        self.say(", ");
                    }
                    self.0.push(Piece::State(state.clone()));
                }
            }
        }
    }

    fn say(&mut self, words: &str) {
        match self.0.last_mut() {
            Some(Piece::Words(before)) => before.push_str(words),
            _ => self.0.push(Piece::Words(words.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_shown_in_pieces_and_spoken_as_a_whole() {
        let states = [State::IDLE, State::ORDER_PAID];
        let places = [
            ("service", Value::Name("ORDER")),
            ("states", Value::States(&states)),
            ("time", Value::Words("3 s")),
        ];
        let sentence = Sentence::new("{service} now acts on {states} for {time}.", &places);
        assert_eq!(sentence.text(), "ORDER now acts on IDLE, ORDER_PAID for 3 s.");
        assert_eq!(sentence.pieces().len(), 6);
    }
}
