//! Frames that are wrong, each with its error, and the socket stays open.

use futures_util::SinkExt;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::{Bytes, Message};

use super::client::Heard;
use super::{Client, Running};

fn code(id: impl Into<Value>, code: &str) -> (Value, String) {
    (id.into(), code.to_owned())
}

#[tokio::test]
async fn each_mistake_has_its_code_and_ends_nothing() {
    let running = Running::start().await;
    let mut client = running.client().await;
    let cases = [
        ("{", Value::Null, "malformed"),
        ("[]", Value::Null, "malformed"),
        (r#"{"id":1,"id":1,"get":{}}"#, Value::Null, "malformed"),
        (r#"{"id":1,"get":{"a":1}}"#, json!(1), "malformed"),
        (r#"{"id":1.0,"get":{}}"#, Value::Null, "malformed"),
        (r#"{"id":1,"set":{"state":"1A"}}"#, json!(1), "invalid_state"),
        (r#"{"id":1,"set":{"state":7}}"#, json!(1), "invalid_state"),
        (r#"{"hello":{"protocol":1}}"#, Value::Null, "malformed"),
        (r#"{"hello":{"protocol":2}}"#, Value::Null, "malformed"),
    ];
    for (frame, id, expected) in cases {
        assert_eq!(client.error(frame).await, code(id, expected), "{frame}");
    }
    client.socket.send(Message::binary(b"{}".to_vec())).await.unwrap();
    assert_eq!(client.answer().await["error"]["code"], json!("malformed"));
    client.socket.send(Message::text("")).await.unwrap();
    assert_eq!(client.answer().await["error"]["code"], json!("malformed"));
    assert_eq!(client.ask(r#"{"id":5,"ping":{}}"#).await, json!({"id": 5, "pong": {}}));
    running.end().await;
}

#[tokio::test]
async fn before_the_welcome_there_are_only_errors() {
    let running = Running::start().await;
    let mut client = Client::open(running.address).await;
    assert_eq!(client.error(r#"{"id":1,"get":{}}"#).await, code(1, "not_ready"));
    assert_eq!(client.error(r#"{"id":2,"set":{"state":"-"}}"#).await, code(2, "not_ready"));
    assert_eq!(client.error(r#"{"hello":{"protocol":"1"}}"#).await, code(Value::Null, "malformed"));
    assert_eq!(client.error(r#"{"hello":{"protocol":1,"room":"a"}}"#).await, code(Value::Null, "malformed"));
    client.welcome().await;
    running.end().await;
}

#[tokio::test]
async fn a_wrong_token_or_protocol_closes_with_1008() {
    let running = Running::with_token("teacher").await;
    let hellos = [
        (r#"{"hello":{"protocol":1}}"#, "unauthorized"),
        (r#"{"hello":{"protocol":1,"token":"Teacher"}}"#, "unauthorized"),
        (r#"{"hello":{"protocol":2,"token":"teacher","room":1}}"#, "unsupported_protocol"),
    ];
    for (hello, expected) in hellos {
        let mut client = Client::open(running.address).await;
        assert_eq!(client.error(hello).await, code(Value::Null, expected), "{hello}");
        assert_eq!(client.hear().await, Heard::Closed(1008));
    }
    let mut client = Client::open(running.address).await;
    let welcome = client.ask(r#"{"hello":{"protocol":1,"token":"teacher"}}"#).await;
    assert!(welcome.get("welcome").is_some());
    running.end().await;
}

#[tokio::test]
async fn fragments_are_added_up_and_too_many_close_with_1009() {
    let running = Running::start().await;
    let mut client = running.client().await;
    let fragment = |text: &[u8], opcode, is_last| {
        Message::Frame(Frame::message(Bytes::copy_from_slice(text), OpCode::Data(opcode), is_last))
    };
    client.socket.feed(fragment(br#"{"id":1,"#, Data::Text, false)).await.unwrap();
    client.socket.send(fragment(br#""ping":{}}"#, Data::Continue, true)).await.unwrap();
    assert_eq!(client.answer().await, json!({"id": 1, "pong": {}}));
    client.say(&format!("{:4096}", r#"{"id":2,"ping":{}}"#)).await;
    assert_eq!(client.answer().await, json!({"id": 2, "pong": {}}), "the limit itself is allowed");
    client.socket.feed(fragment(&[b' '; 4000], Data::Text, false)).await.unwrap();
    client.socket.send(fragment(&[b' '; 97], Data::Continue, true)).await.unwrap();
    assert_eq!(client.answer().await["error"]["code"], json!("too_large"));
    assert_eq!(client.hear().await, Heard::Closed(1009));
    let mut client = running.client().await;
    client.say(&" ".repeat(1 << 20)).await;
    assert_eq!(client.answer().await["error"]["code"], json!("too_large"));
    assert_eq!(client.hear().await, Heard::Closed(1009));
    running.end().await;
}

#[tokio::test]
async fn what_breaks_the_websocket_closes_with_its_code() {
    let running = Running::start().await;
    let bad_text = Frame::message(Bytes::from_static(&[0xff]), OpCode::Data(Data::Text), true);
    let lone_continuation = Frame::message(Bytes::from_static(b"a"), OpCode::Data(Data::Continue), true);
    for (frame, expected) in [(bad_text, 1007), (lone_continuation, 1002)] {
        let mut client = running.client().await;
        client.socket.send(Message::Frame(frame)).await.unwrap();
        assert_eq!(client.hear().await, Heard::Closed(expected));
    }
    running.end().await;
}
