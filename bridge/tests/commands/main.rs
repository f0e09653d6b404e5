//! The tutorial's two programs against a real Redis, each as a person starts it.

mod redis;
mod running;

use std::process::Command;

use redis::Redis;
use running::{Running, bridge, run};

#[test]
fn a_service_does_the_work_that_is_published() {
    let redis = Redis::start();
    let mut order =
        Running::start(bridge(&["service", "--service", "order"]).env("BRIDGE_REDIS", redis.url()));
    order.expect_line("Service ORDER started....");
    let published = run(bridge(&["publish", "--state", "transaction_paid"]).env("BRIDGE_REDIS", redis.url()));
    assert_eq!(published, (Some(0), String::new(), String::new()));
    assert_eq!(redis.cli(&["GET", "app:state"]), "TRANSACTION_PAID");
    order.expect_line("Order service started. State: TRANSACTION_PAID");
    order.expect_line("Change state into: IDLE");
    assert_eq!(redis.cli(&["GET", "app:state"]), "IDLE");
    order.signal("TERM");
    let (code, rest, errors) = order.end();
    assert_eq!((code, rest.as_str(), errors.as_str()), (Some(0), "", "Service ORDER stopped.\n"));
}

#[test]
fn another_key_and_another_scenario_are_theirs_alone() {
    let redis = Redis::start();
    redis.cli(&["SET", "kelas:state", "ORDER_PAID"]);
    let arguments = ["service", "--service", "INVOICE", "--scenario", "listed", "--key", "kelas:state"];
    let mut invoice = Running::start(bridge(&arguments).args(["--redis", &redis.url()]));
    invoice.expect_line("Service INVOICE started....");
    invoice.expect_line("Invoice service started. State: ORDER_PAID");
    invoice.expect_line("Change state into: IDLE");
    assert_eq!(redis.cli(&["GET", "kelas:state"]), "IDLE");
    assert_eq!(redis.cli(&["EXISTS", "app:state"]), "0");
    invoice.signal("INT");
    assert_eq!(invoice.end().0, Some(0));
}

#[test]
fn what_makes_no_sense_is_said_before_anything_is_connected() {
    let problem = |arguments: &[&str]| {
        let (code, output, errors) = run(&mut bridge(arguments));
        assert_eq!((code, output.as_str()), (Some(2), ""), "{arguments:?}");
        errors
    };
    assert_eq!(problem(&["service", "--service", "foo"]), "Service is not found. Input: FOO\n");
    assert_eq!(
        problem(&["publish", "--state", "order paid"]),
        "--state order paid: holds ' ', a state has only A to Z, 0 to 9 and _\n"
    );
    let said = problem(&["publish", "--state", "idle", "--redis", "reddish://budi:rahasia@host"]);
    assert!(said.starts_with("--redis: ") && !said.contains("rahasia"), "{said}");
    let said = problem(&["serve", "redis://budi:rahasia@host"]);
    assert!(said.contains("--redis") && !said.contains("rahasia"), "{said}");
    for missing in ["service", "publish"] {
        assert!(!problem(&[missing]).is_empty());
    }
}

#[test]
fn a_redis_that_is_not_there_or_says_no_is_said_with_its_reason() {
    let redis = Redis::start();
    let publish = |url: &str| run(bridge(&["publish", "--state", "idle"]).env("BRIDGE_REDIS", url));
    redis.cli(&["ACL", "SETUSER", "murid", "on", ">rahasia", "~app:state", "+get", "+getrange"]);
    let (code, output, errors) = publish(&redis.url().replace("//", "//murid:rahasia@"));
    assert_eq!((code, output.as_str()), (Some(1), ""));
    assert!(errors.starts_with("IDLE was not published: Redis says NOPERM"), "{errors}");
    let (code, _, errors) = publish(&redis.url().replace("//", "//murid:salah@"));
    assert_eq!(code, Some(1));
    assert!(errors.starts_with("IDLE was not published: "), "{errors}");
    let url = redis.url();
    drop(redis);
    let (code, _, errors) = publish(&url);
    assert_eq!(code, Some(1));
    assert!(errors.starts_with("IDLE was not published: "), "{errors}");
}

#[test]
fn a_service_outlives_its_redis() {
    let redis = Redis::start();
    let mut order =
        Running::start(bridge(&["service", "--service", "order"]).env("BRIDGE_REDIS", redis.url()));
    order.expect_line("Service ORDER started....");
    let redis = redis.restart(|| order.expect_error("Service ORDER: read failed: "));
    order.expect_error("Service ORDER: reads again.");
    redis.cli(&["SET", "app:state", "TRANSACTION_CANCELED"]);
    order.expect_line("Order service started. State: TRANSACTION_CANCELED");
    order.signal("INT");
    order.expect_error("Service ORDER stopping....");
    order.expect_line("Change state into: IDLE");
    assert_eq!(order.end().0, Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn nobody_reads_the_password_in_the_list_of_processes_or_in_the_help() {
    let redis = Redis::start();
    redis.cli(&["ACL", "SETUSER", "murid", "on", ">rahasia", "~*", "+@all"]);
    let url = redis.url().replace("//", "//murid:rahasia@");
    let mut order = Running::start(&mut bridge(&["service", "--service", "order", "--redis", &url]));
    order.expect_line("Service ORDER started....");
    redis.cli(&["SET", "app:state", "TRANSACTION_PAID"]);
    order.expect_line("Order service started. State: TRANSACTION_PAID");
    let title = std::fs::read(format!("/proc/{}/cmdline", order.id())).expect("it runs");
    let title = String::from_utf8_lossy(&title).replace('\0', " ");
    assert!(title.contains("service --service order") && !title.contains("rahasia"), "{title}");
    order.signal("INT");
    order.signal("INT");
    order.end();
    let (_, help, _) = run(bridge(&["publish", "--help"]).env("BRIDGE_REDIS", &url));
    assert!(help.contains("BRIDGE_REDIS") && !help.contains("rahasia"), "{help}");
}

#[test]
fn a_reader_that_goes_away_ends_a_service_quietly() {
    let redis = Redis::start();
    redis.cli(&["SET", "app:state", "TRANSACTION_PAID"]);
    let program = env!("CARGO_BIN_EXE_bridge");
    let line = format!("'{program}' service --service order | head -n 1");
    let output =
        Command::new("sh").args(["-c", &line]).env("BRIDGE_REDIS", redis.url()).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "Service ORDER started....\n");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}
