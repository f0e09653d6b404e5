//! Cases of the table of numbers: lost, unheard, double work, busy time, latency.

use event_pattern::time::Time;

use super::Case;

/// The cases of this file.
pub const CASES: &[Case] = &[
    Case {
        name: "a state is lost when nobody started work on it though a service allows it, whatever its phase",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}],
    "commands":[{"at_ms":1,"publish":"A"},
    {"at_ms":2,"publish":"B"},
    {"at_ms":3,"publish":"C"}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":2,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":2,"id":4,"cause":3,"kind":"state_lost","actor":"publisher","state":"A","by":"publisher"}
{"at_ms":2,"id":5,"cause":3,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
{"at_ms":3,"id":6,"cause":null,"kind":"published","actor":"publisher","state":"C"}
{"at_ms":3,"id":7,"cause":6,"kind":"state_changed","actor":"publisher","state":"C","from":"B"}
"#,
        metrics: &[("/lost", "1"), ("/overwritten_by_result", "0"), ("/unheard", "2")],
    },
    Case {
        name: "a crashed service and a stopped one lose states too",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9},
    {"name":"TWO","allowed_states":{"B":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}],
    "commands":[{"at_ms":1,"crash":"ONE"},
    {"at_ms":1,"stop":"TWO"},
    {"at_ms":2,"publish":"A"},
    {"at_ms":3,"publish":"B"},
    {"at_ms":4,"publish":"C"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":1,"id":3,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":1,"id":4,"cause":null,"kind":"stopped","actor":"TWO"}
{"at_ms":2,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":2,"id":6,"cause":5,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":3,"id":7,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":3,"id":8,"cause":7,"kind":"state_lost","actor":"publisher","state":"A","by":"publisher"}
{"at_ms":3,"id":9,"cause":7,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
{"at_ms":4,"id":10,"cause":null,"kind":"published","actor":"publisher","state":"C"}
{"at_ms":4,"id":11,"cause":10,"kind":"state_lost","actor":"publisher","state":"B","by":"publisher"}
{"at_ms":4,"id":12,"cause":10,"kind":"state_changed","actor":"publisher","state":"C","from":"B"}
"#,
        metrics: &[("/lost", "2"), ("/unheard", "1")],
    },
    Case {
        name: "a state that only a removed service allowed is not lost",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}],
    "commands":[{"at_ms":1,"publish":"A"},
    {"at_ms":2,"remove":"ONE"},
    {"at_ms":3,"publish":"A"},
    {"at_ms":4,"publish":"A"}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":2,"id":3,"cause":null,"kind":"removed","actor":"ONE"}
{"at_ms":3,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":4,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"A"}
"#,
        metrics: &[("/lost", "0"), ("/unheard", "2")],
    },
    Case {
        name: "whether a state is lost is a matter of the services of the moment when it is overwritten",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}],
    "commands":[{"at_ms":1,"publish":"B"},
    {"at_ms":2,"add":{"name":"TWO","allowed_states":{"B":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}},
    {"at_ms":3,"publish":"A"},
    {"at_ms":4,"edit":{"service":"ONE","allowed_states":{}}},
    {"at_ms":5,"publish":"C"}]
"#,
        until: Time::from_ms(5),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":1,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"B","from":""}
{"at_ms":2,"id":3,"cause":null,"kind":"added","actor":"TWO","name":"TWO","allowed_states":{"B":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}
{"at_ms":3,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":3,"id":5,"cause":4,"kind":"state_lost","actor":"publisher","state":"B","by":"publisher"}
{"at_ms":3,"id":6,"cause":4,"kind":"state_changed","actor":"publisher","state":"A","from":"B"}
{"at_ms":4,"id":7,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{}}
{"at_ms":5,"id":8,"cause":null,"kind":"published","actor":"publisher","state":"C"}
{"at_ms":5,"id":9,"cause":8,"kind":"state_changed","actor":"publisher","state":"C","from":"A"}
"#,
        metrics: &[("/lost", "1"), ("/unheard", "2")],
    },
    Case {
        name: "a state on which work was started is not lost, even if the work was",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"crash":"ONE"},
    {"at_ms":2,"publish":"B"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":2,"id":6,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":2,"id":7,"cause":6,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
"#,
        metrics: &[("/lost", "0"), ("/abandoned_work", "1"), ("/unheard", "1")],
    },
    Case {
        name: "what the key still holds is waiting, not lost",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}],
    "commands":[{"at_ms":1,"publish":"A"}]
"#,
        until: Time::from_ms(5000),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"A","from":""}
"#,
        metrics: &[("/lost", "0"), ("/unheard", "0")],
    },
    Case {
        name: "a state that a service set can be lost as well",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"B"},"poll_interval_ms":9,"work_time_ms":1},
    {"name":"TWO","allowed_states":{"B":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null},
    {"name":"THREE","allowed_states":{"A":"C"},"poll_interval_ms":9,"work_time_ms":2}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"THREE"}
{"at_ms":0,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":0,"id":6,"cause":3,"kind":"work_started","actor":"THREE","state":"A"}
{"at_ms":1,"id":7,"cause":5,"kind":"work_finished","actor":"ONE","state":"B"}
{"at_ms":1,"id":8,"cause":7,"kind":"state_changed","actor":"ONE","state":"B","from":"A"}
{"at_ms":2,"id":9,"cause":6,"kind":"work_finished","actor":"THREE","state":"C"}
{"at_ms":2,"id":10,"cause":9,"kind":"state_lost","actor":"THREE","state":"B","by":"THREE"}
{"at_ms":2,"id":11,"cause":9,"kind":"state_changed","actor":"THREE","state":"C","from":"B"}
"#,
        metrics: &[("/lost", "1"), ("/overwritten_by_result", "1"), ("/double_work", "1")],
    },
    Case {
        name: "a service can overwrite what it could have worked on itself",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":3}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"publish":"A"}]
"#,
        until: Time::from_ms(3),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":3,"id":6,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":3,"id":7,"cause":6,"kind":"state_lost","actor":"ONE","state":"A","by":"ONE"}
{"at_ms":3,"id":8,"cause":6,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
"#,
        metrics: &[("/lost", "1"), ("/overwritten_by_result", "1")],
    },
    Case {
        name: "unheard is what no service in the scenario allows when it is published",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":null}],
    "commands":[{"at_ms":1,"publish":"A"},
    {"at_ms":2,"edit":{"service":"ONE","allowed_states":{"B":"A"}}},
    {"at_ms":3,"publish":"A"},
    {"at_ms":4,"edit":{"service":"ONE","allowed_states":{"A":"B"}}}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":1,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":2,"id":3,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{"B":"A"}}
{"at_ms":3,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":4,"id":5,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{"A":"B"}}
"#,
        metrics: &[("/unheard", "1"), ("/lost", "0")],
    },
    Case {
        name: "a state set by a service is never unheard",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"NOBODY"},"poll_interval_ms":9,"work_time_ms":1}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(1),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":4,"kind":"work_finished","actor":"ONE","state":"NOBODY"}
{"at_ms":1,"id":6,"cause":5,"kind":"state_changed","actor":"ONE","state":"NOBODY","from":"A"}
"#,
        metrics: &[("/unheard", "0")],
    },
    Case {
        name: "double work counts the starts on an occurrence after the first",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":5},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":5},
    {"name":"THREE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":5}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"crash":"ONE"},
    {"at_ms":2,"restart":"ONE"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":0,"id":3,"cause":null,"kind":"started","actor":"THREE"}
{"at_ms":0,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":5,"cause":4,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":6,"cause":4,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":0,"id":7,"cause":4,"kind":"work_started","actor":"TWO","state":"A"}
{"at_ms":0,"id":8,"cause":4,"kind":"work_started","actor":"THREE","state":"A"}
{"at_ms":1,"id":9,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":2,"id":10,"cause":null,"kind":"restarted","actor":"ONE"}
{"at_ms":2,"id":11,"cause":4,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/double_work", "3"), ("/services/ONE/works", "2")],
    },
    Case {
        name: "the same value published again is no double work",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":2}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"publish":"A"}]
"#,
        until: Time::from_ms(2),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":1,"id":5,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":2,"id":6,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":2,"id":7,"cause":5,"kind":"work_started","actor":"TWO","state":"A"}
"#,
        metrics: &[("/double_work", "0")],
    },
    Case {
        name: "busy time counts up to the end of the run",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1,"stop":"TWO"}]
"#,
        until: Time::from_micros(2_500),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":0,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":0,"id":6,"cause":3,"kind":"work_started","actor":"TWO","state":"A"}
{"at_ms":1,"id":7,"cause":null,"kind":"stopping","actor":"TWO"}
"#,
        metrics: &[("/services/ONE/busy_ms", "2.5"), ("/services/TWO/busy_ms", "2.5")],
    },
    Case {
        name: "busy time counts up to a crash or a removal",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}],
    "commands":[{"at_ms":0,"publish":"A"},
    {"at_ms":1.25,"crash":"ONE"},
    {"at_ms":2,"remove":"TWO"}]
