//! Ordinary conversations: welcome, requests, changes, the order of it all.

use serde_json::json;

use super::{Client, Running};

#[tokio::test]
async fn a_client_is_welcomed_reads_and_writes() {
    let running = Running::start().await;
    let mut client = running.client().await;
    let welcome = Client::open(running.address).await.welcome().await;
    let instance = welcome["welcome"]["instance"].clone();
    assert!(instance.as_str().is_some_and(|text| text.is_ascii() && (1..=32).contains(&text.len())));
    assert_eq!(
        welcome,
        json!({"welcome": {"protocol": 1, "key": "app:state", "state": "", "revision": 1, "store": "memory",
            "available": true, "watch": "tracking", "instance": instance, "operations": ["get", "set", "ping"]}})
    );
    let get = client.ask(r#"{"id":1,"get":{}}"#).await;
    assert_eq!(get, json!({"id": 1, "state": {"state": "", "revision": 1}}));
    let set = client.ask(r#"{"id":2,"set":{"state":"order_paid"}}"#).await;
    assert_eq!(set, json!({"id": 2, "state": {"state": "ORDER_PAID", "revision": 2}}));
    let changed = client.frame().await;
    assert_eq!(changed, json!({"changed": {"state": "ORDER_PAID", "revision": 2, "by": null}}));
    assert_eq!(client.ask(r#"{"ping":{},"id":3}"#).await, json!({"id": 3, "pong": {}}));
    running.end().await;
}

#[tokio::test]
async fn everybody_hears_of_a_change_and_whose_it_is() {
    let running = Running::start().await;
    let mut other = running.client().await;
    let mut budi = Client::open(running.address).await;
    budi.ask(r#"{"hello":{"protocol":1,"client":"Budi"}}"#).await;
    budi.say(r#"{"id":1,"set":{"state":"IDLE"}}"#).await;
    let changed = json!({"changed": {"state": "IDLE", "revision": 2, "by": "Budi"}});
    assert_eq!(other.frame().await, changed);
    assert_eq!(budi.frame().await["id"], json!(1), "the reply comes before its own changed");
    assert_eq!(budi.frame().await, changed);
    // The same text is a change, too.
    budi.say(r#"{"id":2,"set":{"state":"IDLE"}}"#).await;
    assert_eq!(other.frame().await["changed"]["revision"], json!(3));
    running.end().await;
}

#[tokio::test]
async fn a_thousand_requests_in_one_go_are_answered_in_their_order() {
    let running = Running::start().await;
    let mut client = running.client().await;
    let requests = (0..1000).map(|id| match id % 3 {
        0 => format!("{{\"id\":{id},\"set\":{{\"state\":\"S{id}\"}}}}"),
        1 => format!("{{\"id\":{id},\"get\":{{}}}}"),
        _ => format!("{{\"id\":{id},\"ping\":{{}}}}"),
    });
    client.say_all(requests).await;
    let mut newest = 0;
    for id in 0..1000 {
        let answer = client.answer().await;
        assert_eq!(answer["id"], json!(id));
        if id % 3 == 1 {
            assert_eq!(
                answer["state"]["state"],
                json!(format!("S{}", id - 1)),
                "a get sees the set before it"
            );
        }
        if id % 3 != 2 {
            let revision = answer["state"]["revision"].as_u64().unwrap();
            assert!(revision >= newest);
            newest = revision;
        }
    }
    running.end().await;
}

#[tokio::test]
async fn who_hears_nothing_for_a_while_hears_the_last_value_all_the_same() {
    let running = Running::start().await;
    let mut listener = running.client().await;
    let mut setter = running.client().await;
    for number in 0..500 {
        setter.ask(&format!("{{\"id\":1,\"set\":{{\"state\":\"S{number}\"}}}}")).await;
    }
    let mut last = 0;
    loop {
        let changed = listener.frame().await;
        let revision = changed["changed"]["revision"].as_u64().unwrap();
        assert!(revision > last);
        last = revision;
        if changed["changed"]["state"] == json!("S499") {
            break;
        }
    }
    running.end().await;
}

#[tokio::test]
async fn at_the_end_what_has_arrived_is_answered_and_the_reason_is_given() {
    use super::client::Heard;

    let running = Running::start().await;
    let mut clients = Vec::new();
    for _ in 0..10 {
        clients.push(running.client().await);
    }
    let stranger = Client::open(running.address).await;
    for client in &mut clients {
        client.say(r#"{"id":1,"get":{}}"#).await;
    }
    let address = running.address;
    running.end().await;
    for client in &mut clients {
        let answer = client.frame().await;
        let code = &answer["error"]["code"];
        assert!(answer.get("state").is_some() || *code == json!("shutting_down"), "{answer}");
        assert_eq!(client.hear().await, Heard::Closed(1001));
    }
    drop(stranger);
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}
