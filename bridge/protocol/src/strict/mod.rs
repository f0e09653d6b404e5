//! JSON as strangers send it: grammar and doubled names are checked at any depth, without a stack to overflow.
//!
//! `nojson` reads the bridge's frames for the page. It is not for frames from strangers: it refuses what is nested deeper
//! than it likes and what has half a surrogate pair, and so could not tell the id of a frame that the protocol answers
//! with its id. Here the open brackets lie on the heap, and nothing is decoded that nobody asks for.

mod scanner;
mod text;

use std::borrow::Cow;

use scanner::Scanner;

/// A value of a checked text, as it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Value<'t>(&'t str);

/// A name and its value.
pub(crate) struct Member<'t> {
    name: Cow<'t, [u8]>,
    pub(crate) value: Value<'t>,
}

/// Why a text is not one JSON object, to be read by people after "is".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// It breaks the grammar.
    Broken,
    /// It is a value of another kind.
    NoObject,
    /// A name stands twice in one object.
    DoubledName,
}

/// The members of the one object that `text` is.
pub(crate) fn members(text: &str) -> Result<Vec<Member<'_>>, Flaw> {
    let mut scanner = Scanner::new(text);
    if !scanner.eat(b'{') {
        // Broken JSON is called so before its kind is looked at.
        scanner.value()?;
        scanner.end()?;
        return Err(Flaw::NoObject);
    }
    let mut members = Vec::new();
    if !scanner.eat(b'}') {
        loop {
            let name = text::unescape(scanner.name()?);
            let value = Value(scanner.value()?);
            members.push(Member { name, value });
            if !scanner.eat(b',') {
                break;
            }
        }
        scanner.expect(b'}')?;
    }
    scanner.end()?;
    let mut names: Vec<&[u8]> = members.iter().map(|member| &*member.name).collect();
    if text::holds_doubles(&mut names) { Err(Flaw::DoubledName) } else { Ok(members) }
}

impl Member<'_> {
    /// Whether it is called so.
    pub(crate) fn is(&self, name: &str) -> bool {
        *self.name == *name.as_bytes()
    }
}

impl<'t> Value<'t> {
    /// The text as it stands: digits of a number, a string in its quotes.
    pub(crate) fn raw(self) -> &'t str {
        self.0
    }

    /// The members, if it is an object. It was checked, so that this is the only reason for there being none.
    pub(crate) fn members(self) -> Option<Vec<Member<'t>>> {
        self.0.starts_with('{').then(|| members(self.0).ok()).flatten()
    }

    /// The text of a string; nothing if it is none, or has half a surrogate pair, which is no text.
    pub(crate) fn text(self) -> Option<Cow<'t, str>> {
        let inner = self.0.strip_prefix('"')?.strip_suffix('"')?;
        match text::unescape(inner) {
            // Without an escape it is the inner text itself.
            Cow::Borrowed(_) => Some(Cow::Borrowed(inner)),
            Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
        }
    }

    /// Whether it is a number without point and exponent.
    pub(crate) fn is_integer(self) -> bool {
        let digits = self.0.strip_prefix('-').unwrap_or(self.0);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    }
}
