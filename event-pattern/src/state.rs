//! The name of a state: what the state key holds and what a service allows.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use thiserror::Error;

/// The longest name, in characters.
const LONGEST: usize = 64;

/// A state's name: `[A-Z][A-Z0-9_]{0,63}`.
///
/// Parsing upper-cases, as the tutorial's `publisher.py` does: `str(args.state).upper()`. What a real key holds may be
/// any text: [`State::as_it_stands`] keeps it, as a foreign one that equals no state and that no service can allow.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State(Name);

/// The tutorial's own names live in the program, all others are shared.
#[derive(Clone)]
enum Name {
    Known(&'static str),
    Given(Arc<str>),
    /// What others put into a real key.
    Foreign(Arc<str>),
}

/// Why a text is not the name of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StateError {
    /// There is no text.
    #[error("is empty, at least one letter")]
    Empty,
    /// It is longer than 64 characters.
    #[error("is longer than 64 characters")]
    TooLong,
    /// It begins with something else than a letter A to Z.
    #[error("begins with {0:?}, a state begins with a letter A to Z")]
    BadStart(char),
    /// It holds something else than A to Z, 0 to 9 and `_`.
    #[error("holds {0:?}, a state has only A to Z, 0 to 9 and _")]
    BadCharacter(char),
}

macro_rules! tutorial_states {
    ($($name:ident)*) => {$(
        #[doc = concat!("The tutorial's `", stringify!($name), "`.")]
        pub const $name: State = State(Name::Known(stringify!($name)));
    )*};
}

impl State {
    tutorial_states! {
        TRANSACTION_CREATED TRANSACTION_PAID TRANSACTION_CANCELED
        ORDER_PAID ORDER_COMPLETED ORDER_CANCELED IDLE
    }

    /// The part of Andi, in the tutorial's comparison with group work.
    pub const PART_A: State = State(Name::Known("PART_A"));
    /// The part of Budi.
    pub const PART_B: State = State(Name::Known("PART_B"));

    /// Reads a name, upper-casing the letters a to z.
    ///
    /// # Errors
    ///
    /// A [`StateError`] that says what is wrong with the first thing that is.
    pub fn parse(text: &str) -> Result<State, StateError> {
        let upper = text.to_ascii_uppercase();
        let first = upper.chars().next().ok_or(StateError::Empty)?;
        if !first.is_ascii_uppercase() {
            return Err(StateError::BadStart(first));
        }
        let allowed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        if let Some(c) = upper.chars().find(|&c| !allowed(c)) {
            return Err(StateError::BadCharacter(c));
        }
        if upper.len() > LONGEST {
            return Err(StateError::TooLong);
        }
        Ok(State(Name::Given(upper.into())))
    }

    /// The text of a real key, compared letter by letter: `order_paid` is not `ORDER_PAID`, and no state.
    pub fn as_it_stands(text: &str) -> State {
        match State::parse(text) {
            Ok(state) if state.as_str() == text => state,
            _ => State(Name::Foreign(text.into())),
        }
    }

    /// What a real key holds that cannot be shown, by the reason why not.
    pub fn unreadable(why: &str) -> State {
        State(Name::Foreign(["(", why, ")"].concat().into()))
    }

    /// Whether it is what others put into a real key, and no state.
    pub fn is_foreign(&self) -> bool {
        matches!(self.0, Name::Foreign(_))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl Name {
    fn as_str(&self) -> &str {
        match self {
            Name::Known(name) => name,
            Name::Given(name) | Name::Foreign(name) => name,
        }
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Name {}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Name) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Name) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl std::hash::Hash for Name {
    fn hash<H: std::hash::Hasher>(&self, hasher: &mut H) {
        self.as_str().hash(hasher);
    }
}

impl Borrow<str> for State {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parsing_upper_cases_as_the_tutorials_publisher_does() {
        assert_eq!(State::parse("transaction_paid"), Ok(State::TRANSACTION_PAID));
    }

    #[test]
    fn what_a_real_key_holds_is_kept_as_it_stands() {
        assert_eq!(State::as_it_stands("ORDER_PAID"), State::ORDER_PAID);
        for text in ["order_paid", "", "ORDER PAID", "<b>", &"A".repeat(65)] {
            let state = State::as_it_stands(text);
            assert!(state.is_foreign());
            assert_eq!(state.as_str(), text);
        }
    }

    #[test]
    fn what_is_no_state_is_refused_with_its_reason() {
        assert_eq!(State::parse(""), Err(StateError::Empty));
        assert_eq!(State::parse("9A"), Err(StateError::BadStart('9')));
        assert_eq!(State::parse("ORDER PAID"), Err(StateError::BadCharacter(' ')));
        assert_eq!(State::parse("straße"), Err(StateError::BadCharacter('ß')));
        assert_eq!(State::parse(&"A".repeat(65)), Err(StateError::TooLong));
        assert!(State::parse(&"A".repeat(64)).is_ok());
    }
}
