//! What the programs of the tutorial print, in their own words and language: data, never translated.

use event_pattern::trace::{Actor, CommandKind, EntryId, ServiceId, Trace, What, WriteFailure};

/// Whose line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The tutorial's `publisher.py`.
    Publisher,
    /// The state key.
    Broker,
    /// A service's `main.py`.
    Service(ServiceId),
}

impl Source {
    /// Whose line an entry is.
    pub fn of(actor: Actor, what: What) -> Source {
        match (what, actor) {
            (What::StateChanged { .. } | What::StateLost { .. } | What::Gap { .. }, _) => Source::Broker,
            (_, Actor::Publisher) => Source::Publisher,
            (_, Actor::Service(service)) => Source::Service(service),
        }
    }
}

/// The line that the entry `id` prints; empty if the trace has no such entry.
pub fn output(trace: &Trace, id: EntryId) -> String {
    let Some(entry) = trace.get(id) else { return String::new() };
    let names = trace.names();
    let state = |state| names.state(state).as_str();
    let record = entry.actor.service().map(|service| names.service(service));
    let service = record.map_or("", |record| record.name_before(id).as_str());
    let of_service = |says: &str| ["Service ", service, says].concat();
    match entry.what {
        What::Published { state: set, .. } => {
            ["$ python publisher.py --state ", &state(set).to_ascii_lowercase()].concat()
        }
        What::StateChanged { to, .. } => ["app:state = ", state(to)].concat(),
        What::StateLost { state: lost, .. } => ["app:state: ", state(lost), " lost"].concat(),
        What::WorkStarted { state: taken } => {
            [&capitalized(service), " service started. State: ", state(taken)].concat()
        }
        What::WorkFinished { state: next } => ["Change state into: ", state(next)].concat(),
        What::ResultPublished { state: done } => ["Publish message: ", state(done)].concat(),
        What::Started | What::Restarted => of_service(" started...."),
        What::Stopping => of_service(" stopping...."),
        What::Stopped => of_service(" stopped."),
        What::Crashed => of_service(" crashed."),
        What::Edited(_) => of_service(" edited."),
        What::Added => of_service(" added."),
        What::Renamed => {
            let name = record.map_or("", |record| record.name_after(id.index() + 1).as_str());
            of_service(&[" renamed: ", name].concat())
        }
        What::Removed => of_service(" removed."),
        What::CommandRefused { command, .. } => of_service(&[": ", order(command), " refused."].concat()),
        What::ReadFailed => of_service(": read failed."),
        What::WriteFailed { state: next, outcome: WriteFailure::Failed } => {
            of_service(&[": write of ", state(next), " failed."].concat())
        }
        What::WriteFailed { state: next, outcome: WriteFailure::OutcomeUnknown } => {
            of_service(&[": write of ", state(next), ", outcome unknown."].concat())
        }
        What::Gap { missed } => ["app:state: changes missed: ", &missed.to_string()].concat(),
    }
}

fn order(command: CommandKind) -> &'static str {
    match command {
        CommandKind::Start => "start",
        CommandKind::Stop => "stop",
        CommandKind::Crash => "crash",
        CommandKind::Restart => "restart",
    }
}

/// `ORDER` as the tutorial's programs print it: `Order`.
fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters.map(|letter| letter.to_ascii_lowercase())).collect()
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::{BuiltIn, Command};
    use event_pattern::{Engine, Place, State, Time};

    use super::*;

    #[test]
    fn the_programs_speak_as_in_the_tutorial() {
        let mut engine = Engine::new(BuiltIn::Described.scenario());
        let place = Place { at: Time::from_ms(999), seen: 0 };
        engine.intervene(place, Command::Publish(State::TRANSACTION_PAID)).expect("a state can be published");
        engine.run_to(Time::from_ms(5_000));
        let lines: Vec<_> = engine.trace().entries().map(|(id, _)| output(engine.trace(), id)).collect();
        assert_eq!(
            lines,
            [
                "Service ORDER started....",
                "Service INVOICE started....",
                "$ python publisher.py --state transaction_paid",
                "app:state = TRANSACTION_PAID",
                "Order service started. State: TRANSACTION_PAID",
                "Change state into: IDLE",
                "app:state = IDLE",
            ]
        );
    }
}
