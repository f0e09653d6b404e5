//! What the bridge counts, as Prometheus reads it.

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use protocol::Code;

use crate::memory;

/// From a store on this machine to one that is nearly given up.
const LATENCIES: [f64; 9] = [0.0001, 0.000_25, 0.000_5, 0.001, 0.0025, 0.01, 0.05, 0.25, 0.5];

/// The kinds of frames that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Hello,
    Get,
    Set,
    Ping,
    /// A frame that is none of these.
    Other,
}

impl Kind {
    const ALL: [(Kind, &'static str); 5] = [
        (Kind::Hello, "hello"),
        (Kind::Get, "get"),
        (Kind::Set, "set"),
        (Kind::Ping, "ping"),
        (Kind::Other, "other"),
    ];
}

/// Outcomes of a frame: done, or one of the codes.
const OUTCOMES: usize = Code::ALL.len() + 1;

/// Every figure; counting takes no lock.
#[derive(Debug)]
pub(crate) struct Metrics {
    pub(crate) registry: Registry,
    pub(crate) connections: Gauge,
    pub(crate) connections_total: Counter,
    pub(crate) refused_connections: Counter,
    pub(crate) changes: Counter,
    pub(crate) store_available: Gauge,
    pub(crate) store_latency: Histogram,
    memory: Gauge,
    pub(crate) slow_clients: Counter,
    pub(crate) silent_clients: Counter,
    /// One counter for each kind and outcome.
    requests: Vec<Counter>,
}

impl Metrics {
    pub(crate) fn new() -> Metrics {
        let mut registry = Registry::with_prefix("bridge");
        let requests = Family::<[(&'static str, &'static str); 2], Counter>::default();
        let metrics = Metrics {
            connections: Gauge::default(),
            connections_total: Counter::default(),
            refused_connections: Counter::default(),
            changes: Counter::default(),
            store_available: Gauge::default(),
            store_latency: Histogram::new(LATENCIES),
            memory: Gauge::default(),
            slow_clients: Counter::default(),
            silent_clients: Counter::default(),
            requests: Kind::ALL
                .iter()
                .flat_map(|(_, kind)| outcomes().map(|outcome| [("kind", *kind), ("outcome", outcome)]))
                .map(|labels| requests.get_or_create_owned(&labels))
                .collect(),
            registry: Registry::default(),
        };
        let mut add = |name, help, metric: &Counter| registry.register(name, help, metric.clone());
        add("connections", "WebSockets opened", &metrics.connections_total);
        add("refused_connections", "Connections that were not let in", &metrics.refused_connections);
        add("changes", "Changes of the key that were seen", &metrics.changes);
        add("slow_clients", "Clients cut off because they did not read", &metrics.slow_clients);
        add("silent_clients", "Clients closed because they said nothing", &metrics.silent_clients);
        let mut add = |name, help, metric: &Gauge| registry.register(name, help, metric.clone());
        add("open_connections", "WebSockets that are open now", &metrics.connections);
        add("store_available", "1 while the store answers, else 0", &metrics.store_available);
        add("memory_allocated_bytes", "Bytes that are allocated now", &metrics.memory);
        let latency = metrics.store_latency.clone();
        registry.register("store_latency_seconds", "From sending to the store to its replies", latency);
        registry.register("requests", "Frames from clients, by kind and outcome", requests);
        Metrics { registry, ..metrics }
    }

    /// Counts a frame that was answered; without a code it was done.
    pub(crate) fn count(&self, kind: Kind, error: Option<Code>) {
        let outcome = error.and_then(|code| Code::ALL.iter().position(|other| *other == code));
        let index = kind as usize * OUTCOMES + outcome.map_or(0, |place| place + 1);
        if let Some(counter) = self.requests.get(index) {
            counter.inc();
        }
    }

    /// The figures as text.
    pub(crate) fn to_text(&self) -> String {
        self.memory.set(i64::try_from(memory::allocated()).unwrap_or(i64::MAX));
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

fn outcomes() -> impl Iterator<Item = &'static str> {
    std::iter::once("ok").chain(Code::ALL.iter().map(|code| code.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_is_in_the_document() {
        let document = include_str!("../../docs/bridge.md");
        let text = Metrics::new().to_text();
        let figures: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("# TYPE ")).collect();
        assert!(figures.len() > 5);
        for figure in figures {
            let (name, kind) = figure.split_once(' ').expect("a name and a kind");
            let shown = if kind == "counter" { format!("`{name}_total") } else { format!("`{name}`") };
            assert!(document.contains(&shown), "docs/bridge.md does not tell of {shown}");
        }
    }

    #[test]
    fn each_kind_and_outcome_has_a_counter_of_its_own() {
        let metrics = Metrics::new();
        for (kind, _) in Kind::ALL {
            metrics.count(kind, None);
            for code in Code::ALL {
                metrics.count(kind, Some(code));
            }
        }
        assert_eq!(metrics.requests.len(), Kind::ALL.len() * OUTCOMES);
        assert!(metrics.requests.iter().all(|counter| counter.get() == 1));
        let text = metrics.to_text();
        assert!(text.contains(r#"bridge_requests_total{kind="set",outcome="outcome_unknown"} 1"#), "{text}");
    }
}
