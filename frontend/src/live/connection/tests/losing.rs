//! How a link is lost, and made again.

use super::*;

#[test]
fn on_losing_the_link_reads_have_failed_and_nobody_knows_what_became_of_writes() {
    let mut talk = Talk::welcomed();
    talk.get(1);
    talk.set(2);
    talk.outputs();
    talk.closed(1006, "");
    let unanswered = [reply(1, Reply::Failed), reply(2, Reply::OutcomeUnknown), News::LinkLost];
    let expected: Vec<_> = unanswered.map(Output::Tell).into_iter().chain([Output::Close]).collect();
    assert_eq!(talk.outputs(), expected);
    // Back again: nothing of it is sent a second time.
    talk.wake();
    talk.opened();
    talk.said(WELCOME);
    let sent: Vec<_> =
        talk.outputs().into_iter().filter(|output| matches!(output, Output::Send(_))).collect();
    let hello = send(r#"{"hello":{"protocol":1,"token":"secret","client":"Budi"}}"#);
    assert_eq!(sent, [hello, send(r#"{"id":4,"ping":{}}"#)]);
    assert_eq!(talk.state().code(), "connected");
}

#[test]
fn waits_are_counted_down_and_grow() {
    let mut talk = Talk::welcomed();
    talk.now += 10_000.0;
    talk.closed(1006, "");
    assert_eq!(talk.state(), reconnecting(Some(1), Why::BrokeOff));
    for (tries, seconds) in [(1, 2), (2, 3), (3, 5), (4, 9), (5, 11), (6, 11)] {
        while talk.connection.state(talk.now) != reconnecting(None, talk.why()) {
            talk.wake();
        }
        assert_eq!(talk.outputs().last(), Some(&Output::Open(Address::of_this_machine())));
        talk.closed(1006, "");
        assert_eq!(talk.state(), reconnecting(Some(seconds), Why::NotReached), "after try {tries}");
        let second = talk.now;
        talk.wake();
        assert!(talk.now - second <= 1_000.0, "each second is shown");
    }
    talk.connection.try_now(talk.moment());
    assert_eq!(talk.state(), reconnecting(None, Why::NotReached));
    talk.opened();
    talk.said(WELCOME);
    talk.now += 10_000.0;
    talk.closed(1001, "");
    assert_eq!(talk.state(), reconnecting(Some(1), Why::ShuttingDown), "a good link begins anew");
}

impl Talk {
    fn why(&self) -> Why {
        match self.state() {
            LinkState::Reconnecting { why, .. } => why,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_bridge_that_welcomes_and_hangs_up_is_tried_ever_more_rarely() {
    let mut talk = Talk::welcomed();
    talk.random = 1.0;
    let mut waits = Vec::new();
    for _ in 0..7 {
        talk.closed(1006, "");
        let lost = talk.now;
        while talk.state().code() == "reconnecting"
            && talk.why() == Why::BrokeOff
            && talk.state() != reconnecting(None, Why::BrokeOff)
        {
            talk.wake();
        }
        waits.push(talk.now - lost);
        talk.opened();
        talk.said(WELCOME);
    }
    assert_eq!(waits, [1_000.0, 2_000.0, 4_000.0, 8_000.0, 16_000.0, 20_000.0, 20_000.0]);
}

#[test]
fn a_bridge_that_does_not_answer_is_gone() {
    let mut talk = Talk::welcomed();
    talk.set(1);
    for _ in 0..100 {
        if talk.state().code() != "connected" {
            break;
        }
        talk.wake();
    }
    assert_eq!(talk.why(), Why::Silent);
    assert!(talk.news().contains(&reply(1, Reply::OutcomeUnknown)));
    assert!(talk.now < 12_000.0, "within ten seconds, and not at {}", talk.now);
}

#[test]
fn a_page_that_slept_does_not_take_the_bridge_for_silent() {
    let mut talk = Talk::welcomed();
    talk.get(1);
    talk.now = 3_600_000.0;
    talk.connection.woken(talk.moment());
    assert_eq!(talk.state().code(), "connected");
    talk.said(r#"{"id":2,"state":{"state":"IDLE","revision":7}}"#);
    assert_eq!(talk.state().code(), "connected");
}

#[test]
fn pings_go_on_as_long_as_they_are_answered() {
    let mut talk = Talk::welcomed();
    let mut pings = 0;
    while talk.now < 61_000.0 {
        talk.wake();
        for output in talk.outputs() {
            let Output::Send(text) = output else { panic!("{output:?}") };
            talk.said(&text.replace("ping", "pong"));
            pings += 1;
        }
    }
    assert_eq!((talk.state().code(), pings), ("connected", 30));
}

#[test]
fn what_ends_a_link_for_good_is_not_tried_again() {
    let mut talk = Talk::welcomed();
    talk.closed(1006, "");
    talk.wake();
    talk.opened();
    talk.said(r#"{"id":null,"error":{"code":"unauthorized","message":"Wrong token."}}"#);
    assert_eq!(talk.state(), LinkState::Refused(Why::Unauthorized));
    assert_eq!(talk.connection.wake_at(), None);
}

#[test]
fn the_bridges_last_words_are_the_reason() {
    let error = |code| format!(r#"{{"id":null,"error":{{"code":"{code}","message":"No."}}}}"#);
    for (code, close, why) in
        [("too_many_connections", 1013, Why::Full), ("shutting_down", 1001, Why::ShuttingDown)]
    {
        let mut talk = Talk::welcomed();
        talk.said(&error(code));
        talk.closed(close, "");
        assert_eq!(talk.why(), why);
    }
    let mut talk = Talk::welcomed();
    talk.closed(1008, "too slow");
    assert_eq!(talk.why(), Why::Closed(1008, "too slow".into()));
}

#[test]
fn answers_that_answer_nothing_end_the_link_and_lose_nothing() {
    for wrong in [
        r#"{"id":9,"state":{"state":"IDLE","revision":7}}"#,
        r#"{"id":2,"pong":{}}"#,
        r#"{"id":9,"error":{"code":"store_refused","message":"No."}}"#,
        WELCOME,
        "{",
    ] {
        let mut talk = Talk::welcomed();
        talk.set(1);
        talk.outputs();
        talk.said(wrong);
        assert_eq!(talk.state(), LinkState::Refused(Why::NotABridge), "{wrong}");
        assert_eq!(talk.news(), [reply(1, Reply::OutcomeUnknown), News::LinkLost], "{wrong}");
    }
}

#[test]
fn whoever_leaves_hears_nothing_any_more() {
    let mut talk = Talk::welcomed();
    talk.get(1);
    talk.outputs();
    talk.connection.leave();
    let expected = [Output::Tell(reply(1, Reply::Failed)), Output::Tell(News::LinkLost), Output::Close];
    assert_eq!(talk.outputs(), expected);
    assert_eq!((talk.state(), talk.connection.wake_at()), (LinkState::Off, None));
    talk.said(WELCOME);
    talk.closed(1000, "");
    assert_eq!((talk.state(), talk.outputs()), (LinkState::Off, Vec::new()));

    let mut waiting = Talk::welcomed();
    waiting.closed(1006, "");
    waiting.outputs();
    waiting.connection.leave();
    assert_eq!((waiting.state(), waiting.outputs()), (LinkState::Off, Vec::new()));
}
