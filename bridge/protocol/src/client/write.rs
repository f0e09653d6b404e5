//! Writes a client's frames, as the page sends them.

use std::fmt;

use nojson::{DisplayJson, JsonFormatter};

use super::{ClientFrame, Hello, Operation, Request};
use crate::{Label, PROTOCOL, Token};

impl ClientFrame {
    /// The text message.
    pub fn to_json(&self) -> String {
        nojson::Json(self).to_string()
    }
}

impl DisplayJson for ClientFrame {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        match self {
            ClientFrame::Hello(hello) => f.object(|f| f.member("hello", hello)),
            ClientFrame::Request(request) => f.value(request),
        }
    }
}

impl DisplayJson for Hello {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        f.object(|f| {
            f.member("protocol", PROTOCOL)?;
            if let Some(token) = &self.token {
                f.member("token", Token::reveal(token))?;
            }
            match &self.client {
                Some(client) => f.member("client", Label::as_str(client)),
                None => Ok(()),
            }
        })
    }
}

impl DisplayJson for Request {
    fn fmt(&self, f: &mut JsonFormatter<'_, '_>) -> fmt::Result {
        let nothing = nojson::object(|_| Ok(()));
        f.object(|f| {
            f.member("id", self.id)?;
            match &self.operation {
                Operation::Get => f.member("get", &nothing),
                Operation::Set(state) => {
                    f.member("set", nojson::object(|f| f.member("state", state.as_str())))
                }
                Operation::Ping => f.member("ping", &nothing),
            }
        })
    }
}
