//! Cases of the section "Time": what comes first at one instant.

use event_pattern::time::Time;

use super::Case;

/// The cases of this file.
pub const CASES: &[Case] = &[
    Case {
        name: "services start before the commands of their instant",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":2,"work_time_ms":1,"starts_at_ms":5}],
    "commands":[{"at_ms":5,"stop":"ONE"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":5,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":5,"id":2,"cause":null,"kind":"stopped","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "0")],
    },
    Case {
        name: "commands of one instant act in the order given, the list may be in any order of time",
        scenario: r#"
    "services":[],
    "commands":[{"at_ms":2,"publish":"A"},
    {"at_ms":1,"publish":"B"},
    {"at_ms":1,"publish":"C"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":1,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"B","from":""}
{"at_ms":1,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"C"}
{"at_ms":1,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"C","from":"B"}
{"at_ms":2,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":2,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"A","from":"C"}
"#,
        metrics: &[],
    },
    Case {
        name: "commands come before the writes of their instant",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":2}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":2,"crash":"ONE"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":2,"id":5,"cause":null,"kind":"crashed","actor":"ONE"}
"#,
        metrics: &[("/abandoned_work", "1"), ("/services/ONE/busy_ms", "2")],
    },
    Case {
        name: "a publication is overwritten by the work that finishes at its instant",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE","B":"IDLE"},"poll_interval_ms":5,"work_time_ms":2}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":2,"publish":"B"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":2,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":2,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
{"at_ms":2,"id":7,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":2,"id":8,"cause":7,"kind":"state_lost","actor":"ONE","state":"B","by":"ONE"}
{"at_ms":2,"id":9,"cause":7,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"B"}
"#,
        metrics: &[("/lost", "1"), ("/overwritten_by_result", "1")],
    },
    Case {
        name: "a publication is read at its own instant",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":2,"work_time_ms":9}],
    "commands":[{"at_ms":2,"publish":"A"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":2,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":2,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":2,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[
            ("/detection_ms/max", "0"),
            ("/services/ONE/polls", "2"),
            ("/services/ONE/wasted_polls", "1"),
        ],
    },
    Case {
        name: "a read sees the writes of its instant, also those of services further down the order",
        scenario: r#"
    "services":[{"name":"READER","allowed_states":{"B":"IDLE"},"poll_interval_ms":2,"work_time_ms":9},
    {"name":"WRITER","allowed_states":{"A":"B"},"poll_interval_ms":9,"work_time_ms":2}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"READER"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"WRITER"}
{"at_ms":0,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":5,"cause":3,"kind":"work_started","actor":"WRITER","state":"A"}
{"at_ms":2,"id":6,"cause":5,"kind":"work_finished","actor":"WRITER","state":"B"}
{"at_ms":2,"id":7,"cause":6,"kind":"state_changed","actor":"WRITER","state":"B","from":"A"}
{"at_ms":2,"id":8,"cause":6,"kind":"work_started","actor":"READER","state":"B"}
"#,
        metrics: &[],
    },
    Case {
        name: "work that finishes at one instant is written in the scenario's order, however it was started",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"B"},"poll_interval_ms":9,"work_time_ms":1,"starts_at_ms":2},
    {"name":"TWO","allowed_states":{"A":"C"},"poll_interval_ms":9,"work_time_ms":3},
    {"name":"BOTH","allowed_states":{"B":"IDLE","C":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"TWO","state":"A"}
{"at_ms":2,"id":5,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":2,"id":6,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":3,"id":7,"cause":6,"kind":"work_finished","actor":"ONE","state":"B"}
{"at_ms":3,"id":8,"cause":7,"kind":"state_changed","actor":"ONE","state":"B","from":"A"}
{"at_ms":3,"id":9,"cause":4,"kind":"work_finished","actor":"TWO","state":"C"}
{"at_ms":3,"id":10,"cause":9,"kind":"state_lost","actor":"TWO","state":"B","by":"TWO"}
{"at_ms":3,"id":11,"cause":9,"kind":"state_changed","actor":"TWO","state":"C","from":"B"}
"#,
        metrics: &[("/lost", "1")],
    },
    Case {
        name: "reads of one instant come in the scenario's order, starts too",
        scenario: r#"
    "services":[{"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":1},
    {"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":1}],
    "commands":[{"at_ms":1,"publish":"A"}]
"#,
        until: Time::from_ms(1),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":1,"id":2,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":1,"id":5,"cause":3,"kind":"work_started","actor":"TWO","state":"A"}
{"at_ms":1,"id":6,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/double_work", "1")],
    },
    Case {
        name: "0 ms work is written after all the reads of its instant",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"B"},"poll_interval_ms":9,"work_time_ms":0},
    {"name":"TWO","allowed_states":{"A":"C"},"poll_interval_ms":9,"work_time_ms":0},
    {"name":"LATE","allowed_states":{"B":"IDLE","C":"IDLE"},"poll_interval_ms":2,"work_time_ms":9}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":0,"id":3,"cause":null,"kind":"started","actor":"LATE"}
{"at_ms":0,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":5,"cause":4,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":6,"cause":4,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":0,"id":7,"cause":4,"kind":"work_started","actor":"TWO","state":"A"}
{"at_ms":0,"id":8,"cause":6,"kind":"work_finished","actor":"ONE","state":"B"}
{"at_ms":0,"id":9,"cause":8,"kind":"state_changed","actor":"ONE","state":"B","from":"A"}
{"at_ms":0,"id":10,"cause":7,"kind":"work_finished","actor":"TWO","state":"C"}
{"at_ms":0,"id":11,"cause":10,"kind":"state_lost","actor":"TWO","state":"B","by":"TWO"}
{"at_ms":0,"id":12,"cause":10,"kind":"state_changed","actor":"TWO","state":"C","from":"B"}
{"at_ms":2,"id":13,"cause":10,"kind":"work_started","actor":"LATE","state":"C"}
"#,
        metrics: &[
            ("/double_work", "1"),
            ("/lost", "1"),
            ("/overwritten_by_result", "1"),
            ("/services/LATE/polls", "2"),
        ],
    },
    Case {
        name: "a read of an instant sees what finishes then, and not the 0 ms work that this leads to",
        scenario: r#"
    "services":[{"name":"FIRST","allowed_states":{"A":"B"},"poll_interval_ms":9,"work_time_ms":2},
    {"name":"SECOND","allowed_states":{"B":"C"},"poll_interval_ms":2,"work_time_ms":0},
    {"name":"THIRD","allowed_states":{"C":"IDLE"},"poll_interval_ms":2,"work_time_ms":0}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"FIRST"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"SECOND"}
{"at_ms":0,"id":3,"cause":null,"kind":"started","actor":"THIRD"}
{"at_ms":0,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":5,"cause":4,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":6,"cause":4,"kind":"work_started","actor":"FIRST","state":"A"}
{"at_ms":2,"id":7,"cause":6,"kind":"work_finished","actor":"FIRST","state":"B"}
{"at_ms":2,"id":8,"cause":7,"kind":"state_changed","actor":"FIRST","state":"B","from":"A"}
{"at_ms":2,"id":9,"cause":7,"kind":"work_started","actor":"SECOND","state":"B"}
{"at_ms":2,"id":10,"cause":9,"kind":"work_finished","actor":"SECOND","state":"C"}
{"at_ms":2,"id":11,"cause":10,"kind":"state_changed","actor":"SECOND","state":"C","from":"B"}
{"at_ms":4,"id":12,"cause":10,"kind":"work_started","actor":"THIRD","state":"C"}
{"at_ms":4,"id":13,"cause":12,"kind":"work_finished","actor":"THIRD","state":"IDLE"}
{"at_ms":4,"id":14,"cause":13,"kind":"state_changed","actor":"THIRD","state":"IDLE","from":"C"}
"#,
        metrics: &[],
    },
    Case {
        name: "0 ms work of an instant overwrites what was finished at it",
        scenario: r#"
    "services":[{"name":"QUICK","allowed_states":{"A":"B"},"poll_interval_ms":2,"work_time_ms":0,"starts_at_ms":2},
    {"name":"SLOW","allowed_states":{"A":"A"},"poll_interval_ms":9,"work_time_ms":2}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"SLOW"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"SLOW","state":"A"}
{"at_ms":2,"id":5,"cause":null,"kind":"started","actor":"QUICK"}
{"at_ms":2,"id":6,"cause":4,"kind":"work_finished","actor":"SLOW","state":"A"}
{"at_ms":2,"id":7,"cause":6,"kind":"work_started","actor":"QUICK","state":"A"}
{"at_ms":2,"id":8,"cause":7,"kind":"work_finished","actor":"QUICK","state":"B"}
{"at_ms":2,"id":9,"cause":8,"kind":"state_changed","actor":"QUICK","state":"B","from":"A"}
"#,
        metrics: &[],
    },
    Case {
        name: "a run includes everything at its last instant",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":1,"work_time_ms":2}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":2,"publish":"A"},
    {"at_ms":3,"publish":"A"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":2,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":2,"id":6,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":2,"id":7,"cause":6,"kind":"state_lost","actor":"ONE","state":"A","by":"ONE"}
{"at_ms":2,"id":8,"cause":6,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
"#,
        metrics: &[("/services/ONE/polls", "1")],
    },
    Case {
        name: "time is whole microseconds, with at most three decimals",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":1.001,"work_time_ms":0.25,"starts_at_ms":0.5}],
    "commands":[{"at_ms":0.75,"publish":"A"},
    {"at_ms":1.75,"publish":"A"}]
"#,
        until: Time::from_micros(3_002),
        jsonl: r#"
{"at_ms":0.5,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0.75,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0.75,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":1.501,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1.75,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1.751,"id":6,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":1.751,"id":7,"cause":6,"kind":"state_lost","actor":"ONE","state":"A","by":"ONE"}
{"at_ms":1.751,"id":8,"cause":6,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
"#,
        metrics: &[
            ("/services/ONE/polls", "3"),
            ("/services/ONE/busy_ms", "0.25"),
            ("/detection_ms/max", "0.751"),
        ],
    },
    Case {
        name: "nothing happens in a scenario without services and commands",
        scenario: r#"
    "services":[]
"#,
        until: Time::from_ms(1000),
        jsonl: r#"

"#,
        metrics: &[("/services", "{}"), ("/detection_ms/max", "null")],
    },
];
