//! Cases of the section "A service": edits and what they count from.

use event_pattern::time::Time;

use super::Case;

/// The cases of this file.
pub const CASES: &[Case] = &[
    Case {
        name: "a new poll interval counts from the last read",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":1}],
    "commands":[{"at_ms":3,"edit":{"service":"ONE","poll_interval_ms":5}},
    {"at_ms":4,"publish":"A"}]
"#,
        until: Time::from_ms(5),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":3,"id":2,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":5}
{"at_ms":4,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":4,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":5,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "a new poll interval never counts to before the edit",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":1}],
    "commands":[{"at_ms":7,"edit":{"service":"ONE","poll_interval_ms":5}},
    {"at_ms":7,"publish":"A"}]
"#,
        until: Time::from_ms(7),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":7,"id":2,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":5}
{"at_ms":7,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":7,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":7,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "a new poll interval counts from the last write",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":2}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":3,"edit":{"service":"ONE","poll_interval_ms":4}},
    {"at_ms":3,"publish":"A"}]
"#,
        until: Time::from_ms(6),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":2,"id":5,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":2,"id":6,"cause":5,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
{"at_ms":3,"id":7,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":4}
{"at_ms":3,"id":8,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":3,"id":9,"cause":8,"kind":"state_changed","actor":"publisher","state":"A","from":"IDLE"}
{"at_ms":6,"id":10,"cause":8,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "a longer poll interval postpones the read of its own instant",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":1}],
    "commands":[{"at_ms":10,"edit":{"service":"ONE","poll_interval_ms":15}},
    {"at_ms":10,"publish":"A"}]
"#,
        until: Time::from_ms(15),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":10,"id":2,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":15}
{"at_ms":10,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":10,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":15,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2"), ("/detection_ms/max", "5")],
    },
    Case {
        name: "an edit at the start does not put off the first read",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":1,"starts_at_ms":4}],
    "commands":[{"at_ms":4,"edit":{"service":"ONE","poll_interval_ms":20}},
    {"at_ms":5,"publish":"A"}]
"#,
        until: Time::from_ms(24),
        jsonl: r#"
{"at_ms":4,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":4,"id":2,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":20}
{"at_ms":5,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":5,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":24,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "an edit before the start counts after the first read",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":1,"starts_at_ms":4}],
    "commands":[{"at_ms":1,"edit":{"service":"ONE","poll_interval_ms":3}}]
"#,
        until: Time::from_ms(10),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":3}
{"at_ms":4,"id":2,"cause":null,"kind":"started","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "3")],
    },
    Case {
        name: "a restarted service has forgotten when it read before",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":1}],
    "commands":[{"at_ms":6,"crash":"ONE"},
    {"at_ms":6,"restart":"ONE"},
    {"at_ms":6,"edit":{"service":"ONE","poll_interval_ms":20}},
    {"at_ms":6,"publish":"A"}]
"#,
        until: Time::from_ms(6),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":6,"id":2,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":6,"id":3,"cause":null,"kind":"restarted","actor":"ONE"}
{"at_ms":6,"id":4,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":20}
{"at_ms":6,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":6,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":6,"id":7,"cause":5,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "of two edits at one instant the last one plans the read: a longer interval",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":1}],
    "commands":[{"at_ms":7,"edit":{"service":"ONE","poll_interval_ms":2}},
    {"at_ms":7,"edit":{"service":"ONE","poll_interval_ms":9}},
    {"at_ms":7,"publish":"A"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":7,"id":2,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":2}
{"at_ms":7,"id":3,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":9}
{"at_ms":7,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":7,"id":5,"cause":4,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":9,"id":6,"cause":4,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2"), ("/detection_ms/max", "2")],
    },
    Case {
        name: "of two edits at one instant the last one plans the read: a shorter interval",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":1}],
    "commands":[{"at_ms":7,"edit":{"service":"ONE","poll_interval_ms":9}},
    {"at_ms":7,"edit":{"service":"ONE","poll_interval_ms":2}},
    {"at_ms":7,"publish":"A"}]
"#,
        until: Time::from_ms(7),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":7,"id":2,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":9}
{"at_ms":7,"id":3,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":2}
{"at_ms":7,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":7,"id":5,"cause":4,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":7,"id":6,"cause":4,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2"), ("/detection_ms/max", "0")],
    },
    Case {
        name: "an edit that names no poll interval moves no read",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":10,"work_time_ms":1}],
    "commands":[{"at_ms":7,"edit":{"service":"ONE","work_time_ms":2}},
    {"at_ms":8,"edit":{"service":"ONE","allowed_states":{"B":"A"}}},
    {"at_ms":9,"publish":"B"}]
"#,
        until: Time::from_ms(12),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":7,"id":2,"cause":null,"kind":"edited","actor":"ONE","work_time_ms":2}
{"at_ms":8,"id":3,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{"B":"A"}}
{"at_ms":9,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":9,"id":5,"cause":4,"kind":"state_changed","actor":"publisher","state":"B","from":""}
{"at_ms":10,"id":6,"cause":4,"kind":"work_started","actor":"ONE","state":"B"}
{"at_ms":12,"id":7,"cause":6,"kind":"work_finished","actor":"ONE","state":"A"}
{"at_ms":12,"id":8,"cause":7,"kind":"state_changed","actor":"ONE","state":"A","from":"B"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "a poll interval that is edited during work counts from the write",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":2,"work_time_ms":5}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"edit":{"service":"ONE","poll_interval_ms":4}},
    {"at_ms":5,"publish":"A"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":4}
{"at_ms":5,"id":6,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":5,"id":7,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":5,"id":8,"cause":7,"kind":"state_lost","actor":"ONE","state":"A","by":"ONE"}
{"at_ms":5,"id":9,"cause":7,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "a poll interval that is edited at the instant of the write counts from the write",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":2,"work_time_ms":5}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":5,"edit":{"service":"ONE","poll_interval_ms":4}},
    {"at_ms":6,"publish":"A"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":5,"id":5,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":4}
{"at_ms":5,"id":6,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":5,"id":7,"cause":6,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
{"at_ms":6,"id":8,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":6,"id":9,"cause":8,"kind":"state_changed","actor":"publisher","state":"A","from":"IDLE"}
{"at_ms":9,"id":10,"cause":8,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "a work that has started keeps its time and what it sets",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"B"},"poll_interval_ms":9,"work_time_ms":5}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"edit":{"service":"ONE","allowed_states":{"A":"C"},"work_time_ms":1}}]
"#,
        until: Time::from_ms(15),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{"A":"C"},"work_time_ms":1}
{"at_ms":5,"id":6,"cause":4,"kind":"work_finished","actor":"ONE","state":"B"}
{"at_ms":5,"id":7,"cause":6,"kind":"state_changed","actor":"ONE","state":"B","from":"A"}
"#,
        metrics: &[("/services/ONE/busy_ms", "5")],
    },
    Case {
        name: "a new work time counts from the next start of work",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"A"},"poll_interval_ms":1,"work_time_ms":4}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"edit":{"service":"ONE","work_time_ms":1}}]
"#,
        until: Time::from_ms(6),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"edited","actor":"ONE","work_time_ms":1}
{"at_ms":4,"id":6,"cause":4,"kind":"work_finished","actor":"ONE","state":"A"}
{"at_ms":5,"id":7,"cause":6,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":6,"id":8,"cause":7,"kind":"work_finished","actor":"ONE","state":"A"}
"#,
        metrics: &[],
    },
    Case {
        name: "allowed states replace the old ones and count from the next read",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1}],
    "commands":[{"at_ms":1,"publish":"A"},
    {"at_ms":2,"edit":{"service":"ONE","allowed_states":{"B":"C"}}},
    {"at_ms":5,"publish":"B"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":2,"id":4,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{"B":"C"}}
{"at_ms":5,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":5,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
{"at_ms":8,"id":7,"cause":5,"kind":"work_started","actor":"ONE","state":"B"}
{"at_ms":9,"id":8,"cause":7,"kind":"work_finished","actor":"ONE","state":"C"}
{"at_ms":9,"id":9,"cause":8,"kind":"state_changed","actor":"ONE","state":"C","from":"B"}
"#,
        metrics: &[],
    },
    Case {
        name: "an edit at the instant of a read counts for it",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1}],
    "commands":[{"at_ms":4,"publish":"B"},
    {"at_ms":4,"edit":{"service":"ONE","allowed_states":{"B":"C"},"work_time_ms":2}}]
"#,
        until: Time::from_ms(6),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":4,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":4,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"B","from":""}
{"at_ms":4,"id":4,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{"B":"C"},"work_time_ms":2}
{"at_ms":4,"id":5,"cause":2,"kind":"work_started","actor":"ONE","state":"B"}
{"at_ms":6,"id":6,"cause":5,"kind":"work_finished","actor":"ONE","state":"C"}
{"at_ms":6,"id":7,"cause":6,"kind":"state_changed","actor":"ONE","state":"C","from":"B"}
"#,
        metrics: &[],
    },
    Case {
        name: "allowed states may be empty",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1}],
    "commands":[{"at_ms":1,"publish":"A"},
    {"at_ms":2,"edit":{"service":"ONE","allowed_states":{}}},
    {"at_ms":3,"publish":"A"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":2,"id":4,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{}}
{"at_ms":3,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"A"}
"#,
        metrics: &[("/lost", "0"), ("/unheard", "1")],
    },
    Case {
        name: "an edit names its fields in one order",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1}],
    "commands":[{"at_ms":1,"edit":{"work_time_ms":0,"poll_interval_ms":2.5,"service":"ONE","allowed_states":{"B":"C","A":"B"}}}]
"#,
        until: Time::from_ms(1),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{"B":"C","A":"B"},"poll_interval_ms":2.5,"work_time_ms":0}
"#,
        metrics: &[],
    },
    Case {
        name: "what does not run can be edited too",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1,"starts_at_ms":null},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1}],
    "commands":[{"at_ms":1,"crash":"TWO"},
    {"at_ms":2,"edit":{"service":"ONE","poll_interval_ms":1}},
    {"at_ms":2,"edit":{"service":"TWO","allowed_states":{"B":"A"},"poll_interval_ms":1}},
    {"at_ms":3,"start":"ONE"},
    {"at_ms":3,"restart":"TWO"},
    {"at_ms":4,"publish":"B"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":1,"id":2,"cause":null,"kind":"crashed","actor":"TWO"}
{"at_ms":2,"id":3,"cause":null,"kind":"edited","actor":"ONE","poll_interval_ms":1}
{"at_ms":2,"id":4,"cause":null,"kind":"edited","actor":"TWO","allowed_states":{"B":"A"},"poll_interval_ms":1}
{"at_ms":3,"id":5,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":3,"id":6,"cause":null,"kind":"restarted","actor":"TWO"}
{"at_ms":4,"id":7,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":4,"id":8,"cause":7,"kind":"state_changed","actor":"publisher","state":"B","from":""}
{"at_ms":4,"id":9,"cause":7,"kind":"work_started","actor":"TWO","state":"B"}
"#,
        metrics: &[("/services/ONE/polls", "2"), ("/services/TWO/polls", "3")],
    },
];
