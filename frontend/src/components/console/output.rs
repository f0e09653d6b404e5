//! What the programs of the tutorial print, in their own words and language: data, never translated.

use event_pattern::trace::{Actor, CommandKind, EntryId, Gap, ServiceId, Trace, What, WriteFailure};

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
            (What::StateChanged { .. } | What::StateLost { .. }, _) | (_, Actor::Other(_)) => Source::Broker,
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
        What::StateChanged { to: Some(to), .. } => ["app:state = ", state(to)].concat(),
        What::StateChanged { to: None, .. } => "app:state is empty".to_owned(),
        What::KeySet { state: set } => {
            let by = service_or_other(trace, entry.actor, service);
            match set {
                Some(set) => ["app:state set to ", state(set), " by ", by].concat(),
                None => ["app:state emptied by ", by].concat(),
            }
        }
        What::KeyFound { state: Some(found) } => ["app:state found: ", state(found)].concat(),
        What::KeyFound { state: None } => "app:state found empty".to_owned(),
        What::Attributed => ["app:state was set by ", service_or_other(trace, entry.actor, service)].concat(),
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
        What::WriteFailed { state: unset, outcome } if record.is_none() => {
            let failed = if outcome == WriteFailure::Failed { " failed." } else { ", outcome unknown." };
            ["Publish of ", state(unset), failed].concat()
        }
        What::WriteFailed { state: next, outcome: WriteFailure::Failed } => {
            of_service(&[": write of ", state(next), " failed."].concat())
        }
        What::WriteFailed { state: next, outcome: WriteFailure::OutcomeUnknown } => {
            of_service(&[": write of ", state(next), ", outcome unknown."].concat())
        }
        What::Gap(gap) => lapse(gap),
    }
}

/// What could not be seen.
fn lapse(gap: Gap) -> String {
    match gap {
        Gap::Missed { revisions } => ["app:state: revisions missed: ", &revisions.to_string()].concat(),
        Gap::Asleep { ms } => ["This tab slept: ", &(ms / 1_000).to_string(), " s"].concat(),
        Gap::StoreAway => "Redis is away.".to_owned(),
        Gap::StoreBack => "Redis is back.".to_owned(),
        Gap::LinkLost => "Connection lost.".to_owned(),
        Gap::LinkBack => "Connected again.".to_owned(),
    }
}

/// Who set the key: a service, somebody elsewhere by their label, or nobody knows.
fn service_or_other<'a>(trace: &'a Trace, actor: Actor, service: &'a str) -> &'a str {
    match actor {
        Actor::Other(label) => label.map_or("somebody elsewhere", |label| trace.names().label(label)),
        Actor::Publisher | Actor::Service(_) => service,
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
