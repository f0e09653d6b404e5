//! How a link comes about, or does not.

use super::*;
use event_pattern::live::Welcome;
use protocol::{StoreKind, Watch};

#[test]
fn a_greeting_is_sent_first_and_a_welcome_ends_it() {
    let mut talk = Talk::new();
    assert_eq!(talk.state(), LinkState::Off);
    talk.connect();
    assert_eq!(talk.state(), LinkState::Connecting);
    assert_eq!(talk.outputs(), [Output::Open(Address::of_this_machine())]);
    talk.opened();
    let hello = r#"{"hello":{"protocol":1,"token":"secret","client":"Budi"}}"#;
    assert_eq!(talk.outputs(), [send(hello)]);
    assert_eq!(talk.state(), LinkState::Connecting);
    talk.said(WELCOME);
    let welcome = News::Welcome(Welcome { instance: "k3v9".into(), sighting: Some(idle(7)) });
    assert_eq!(talk.outputs(), [Output::Tell(welcome), send(r#"{"id":1,"ping":{}}"#)]);
    let LinkState::Connected(bridge) = talk.state() else { panic!("{:?}", talk.state()) };
    assert_eq!((&*bridge.key, bridge.store, bridge.watch), ("app:state", StoreKind::Redis, Watch::Tracking));
    assert_eq!(bridge.round_trip_ms, None);
    talk.now += 3.5;
    talk.said(r#"{"id":1,"pong":{}}"#);
    assert_eq!(talk.state().bridge().and_then(|bridge| bridge.round_trip_ms), Some(3.5));
}

#[test]
fn a_welcome_without_a_store_says_that_nothing_is_known() {
    let mut talk = Talk::new();
    talk.connect();
    talk.opened();
    talk.said(&WELCOME.replace("\"IDLE\"", "null").replace("true", "false").replace("tracking", "polling"));
    assert_eq!(talk.news(), [News::Welcome(Welcome { instance: "k3v9".into(), sighting: None })]);
    assert_eq!(talk.state().code(), "store_away");
    talk.said(r#"{"store":{"available":true,"watch":"tracking"}}"#);
    talk.said(r#"{"changed":{"state":"","revision":8,"by":null}}"#);
    let empty = Sighting { held: Held::Nothing, revision: 8 };
    assert_eq!(talk.news(), [News::StoreBack, News::Changed { sighting: empty, by: None }]);
    assert_eq!(talk.state().bridge().map(|bridge| bridge.watch), Some(Watch::Tracking));
}

#[test]
fn a_first_try_that_fails_is_refused_and_says_why() {
    let error = |code: &str| format!(r#"{{"id":null,"error":{{"code":"{code}","message":"No."}}}}"#);
    type Does = Box<dyn Fn(&mut Talk)>;
    let says = |text: String| -> Does {
        Box::new(move |talk: &mut Talk| {
            talk.opened();
            talk.said(&text);
        })
    };
    let closes = |code| -> Does {
        Box::new(move |talk: &mut Talk| {
            talk.opened();
            talk.closed(code, "Bye.");
        })
    };
    let cases: [(Does, Why); 16] = [
        (Box::new(|talk| talk.closed(1006, "")), Why::NotReached),
        (Box::new(|talk| talk.wake()), Why::NotReached),
        (Box::new(|talk| talk.connection.not_allowed(talk.moment())), Why::Forbidden),
        (Box::new(|talk| (talk.opened(), talk.wake()).1), Why::Silent),
        (says(error("unauthorized")), Why::Unauthorized),
        (says(error("unsupported_protocol")), Why::OtherProtocol),
        (says(error("too_many_connections")), Why::Full),
        (says(error("shutting_down")), Why::ShuttingDown),
        (says(error("malformed")), Why::GreetingRefused("No.".into())),
        (says(error("too_large")), Why::GreetingRefused("No.".into())),
        (says("hello?".to_owned()), Why::NotABridge),
        (says(r#"{"changed":{"state":"IDLE","revision":9,"by":null}}"#.to_owned()), Why::NotABridge),
        (closes(1001), Why::ShuttingDown),
        (closes(1013), Why::Full),
        (closes(1006), Why::BrokeOff),
        (closes(1008), Why::Closed(1008, "Bye.".into())),
    ];
    for (does, why) in cases {
        let mut talk = Talk::new();
        talk.connect();
        does(&mut talk);
        assert_eq!(talk.state(), LinkState::Refused(why.clone()));
        assert_eq!(talk.outputs().last(), Some(&Output::Close), "{why:?}");
        assert_eq!(talk.connection.wake_at(), None, "{why:?}: nothing is tried again");
    }
}

#[test]
fn kinds_of_messages_that_nobody_knows_yet_change_nothing() {
    let mut talk = Talk::new();
    talk.connect();
    talk.opened();
    talk.outputs();
    talk.said(r#"{"motd":"Hi!"}"#);
    assert_eq!((talk.state(), talk.outputs()), (LinkState::Connecting, Vec::new()));
}

#[test]
fn another_bridge_takes_the_place_of_the_first() {
    let mut talk = Talk::welcomed();
    talk.set(1);
    talk.outputs();
    talk.connect();
    assert_eq!(
        talk.outputs(),
        [
            Output::Tell(reply(1, Reply::OutcomeUnknown)),
            Output::Tell(News::LinkLost),
            Output::Close,
            Output::Open(Address::of_this_machine()),
        ]
    );
    assert_eq!(talk.state(), LinkState::Connecting);
}
