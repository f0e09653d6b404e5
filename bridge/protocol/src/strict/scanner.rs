//! Goes through a JSON text once, from left to right, and says whether it is one.

use std::borrow::Cow;

use super::Flaw;
use super::text::{holds_doubles, unescape};

/// A place in a text.
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

/// A bracket that is not closed yet.
enum Open {
    List,
    /// An object, and how many names were noted before its own.
    Object(usize),
}

/// What comes after a value.
enum After {
    AnotherValue,
    End,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Scanner<'t> {
        Scanner { text, at: 0 }
    }

    /// Goes over one character that has a meaning, and says whether it was there.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        self.white();
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Flaw> {
        if self.eat(byte) { Ok(()) } else { Err(Flaw::Broken) }
    }

    /// Only white space is left.
    pub(super) fn end(&mut self) -> Result<(), Flaw> {
        self.white();
        if self.at == self.text.len() { Ok(()) } else { Err(Flaw::Broken) }
    }

    /// A name with the colon behind it: the name as it stands between its quotes.
    pub(super) fn name(&mut self) -> Result<&'t str, Flaw> {
        self.white();
        let name = self.string()?;
        self.expect(b':')?;
        Ok(name)
    }

    /// One value of any kind and depth, as it stands.
    pub(super) fn value(&mut self) -> Result<&'t str, Flaw> {
        self.white();
        let start = self.at;
        let mut open = Vec::new();
        let mut names = Vec::new();
        loop {
            self.begin(&mut open, &mut names)?;
            if let After::End = self.close(&mut open, &mut names)? {
                return Ok(&self.text[start..self.at]);
            }
        }
    }

    /// Opens brackets up to a value that has nothing in it.
    fn begin(&mut self, open: &mut Vec<Open>, names: &mut Vec<Cow<'t, [u8]>>) -> Result<(), Flaw> {
        loop {
            self.white();
            match self.peek() {
                Some(b'[') => {
                    self.at += 1;
                    self.white();
                    open.push(Open::List);
                    if self.peek() == Some(b']') {
                        return Ok(());
                    }
                }
                Some(b'{') => {
                    self.at += 1;
                    self.white();
                    open.push(Open::Object(names.len()));
                    if self.peek() == Some(b'}') {
                        return Ok(());
                    }
                    names.push(unescape(self.name()?));
                }
                Some(b'"') => return self.string().map(|_| ()),
                Some(b'-' | b'0'..=b'9') => return self.number(),
                _ => return self.word(),
            }
        }
    }

    /// Closes the brackets that end here.
    fn close(&mut self, open: &mut Vec<Open>, names: &mut Vec<Cow<'t, [u8]>>) -> Result<After, Flaw> {
        while let Some(last) = open.last() {
            match *last {
                Open::List => {
                    if self.eat(b',') {
                        return Ok(After::AnotherValue);
                    }
                    self.expect(b']')?;
                }
                Open::Object(own) => {
                    if self.eat(b',') {
                        names.push(unescape(self.name()?));
                        return Ok(After::AnotherValue);
                    }
                    self.expect(b'}')?;
                    if holds_doubles(&mut names[own..]) {
                        return Err(Flaw::DoubledName);
                    }
                    names.truncate(own);
                }
            }
            open.pop();
        }
        Ok(After::End)
    }

    /// A string, as it stands between its quotes.
    fn string(&mut self) -> Result<&'t str, Flaw> {
        if self.peek() != Some(b'"') {
            return Err(Flaw::Broken);
        }
        self.at += 1;
        let start = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(&self.text[start..self.at - 1]);
                }
                Some(b'\\') => self.escape()?,
                Some(0x20..) => self.at += 1,
                _ => return Err(Flaw::Broken),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Flaw> {
        let rest = &self.text.as_bytes()[self.at + 1..];
        let length = match rest {
            [b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => 1,
            [b'u', a, b, c, d, ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()) => 5,
            _ => return Err(Flaw::Broken),
        };
        self.at += 1 + length;
        Ok(())
    }

    fn number(&mut self) -> Result<(), Flaw> {
        self.skip(b'-');
        if !self.skip(b'0') {
            self.digits()?;
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            if !self.skip(b'-') {
                self.skip(b'+');
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Flaw> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { Err(Flaw::Broken) } else { Ok(()) }
    }

    fn word(&mut self) -> Result<(), Flaw> {
        let rest = &self.text[self.at..];
        let word = ["null", "true", "false"].into_iter().find(|word| rest.starts_with(word));
        self.at += word.ok_or(Flaw::Broken)?.len();
        Ok(())
    }

    /// Goes over one character, if it is the very next.
    fn skip(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn white(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
