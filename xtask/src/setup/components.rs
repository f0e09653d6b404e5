//! rustfmt and clippy of the `cargo` that runs us. Some of rustup's profiles lack them.

use super::Site;
use super::need::{Installer, Need};
use crate::process;
use anyhow::Result;
use std::process::Command;

/// Both of them.
#[derive(Debug)]
pub(crate) struct Components;

impl Components {
    fn command() -> Command {
        let mut command = Command::new("rustup");
        command.args(["component", "add", "rustfmt", "clippy"]);
        command
    }
}

impl Need for Components {
    type Found = ();

    fn name(&self) -> String {
        "rustfmt and clippy".to_owned()
    }

    fn find(&self, _site: &Site<'_>) -> Option<()> {
        let answers = |component| process::succeeds(Command::new("cargo").args([component, "--version"]));
        (answers("fmt") && answers("clippy")).then_some(())
    }

    fn install(&self, site: &Site<'_>) -> Result<()> {
        let log = site.project.log("rustup component add")?;
        site.progress.during(&self.name(), "installing", |_| process::quietly(&mut Self::command(), &log))
    }

    fn by_hand(&self, _site: &Site<'_>) -> Vec<String> {
        vec![process::shown(&Self::command())]
    }

    fn installer(&self, _site: &Site<'_>) -> Installer {
        if which::which("rustup").is_ok() { Installer::Us } else { Installer::Person }
    }
}
