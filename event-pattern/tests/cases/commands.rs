//! Cases of the section "A service": start, stop, crash, restart, and what is refused.

use event_pattern::time::Time;

use super::Case;

/// The cases of this file.
pub const CASES: &[Case] = &[
    Case {
        name: "start starts a service that was never to start",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":1,"starts_at_ms":null}],
    "commands":[{"at_ms":3,"start":"ONE"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":3,"id":1,"cause":null,"kind":"started","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "start before the starts_at_ms uses it up",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":1,"starts_at_ms":5}],
    "commands":[{"at_ms":2,"start":"ONE"},
    {"at_ms":3,"crash":"ONE"}]
"#,
        until: Time::from_ms(20),
        jsonl: r#"
{"at_ms":2,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":3,"id":2,"cause":null,"kind":"crashed","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "1")],
    },
    Case {
        name: "start at the starts_at_ms comes too late",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":1,"starts_at_ms":5}],
    "commands":[{"at_ms":5,"start":"ONE"}]
"#,
        until: Time::from_ms(5),
        jsonl: r#"
{"at_ms":5,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":5,"id":2,"cause":null,"kind":"command_refused","actor":"ONE","command":"start","reason":"running"}
"#,
        metrics: &[],
    },
    Case {
        name: "start also starts what was stopped or has crashed",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":1}],
    "commands":[{"at_ms":1,"stop":"ONE"},
    {"at_ms":2,"start":"ONE"},
    {"at_ms":3,"crash":"ONE"},
    {"at_ms":4,"start":"ONE"}]
"#,
        until: Time::from_ms(5),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"stopped","actor":"ONE"}
{"at_ms":2,"id":3,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":3,"id":4,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":4,"id":5,"cause":null,"kind":"started","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "3")],
    },
    Case {
        name: "stop ends a sleeping service at once",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":2,"work_time_ms":1}],
    "commands":[{"at_ms":2,"stop":"ONE"},
    {"at_ms":2,"publish":"A"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":2,"id":2,"cause":null,"kind":"stopped","actor":"ONE"}
{"at_ms":2,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":2,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
"#,
        metrics: &[("/services/ONE/polls", "1")],
    },
    Case {
        name: "stop lets a working service finish, write, and then go",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":1,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"stop":"ONE"},
    {"at_ms":4,"publish":"A"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"stopping","actor":"ONE"}
{"at_ms":3,"id":6,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":3,"id":7,"cause":6,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
{"at_ms":3,"id":8,"cause":5,"kind":"stopped","actor":"ONE"}
{"at_ms":4,"id":9,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":4,"id":10,"cause":9,"kind":"state_changed","actor":"publisher","state":"A","from":"IDLE"}
"#,
        metrics: &[("/services/ONE/polls", "1"), ("/services/ONE/busy_ms", "3"), ("/abandoned_work", "0")],
    },
    Case {
        name: "stop at the instant at which the work is over stops after the write",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":1,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":3,"stop":"ONE"}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":3,"id":5,"cause":null,"kind":"stopping","actor":"ONE"}
{"at_ms":3,"id":6,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":3,"id":7,"cause":6,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
{"at_ms":3,"id":8,"cause":5,"kind":"stopped","actor":"ONE"}
"#,
        metrics: &[],
    },
    Case {
        name: "stop before the starts_at_ms cancels the start, and the service is a stopped one",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":1,"starts_at_ms":5}],
    "commands":[{"at_ms":2,"stop":"ONE"},
    {"at_ms":7,"restart":"ONE"}]
"#,
        until: Time::from_ms(7),
        jsonl: r#"
{"at_ms":2,"id":1,"cause":null,"kind":"stopped","actor":"ONE"}
{"at_ms":7,"id":2,"cause":null,"kind":"restarted","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "1")],
    },
    Case {
        name: "stop after a cancelled start finds nothing that runs",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":1,"starts_at_ms":5}],
    "commands":[{"at_ms":2,"stop":"ONE"},
    {"at_ms":2,"stop":"ONE"},
    {"at_ms":3,"crash":"ONE"},
    {"at_ms":4,"start":"ONE"}]
"#,
        until: Time::from_ms(5),
        jsonl: r#"
{"at_ms":2,"id":1,"cause":null,"kind":"stopped","actor":"ONE"}
{"at_ms":2,"id":2,"cause":null,"kind":"command_refused","actor":"ONE","command":"stop","reason":"not_running"}
{"at_ms":3,"id":3,"cause":null,"kind":"command_refused","actor":"ONE","command":"crash","reason":"not_running"}
{"at_ms":4,"id":4,"cause":null,"kind":"started","actor":"ONE"}
"#,
        metrics: &[],
    },
    Case {
        name: "crash loses the work at once and writes nothing",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":1,"work_time_ms":5}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":2,"crash":"ONE"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":2,"id":5,"cause":null,"kind":"crashed","actor":"ONE"}
"#,
        metrics: &[
            ("/abandoned_work", "1"),
            ("/services/ONE/busy_ms", "2"),
            ("/services/ONE/works", "1"),
            ("/lost", "0"),
        ],
    },
    Case {
        name: "crash also ends a service that is finishing",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":1,"work_time_ms":5}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"stop":"ONE"},
    {"at_ms":2,"crash":"ONE"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"stopping","actor":"ONE"}
{"at_ms":2,"id":6,"cause":null,"kind":"crashed","actor":"ONE"}
"#,
        metrics: &[("/abandoned_work", "1"), ("/services/ONE/busy_ms", "2")],
    },
    Case {
        name: "crash does not cancel a start to come",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":1,"starts_at_ms":5}],
    "commands":[{"at_ms":2,"crash":"ONE"}]
"#,
        until: Time::from_ms(5),
        jsonl: r#"
{"at_ms":2,"id":1,"cause":null,"kind":"command_refused","actor":"ONE","command":"crash","reason":"not_running"}
{"at_ms":5,"id":2,"cause":null,"kind":"started","actor":"ONE"}
"#,
        metrics: &[],
    },
    Case {
        name: "restart makes a stopped or crashed service read at once",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":5}],
    "commands":[{"at_ms":1,"crash":"ONE"},
    {"at_ms":2,"publish":"A"},
    {"at_ms":3,"restart":"ONE"},
    {"at_ms":4,"stop":"ONE"},
    {"at_ms":9,"restart":"ONE"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":2,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":2,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":3,"id":5,"cause":null,"kind":"restarted","actor":"ONE"}
{"at_ms":3,"id":6,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":4,"id":7,"cause":null,"kind":"stopping","actor":"ONE"}
{"at_ms":8,"id":8,"cause":6,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":8,"id":9,"cause":8,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
{"at_ms":8,"id":10,"cause":7,"kind":"stopped","actor":"ONE"}
{"at_ms":9,"id":11,"cause":null,"kind":"restarted","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "3")],
    },
    Case {
        name: "restart of a finishing service is refused, it still counts as running",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":5}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"stop":"ONE"},
    {"at_ms":2,"restart":"ONE"},
    {"at_ms":3,"start":"ONE"},
    {"at_ms":4,"stop":"ONE"},
    {"at_ms":5,"restart":"ONE"},
    {"at_ms":6,"restart":"ONE"}]
"#,
        until: Time::from_ms(6),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"stopping","actor":"ONE"}
{"at_ms":2,"id":6,"cause":null,"kind":"command_refused","actor":"ONE","command":"restart","reason":"running"}
{"at_ms":3,"id":7,"cause":null,"kind":"command_refused","actor":"ONE","command":"start","reason":"running"}
{"at_ms":4,"id":8,"cause":null,"kind":"command_refused","actor":"ONE","command":"stop","reason":"stopping"}
{"at_ms":5,"id":9,"cause":null,"kind":"command_refused","actor":"ONE","command":"restart","reason":"running"}
{"at_ms":5,"id":10,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":5,"id":11,"cause":10,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
{"at_ms":5,"id":12,"cause":5,"kind":"stopped","actor":"ONE"}
{"at_ms":6,"id":13,"cause":null,"kind":"restarted","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "2")],
    },
    Case {
        name: "a crash and a restart at one instant leave one read at it",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":2,"work_time_ms":5}],
    "commands":[{"at_ms":2,"crash":"ONE"},
    {"at_ms":2,"restart":"ONE"},
    {"at_ms":2,"crash":"ONE"},
    {"at_ms":2,"restart":"ONE"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":2,"id":2,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":2,"id":3,"cause":null,"kind":"restarted","actor":"ONE"}
{"at_ms":2,"id":4,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":2,"id":5,"cause":null,"kind":"restarted","actor":"ONE"}
"#,
        metrics: &[("/services/ONE/polls", "3")],
    },
    Case {
        name: "a restarted service begins the same work again",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"crash":"ONE"},
    {"at_ms":2,"restart":"ONE"}]
"#,
        until: Time::from_ms(5),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":2,"id":6,"cause":null,"kind":"restarted","actor":"ONE"}
{"at_ms":2,"id":7,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":5,"id":8,"cause":7,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":5,"id":9,"cause":8,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
"#,
        metrics: &[
            ("/double_work", "1"),
            ("/abandoned_work", "1"),
            ("/detection_ms/max", "2"),
            ("/detection_ms/median", "0"),
            ("/services/ONE/busy_ms", "4"),
        ],
    },
    Case {
        name: "what makes no sense for a service that never ran is refused",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":3,"starts_at_ms":null},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":3,"starts_at_ms":9}],
    "commands":[{"at_ms":1,"stop":"ONE"},
    {"at_ms":1,"crash":"ONE"},
    {"at_ms":1,"restart":"ONE"},
    {"at_ms":1,"crash":"TWO"},
    {"at_ms":1,"restart":"TWO"}]
"#,
        until: Time::from_ms(1),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"command_refused","actor":"ONE","command":"stop","reason":"not_running"}
{"at_ms":1,"id":2,"cause":null,"kind":"command_refused","actor":"ONE","command":"crash","reason":"not_running"}
{"at_ms":1,"id":3,"cause":null,"kind":"command_refused","actor":"ONE","command":"restart","reason":"never_started"}
{"at_ms":1,"id":4,"cause":null,"kind":"command_refused","actor":"TWO","command":"crash","reason":"not_running"}
{"at_ms":1,"id":5,"cause":null,"kind":"command_refused","actor":"TWO","command":"restart","reason":"never_started"}
"#,
        metrics: &[],
    },
    Case {
        name: "what makes no sense for a service that runs is refused",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":0,"start":"ONE"},
    {"at_ms":0,"restart":"ONE"},
    {"at_ms":1,"start":"ONE"},
    {"at_ms":1,"restart":"ONE"},
    {"at_ms":1,"stop":"ONE"},
    {"at_ms":1,"stop":"ONE"}]
"#,
        until: Time::from_ms(1),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":null,"kind":"command_refused","actor":"ONE","command":"start","reason":"running"}
{"at_ms":0,"id":5,"cause":null,"kind":"command_refused","actor":"ONE","command":"restart","reason":"running"}
{"at_ms":0,"id":6,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":7,"cause":null,"kind":"command_refused","actor":"ONE","command":"start","reason":"running"}
{"at_ms":1,"id":8,"cause":null,"kind":"command_refused","actor":"ONE","command":"restart","reason":"running"}
{"at_ms":1,"id":9,"cause":null,"kind":"stopping","actor":"ONE"}
{"at_ms":1,"id":10,"cause":null,"kind":"command_refused","actor":"ONE","command":"stop","reason":"stopping"}
"#,
        metrics: &[],
    },
    Case {
        name: "what makes no sense for a service that is gone is refused",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":3},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":3}],
    "commands":[{"at_ms":1,"stop":"ONE"},
    {"at_ms":1,"crash":"TWO"},
    {"at_ms":2,"stop":"ONE"},
    {"at_ms":2,"crash":"ONE"},
    {"at_ms":2,"stop":"TWO"},
    {"at_ms":2,"crash":"TWO"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":1,"id":3,"cause":null,"kind":"stopped","actor":"ONE"}
{"at_ms":1,"id":4,"cause":null,"kind":"crashed","actor":"TWO"}
{"at_ms":2,"id":5,"cause":null,"kind":"command_refused","actor":"ONE","command":"stop","reason":"not_running"}
{"at_ms":2,"id":6,"cause":null,"kind":"command_refused","actor":"ONE","command":"crash","reason":"not_running"}
{"at_ms":2,"id":7,"cause":null,"kind":"command_refused","actor":"TWO","command":"stop","reason":"not_running"}
{"at_ms":2,"id":8,"cause":null,"kind":"command_refused","actor":"TWO","command":"crash","reason":"not_running"}
"#,
        metrics: &[],
    },
    Case {
        name: "a refused command has no effect on any number",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":2,"work_time_ms":1}],
    "commands":[{"at_ms":1,"start":"ONE"},
    {"at_ms":2,"restart":"ONE"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"command_refused","actor":"ONE","command":"start","reason":"running"}
{"at_ms":2,"id":3,"cause":null,"kind":"command_refused","actor":"ONE","command":"restart","reason":"running"}
"#,
        metrics: &[("/services/ONE/polls", "3"), ("/lost", "0"), ("/unheard", "0"), ("/abandoned_work", "0")],
    },
];
