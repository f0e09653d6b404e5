//! What a person did and can take back, in words.

use event_pattern::scenario::{Command, Edit};

use super::scenarios::name_of;
use crate::run::{BranchTitle, Deed};
use crate::texts::{Texts, clock, fill};

/// What was done, in a few words.
pub fn say_deed(texts: &Texts, deed: &Deed) -> String {
    let said = &texts.deeds;
    match deed {
        Deed::Opened(origin) => fill(said.opened, &[("scenario", name_of(&texts.scenario_names, origin))]),
        Deed::Restarted => said.run_restarted.to_owned(),
        Deed::Switched(branch) => fill(said.switched, &[("branch", &say_branch(texts, branch))]),
        Deed::Renamed(branch) => fill(said.branch_renamed, &[("branch", &say_branch(texts, branch))]),
        Deed::Removed(branch) => fill(said.branch_removed, &[("branch", &say_branch(texts, branch))]),
        Deed::Gave(command) => say_command(texts, command),
    }
}

/// What a branch is called: as somebody named it, or by what it began with.
pub fn say_branch(texts: &Texts, branch: &BranchTitle) -> String {
    match (&branch.name, &branch.begun_by) {
        (Some(name), _) => name.to_string(),
        (None, None) => texts.branches.first.to_owned(),
        (None, Some(begun_by)) => fill(
            texts.branches.begun,
            &[
                ("number", &branch.id.0.to_string()),
                ("deed", &say_command(texts, &begun_by.command)),
                ("time", &clock(begun_by.at)),
            ],
        ),
    }
}

fn say_command(texts: &Texts, command: &Command) -> String {
    let said = &texts.deeds;
    let (pattern, service) = match command {
        Command::Publish(state) => return fill(said.published, &[("state", state.as_str())]),
        Command::Rename { service, to } => {
            return fill(said.renamed, &[("service", service.as_str()), ("name", to.as_str())]);
        }
        Command::Edit(edit) => return say_edit(texts, edit),
        Command::Start(service) => (said.started, service),
        Command::Stop(service) => (said.stopped, service),
        Command::Crash(service) => (said.crashed, service),
        Command::Restart(service) => (said.restarted, service),
        Command::Add(setup) => (said.added, &setup.name),
        Command::Remove(service) => (said.removed, service),
    };
    fill(pattern, &[("service", service.as_str())])
}

fn say_edit(texts: &Texts, edit: &Edit) -> String {
    let said = &texts.deeds;
    let (pattern, time) = match (&edit.allowed_states, edit.poll_interval, edit.work_time) {
        (None, Some(interval), None) => (said.new_interval, texts.span(interval)),
        (None, None, Some(work_time)) => (said.new_work_time, texts.span(work_time)),
        (Some(_), None, None) => (said.new_states, String::new()),
        _ => (said.new_settings, String::new()),
    };
    fill(pattern, &[("service", edit.service.as_str()), ("time", &time)])
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::ServiceName;
    use event_pattern::{Span, State};

    use super::*;
    use crate::run::Origin;
    use crate::texts::Language;

    fn said(deed: &Deed) -> [String; 2] {
        [Language::En, Language::Id].map(|language| say_deed(Texts::of(language), deed))
    }

    #[test]
    fn a_scenario_is_named_as_in_the_header_and_an_edit_by_what_it_set() {
        let opened = said(&Deed::Opened(Origin::BuiltIn("listed")));
        assert_eq!(opened, ["opening “As its code is printed”", "membuka “Seperti kode yang tertulis”"]);
        let mut edit = Edit::new(ServiceName::parse("ORDER").expect("a name"));
        edit.poll_interval = Some(Span::from_ms(250));
        let one = said(&Deed::Gave(Command::Edit(edit.clone())));
        assert_eq!(one, ["letting ORDER look every 0.25 s", "mengatur agar ORDER memeriksa tiap 0,25 detik"]);
        edit.work_time = Some(Span::from_ms(1_000));
        let several = said(&Deed::Gave(Command::Edit(edit)));
        assert_eq!(several, ["giving ORDER other settings", "mengubah pengaturan ORDER"]);
        let published = said(&Deed::Gave(Command::Publish(State::IDLE)));
        assert_eq!(published, ["publishing IDLE", "mengirim IDLE"]);
    }
}
