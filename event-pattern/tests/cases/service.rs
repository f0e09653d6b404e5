//! Cases of the section "A service": reading, working, writing.

use event_pattern::time::Time;

use super::Case;

/// The cases of this file.
pub const CASES: &[Case] = &[
    Case {
        name: "a started service reads at once and then once in a poll interval",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":3,"work_time_ms":1,"starts_at_ms":2}]
"#,
        until: Time::from_ms(11),
        jsonl: r#"
{"at_ms":2,"id":1,"cause":null,"kind":"started","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "4"), ("/services/ONE/wasted_polls", "4")],
    },
    Case {
        name: "a service that finds an allowed state works, writes, and reads one poll interval after the write",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"A"},"poll_interval_ms":2,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(10),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":3,"id":5,"cause":4,"kind":"work_finished","actor":"ONE","state":"A"}
{"at_ms":5,"id":6,"cause":5,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":8,"id":7,"cause":6,"kind":"work_finished","actor":"ONE","state":"A"}
{"at_ms":10,"id":8,"cause":7,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[
            ("/services/ONE/polls", "3"),
            ("/services/ONE/works", "3"),
            ("/services/ONE/wasted_polls", "0"),
            ("/double_work", "0"),
        ],
    },
    Case {
        name: "an unset key is no allowed state",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":2,"work_time_ms":1}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/wasted_polls", "2")],
    },
    Case {
        name: "the write is blind",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"publish":"B"},
    {"at_ms":2,"publish":"C"}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":1,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
{"at_ms":2,"id":7,"cause":null,"kind":"published","actor":"publisher","state":"C"}
{"at_ms":2,"id":8,"cause":7,"kind":"state_changed","actor":"publisher","state":"C","from":"B"}
{"at_ms":3,"id":9,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":3,"id":10,"cause":9,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"C"}
"#,
        metrics: &[("/lost", "0"), ("/unheard", "2")],
    },
    Case {
        name: "what a work sets depends on the state that it is on",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"B","B":"C"},"poll_interval_ms":1,"work_time_ms":1}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":4,"kind":"work_finished","actor":"ONE","state":"B"}
{"at_ms":1,"id":6,"cause":5,"kind":"state_changed","actor":"ONE","state":"B","from":"A"}
{"at_ms":2,"id":7,"cause":5,"kind":"work_started","actor":"ONE","state":"B"}
{"at_ms":3,"id":8,"cause":7,"kind":"work_finished","actor":"ONE","state":"C"}
{"at_ms":3,"id":9,"cause":8,"kind":"state_changed","actor":"ONE","state":"C","from":"B"}
"#,
        metrics: &[],
    },
    Case {
        name: "the defaults are an interval of 500, a work time of 3000 and a start at 0",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"}}],
    "commands":[{"at_ms":400,"publish":"A"},
    {"at_ms":3600,"publish":"A"}]
"#,
        until: Time::from_ms(4000),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":400,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":400,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":500,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":3500,"id":5,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":3500,"id":6,"cause":5,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
{"at_ms":3600,"id":7,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":3600,"id":8,"cause":7,"kind":"state_changed","actor":"publisher","state":"A","from":"IDLE"}
{"at_ms":4000,"id":9,"cause":7,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[
            ("/detection_ms/median", "100"),
            ("/detection_ms/max", "400"),
            ("/services/ONE/polls", "3"),
            ("/services/ONE/busy_ms", "3000"),
        ],
    },
];
