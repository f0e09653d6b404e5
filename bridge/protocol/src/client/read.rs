//! Reads a client's frame strictly: what the protocol does not have is an error.

use event_pattern::State;

use super::{ClientFrame, Hello, Operation, Rejected, Request};
use crate::strict::{self, Flaw, Member, Value};
use crate::{Code, Id, Label, PROTOCOL, Token};

/// What is wrong with a frame, before its id is added.
struct Wrong(Code, String);

impl ClientFrame {
    /// Reads one text message.
    ///
    /// Of two things that are wrong with a `hello`, the one is said that the protocol checks first: a `hello` for another
    /// protocol is [`Code::UnsupportedProtocol`] whatever else is in it. After a `welcome` the caller answers
    /// [`Code::Malformed`] to every `hello`, also to that one.
    ///
    /// # Errors
    ///
    /// [`Rejected`] is what to answer, but for [`Code::InvalidState`]: other errors may come before it, see [`Code`].
    pub fn parse(text: &str) -> Result<ClientFrame, Rejected> {
        let members = strict::members(text).map_err(|flaw| Rejected {
            id: None,
            code: Code::Malformed,
            message: sentence(flaw).to_owned(),
        })?;
        let id =
            members.iter().find(|member| member.is("id")).and_then(|member| Id::parse(member.value.raw()));
        frame(&members, id).map_err(|Wrong(code, message)| Rejected { id, code, message })
    }
}

fn sentence(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Broken => "The frame is not JSON.",
        Flaw::NoObject => "The frame is not a JSON object.",
        Flaw::DoubledName => "A name stands twice in one object of the frame.",
    }
}

fn frame(members: &[Member<'_>], id: Option<Id>) -> Result<ClientFrame, Wrong> {
    if let Some(member) = members.iter().find(|member| member.is("hello")) {
        return hello(member.value, members.len() == 1).map(ClientFrame::Hello);
    }
    let id = id.ok_or_else(|| {
        malformed("A request has an \"id\": a whole number from 0 to 9007199254740991, in digits.")
    })?;
    let mut others = members.iter().filter(|member| !member.is("id"));
    let (Some(member), None) = (others.next(), others.next()) else {
        return Err(malformed(
            "A request has exactly one of \"get\", \"set\" and \"ping\" beside its \"id\".",
        ));
    };
    Ok(ClientFrame::Request(Request { id, operation: operation(member)? }))
}

fn operation(member: &Member<'_>) -> Result<Operation, Wrong> {
    let empty = || member.value.members().is_some_and(|fields| fields.is_empty());
    if member.is("set") {
        set(member.value).map(Operation::Set)
    } else if member.is("get") {
        if empty() { Ok(Operation::Get) } else { Err(malformed("\"get\" takes exactly {}.")) }
    } else if member.is("ping") {
        if empty() { Ok(Operation::Ping) } else { Err(malformed("\"ping\" takes exactly {}.")) }
    } else {
        Err(malformed("The operations are \"get\", \"set\" and \"ping\"."))
    }
}

fn set(value: Value<'_>) -> Result<State, Wrong> {
    let fields = value.members().unwrap_or_default();
    let [field] = &fields[..] else { return Err(malformed("\"set\" takes exactly {\"state\":...}.")) };
    if !field.is("state") {
        return Err(malformed("\"set\" takes exactly {\"state\":...}."));
    }
    let invalid = |message: String| Wrong(Code::InvalidState, message);
    let Some(text) = field.value.text() else {
        return Err(invalid("A state is a text.".to_owned()));
    };
    State::parse(&text).map_err(|error| invalid(format!("The state {error}.")))
}

/// In the protocol's order: the version first, then all else.
fn hello(value: Value<'_>, is_alone: bool) -> Result<Hello, Wrong> {
    let fields = value.members().unwrap_or_default();
    let version = fields.iter().find(|field| field.is("protocol")).map(|field| field.value);
    let Some(version) = version.filter(|version| version.is_integer()) else {
        return Err(malformed("\"hello\" names its \"protocol\", a whole number."));
    };
    if version.raw() != PROTOCOL.to_string() {
        let message = format!("This bridge speaks protocol {PROTOCOL} only.");
        return Err(Wrong(Code::UnsupportedProtocol, message));
    }
    if !is_alone {
        return Err(malformed("Nothing stands beside \"hello\"."));
    }
    let mut hello = Hello::default();
    for field in fields.iter().filter(|field| !field.is("protocol")) {
        if field.is("token") {
            let token = field.value.text().ok_or_else(|| malformed("The \"token\" is a text."))?;
            hello.token = Some(Token::new(token));
        } else if field.is("client") {
            let label = field.value.text().ok_or_else(|| malformed("The \"client\" is a text."))?;
            hello.client =
                Label::parse(&label).map_err(|error| malformed(format!("\"client\": {error}.")))?;
        } else {
            return Err(malformed("\"hello\" has no fields but \"protocol\", \"token\" and \"client\"."));
        }
    }
    Ok(hello)
}

fn malformed(message: impl Into<String>) -> Wrong {
    Wrong(Code::Malformed, message.into())
}
