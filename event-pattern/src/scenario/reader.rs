//! Values of a JSON text, each checked for its type and range. Knows JSON, but not what a scenario is.

use std::borrow::Cow;

use nojson::{JsonParseError, JsonValueKind, RawJson, RawJsonValue};

use super::found::{Found, Path, quote};
use super::number::{Misfit, Range};
use super::problem_kind::{Expected, JsonFault, JsonType, ProblemKind};
use crate::hashed::Set;

/// A value with where it stands.
pub(super) type Value<'t, 'r> = RawJsonValue<'t, 'r>;

/// Reads values and notes what is wrong with them.
pub(super) struct Reader<'f> {
    pub(super) found: &'f mut Found,
    /// The spot at which the text begins, if it is one of several.
    pub(super) base: usize,
}

/// The JSON in `text`, or what is broken in it.
pub(super) fn parse(text: &str) -> Result<RawJson<'_>, ProblemKind> {
    RawJson::parse(text).map_err(|error| {
        let position = error.position();
        let fault = match error {
            JsonParseError::UnexpectedEos { .. } => JsonFault::EndsEarly,
            // It checks no rules but its own limit of depth.
            JsonParseError::InvalidValue { .. } => JsonFault::TooDeep,
            _ => match text.get(position..).and_then(|rest| rest.chars().next()) {
                Some(c) => JsonFault::Unexpected(c),
                None => JsonFault::EndsEarly,
            },
        };
        broken(text.get(..position).unwrap_or(text), fault)
    })
}

/// A fault in JSON that comes right after `before`.
pub(super) fn broken(before: &str, fault: JsonFault) -> ProblemKind {
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    ProblemKind::BrokenJson {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        fault,
    }
}

impl Reader<'_> {
    pub(super) fn problem(&mut self, value: Value, path: &Path, kind: ProblemKind) {
        self.found.add(self.spot(value), path, kind);
    }

    /// A problem that comes after all others of `object`.
    pub(super) fn problem_at_end(&mut self, object: Value, path: &Path, kind: ProblemKind) {
        let spot = self.spot(object) + object.as_raw_str().len() - 1;
        self.found.add(spot, path, kind);
    }

    pub(super) fn missing(&mut self, object: Value, path: &Path, key: &str) {
        self.problem_at_end(object, &path.field(key), ProblemKind::Missing);
    }

    /// Where a value stands among all that is read.
    pub(super) fn spot(&self, value: Value) -> usize {
        self.base + value.position()
    }

    /// The values of the fields `known` of an object, or nothing if it is none.
    pub(super) fn fields<'t, 'r, const N: usize>(
        &mut self,
        value: Value<'t, 'r>,
        path: &Path,
        known: &[&str; N],
    ) -> Option<[Option<Value<'t, 'r>>; N]> {
        let mut fields = [None; N];
        self.fill(value, path, known, &mut fields).then_some(fields)
    }

    /// The part of `fields` that exists once in the program, whatever the number of fields.
    fn fill<'t, 'r>(
        &mut self,
        value: Value<'t, 'r>,
        path: &Path,
        known: &[&str],
        fields: &mut [Option<Value<'t, 'r>>],
    ) -> bool {
        let Some(members) = self.members(value, path) else {
            return false;
        };
        let mut strange = Set::default();
        for (key, value) in members {
            let name = text_of(key);
            let problem = match known.iter().position(|known| *known == name) {
                Some(i) if fields[i].is_none() => {
                    fields[i] = Some(value);
                    continue;
                }
                Some(_) => ProblemKind::DuplicateKey,
                None if strange.insert(name.clone()) => ProblemKind::UnknownField,
                None => ProblemKind::DuplicateKey,
            };
            self.problem(key, &path.field(&name), problem);
        }
        true
    }

    /// Keys and values of an object, in the order given and with duplicates.
    pub(super) fn members<'t, 'r>(
        &mut self,
        value: Value<'t, 'r>,
        path: &Path,
    ) -> Option<impl Iterator<Item = (Value<'t, 'r>, Value<'t, 'r>)> + use<'t, 'r>> {
        let members = value.to_object().ok();
        if members.is_none() {
            self.wrong_type(value, path, Expected::Object);
        }
        members
    }

    /// The elements of a list.
    pub(super) fn items<'t, 'r>(
        &mut self,
        value: Value<'t, 'r>,
        path: &Path,
    ) -> Option<impl Iterator<Item = Value<'t, 'r>> + use<'t, 'r>> {
        let items = value.to_array().ok();
        if items.is_none() {
            self.wrong_type(value, path, Expected::List);
        }
        items
    }

    pub(super) fn text<'t>(&mut self, value: Value<'t, '_>, path: &Path) -> Option<Cow<'t, str>> {
        let text = value.to_unquoted_string_str().ok();
        if text.is_none() {
            self.wrong_type(value, path, Expected::Text);
        }
        text
    }

    pub(super) fn number(&mut self, value: Value, path: &Path, range: Range) -> Option<u64> {
        if !value.kind().is_number() {
            self.wrong_type(value, path, Expected::Number);
            return None;
        }
        let read = range.value(value.as_raw_str());
        read.map_err(|misfit| self.problem(value, path, misfit.kind(value.as_raw_str(), range))).ok()
    }

    pub(super) fn wrong_type(&mut self, value: Value, path: &Path, must: Expected) {
        let given = match value.kind() {
            JsonValueKind::Null => JsonType::Null,
            JsonValueKind::Boolean => JsonType::Boolean,
            JsonValueKind::Integer | JsonValueKind::Float => JsonType::Number,
            JsonValueKind::String => JsonType::Text,
            JsonValueKind::Array => JsonType::List,
            JsonValueKind::Object => JsonType::Object,
        };
        self.problem(value, path, ProblemKind::WrongType { given, must });
    }
}

impl Misfit {
    /// The problem of a number that was written as `given`.
    pub(super) fn kind(self, given: &str, range: Range) -> ProblemKind {
        let given = quote(given);
        match self {
            Misfit::Below => ProblemKind::TooSmall { given, least: range.least },
            Misfit::Above => ProblemKind::TooLarge { given, most: range.most },
            Misfit::TooFine => ProblemKind::TooManyDecimals { given, most: range.decimals },
        }
    }
}

/// The text of a key; every key is one.
pub(super) fn text_of<'t>(key: Value<'t, '_>) -> Cow<'t, str> {
    key.to_unquoted_string_str().unwrap_or_default()
}
