//! What a client calls itself, for others to see.

use std::fmt;
use std::sync::Arc;

use thiserror::Error;

/// The longest label, in Unicode code points.
const LONGEST: usize = 32;

/// A client's label: some text without control characters, at most 32 code points. Text, never markup.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label(Arc<str>);

/// Why a text is no label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LabelError {
    /// There are more than 32 code points.
    #[error("a label has at most 32 characters")]
    TooLong,
    /// There is a control character, such as a line break.
    #[error("a label has no control characters")]
    ControlCharacter,
}

impl Label {
    /// Reads a label; the empty text is none.
    ///
    /// # Errors
    ///
    /// A [`LabelError`] that says what a label may not have.
    pub fn parse(text: &str) -> Result<Option<Label>, LabelError> {
        // Counting goes no further than it has to.
        if text.chars().nth(LONGEST).is_some() {
            return Err(LabelError::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Err(LabelError::ControlCharacter);
        }
        Ok((!text.is_empty()).then(|| Label(text.into())))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
