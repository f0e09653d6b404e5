//! The bridge's frames as the page of protocol 1 shows them, and what a client may pass over.

use protocol::{
    Changed, Code, Id, KeyState, Label, OPERATIONS, Reading, Refusal, ServerFrame, StoreChange, StoreKind,
    Watch, Welcome,
};

fn id(number: u64) -> Id {
    Id::new(number).expect("a small number")
}

fn idle(revision: u64) -> KeyState {
    KeyState { reading: "IDLE".into(), revision }
}

fn welcome() -> Welcome {
    Welcome {
        key: "app:state".to_owned(),
        reading: Some("IDLE".into()),
        revision: 7,
        store: StoreKind::Redis,
        available: true,
        watch: Watch::Tracking,
        instance: "k3v9".to_owned(),
        operations: OPERATIONS.map(str::to_owned).to_vec(),
    }
}

#[test]
fn frames_are_written_as_the_page_has_them_and_read_back() {
    let refusal = |id, code, message: &str| Refusal { id, code, message: message.to_owned() };
    let unreadable = KeyState { reading: Reading::of(b"\xff"), revision: 10 };
    let by = Label::parse("Budi").expect("a label");
    let table = [
        (
            ServerFrame::Welcome(welcome()),
            r#"{"welcome":{"protocol":1,"key":"app:state","state":"IDLE","revision":7,"store":"redis","available":true,"watch":"tracking","instance":"k3v9","operations":["get","set","ping"]}}"#,
        ),
        (
            ServerFrame::Welcome(Welcome {
                reading: None,
                available: false,
                store: StoreKind::Memory,
                watch: Watch::Polling,
                ..welcome()
            }),
            r#"{"welcome":{"protocol":1,"key":"app:state","state":null,"revision":7,"store":"memory","available":false,"watch":"polling","instance":"k3v9","operations":["get","set","ping"]}}"#,
        ),
        (ServerFrame::State(id(1), idle(7)), r#"{"id":1,"state":{"state":"IDLE","revision":7}}"#),
        (
            ServerFrame::State(id(1), KeyState { reading: Reading::Missing, revision: 8 }),
            r#"{"id":1,"state":{"state":"","revision":8}}"#,
        ),
        (
            ServerFrame::State(id(1), unreadable),
            r#"{"id":1,"state":{"state":null,"unreadable":"not a text in UTF-8","revision":10}}"#,
        ),
        (ServerFrame::Pong(id(3)), r#"{"id":3,"pong":{}}"#),
        (
            ServerFrame::Changed(Changed { key_state: idle(9), by }),
            r#"{"changed":{"state":"IDLE","revision":9,"by":"Budi"}}"#,
        ),
        (
            ServerFrame::Changed(Changed { key_state: idle(9), by: None }),
            r#"{"changed":{"state":"IDLE","revision":9,"by":null}}"#,
        ),
        (
            ServerFrame::Store(StoreChange::Away("no \"answer\"\n".to_owned())),
            r#"{"store":{"available":false,"reason":"no \"answer\"\n"}}"#,
        ),
        (
            ServerFrame::Store(StoreChange::Back(Watch::Tracking)),
            r#"{"store":{"available":true,"watch":"tracking"}}"#,
        ),
        (
            ServerFrame::Error(refusal(Some(id(4)), Code::InvalidState, "No.")),
            r#"{"id":4,"error":{"code":"invalid_state","message":"No."}}"#,
        ),
        (
            ServerFrame::Error(refusal(None, Code::Malformed, "No.")),
            r#"{"id":null,"error":{"code":"malformed","message":"No."}}"#,
        ),
    ];
    for (frame, text) in table {
        assert_eq!(frame.to_json(), text);
        assert_eq!(ServerFrame::parse(text), Ok(Some(frame)));
    }
}

#[test]
fn every_code_has_its_name() {
    for code in Code::ALL {
        let refusal = Refusal { id: None, code, message: String::new() };
        let text = ServerFrame::Error(refusal.clone()).to_json();
        assert!(text.contains(&format!("\"{}\"", code.as_str())));
        assert_eq!(ServerFrame::parse(&text), Ok(Some(ServerFrame::Error(refusal))));
    }
    let newer = r#"{"id":null,"error":{"code":"sold_out","message":"Tomorrow."}}"#;
    let Ok(Some(ServerFrame::Error(refusal))) = ServerFrame::parse(newer) else {
        panic!("an error is an error")
    };
    assert_eq!((refusal.code, refusal.message.as_str()), (Code::Unknown, "Tomorrow."));
}

#[test]
fn fields_and_kinds_that_are_not_known_are_passed_over() {
    for text in [r#"{"weather":{"rain":true}}"#, "{}", r#"{"id":1,"subscribed":{}}"#] {
        assert_eq!(ServerFrame::parse(text), Ok(None));
    }
    assert_eq!(
        ServerFrame::parse(r#"{"mood":[1],"changed":{"by":null,"colour":{},"revision":9,"state":"IDLE"}}"#),
        Ok(Some(ServerFrame::Changed(Changed { key_state: idle(9), by: None })))
    );
}

#[test]
fn a_foreign_text_is_shown_as_it_stands() {
    let text = r#"{"changed":{"state":"order_paid \u0000 é","revision":3,"by":null}}"#;
    let Ok(Some(ServerFrame::Changed(changed))) = ServerFrame::parse(text) else {
        panic!("a change is a change")
    };
    assert_eq!(changed.key_state.reading, Reading::Text("order_paid \0 é".into()));
}

#[test]
fn a_broken_frame_is_an_error() {
    for text in [
        "",
        "hello",
        "[]",
        "5",
        r#"{"changed":5}"#,
        r#"{"changed":{"state":null,"revision":1}}"#,
        r#"{"changed":{"state":"A","revision":-1}}"#,
        r#"{"changed":{"state":5,"revision":1}}"#,
        r#"{"id":null,"pong":{}}"#,
        r#"{"id":1,"state":"IDLE"}"#,
        r#"{"pong":{}}"#,
        r#"{"id":"x","error":{"code":"malformed","message":""}}"#,
        r#"{"error":{"code":5}}"#,
        r#"{"store":{"available":"yes"}}"#,
        r#"{"welcome":{"protocol":2}}"#,
        r#"{"welcome":{}}"#,
    ] {
        let broken = ServerFrame::parse(text).expect_err(text);
        assert!(broken.to_string().starts_with("the bridge said something that is not protocol 1: "));
    }
}

#[test]
fn a_reading_is_the_bytes_of_the_key() {
    assert_eq!(Reading::of(b""), Reading::Missing);
    assert_eq!(Reading::of(b"order_paid"), Reading::Text("order_paid".into()));
    assert_eq!(Reading::of(&[b'A'; 256]).text().map(str::len), Some(256));
    for bytes in [&[b'A'; 257][..], b"\xff\xfe", "é".repeat(129).as_bytes()] {
        assert!(matches!(Reading::of(bytes), Reading::Unreadable(_)));
        assert_eq!(Reading::of(bytes).text(), None);
    }
}
