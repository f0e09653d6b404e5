//! The number by which a client knows its own request.

use std::fmt;

use nojson::{DisplayJson, JsonFormatter};

/// The number of a request: what a browser's number holds exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u64);

impl Id {
    /// The largest, 2^53-1.
    pub const MAX: Id = Id((1 << 53) - 1);

    /// An id, if the number is none too large.
    pub fn new(number: u64) -> Option<Id> {
        (number <= Id::MAX.0).then_some(Id(number))
    }

    /// The number.
    pub fn get(self) -> u64 {
        self.0
    }

    /// Reads digits and nothing else: no sign, no point, no exponent.
    pub(crate) fn parse(digits: &str) -> Option<Id> {
        // `parse` alone would take a plus sign.
        let only_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| only_digits).and_then(Id::new)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl DisplayJson for Id {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.value(self.0)
    }
}
