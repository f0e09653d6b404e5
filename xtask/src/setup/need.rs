//! What one needed thing has to answer: is it here, how does it get here, and what would a person type.

use super::{Permission, Site};
use anyhow::{Result, bail};
use std::fmt::Write;

/// A thing that the commands need on the machine.
pub(crate) trait Need: Sync + Sized {
    /// What is known about the thing once it is here.
    type Found: Send;

    /// What the progress lines call it.
    fn name(&self) -> String;
    /// Looks for it, in a fraction of a second.
    fn find(&self, site: &Site<'_>) -> Option<Self::Found>;
    /// Brings it here, leaving alone what others have installed.
    fn install(&self, site: &Site<'_>) -> Result<Self::Found>;
    /// The commands with which a person brings it here.
    fn by_hand(&self, site: &Site<'_>) -> Vec<String>;
    /// Who can bring it here.
    fn installer(&self, _site: &Site<'_>) -> Installer {
        Installer::Us
    }
}

/// Who can bring a missing thing here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Installer {
    /// This program.
    Us,
    /// Only a person with more rights or more knowledge of the machine.
    Person,
}

/// A need, and whether it was found.
#[derive(Debug)]
pub(crate) struct Search<N: Need> {
    need: N,
    found: Option<N::Found>,
    lack: Option<Lack>,
}

/// A need that was not found.
#[derive(Debug, Clone)]
pub(crate) struct Lack {
    name: String,
    by_hand: Vec<String>,
    installer: Installer,
}

impl<N: Need> Search<N> {
    /// Looks for it.
    pub(crate) fn of(site: &Site<'_>, need: N) -> Self {
        let found = need.find(site);
        let lack = found.is_none().then(|| Lack {
            name: need.name(),
            by_hand: need.by_hand(site),
            installer: need.installer(site),
        });
        if found.is_some() {
            site.progress.note(&need.name(), "in place");
        }
        Self { need, found, lack }
    }

    /// What to tell a person when it was not found.
    pub(crate) fn lack(&self) -> Option<Lack> {
        self.lack.clone()
    }

    /// What was found, or else is installed now.
    pub(crate) fn supply(self, site: &Site<'_>) -> Result<N::Found> {
        match self.found {
            Some(found) => Ok(found),
            None => self.need.install(site),
        }
    }
}

/// Fails when something is missing that this program cannot, or may not, install.
pub(crate) fn stop_where_a_person_must_act(lacks: Vec<Lack>, permission: Permission) -> Result<()> {
    let for_a_person =
        |lack: &Lack| permission == Permission::OnlyReport || lack.installer == Installer::Person;
    let lacks: Vec<Lack> = lacks.into_iter().filter(for_a_person).collect();
    if lacks.is_empty() {
        return Ok(());
    }
    bail!("this machine lacks\n{}", list(&lacks))
}

fn list(lacks: &[Lack]) -> String {
    let mut text = String::new();
    for lack in lacks {
        let _ = writeln!(text, "  {}; it comes with", lack.name);
        for command in &lack.by_hand {
            let _ = writeln!(text, "      {command}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lack(name: &str, installer: Installer) -> Lack {
        Lack { name: name.to_owned(), by_hand: vec![format!("get {name}")], installer }
    }

    #[test]
    fn a_report_names_everything_with_its_commands() {
        let lacks = vec![lack("trunk", Installer::Us), lack("Chromium", Installer::Person)];
        let report = stop_where_a_person_must_act(lacks, Permission::OnlyReport).unwrap_err().to_string();
        assert_eq!(
            report,
            "this machine lacks\n  trunk; it comes with\n      get trunk\n  Chromium; it comes with\n      get Chromium\n"
        );
    }

    #[test]
    fn installing_stops_only_where_a_person_must_act() {
        assert!(
            stop_where_a_person_must_act(vec![lack("trunk", Installer::Us)], Permission::Install).is_ok()
        );
        let lacks = vec![lack("trunk", Installer::Us), lack("Chromium", Installer::Person)];
        let report = stop_where_a_person_must_act(lacks, Permission::Install).unwrap_err().to_string();
        assert!(report.contains("Chromium") && !report.contains("trunk"));
    }

    #[test]
    fn nothing_missing_is_no_reason_to_stop() {
        assert!(stop_where_a_person_must_act(Vec::new(), Permission::OnlyReport).is_ok());
    }
}
