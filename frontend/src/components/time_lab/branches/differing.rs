//! In what two futures differ, as far as both of them have run. Knows no browser.

use event_pattern::trace::{EntryId, EntryKind};
use event_pattern::{Span, Time, Trace};

use crate::sentences::entry_sentence;
use crate::state::Node;
use crate::texts::Texts;
use crate::timeline::Window;
use crate::timeline::index::lane_of;

/// So many entries of each are looked through for lanes that differ: those who watch see no more of them.
pub(super) const LOOKED_AT: usize = 300;
/// So many lanes that differ are shown.
const MOST_LANES: usize = 6;
/// The least and the most that is shown from the difference on.
const SHOWN: (Span, Span) = (Span::from_ms(2_000), Span::from_ms(60_000));

/// The first entry in which two futures differ, and when. What one of them has not run to yet is no difference.
pub(super) fn first_difference(here: &Trace, there: &Trace, both_until: Time) -> Option<(EntryId, Time)> {
    let entry = here.first_difference(there)?.entry();
    let instants = [here, there].map(|trace| trace.get(entry).map(|entry| entry.at));
    let at = instants.into_iter().flatten().min()?;
    (at <= both_until).then_some((entry, at))
}

/// What happens in each lane, in the order of time.
type Told = Vec<(Node, Vec<(Time, EntryKind, Option<String>)>)>;

/// The lanes in which the two differ from the entry `first` on, up to `until`: the first of them, from above.
pub(super) fn lanes(texts: &Texts, traces: [&Trace; 2], first: EntryId, until: Time) -> Vec<Node> {
    // Both up to the same instant, or one has something to say where the other was not asked any more.
    let unseen =
        traces.map(|trace| trace.entries_from(first.index()).nth(LOOKED_AT).map(|(_, entry)| entry.at));
    let before = unseen.into_iter().flatten().min();
    let told = traces.map(|trace| told(texts, trace, first, until, before));
    let of = |told: &Told, node: Node| {
        told.iter().find(|(other, _)| *other == node).map_or_else(Vec::new, |(_, told)| told.clone())
    };
    let mut nodes: Vec<Node> = told.iter().flatten().map(|(node, _)| *node).collect();
    nodes.sort_by_key(|node| match node {
        Node::Publisher => 0,
        Node::Broker => 1,
        Node::Service(id) => 2 + id.index(),
        Node::Receiver => usize::MAX,
    });
    nodes.dedup();
    nodes.retain(|node| of(&told[0], *node) != of(&told[1], *node));
    nodes.truncate(MOST_LANES);
    nodes
}

fn told(texts: &Texts, trace: &Trace, first: EntryId, until: Time, before: Option<Time>) -> Told {
    let mut told: Told = Vec::new();
    let is_asked = |at: Time| at <= until && before.is_none_or(|before| at < before);
    for (id, entry) in trace.entries_from(first.index()).take_while(|(_, entry)| is_asked(entry.at)) {
        let what = entry_sentence(texts, trace, id).map(|sentence| sentence.text());
        let event = (entry.at, entry.what.entry_kind(), what);
        match told.iter_mut().find(|(node, _)| *node == lane_of(entry)) {
            Some((_, events)) => events.push(event),
            None => told.push((lane_of(entry), vec![event])),
        }
    }
    told
}

/// The part of time in which a difference at `at` is shown; the further of the two has run until `end`.
pub(super) fn window(at: Time, end: Time) -> Window {
    let span = end.since(at).clamp(SHOWN.0, SHOWN.1);
    Window { from: at - Span::from_micros(span.as_micros() / 8), to: at + span }
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::{BuiltIn, Command, ServiceName};
    use event_pattern::trace::ServiceId;
    use event_pattern::{Engine, State};

    use super::*;
    use crate::texts::Language;

    /// A run that ends at `ms`, after these commands.
    fn run(commands: &[(u64, Command)], ms: u64) -> Trace {
        let mut engine = Engine::new(BuiltIn::Described.scenario());
        for (at, command) in commands {
            let place = engine.go_to(Time::from_ms(*at));
            engine.intervene(place, command.clone()).expect("the command makes sense");
        }
        engine.go_to(Time::from_ms(ms));
        engine.trace().clone()
    }

    fn publish(ms: u64) -> (u64, Command) {
        (ms, Command::Publish(State::TRANSACTION_PAID))
    }

    fn crash(ms: u64, service: &str) -> (u64, Command) {
        (ms, Command::Crash(ServiceName::parse(service).expect("a name")))
    }

    #[test]
    fn what_one_has_not_run_to_yet_is_no_difference() {
        let (short, long) = (run(&[], 900), run(&[publish(2_000)], 9_000));
        assert!(short.first_difference(&long).is_some());
        assert_eq!(first_difference(&short, &long, Time::from_ms(900)), None);
        let later = run(&[], 9_000);
        let (_, at) = first_difference(&later, &long, Time::from_ms(9_000)).expect("one was published");
        assert_eq!(at, Time::from_ms(2_001));
    }

    #[test]
    fn lanes_differ_where_something_else_happens() {
        let (one, other) =
            (run(&[publish(1_000)], 9_000), run(&[publish(1_000), crash(2_000, "ORDER")], 9_000));
        let (first, at) = first_difference(&one, &other, Time::from_ms(9_000)).expect("ORDER crashed in one");
        let differing = lanes(Texts::of(Language::En), [&one, &other], first, Time::from_ms(9_000));
        assert_eq!(
            differing,
            [Node::Broker, Node::Service(ServiceId::from_index(0))],
            "IDLE is set in one only"
        );
        let soon = lanes(Texts::of(Language::En), [&one, &other], first, at);
        assert_eq!(soon, [Node::Service(ServiceId::from_index(0))]);
    }

    #[test]
    fn a_difference_is_seen_with_what_was_before_it() {
        let shown = window(Time::from_ms(8_000), Time::from_ms(16_000));
        assert_eq!(shown, Window { from: Time::from_ms(7_000), to: Time::from_ms(16_000) });
        let soon = window(Time::from_ms(100), Time::from_ms(101));
        assert_eq!(soon, Window { from: Time::ZERO, to: Time::from_ms(2_100) });
    }
}