"#,
        until: Time::from_ms(20),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":0,"id":2,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":0,"id":3,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":4,"cause":3,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":0,"id":5,"cause":3,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":0,"id":6,"cause":3,"kind":"work_started","actor":"TWO","state":"A"}
{"at_ms":1.25,"id":7,"cause":null,"kind":"crashed","actor":"ONE"}
{"at_ms":2,"id":8,"cause":null,"kind":"removed","actor":"TWO"}
"#,
        metrics: &[
            ("/services/ONE/busy_ms", "1.25"),
            ("/services/TWO/busy_ms", "2"),
            ("/abandoned_work", "2"),
        ],
    },
    Case {
        name: "the median of two detection latencies is the lower one",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":5,"work_time_ms":1}],
    "commands":[{"at_ms":3.5,"publish":"A"},
    {"at_ms":8,"publish":"A"}]
"#,
        until: Time::from_ms(11),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":3.5,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":3.5,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":5,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":6,"id":5,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":6,"id":6,"cause":5,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
{"at_ms":8,"id":7,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":8,"id":8,"cause":7,"kind":"state_changed","actor":"publisher","state":"A","from":"IDLE"}
{"at_ms":11,"id":9,"cause":7,"kind":"work_started","actor":"ONE","state":"A"}
"#,
        metrics: &[("/detection_ms/median", "1.5"), ("/detection_ms/max", "3")],
    },
    Case {
        name: "the median of an even number of latencies is the lower of the two middle ones",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":1},
    {"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":7},
    {"name":"THREE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":3},
    {"name":"FOUR","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9,"starts_at_ms":5}],
    "commands":[{"at_ms":0,"publish":"A"}]
"#,
        until: Time::from_ms(7),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":0,"id":2,"cause":1,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":1,"id":3,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":4,"cause":1,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":3,"id":5,"cause":null,"kind":"started","actor":"THREE"}
{"at_ms":3,"id":6,"cause":1,"kind":"work_started","actor":"THREE","state":"A"}
{"at_ms":5,"id":7,"cause":null,"kind":"started","actor":"FOUR"}
{"at_ms":5,"id":8,"cause":1,"kind":"work_started","actor":"FOUR","state":"A"}
{"at_ms":7,"id":9,"cause":null,"kind":"started","actor":"TWO"}
{"at_ms":7,"id":10,"cause":1,"kind":"work_started","actor":"TWO","state":"A"}
"#,
        metrics: &[("/detection_ms/median", "3"), ("/detection_ms/max", "7")],
    },
    Case {
        name: "without a start of work there is no detection latency",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}],
    "commands":[{"at_ms":1,"publish":"B"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":1,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"B","from":""}
"#,
        metrics: &[("/detection_ms/median", "null"), ("/detection_ms/max", "null")],
    },
    Case {
        name: "a service that is not there yet is not listed",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}],
    "commands":[{"at_ms":5,"add":{"name":"TWO","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}}]
"#,
        until: Time::from_ms(4),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
"#,
        metrics: &[
            ("/services/ONE/polls", "1"),
            ("/services", "{\"ONE\":{\"busy_ms\":0,\"polls\":1,\"wasted_polls\":1,\"works\":0}}"),
        ],
    },
    Case {
        name: "a state that is overwritten at its own instant is lost",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":9,"work_time_ms":9}],
    "commands":[{"at_ms":9,"publish":"A"},
    {"at_ms":9,"publish":"B"}]
"#,
        until: Time::from_ms(9),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":9,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":9,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":9,"id":4,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":9,"id":5,"cause":4,"kind":"state_lost","actor":"publisher","state":"A","by":"publisher"}
{"at_ms":9,"id":6,"cause":4,"kind":"state_changed","actor":"publisher","state":"B","from":"A"}
"#,
        metrics: &[("/lost", "1"), ("/overwritten_by_result", "0"), ("/unheard", "1")],
    },
    Case {
        name: "the latency counts from the set, also when the state was allowed only later",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1}],
    "commands":[{"at_ms":1,"publish":"B"},
    {"at_ms":5,"edit":{"service":"ONE","allowed_states":{"B":"A"}}}]
