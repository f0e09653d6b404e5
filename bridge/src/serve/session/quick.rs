//! The frames that nearly every client sends, as nearly every client writes them, read without a parser.
//!
//! What is not exactly that goes to [`protocol::ClientFrame::parse`], and both mean the same.

use event_pattern::State;
use protocol::{Id, Operation, Request};

/// Digits of the largest id.
const LONGEST_ID: usize = 16;

/// The request, if it is written in the shortest way.
pub(super) fn read(text: &str) -> Option<Request> {
    let rest = text.strip_prefix(r#"{"id":"#)?;
    let (id, rest) = rest.split_once(',')?;
    let operation = match rest {
        r#""get":{}}"# => Operation::Get,
        r#""ping":{}}"# => Operation::Ping,
        _ => Operation::Set(set(rest)?),
    };
    Some(Request { id: number(id)?, operation })
}

/// Digits as JSON writes a number: without a zero before them.
fn number(digits: &str) -> Option<Id> {
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.len() <= LONGEST_ID;
    if !is_plain || (digits.len() > 1 && digits.starts_with('0')) {
        return None;
    }
    Id::new(digits.parse().ok()?)
}

fn set(rest: &str) -> Option<State> {
    let name = rest.strip_prefix(r#""set":{"state":""#)?.strip_suffix(r#""}}"#)?;
    State::parse(name).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use protocol::ClientFrame;

    use super::*;

    #[test]
    fn the_shortest_way_is_read() {
        for text in [
            r#"{"id":0,"get":{}}"#,
            r#"{"id":9007199254740991,"ping":{}}"#,
            r#"{"id":7,"set":{"state":"order_paid"}}"#,
        ] {
            assert_eq!(read(text).map(ClientFrame::Request).as_ref(), ClientFrame::parse(text).ok().as_ref());
            assert!(read(text).is_some(), "{text}");
        }
        for text in [
            r#"{"id":9007199254740992,"get":{}}"#,
            r#"{"id":-1,"get":{}}"#,
            r#"{"id":01,"get":{}}"#,
            r#"{"id":1,"set":{"state":"A"}},"get":{}}"#,
            r#"{"id":1,"set":{"state":"A","state":"B"}}"#,
            r#"{"id":1, "get":{}}"#,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn both_ways_of_reading_agree(
            id in prop_oneof!["[0-9]{1,17}", "[-+.0-9e\"]{0,6}"],
            operation in prop_oneof![
                Just(r#""get":{}"#.to_owned()),
                Just(r#""ping":{}"#.to_owned()),
                r#""set":\{"state":"[A-Za-z_0-9\\u\",{}]{0,70}"\}"#,
                ".{0,20}",
            ],
        ) {
            let text = format!("{{\"id\":{id},{operation}}}");
            if let Some(request) = read(&text) {
                prop_assert_eq!(ClientFrame::parse(&text), Ok(ClientFrame::Request(request)));
            }
        }
    }
}
