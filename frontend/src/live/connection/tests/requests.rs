//! What is asked, and what comes of it.

use super::*;

#[test]
fn answers_belong_to_what_was_asked_in_that_order() {
    let mut talk = Talk::welcomed();
    talk.get(10);
    talk.set(11);
    assert_eq!(
        talk.outputs(),
        [send(r#"{"id":2,"get":{}}"#), send(r#"{"id":3,"set":{"state":"ORDER_PAID"}}"#)]
    );
    talk.said(r#"{"id":2,"state":{"state":"IDLE","revision":7}}"#);
    talk.said(r#"{"id":3,"state":{"state":"ORDER_PAID","revision":8}}"#);
    let paid = Sighting { held: Held::Text("ORDER_PAID".into()), revision: 8 };
    assert_eq!(talk.news(), [reply(10, Reply::Done(idle(7))), reply(11, Reply::Done(paid))]);
}

#[test]
fn a_change_that_is_not_newer_is_ignored() {
    let mut talk = Talk::welcomed();
    let changed =
        |revision| format!(r#"{{"changed":{{"state":"IDLE","revision":{revision},"by":"Citra"}}}}"#);
    talk.said(&changed(7));
    assert_eq!(talk.news(), []);
    talk.said(&changed(9));
    talk.said(&changed(9));
    talk.said(&changed(8));
    assert_eq!(talk.news(), [News::Changed { sighting: idle(9), by: Some("Citra".into()) }]);
    // What the reply to one's own set has told is not told again.
    talk.set(1);
    talk.said(r#"{"id":2,"state":{"state":"IDLE","revision":10}}"#);
    talk.said(&changed(10));
    assert_eq!(talk.news(), [reply(1, Reply::Done(idle(10)))]);
}

#[test]
fn a_key_that_cannot_be_shown_says_why() {
    let mut talk = Talk::welcomed();
    talk.said(r#"{"changed":{"state":null,"unreadable":"a list","revision":8,"by":null}}"#);
    let sighting = Sighting { held: Held::Unreadable("a list".into()), revision: 8 };
    assert_eq!(talk.news(), [News::Changed { sighting, by: None }]);
}

#[test]
fn errors_say_what_became_of_a_request() {
    for (code, of_set, is_told) in [
        ("store_unavailable", Reply::Failed, false),
        ("outcome_unknown", Reply::OutcomeUnknown, false),
        ("of_a_newer_bridge", Reply::OutcomeUnknown, false),
        ("store_refused", Reply::Failed, true),
        ("rate_limited", Reply::Failed, true),
    ] {
        let mut talk = Talk::welcomed();
        talk.get(1);
        talk.set(2);
        talk.outputs();
        let error = |id| format!(r#"{{"id":{id},"error":{{"code":"{code}","message":"No."}}}}"#);
        talk.said(&error(2));
        assert_eq!(talk.outputs(), [Output::Tell(reply(1, Reply::Failed))], "{code}");
        talk.said(&error(3));
        let mut expected = vec![Output::Tell(reply(2, of_set))];
        expected.extend(is_told.then(|| Output::NotSet("No.".to_owned())));
        assert_eq!(talk.outputs(), expected, "{code}");
        assert_eq!(talk.state().code(), "connected", "{code}");
    }
}

#[test]
fn without_a_link_nothing_is_sent_or_kept() {
    let mut talk = Talk::new();
    talk.get(1);
    talk.set(2);
    let failed = [reply(1, Reply::Failed), reply(2, Reply::Failed)];
    assert_eq!(talk.outputs(), failed.clone().map(Output::Tell));
    talk.connect();
    talk.opened();
    talk.outputs();
    talk.get(1);
    talk.set(2);
    assert_eq!(talk.outputs(), failed.map(Output::Tell));
    talk.said(WELCOME);
    assert!(
        !talk.outputs().iter().any(|output| matches!(output, Output::Send(text) if text.contains("set")))
    );
}

#[test]
fn what_waits_is_bounded() {
    let mut talk = Talk::welcomed();
    for ticket in 0..300 {
        talk.get(ticket);
    }
    let (sent, failed): (Vec<_>, Vec<_>) =
        talk.outputs().into_iter().partition(|output| matches!(output, Output::Send(_)));
    assert_eq!((sent.len(), failed.len()), (256, 44));
    assert_eq!(failed[0], Output::Tell(reply(256, Reply::Failed)));
}

#[test]
fn the_store_goes_and_comes_back() {
    let mut talk = Talk::welcomed();
    talk.said(r#"{"store":{"available":false,"reason":"Redis closed the connection."}}"#);
    let LinkState::StoreAway { reason, .. } = talk.state() else { panic!("{:?}", talk.state()) };
    assert_eq!(&*reason, "Redis closed the connection.");
    talk.said(r#"{"store":{"available":true,"watch":"tracking"}}"#);
    talk.said(r#"{"changed":{"state":"IDLE","revision":8,"by":null}}"#);
    let back = News::Changed { sighting: idle(8), by: None };
    assert_eq!(talk.news(), [News::StoreAway, News::StoreBack, back]);
    assert_eq!(talk.state().code(), "connected");
}
