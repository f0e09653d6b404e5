//! What the engine is given to do.

use event_pattern::Scenario;

/// An hour, in milliseconds.
pub const HOUR_MS: u64 = 3_600 * 1_000;
/// A day, in milliseconds.
pub const DAY_MS: u64 = 24 * HOUR_MS;

/// `services` services that poll every 0.5 s, of which two act on what is published every `every_ms` until `until_ms`.
/// With ten seconds, a day of 1,000 services is that of the project's first yardstick.
pub fn seldom(services: usize, every_ms: u64, until_ms: u64) -> Scenario {
    let service = |n: usize| {
        let state = if n < 2 { "TRANSACTION_PAID" } else { "ORDER_COMPLETED" };
        format!(r#"{{"name":"S{n}","allowed_states":{{"{state}":"IDLE"}}}}"#)
    };
    let publish = |n: u64| format!(r#"{{"at_ms":{},"publish":"TRANSACTION_PAID"}}"#, n * every_ms);
    scenario((0..services).map(service), (0..until_ms / every_ms).map(publish))
}

/// `services` services of which each always finds something to do, at intervals of its own: whatever one sets, all
/// others act on.
pub fn always(services: usize) -> Scenario {
    let service = |n: usize| {
        let (interval, work) = (50 + n * 7_919 % 900, 1 + n * 104_729 % 997);
        format!(
            r#"{{"name":"S{n}","allowed_states":{{"A":"B","B":"A"}},"poll_interval_ms":{interval},"work_time_ms":{work}}}"#
        )
    };
    scenario((0..services).map(service), [r#"{"at_ms":0,"publish":"A"}"#.to_owned()].into_iter())
}

/// `services` services that all write in the same instant, again and again: their work takes no time.
pub fn at_once(services: usize) -> Scenario {
    let service = |n: usize| {
        format!(
            r#"{{"name":"S{n}","allowed_states":{{"A":"B","B":"A"}},"poll_interval_ms":10,"work_time_ms":0}}"#
        )
    };
    scenario((0..services).map(service), [r#"{"at_ms":0,"publish":"A"}"#.to_owned()].into_iter())
}

fn scenario(services: impl Iterator<Item = String>, commands: impl Iterator<Item = String>) -> Scenario {
    let list = |items: &mut dyn Iterator<Item = String>| items.collect::<Vec<_>>().join(",");
    let (mut services, mut commands) = (services, commands);
    let json = format!(
        r#"{{"version":1,"name":"A bench","services":[{}],"commands":[{}]}}"#,
        list(&mut services),
        list(&mut commands)
    );
    Scenario::from_json(json.as_bytes()).expect("the bench's scenario is valid")
}
