//! What holds for every frame, and for every text that is none.

use event_pattern::State;
use proptest::prelude::*;
use protocol::{
    Changed, ClientFrame, Code, Hello, Id, KeyState, Label, Operation, Reading, Refusal, Request,
    ServerFrame, StoreChange, StoreKind, Token, Watch, Welcome,
};
use serde_json::Value;

fn id() -> impl Strategy<Value = Id> {
    (0..=Id::MAX.get()).prop_map(|number| Id::new(number).expect("in range"))
}

fn label() -> impl Strategy<Value = Option<Label>> {
    proptest::collection::vec(any::<char>().prop_filter("a label has none", |c| !c.is_control()), 0..=32)
        .prop_map(|chars| Label::parse(&chars.into_iter().collect::<String>()).expect("a label"))
}

fn client_frame() -> impl Strategy<Value = ClientFrame> {
    let state = "[A-Za-z][A-Za-z0-9_]{0,63}".prop_map(|text| State::parse(&text).expect("a state"));
    let operation = prop_oneof![Just(Operation::Get), Just(Operation::Ping), state.prop_map(Operation::Set)];
    prop_oneof![
        (proptest::option::of(any::<String>()), label())
            .prop_map(|(token, client)| ClientFrame::Hello(Hello { token: token.map(Token::new), client })),
        (id(), operation).prop_map(|(id, operation)| ClientFrame::Request(Request { id, operation })),
    ]
}

fn reading() -> impl Strategy<Value = Reading> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..300).prop_map(|bytes| Reading::of(&bytes)),
        any::<String>().prop_map(|text| Reading::from(text.as_str())),
        Just(Reading::of_another_type()),
    ]
}

fn key_state() -> impl Strategy<Value = KeyState> {
    (reading(), any::<u64>()).prop_map(|(reading, revision)| KeyState { reading, revision })
}

fn watch() -> impl Strategy<Value = Watch> {
    prop_oneof![Just(Watch::Tracking), Just(Watch::Polling)]
}

fn welcome() -> impl Strategy<Value = Welcome> {
    let store = prop_oneof![Just(StoreKind::Redis), Just(StoreKind::Memory)];
    let texts = (any::<String>(), any::<String>(), any::<Vec<String>>());
    (texts, proptest::option::of(reading()), any::<u64>(), store, any::<bool>(), watch()).prop_map(
        |((key, instance, operations), reading, revision, store, available, watch)| Welcome {
            key,
            reading,
            revision,
            store,
            available,
            watch,
            instance,
            operations,
        },
    )
}

fn server_frame() -> impl Strategy<Value = ServerFrame> {
    let refusal = (proptest::option::of(id()), proptest::sample::select(&Code::ALL), any::<String>())
        .prop_map(|(id, code, message)| Refusal { id, code, message });
    let store = prop_oneof![any::<String>().prop_map(StoreChange::Away), watch().prop_map(StoreChange::Back)];
    prop_oneof![
        welcome().prop_map(ServerFrame::Welcome),
        (id(), key_state()).prop_map(|(id, key_state)| ServerFrame::State(id, key_state)),
        id().prop_map(ServerFrame::Pong),
        refusal.prop_map(ServerFrame::Error),
        (key_state(), label()).prop_map(|(key_state, by)| ServerFrame::Changed(Changed { key_state, by })),
        store.prop_map(ServerFrame::Store),
    ]
}

/// Texts that are nearly frames: what people's mistakes and fuzzers look like.
fn nearly_a_frame() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(
        &[
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u00",
            "\\ud83d",
            "\\ude00",
            "\\u0069d",
            "\"id\"",
            "\"get\"",
            "\"set\"",
            "\"state\"",
            "\"hello\"",
            "\"protocol\"",
            "\"a\"",
            "1",
            "0",
            "-",
            ".5",
            "e+3",
            "null",
            "true",
            "false",
            " ",
            "\n",
            "\t",
            "é",
            "\u{1}",
            "{}",
            "[]",
            "\"id\":1,",
            "\"set\":{\"state\":",
        ][..],
    );
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// An object of JSON as a program would write it.
fn object() -> impl Strategy<Value = Value> {
    let name = prop_oneof!["id|get|set|state|hello|protocol", any::<String>()];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let names = name.clone();
    let value = leaf.prop_recursive(6, 40, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(names.clone(), inner, 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    });
    proptest::collection::btree_map(name, value, 0..5)
        .prop_map(|members| Value::Object(members.into_iter().collect()))
}

/// The id that an error about an object without doubled names has to carry.
fn id_of(object: &Value) -> Option<u64> {
    object.get("id")?.as_u64().filter(|id| *id <= Id::MAX.get())
}

const NOT_JSON: &str = "The frame is not JSON.";

proptest! {
    #[test]
    fn a_client_s_frame_is_read_as_it_was_written(frame in client_frame()) {
        prop_assert_eq!(ClientFrame::parse(&frame.to_json()), Ok(frame));
    }

    #[test]
    fn a_bridge_s_frame_is_read_as_it_was_written(frame in server_frame()) {
        let text = frame.to_json();
        prop_assert!(serde_json::from_str::<Value>(&text).is_ok());
        prop_assert_eq!(ServerFrame::parse(&text), Ok(Some(frame)));
    }

    #[test]
    fn nothing_that_is_sent_ends_the_program(text in any::<String>(), bytes in any::<Vec<u8>>()) {
        for text in [text, String::from_utf8_lossy(&bytes).into_owned()] {
            let _ = ClientFrame::parse(&text);
            let _ = ServerFrame::parse(&text);
        }
    }

    #[test]
    fn what_is_json_is_what_another_reader_takes_for_json(text in nearly_a_frame()) {
        let foreign = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
        let own = ClientFrame::parse(&text).err().is_none_or(|rejected| rejected.message != NOT_JSON);
        // A doubled name is found before the end of the text is: then that is said, whatever comes behind it.
        let doubled = ClientFrame::parse(&text).is_err_and(|rejected| rejected.message.contains("twice"));
        prop_assert!(foreign == own || doubled, "{}", text);
        let _ = ServerFrame::parse(&text);
    }

    #[test]
    fn an_error_carries_the_id_of_every_object(object in object()) {
        if let Err(rejected) = ClientFrame::parse(&object.to_string()) {
            prop_assert_eq!(rejected.id.map(Id::get), id_of(&object));
            prop_assert!(rejected.message != NOT_JSON);
        }
    }

    #[test]
    fn a_frame_cut_short_is_malformed(frame in client_frame(), cut in any::<proptest::sample::Index>()) {
        let text = frame.to_json();
        let cut = cut.index(text.len());
        if let Some(text) = text.get(..cut) {
            let rejected = ClientFrame::parse(text).expect_err("half a frame is none");
            prop_assert_eq!((rejected.code, rejected.id), (Code::Malformed, None));
        }
    }
}
