//! The command that takes an edit back: the same kind of command, with the values from before.

use event_pattern::scenario::{Command, Edit, ServiceName, ServiceSetup};
use event_pattern::service::Phase;
use event_pattern::view::ServiceView;
use event_pattern::{Time, Trace, View};

/// The command that takes back `command`, which took effect at `at`; none for what is no edit of the scenario: what a
/// publication or a crash has set going cannot be called back, only left by going to an earlier place.
pub(super) fn of(command: &Command, trace: &Trace, at: Time) -> Option<Command> {
    let before = trace.view_before(at);
    match command {
        Command::Edit(edit) => {
            let service = service_named(&edit.service, trace, &before)?;
            let allowed = || trace.names().allowed_states(service.allowed);
            let mut back = Edit::new(edit.service.clone());
            back.allowed_states = edit.allowed_states.as_ref().map(|_| allowed());
            back.poll_interval = edit.poll_interval.map(|_| service.poll_interval);
            back.work_time = edit.work_time.map(|_| service.work_time);
            Some(Command::Edit(back))
        }
        Command::Add(setup) => Some(Command::Remove(setup.name.clone())),
        Command::Rename { service, to } => Some(Command::Rename { service: to.clone(), to: service.clone() }),
        Command::Remove(name) => {
            let service = service_named(name, trace, &before)?;
            let allowed_states = trace.names().allowed_states(service.allowed);
            let mut back = ServiceSetup::new(name.clone(), allowed_states);
            back.poll_interval = service.poll_interval;
            back.work_time = service.work_time;
            back.starts_at = match service.phase {
                Phase::NotStarted { starts_at } => starts_at,
                // One that ran runs again: `due_at` makes that the moment of its return.
                phase if phase.is_running() => Some(at),
                _ => None,
            };
            Some(Command::Add(back))
        }
        Command::Publish(_)
        | Command::Start(_)
        | Command::Stop(_)
        | Command::Crash(_)
        | Command::Restart(_) => None,
    }
}

/// The command as it can be given at `at`: nothing is added with a start time that has passed.
pub(super) fn due_at(command: Command, at: Time) -> Command {
    match command {
        Command::Add(mut setup) => {
            setup.starts_at = setup.starts_at.map(|starts_at| starts_at.max(at));
            Command::Add(setup)
        }
        other => other,
    }
}

fn service_named<'v>(name: &ServiceName, trace: &Trace, view: &'v View) -> Option<&'v ServiceView> {
    let names = trace.names();
    let is_named = |id| names.service(id).name_after(view.entries_seen).key() == name.key();
    view.present().find(|(id, _)| is_named(*id)).map(|(_, service)| service)
}
