//! Cases of the section "A service": add, remove, rename, and whose name is whose.

use event_pattern::time::Time;

use super::Case;

/// The cases of this file.
pub const CASES: &[Case] = &[
    Case {
        name: "an added service starts by no means if it is not told when",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1}],
    "commands":[{"at_ms":1,"add":{"name":"TWO","allowed_states":{"A":"B"}}}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"added","actor":"TWO","name":"TWO","allowed_states":{"A":"B"},"poll_interval_ms":500,"work_time_ms":3000,"starts_at_ms":null}
"#,
        metrics: &[("/services/TWO/polls", "0")],
    },
    Case {
        name: "an added service that starts at its own instant starts within the add",
        scenario: r#"
    "services":[],
    "commands":[{"at_ms":3,"publish":"A"},
    {"at_ms":3,"add":{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":3}},
    {"at_ms":3,"stop":"ONE"},
    {"at_ms":3,"add":{"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":3}}]
"#,
        until: Time::from_ms(5),
        jsonl: r#"
{"at_ms":3,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":3,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":3,"id":3,"cause":null,"kind":"added","actor":"ONE","name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":3}
{"at_ms":3,"id":4,"cause":3,"kind":"started","actor":"ONE"}
{"at_ms":3,"id":5,"cause":null,"kind":"stopped","actor":"ONE"}
{"at_ms":3,"id":6,"cause":null,"kind":"added","actor":"TWO","name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":3}
{"at_ms":3,"id":7,"cause":6,"kind":"started","actor":"TWO"}
{"at_ms":3,"id":8,"cause":1,"kind":"work_started","actor":"TWO","state":"A"}
{"at_ms":5,"id":9,"cause":8,"kind":"work_finished","actor":"TWO","state":"IDLE"}
{"at_ms":5,"id":10,"cause":9,"kind":"state_changed","actor":"TWO","state":"IDLE","from":"A"}
"#,
        metrics: &[],
    },
    Case {
        name: "an added service that starts later starts before the commands of that instant",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":2,"starts_at_ms":6}],
    "commands":[{"at_ms":3,"add":{"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1.5,"starts_at_ms":6}},
    {"at_ms":6,"crash":"TWO"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":3,"id":1,"cause":null,"kind":"added","actor":"TWO","name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1.5,"starts_at_ms":6}
{"at_ms":6,"id":2,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":6,"id":3,"cause":1,"kind":"started","actor":"TWO"}
{"at_ms":6,"id":4,"cause":null,"kind":"crashed","actor":"TWO"}
"#,
        metrics: &[("/services/TWO/polls", "0")],
    },
    Case {
        name: "a start uses up the starts_at_ms of an added service",
        scenario: r#"
    "services":[],
    "commands":[{"at_ms":3,"add":{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":6}},
    {"at_ms":4,"start":"ONE"},
    {"at_ms":5,"stop":"ONE"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":3,"id":1,"cause":null,"kind":"added","actor":"ONE","name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":6}
{"at_ms":4,"id":2,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":5,"id":3,"cause":null,"kind":"stopped","actor":"ONE"}
"#,
        metrics: &[],
    },
    Case {
        name: "an added service comes last in the order",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":2}],
    "commands":[{"at_ms":0,"add":{"name":"NIL","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":2}},
    {"at_ms":5,"publish":"A"}]
"#,
        until: Time::from_ms(7),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"added","actor":"NIL","name":"NIL","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":2,"starts_at_ms":null}
{"at_ms":5,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":5,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":5,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":7,"id":6,"cause":5,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":7,"id":7,"cause":6,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
"#,
        metrics: &[],
    },
    Case {
        name: "remove ends the work as a crash does and makes one entry",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":2,"remove":"ONE"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":2,"id":5,"cause":null,"kind":"removed","actor":"ONE"}
"#,
        metrics: &[("/abandoned_work", "1"), ("/services/ONE/busy_ms", "2"), ("/services/ONE/polls", "1")],
    },
    Case {
        name: "remove is never refused",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4,"starts_at_ms":null},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4,"starts_at_ms":7},
    {"name":"THREE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4},
    {"name":"FOUR","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4}],
    "commands":[{"at_ms":1,"crash":"THREE"},
    {"at_ms":2,"stop":"FOUR"},
    {"at_ms":3,"remove":"ONE"},
    {"at_ms":3,"remove":"TWO"},
    {"at_ms":3,"remove":"THREE"},
    {"at_ms":3,"remove":"FOUR"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"THREE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"FOUR"}
{"at_ms":1,"id":3,"cause":null,"kind":"crashed","actor":"THREE"}
{"at_ms":2,"id":4,"cause":null,"kind":"stopped","actor":"FOUR"}
{"at_ms":3,"id":5,"cause":null,"kind":"removed","actor":"ONE"}
{"at_ms":3,"id":6,"cause":null,"kind":"removed","actor":"TWO"}
{"at_ms":3,"id":7,"cause":null,"kind":"removed","actor":"THREE"}
{"at_ms":3,"id":8,"cause":null,"kind":"removed","actor":"FOUR"}
"#,
        metrics: &[("/abandoned_work", "0"), ("/services/TWO/polls", "0")],
    },
    Case {
        name: "remove also ends a service that is finishing",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"stop":"ONE"},
    {"at_ms":2,"remove":"ONE"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"stopping","actor":"ONE"}
{"at_ms":2,"id":6,"cause":null,"kind":"removed","actor":"ONE"}
"#,
        metrics: &[("/abandoned_work", "1")],
    },
    Case {
        name: "a renamed service stays who it is",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"rename":{"service":"ONE","to":"Shop"}},
    {"at_ms":2,"publish":"A"},
    {"at_ms":6,"stop":"shop"}]
"#,
        until: Time::from_ms(6),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"renamed","actor":"ONE","to":"Shop"}
{"at_ms":2,"id":6,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":4,"id":7,"cause":4,"kind":"work_finished","actor":"Shop","state":"IDLE"}
{"at_ms":4,"id":8,"cause":7,"kind":"state_lost","actor":"Shop","state":"A","by":"Shop"}
{"at_ms":4,"id":9,"cause":7,"kind":"state_changed","actor":"Shop","state":"IDLE","from":"A"}
{"at_ms":6,"id":10,"cause":null,"kind":"stopped","actor":"Shop"}
"#,
        metrics: &[("/services/Shop/polls", "1"), ("/services/Shop/works", "1")],
    },
    Case {
        name: "a service may be renamed to its own name in another case",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4}],
    "commands":[{"at_ms":1,"rename":{"service":"one","to":"One"}},
    {"at_ms":2,"stop":"ONE"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"renamed","actor":"ONE","to":"One"}
{"at_ms":2,"id":3,"cause":null,"kind":"stopped","actor":"One"}
"#,
        metrics: &[("/services/One/polls", "1")],
    },
    Case {
        name: "a name is looked up without regard to case, and shown as it was given",
        scenario: r#"
    "services":[{"name":"Pick Up","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4}],
    "commands":[{"at_ms":1,"stop":"PICK UP"},
    {"at_ms":2,"start":"pick up"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"Pick Up"}
{"at_ms":1,"id":2,"cause":null,"kind":"stopped","actor":"Pick Up"}
{"at_ms":2,"id":3,"cause":null,"kind":"started","actor":"Pick Up"}
"#,
        metrics: &[],
    },
    Case {
        name: "a name that a rename freed belongs to the new service",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4}],
    "commands":[{"at_ms":1,"rename":{"service":"ONE","to":"TWO"}},
    {"at_ms":2,"add":{"name":"one","allowed_states":{"B":"A"},"poll_interval_ms":9,"work_time_ms":9}},
    {"at_ms":3,"crash":"ONE"},
    {"at_ms":4,"crash":"TWO"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"renamed","actor":"ONE","to":"TWO"}
{"at_ms":2,"id":3,"cause":null,"kind":"added","actor":"one","name":"one","allowed_states":{"B":"A"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}
{"at_ms":3,"id":4,"cause":null,"kind":"command_refused","actor":"one","command":"crash","reason":"not_running"}
{"at_ms":4,"id":5,"cause":null,"kind":"crashed","actor":"TWO"}
"#,
        metrics: &[("/services/TWO/polls", "1"), ("/services/one/polls", "0")],
    },
    Case {
        name: "a name that a removal freed may be given again, also at the same instant",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4}],
    "commands":[{"at_ms":3,"remove":"ONE"},
    {"at_ms":3,"add":{"name":"ONE","allowed_states":{"B":"A"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":3}},
    {"at_ms":4,"crash":"one"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":3,"id":2,"cause":null,"kind":"removed","actor":"ONE"}
{"at_ms":3,"id":3,"cause":null,"kind":"added","actor":"ONE","name":"ONE","allowed_states":{"B":"A"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":3}
{"at_ms":3,"id":4,"cause":3,"kind":"started","actor":"ONE"}
{"at_ms":4,"id":5,"cause":null,"kind":"crashed","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "1"), ("/services/ONE#2/polls", "1")],
    },
    Case {
        name: "two services change names",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4},
    {"name":"TWO","allowed_states":{"B":"A"},"poll_interval_ms":5,"work_time_ms":4}],
    "commands":[{"at_ms":1,"rename":{"service":"ONE","to":"X"}},
    {"at_ms":1,"rename":{"service":"TWO","to":"ONE"}},
    {"at_ms":1,"rename":{"service":"X","to":"TWO"}},
    {"at_ms":2,"crash":"ONE"},
    {"at_ms":3,"publish":"A"},
    {"at_ms":3,"stop":"TWO"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":1,"id":3,"cause":null,"kind":"renamed","actor":"ONE","to":"X"}
{"at_ms":1,"id":4,"cause":null,"kind":"renamed","actor":"TWO","to":"ONE"}
{"at_ms":1,"id":5,"cause":null,"kind":"renamed","actor":"X","to":"TWO"}
{"at_ms":2,"id":6,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":3,"id":7,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":3,"id":8,"cause":7,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":3,"id":9,"cause":null,"kind":"stopped","actor":"TWO"}
"#,
        metrics: &[("/services/TWO/polls", "1"), ("/services/ONE/polls", "1")],
    },
    Case {
        name: "metrics number those of one last name in order of appearance, case aside",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":4},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":2,"work_time_ms":4}],
    "commands":[{"at_ms":1,"remove":"TWO"},
    {"at_ms":2,"add":{"name":"two","allowed_states":{"A":"IDLE"},"poll_interval_ms":1,"work_time_ms":4,"starts_at_ms":2}},
    {"at_ms":4,"rename":{"service":"two","to":"B"}},
    {"at_ms":4,"remove":"B"},
    {"at_ms":5,"rename":{"service":"ONE","to":"Two"}},
    {"at_ms":6,"remove":"Two"},
    {"at_ms":7,"add":{"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}}]
"#,
        until: Time::from_ms(7),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":1,"id":3,"cause":null,"kind":"removed","actor":"TWO"}
{"at_ms":2,"id":4,"cause":null,"kind":"added","actor":"two","name":"two","allowed_states":{"A":"IDLE"},"poll_interval_ms":1,"work_time_ms":4,"starts_at_ms":2}
{"at_ms":2,"id":5,"cause":4,"kind":"started","actor":"two"}
{"at_ms":4,"id":6,"cause":null,"kind":"renamed","actor":"two","to":"B"}
{"at_ms":4,"id":7,"cause":null,"kind":"removed","actor":"B"}
{"at_ms":5,"id":8,"cause":null,"kind":"renamed","actor":"ONE","to":"Two"}
{"at_ms":6,"id":9,"cause":null,"kind":"removed","actor":"Two"}
{"at_ms":7,"id":10,"cause":null,"kind":"added","actor":"TWO","name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}
"#,
        metrics: &[
            ("/services/Two/polls", "2"),
            ("/services/TWO#2/polls", "1"),
            ("/services/B/polls", "2"),
            ("/services/TWO#3/polls", "0"),
        ],
    },
    Case {
        name: "stop cancels the start of an added service as well",
        scenario: r#"
    "services":[],
    "commands":[{"at_ms":3,"add":{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":6}},
    {"at_ms":4,"stop":"ONE"},
    {"at_ms":6,"publish":"A"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":3,"id":1,"cause":null,"kind":"added","actor":"ONE","name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":6}
{"at_ms":4,"id":2,"cause":null,"kind":"stopped","actor":"ONE"}
{"at_ms":6,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":6,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
"#,
        metrics: &[("/services/ONE/polls", "0")],
    },
    Case {
        name: "a removed service starts no more",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":6}],
    "commands":[{"at_ms":3,"remove":"ONE"},
    {"at_ms":4,"add":{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":8}}]
"#,
        until: Time::from_ms(8),
        jsonl: r#"
{"at_ms":3,"id":1,"cause":null,"kind":"removed","actor":"ONE"}
{"at_ms":4,"id":2,"cause":null,"kind":"added","actor":"ONE","name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":2,"starts_at_ms":8}
{"at_ms":8,"id":3,"cause":2,"kind":"started","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "0"), ("/services/ONE#2/polls", "1")],
    },
];
