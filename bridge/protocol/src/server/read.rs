//! Reads the bridge's frames tolerantly: fields and kinds that protocol 1 does not have are passed over.

use std::sync::Arc;

use nojson::{JsonParseError, RawJson, RawJsonValue};
use thiserror::Error;

use super::{Changed, Refusal, ServerFrame, StoreChange, StoreKind, Watch, Welcome};
use crate::{Code, Id, KeyState, Label, PROTOCOL, Reading};

/// A frame that no bridge of protocol 1 sends.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the bridge said something that is not protocol 1: {0}")]
pub struct Broken(String);

/// A value of the frame.
type Value<'t, 'r> = RawJsonValue<'t, 'r>;
/// A part of the frame, or what is wrong with it.
type Read<T> = Result<T, JsonParseError>;

impl ServerFrame {
    /// Reads one text message; `None` is a kind of message that this program does not know and may ignore.
    ///
    /// # Errors
    ///
    /// [`Broken`] if it is no message of a bridge.
    pub fn parse(text: &str) -> Result<Option<ServerFrame>, Broken> {
        let broken = |error: JsonParseError| Broken(error.to_string());
        let json = RawJson::parse(text).map_err(broken)?;
        frame(json.value()).map_err(broken)
    }
}

fn frame(frame: Value) -> Read<Option<ServerFrame>> {
    let member = |name| frame.to_member(name).map(|member| member.optional());
    Ok(Some(if let Some(error) = member("error")? {
        ServerFrame::Error(refusal(member("id")?, error)?)
    } else if let Some(value) = member("state")? {
        ServerFrame::State(id(field(frame, "id")?)?, key_state(value)?)
    } else if member("pong")?.is_some() {
        ServerFrame::Pong(id(field(frame, "id")?)?)
    } else if let Some(value) = member("changed")? {
        ServerFrame::Changed(Changed { key_state: key_state(value)?, by: by(value)? })
    } else if let Some(value) = member("store")? {
        ServerFrame::Store(store_change(value)?)
    } else if let Some(value) = member("welcome")? {
        ServerFrame::Welcome(welcome(value)?)
    } else {
        return Ok(None);
    }))
}

fn welcome(value: Value) -> Read<Welcome> {
    let version = field(value, "protocol")?;
    if u64::try_from(version)? != PROTOCOL {
        return Err(version.invalid("another protocol"));
    }
    Ok(Welcome {
        key: text(value, "key")?,
        reading: reading(value)?,
        revision: field(value, "revision")?.try_into()?,
        store: store_kind(field(value, "store")?)?,
        available: field(value, "available")?.try_into()?,
        watch: watch(field(value, "watch")?)?,
        instance: text(value, "instance")?,
        operations: field(value, "operations")?.try_into()?,
    })
}

fn key_state(value: Value) -> Read<KeyState> {
    let reading =
        reading(value)?.ok_or_else(|| value.invalid("no state, and no reason for there being none"))?;
    Ok(KeyState { reading, revision: field(value, "revision")?.try_into()? })
}

/// What the key holds; nothing where that is not known.
fn reading(value: Value) -> Read<Option<Reading>> {
    if let Some(why) = value.to_member("unreadable")?.optional() {
        return Ok(Some(Reading::Unreadable(Arc::from(String::try_from(why)?))));
    }
    let text: Option<String> = field(value, "state")?.try_into()?;
    Ok(text.map(|text| if text.is_empty() { Reading::Missing } else { Reading::Text(text.into()) }))
}

/// Who set the state. A label that is none is nobody's: the state counts all the same.
fn by(value: Value) -> Read<Option<Label>> {
    let by = value.to_member("by")?.optional().map(<Option<String>>::try_from).transpose()?.flatten();
    Ok(by.and_then(|by| Label::parse(&by).ok().flatten()))
}

fn store_change(value: Value) -> Read<StoreChange> {
    let available: bool = field(value, "available")?.try_into()?;
    if available {
        return Ok(StoreChange::Back(watch(field(value, "watch")?)?));
    }
    let reason = value.to_member("reason")?.optional().map(String::try_from).transpose()?;
    Ok(StoreChange::Away(reason.unwrap_or_default()))
}

fn refusal(id: Option<Value>, error: Value) -> Read<Refusal> {
    let id = match id {
        Some(value) if !value.kind().is_null() => Some(self::id(value)?),
        _ => None,
    };
    Ok(Refusal { id, code: Code::read(&text(error, "code")?), message: text(error, "message")? })
}

fn id(value: Value) -> Read<Id> {
    Id::parse(value.as_raw_str()).ok_or_else(|| value.invalid("not an id"))
}

fn store_kind(value: Value) -> Read<StoreKind> {
    let name = value.to_unquoted_string_str()?;
    let kind = [StoreKind::Redis, StoreKind::Memory].into_iter().find(|kind| kind.as_str() == name);
    kind.ok_or_else(|| value.invalid("another kind of store"))
}

fn watch(value: Value) -> Read<Watch> {
    let name = value.to_unquoted_string_str()?;
    let watch = [Watch::Tracking, Watch::Polling].into_iter().find(|watch| watch.as_str() == name);
    watch.ok_or_else(|| value.invalid("another way to watch"))
}

fn text(value: Value, name: &str) -> Read<String> {
    field(value, name)?.try_into()
}

fn field<'t, 'r>(value: Value<'t, 'r>, name: &str) -> Read<Value<'t, 'r>> {
    value.to_member(name)?.required()
}
