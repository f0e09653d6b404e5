//! Arbitrary frames from several clients at once: whatever they say, each frame is answered, in its order, and revisions
//! never go down.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use super::{Client, Running};

/// A frame of some client, good or not.
fn frame() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0..100u64).prop_map(|id| format!("{{\"id\":{id},\"get\":{{}}}}")),
        4 => (0..100u64, "[A-Za-z][A-Za-z0-9_]{0,9}")
            .prop_map(|(id, state)| format!("{{\"id\":{id},\"set\":{{\"state\":\"{state}\"}}}}")),
        2 => (0..100u64).prop_map(|id| format!("{{\"id\":{id},\"ping\":{{}}}}")),
        1 => Just(r#"{"hello":{"protocol":1}}"#.to_owned()),
        1 => "\\PC{1,60}",
        1 => r#"[\[\]{}":,a-z0-9\\]{1,60}"#,
    ]
}

/// The id that an answer has to carry, as far as a foreign reader of the frame can tell.
fn id_of(frame: &str) -> Value {
    let parsed: Value = serde_json::from_str(frame).unwrap_or_default();
    parsed.get("id").filter(|id| id.is_u64()).cloned().unwrap_or_default()
}

async fn check(clients: Vec<Vec<String>>) {
    let running = Running::start().await;
    let mut open = Vec::new();
    for _ in &clients {
        open.push(running.client().await);
    }
    let tasks: Vec<_> =
        open.into_iter().zip(clients).map(|(client, frames)| tokio::spawn(talk(client, frames))).collect();
    for task in tasks {
        task.await.unwrap();
    }
    running.end().await;
}

async fn talk(mut client: Client, frames: Vec<String>) {
    client.say_all(frames.iter().cloned()).await;
    let mut newest = 0;
    let mut changed = 0;
    let mut left = frames.iter();
    let mut next = left.next();
    while let Some(frame) = next {
        let heard = client.frame().await;
        let told = |value: &Value| value["revision"].as_u64().unwrap();
        if let Some(value) = heard.get("changed") {
            assert!(told(value) > changed && told(value) >= newest, "{heard}");
            changed = told(value);
            newest = changed;
            continue;
        }
        if frame.contains("\"get\":{}")
            || frame.contains("\"set\":{\"state\":\"")
            || heard.get("error").is_none()
        {
            assert_eq!(heard["id"], id_of(frame), "{frame} {heard}");
        }
        if let Some(value) = heard.get("state") {
            assert!(told(value) >= newest, "{heard}");
            newest = told(value);
        }
        next = left.next();
    }
}

#[test]
fn whatever_is_said_each_frame_is_answered_in_its_order() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let clients = prop::collection::vec(prop::collection::vec(frame(), 0..40), 1..4);
    let mut runner = TestRunner::new(Config { cases: 48, failure_persistence: None, ..Config::default() });
    let checked = runner.run(&clients, |clients| {
        runtime.block_on(check(clients));
        Ok(())
    });
    checked.unwrap();
}
