//! What the key holds: any text at all, since others write to it too.

use std::sync::Arc;

/// The longest text of the key that is passed on, in bytes.
pub const LONGEST_READING: usize = 256;

/// What a look at the key found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// A text as it stands, never upper-cased; not empty.
    Text(Arc<str>),
    /// No key, or an empty one: `""`, as in the tutorial.
    Missing,
    /// Something that is no state for anybody, and why, for people.
    Unreadable(Arc<str>),
}

/// What the key holds, and how new that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyState {
    /// What it holds.
    pub reading: Reading,
    /// 0 before the first read; compared only within one `instance` of a bridge.
    pub revision: u64,
}

impl Reading {
    /// What these bytes are, as they stand under the key.
    pub fn of(bytes: &[u8]) -> Reading {
        if bytes.is_empty() {
            return Reading::Missing;
        }
        if bytes.len() > LONGEST_READING {
            let why = format!("{} bytes long, at most {LONGEST_READING} are shown", bytes.len());
            return Reading::Unreadable(why.into());
        }
        match str::from_utf8(bytes) {
            Ok(text) => Reading::Text(text.into()),
            Err(_) => Reading::Unreadable("not a text in UTF-8".into()),
        }
    }

    /// A key that holds a list, a hash or the like.
    pub fn of_another_type() -> Reading {
        Reading::Unreadable("the key holds something that is not a text".into())
    }

    /// The text, `""` for a missing key; nothing where it is unreadable.
    pub fn text(&self) -> Option<&str> {
        match self {
            Reading::Text(text) => Some(text),
            Reading::Missing => Some(""),
            Reading::Unreadable(_) => None,
        }
    }
}

impl From<&str> for Reading {
    fn from(text: &str) -> Reading {
        Reading::of(text.as_bytes())
    }
}
