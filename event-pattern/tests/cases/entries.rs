//! Cases of the section "Entries": occurrences, the order within an act, causes.

use event_pattern::time::Time;

use super::Case;

/// The cases of this file.
pub const CASES: &[Case] = &[
    Case {
        name: "every set of the key is an occurrence of its own, also of the same value",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}],
    "commands":[{"at_ms":1,"publish":"A"},
    {"at_ms":2,"publish":"A"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":2,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":2,"id":4,"cause":3,"kind":"state_lost","actor":"publisher","state":"A","by":"publisher"}
"#,
        metrics: &[("/lost", "1")],
    },
    Case {
        name: "state_changed comes only when the value differs, also after a work",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"publish":"IDLE"}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"IDLE"}
{"at_ms":1,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"IDLE","from":"A"}
{"at_ms":3,"id":7,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
"#,
        metrics: &[],
    },
    Case {
        name: "an act gives published or work_finished, result_published, state_lost, state_changed",
        scenario: r#"
    "receiver":"Hall",
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE","B":"IDLE"},"poll_interval_ms":9,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"publish":"B"},
    {"at_ms":2,"publish":"B"}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":1,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
{"at_ms":2,"id":7,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":2,"id":8,"cause":7,"kind":"state_lost","actor":"publisher","state":"B","by":"publisher"}
{"at_ms":3,"id":9,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":3,"id":10,"cause":9,"kind":"result_published","actor":"ONE","state":"A"}
{"at_ms":3,"id":11,"cause":9,"kind":"state_lost","actor":"ONE","state":"B","by":"ONE"}
{"at_ms":3,"id":12,"cause":9,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"B"}
"#,
        metrics: &[("/lost", "2"), ("/overwritten_by_result", "1")],
    },
    Case {
        name: "result_published tells the state that was worked on, and who worked",
        scenario: r#"
    "receiver":"Hall",
    "services":[{"name":"ONE","allowed_states":{"A":"B"},"poll_interval_ms":9,"work_time_ms":1},
    {"name":"TWO","allowed_states":{"B":"C"},"poll_interval_ms":1,"work_time_ms":0}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(1),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":0,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":6,"cause":5,"kind":"work_finished","actor":"ONE","state":"B"}
{"at_ms":1,"id":7,"cause":6,"kind":"result_published","actor":"ONE","state":"A"}
{"at_ms":1,"id":8,"cause":6,"kind":"state_changed","actor":"ONE","state":"B","from":"A"}
{"at_ms":1,"id":9,"cause":6,"kind":"work_started","actor":"TWO","state":"B"}
{"at_ms":1,"id":10,"cause":9,"kind":"work_finished","actor":"TWO","state":"C"}
{"at_ms":1,"id":11,"cause":10,"kind":"result_published","actor":"TWO","state":"B"}
{"at_ms":1,"id":12,"cause":10,"kind":"state_changed","actor":"TWO","state":"C","from":"B"}
"#,
        metrics: &[],
    },
    Case {
        name: "stopped is the last entry of the act that it waited for",
        scenario: r#"
    "receiver":"Hall",
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE","B":"IDLE"},"poll_interval_ms":9,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"publish":"B"},
    {"at_ms":2,"stop":"ONE"}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":1,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
{"at_ms":2,"id":7,"cause":null,"kind":"stopping","actor":"ONE"}
{"at_ms":3,"id":8,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":3,"id":9,"cause":8,"kind":"result_published","actor":"ONE","state":"A"}
{"at_ms":3,"id":10,"cause":8,"kind":"state_lost","actor":"ONE","state":"B","by":"ONE"}
{"at_ms":3,"id":11,"cause":8,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"B"}
{"at_ms":3,"id":12,"cause":7,"kind":"stopped","actor":"ONE"}
"#,
        metrics: &[],
    },
    Case {
        name: "work_started is caused by the set that it took, not by the change",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":3,"starts_at_ms":1}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"publish":"A"}]
"#,
        until: Time::from_ms(1),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":1,"id":3,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":5,"cause":4,"kind":"state_lost","actor":"publisher","state":"A","by":"publisher"}
{"at_ms":1,"id":6,"cause":4,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/detection_ms/max", "0")],
    },
    Case {
        name: "work on what a work has set is caused by its work_finished",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"B"},"poll_interval_ms":9,"work_time_ms":2},
    {"name":"TWO","allowed_states":{"B":"IDLE"},"poll_interval_ms":1,"work_time_ms":1}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":0,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":2,"id":6,"cause":5,"kind":"work_finished","actor":"ONE","state":"B"}
{"at_ms":2,"id":7,"cause":6,"kind":"state_changed","actor":"ONE","state":"B","from":"A"}
{"at_ms":2,"id":8,"cause":6,"kind":"work_started","actor":"TWO","state":"B"}
{"at_ms":3,"id":9,"cause":8,"kind":"work_finished","actor":"TWO","state":"IDLE"}
{"at_ms":3,"id":10,"cause":9,"kind":"state_changed","actor":"TWO","state":"IDLE","from":"B"}
"#,
        metrics: &[],
    },
    Case {
        name: "states are upper-cased when read",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"a":"done"},"poll_interval_ms":9,"work_time_ms":2}],
    "commands":[{"at_ms":0,"publish":"a"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":2,"id":5,"cause":4,"kind":"work_finished","actor":"ONE","state":"DONE"}
{"at_ms":2,"id":6,"cause":5,"kind":"state_changed","actor":"ONE","state":"DONE","from":"A"}
"#,
        metrics: &[],
    },
    Case {
        name: "a state that was lost is told by who overwrote it under the name of that moment",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE","B":"IDLE"},"poll_interval_ms":9,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"publish":"B"},
    {"at_ms":2,"rename":{"service":"ONE","to":"UNO"}}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":1,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
{"at_ms":2,"id":7,"cause":null,"kind":"renamed","actor":"ONE","to":"UNO"}
{"at_ms":3,"id":8,"cause":4,"kind":"work_finished","actor":"UNO","state":"IDLE"}
{"at_ms":3,"id":9,"cause":8,"kind":"state_lost","actor":"UNO","state":"B","by":"UNO"}
{"at_ms":3,"id":10,"cause":8,"kind":"state_changed","actor":"UNO","state":"IDLE","from":"B"}
"#,
        metrics: &[("/overwritten_by_result", "1")],
    },
];