"#,
        until: Time::from_ms(8),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"B"}
{"at_ms":1,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"B","from":""}
{"at_ms":5,"id":4,"cause":null,"kind":"edited","actor":"ONE","allowed_states":{"B":"A"}}
{"at_ms":8,"id":5,"cause":2,"kind":"work_started","actor":"ONE","state":"B"}
"#,
        metrics: &[("/detection_ms/max", "7"), ("/unheard", "1"), ("/lost", "0")],
    },
    Case {
        name: "what a removed service did still counts",
        scenario: r#"
    "services":[{"name":"ONE","allowed_states":{"A":"IDLE"},"poll_interval_ms":4,"work_time_ms":1}],
    "commands":[{"at_ms":1,"publish":"A"},
    {"at_ms":7,"remove":"ONE"}]
"#,
        until: Time::from_ms(20),
        jsonl: r#"
{"at_ms":0,"id":1,"cause":null,"kind":"started","actor":"ONE"}
{"at_ms":1,"id":2,"cause":null,"kind":"published","actor":"publisher","state":"A"}
{"at_ms":1,"id":3,"cause":2,"kind":"state_changed","actor":"publisher","state":"A","from":""}
{"at_ms":4,"id":4,"cause":2,"kind":"work_started","actor":"ONE","state":"A"}
{"at_ms":5,"id":5,"cause":4,"kind":"work_finished","actor":"ONE","state":"IDLE"}
{"at_ms":5,"id":6,"cause":5,"kind":"state_changed","actor":"ONE","state":"IDLE","from":"A"}
{"at_ms":7,"id":7,"cause":null,"kind":"removed","actor":"ONE"}
"#,
        metrics: &[
            ("/services/ONE/polls", "2"),
            ("/services/ONE/works", "1"),
            ("/services/ONE/busy_ms", "1"),
            ("/detection_ms/max", "3"),
        ],
    },
];
