//! The name of a service or of the receiver. Knows nothing of who has which name.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use thiserror::Error;

/// The longest name, in characters.
const LONGEST: usize = 32;

/// The name of a service or of the receiver: `[A-Za-z][A-Za-z0-9 _-]{0,31}`, no space at the end, as it was spelled.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceName(Arc<str>);

/// Why a text is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NameError {
    /// There is no text.
    #[error("is empty, at least one letter")]
    Empty,
    /// It begins with something else than a letter.
    #[error("begins with {0:?}, a name begins with a letter A to Z or a to z")]
    BadStart(char),
    /// It holds something else than letters, digits, spaces, `_` and `-`.
    #[error("holds {0:?}, a name has only A to Z, a to z, 0 to 9, space, _ and -")]
    BadCharacter(char),
    /// It is longer than 32 characters.
    #[error("is longer than 32 characters")]
    TooLong,
    /// Its last character is a space.
    #[error("ends with a space")]
    SpaceAtEnd,
}

impl ServiceName {
    /// Reads a name.
    ///
    /// # Errors
    ///
    /// A [`NameError`] that says what is wrong with the first thing that is.
    pub fn parse(text: &str) -> Result<ServiceName, NameError> {
        let first = text.chars().next().ok_or(NameError::Empty)?;
        if !first.is_ascii_alphabetic() {
            return Err(NameError::BadStart(first));
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '_' | '-');
        if let Some(c) = text.chars().find(|&c| !allowed(c)) {
            return Err(NameError::BadCharacter(c));
        }
        if text.len() > LONGEST {
            return Err(NameError::TooLong);
        }
        if text.ends_with(' ') {
            return Err(NameError::SpaceAtEnd);
        }
        Ok(ServiceName::unchecked(text))
    }

    /// The name `text`, which the caller has checked or is about to check.
    pub(crate) fn unchecked(text: &str) -> ServiceName {
        ServiceName(text.into())
    }

    /// The name as it was spelled.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the name is looked up by: names differ by more than case.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl fmt::Display for ServiceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ServiceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name as it is looked up, borrowed: with a hundred thousand commands to check, a new text for each would be felt.
#[derive(Clone, Copy)]
pub(super) struct Caseless<'a>(pub(super) &'a str);

impl Hash for Caseless<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for letter in self.0.bytes() {
            state.write_u8(letter.to_ascii_lowercase());
        }
    }
}

impl PartialEq for Caseless<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Eq for Caseless<'_> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hashed::Set;

    #[test]
    fn a_name_keeps_its_spelling_and_is_looked_up_without_regard_to_case() {
        let name = ServiceName::parse("Publisher Receiver-2_b").unwrap();
        assert_eq!(name.as_str(), "Publisher Receiver-2_b");
        assert_eq!(name.key(), "publisher receiver-2_b");
        assert!(Caseless("ORDER") == Caseless("oRDER"));
        let set = Set::from_iter([Caseless("Ab"), Caseless("b")]);
        assert!(set.contains(&Caseless("aB")) && !set.contains(&Caseless("A")));
    }

    #[test]
    fn what_is_no_name_is_refused_with_its_reason() {
        let reason = |text: &str| ServiceName::parse(text).unwrap_err();
        assert_eq!(reason(""), NameError::Empty);
        assert_eq!(reason(" A"), NameError::BadStart(' '));
        assert_eq!(reason("9A"), NameError::BadStart('9'));
        assert_eq!(reason("ÄPFEL"), NameError::BadStart('Ä'));
        assert_eq!(reason("A.B"), NameError::BadCharacter('.'));
        assert_eq!(reason("A\nB"), NameError::BadCharacter('\n'));
        assert_eq!(reason(&"A".repeat(33)), NameError::TooLong);
        assert_eq!(reason("ORDER "), NameError::SpaceAtEnd);
        assert!(ServiceName::parse(&"A".repeat(32)).is_ok());
    }
}
