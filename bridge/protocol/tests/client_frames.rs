//! The sentences of protocol 1 about the shapes of what a client says, as a table.

use event_pattern::State;
use protocol::{ClientFrame, Code, Hello, Id, Operation, Request};

/// What is answered: the error's code and id.
fn refusal(text: &str) -> (&'static str, Option<u64>) {
    match ClientFrame::parse(text) {
        Ok(frame) => panic!("{text} was taken for {frame:?}"),
        Err(rejected) => {
            assert!(rejected.message.ends_with('.'), "no sentence: {}", rejected.message);
            (rejected.code.as_str(), rejected.id.map(Id::get))
        }
    }
}

fn check(code: &'static str, id: Option<u64>, frames: &[&str]) {
    for text in frames {
        assert_eq!(refusal(text), (code, id), "{text}");
    }
}

fn request(text: &str) -> (u64, Operation) {
    match ClientFrame::parse(text) {
        Ok(ClientFrame::Request(Request { id, operation })) => (id.get(), operation),
        other => panic!("{text} gave {other:?}"),
    }
}

fn hello(text: &str) -> Hello {
    match ClientFrame::parse(text) {
        Ok(ClientFrame::Hello(hello)) => hello,
        other => panic!("{text} gave {other:?}"),
    }
}

#[test]
fn the_requests_of_the_page_are_understood() {
    assert_eq!(request(r#"{"id":1,"get":{}}"#), (1, Operation::Get));
    assert_eq!(request(r#"{"id":2,"set":{"state":"ORDER_PAID"}}"#), (2, Operation::Set(State::ORDER_PAID)));
    assert_eq!(request(r#"{"id":3,"ping":{}}"#), (3, Operation::Ping));
    assert_eq!(request(" {\t\"get\" :\r\n{ } , \"\\u0069d\": 4 } "), (4, Operation::Get));
}

#[test]
fn a_set_takes_letters_of_either_case() {
    assert_eq!(request(r#"{"id":0,"set":{"state":"order_Paid"}}"#), (0, Operation::Set(State::ORDER_PAID)));
    assert_eq!(
        request(r#"{"id":0,"set":{"state":"\u006frder_paid"}}"#),
        (0, Operation::Set(State::ORDER_PAID))
    );
    let longest = format!(r#"{{"id":0,"set":{{"state":"{}"}}}}"#, "a".repeat(64));
    assert!(matches!(request(&longest), (0, Operation::Set(_))));
}

#[test]
fn any_other_value_of_a_set_is_no_state() {
    let values = ["null", "true", "5", "-1e9", "\"\"", "[]", "{}", "[[[]]]", r#"{"state":"IDLE"}"#, "\"9A\""];
    let more = [
        "\"A B\"",
        "\"ORDER PAID \"",
        "\"A\\n\"",
        "\"Straße\"",
        "\"\u{130}\"",
        "\"ſ\"",
        "\"\\ud800\"",
        "\"A\\u0000\"",
    ];
    for value in values.into_iter().chain(more) {
        let text = format!(r#"{{"id":7,"set":{{"state":{value}}}}}"#);
        assert_eq!(refusal(&text), ("invalid_state", Some(7)), "{text}");
    }
    let too_long = format!(r#"{{"id":7,"set":{{"state":"{}"}}}}"#, "A".repeat(65));
    assert_eq!(refusal(&too_long), ("invalid_state", Some(7)));
}

#[test]
fn an_id_is_written_with_digits_only_up_to_the_largest() {
    assert_eq!(request(r#"{"id":9007199254740991,"get":{}}"#).0, 9_007_199_254_740_991);
    for id in [
        "9007199254740992",
        "99999999999999999999999",
        "-1",
        "-0",
        "1.0",
        "1e0",
        "\"1\"",
        "null",
        "true",
        "[]",
        "{}",
    ] {
        let text = format!(r#"{{"id":{id},"get":{{}}}}"#);
        assert_eq!(refusal(&text), ("malformed", None), "{text}");
    }
    check("malformed", None, &[r#"{"get":{}}"#, r#"{"id":01,"get":{}}"#, r#"{"id":+1,"get":{}}"#]);
}

#[test]
fn exactly_one_operation_of_the_right_shape() {
    check(
        "malformed",
        Some(5),
        &[
            r#"{"id":5}"#,
            r#"{"id":5,"get":{},"ping":{}}"#,
            r#"{"id":5,"set":{"state":"IDLE"},"get":{}}"#,
            r#"{"id":5,"GET":{}}"#,
            r#"{"id":5,"del":{}}"#,
            r#"{"id":5,"get":{},"key":"other"}"#,
            r#"{"id":5,"get":{"key":"other"}}"#,
            r#"{"id":5,"get":null}"#,
            r#"{"id":5,"get":[]}"#,
            r#"{"id":5,"get":""}"#,
            r#"{"id":5,"ping":{"a":1}}"#,
            r#"{"id":5,"ping":[]}"#,
            r#"{"id":5,"set":{}}"#,
            r#"{"id":5,"set":"IDLE"}"#,
            r#"{"id":5,"set":["IDLE"]}"#,
            r#"{"id":5,"set":{"State":"IDLE"}}"#,
            r#"{"id":5,"set":{"state":"IDLE","key":"other"}}"#,
            r#"{"id":5,"set":{"state":"9","key":"other"}}"#,
            r#"{"id":5,"welcome":{}}"#,
        ],
    );
    check("malformed", None, &[r#"{"id":-5,"set":{"state":"9"}}"#, "{}"]);
}

#[test]
fn what_is_not_one_object_without_doubled_names_has_no_id() {
    check(
        "malformed",
        None,
        &[
            "",
            " ",
            "null",
            "5",
            "[]",
            r#"[{"id":1,"get":{}}]"#,
            r#""get""#,
            "GET app:state",
            r#"{"id":1,"get":{}"#,
            r#"{"id":1,"get":{}} x"#,
            r#"{"id":1,"get":{}}{"id":2,"get":{}}"#,
            r#"{"id":1,"get":{},}"#,
            r#"{"id":1,'get':{}}"#,
            r#"{id:1,"get":{}}"#,
            "{\"id\":1,\"get\":{}}\0",
            "\u{feff}{\"id\":1,\"get\":{}}",
            "{\"id\":1,\u{a0}\"get\":{}}",
            "{\"id\":1,\"set\":{\"state\":\"A\nB\"}}",
            r#"{"id":1,"set":{"state":"\x41"}}"#,
            r#"{"id":1,"set":{"state":NaN}}"#,
            r#"{"id":1,"id":1,"get":{}}"#,
            r#"{"id":1,"\u0069d":2,"get":{}}"#,
            r#"{"id":1,"get":{},"get":{}}"#,
            r#"{"id":1,"set":{"state":"IDLE","state":"IDLE"}}"#,
            r#"{"id":1,"set":{"state":[{"a":[],"b":1,"\u0061":2}]}}"#,
            r#"{"id":1,"get":{},"\ud83d\ude00":1,"😀":1}"#,
            r#"{"id":1,"get":{},"\uD800":1,"\ud800":1}"#,
            r#"{"hello":{"protocol":1,"protocol":1}}"#,
        ],
    );
    // The same name in different objects is no doubled name.
    check("invalid_state", Some(1), &[r#"{"id":1,"set":{"state":[{"a":1},{"a":1,"state":{"a":[]}}]}}"#]);
}

#[test]
fn depth_is_no_reason_to_forget_the_id() {
    for depth in [129, 2_000, 1_000_000] {
        let lists = format!(r#"{{"id":8,"set":{{"state":{}{}}}}}"#, "[".repeat(depth), "]".repeat(depth));
        assert_eq!(refusal(&lists), ("invalid_state", Some(8)));
        let objects = format!(r#"{{"id":8,"get":{}1{}}}"#, r#"{"a":"#.repeat(depth), "}".repeat(depth));
        assert_eq!(refusal(&objects), ("malformed", Some(8)));
        assert_eq!(refusal(&"[".repeat(depth)), ("malformed", None));
    }
}

#[test]
fn a_hello_may_have_a_token_and_a_label() {
    assert_eq!(hello(r#"{"hello":{"protocol":1}}"#), Hello::default());
    let full = hello(r#"{"hello":{"client":"Budi","protocol":1,"token":"s3cret \u00e9"}}"#);
    assert_eq!(full.client.as_ref().map(|label| label.as_str()), Some("Budi"));
    assert_eq!(full.token.as_ref().map(|token| token.reveal()), Some("s3cret é"));
    assert!(!format!("{full:?}").contains("s3cret"));
}

#[test]
fn a_label_is_counted_in_code_points_and_the_empty_one_is_none() {
    let client = |label: &str| format!(r#"{{"hello":{{"protocol":1,"client":"{label}"}}}}"#);
    assert_eq!(hello(&client("")).client, None);
    for label in ["<b>Budi</b>", "🦀", " ", &"é".repeat(32), &"🦀".repeat(32)] {
        assert_eq!(hello(&client(label)).client.as_ref().map(|label| label.as_str()), Some(label));
    }
    for label in [&"a".repeat(33), &"🦀".repeat(33), "a\\u0000", "a\\nb", "a\\u007f", "a\u{85}b", "\\ud800"]
    {
        assert_eq!(refusal(&client(label)), ("malformed", None), "{label}");
    }
}

#[test]
fn a_hello_is_checked_version_first() {
    check(
        "malformed",
        None,
        &[
            r#"{"hello":{}}"#,
            r#"{"hello":1}"#,
            r#"{"hello":null}"#,
            r#"{"hello":[{"protocol":1}]}"#,
            r#"{"hello":{"token":"x","surprise":1}}"#,
            r#"{"hello":{"protocol":"1"}}"#,
            r#"{"hello":{"protocol":"2"}}"#,
            r#"{"hello":{"protocol":null}}"#,
            r#"{"hello":{"protocol":true}}"#,
            r#"{"hello":{"protocol":1.5}}"#,
            r#"{"hello":{"protocol":[1]}}"#,
            r#"{"hello":{"protocol":1,"room":"a"}}"#,
            r#"{"hello":{"protocol":1,"Client":"a"}}"#,
            r#"{"hello":{"protocol":1,"client":5}}"#,
            r#"{"hello":{"protocol":1,"client":null}}"#,
            r#"{"hello":{"protocol":1,"token":null}}"#,
            r#"{"hello":{"protocol":1},"get":{}}"#,
        ],
    );
    check(
        "unsupported_protocol",
        None,
        &[
            r#"{"hello":{"protocol":2}}"#,
            r#"{"hello":{"protocol":0}}"#,
            r#"{"hello":{"protocol":-1}}"#,
            r#"{"hello":{"protocol":100000000000000000000000000}}"#,
            r#"{"hello":{"protocol":2,"room":"a","client":7,"token":[]}}"#,
        ],
    );
    // An object with a valid id has its errors with that id, whatever it wants to be.
    check("malformed", Some(1), &[r#"{"id":1,"hello":{"protocol":1}}"#]);
}

#[test]
fn where_several_codes_are_true_the_least_is_said() {
    let order = [
        Code::TooLarge,
        Code::Malformed,
        Code::RateLimited,
        Code::NotReady,
        Code::ShuttingDown,
        Code::InvalidState,
        Code::StoreUnavailable,
    ];
    assert!(order.is_sorted());
}
