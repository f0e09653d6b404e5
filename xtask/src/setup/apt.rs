//! Debian's packages: whether this machine has them, and with which rights they are installed.

use super::Site;
use crate::process;
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// What may be done with Debian's packages here.
#[derive(Debug)]
pub(crate) enum Apt {
    /// Not a Debian, or none without `apt-get`.
    Absent,
    /// A Debian on which only somebody else may install.
    Forbidden,
    /// We may install.
    Allowed {
        /// What to put before `apt-get`.
        prefix: &'static [&'static str],
        /// Two steps must not install at the same time; the first one fetches the lists.
        lists: Mutex<Lists>,
    },
}

/// Whether the lists of packages have been fetched in this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lists {
    /// They may be old, or missing as in a fresh container.
    Unknown,
    /// They were fetched a moment ago.
    Fetched,
}

impl Apt {
    /// Looks at the machine.
    pub(crate) fn find() -> Self {
        if !is_debian(&fs::read_to_string("/etc/os-release").unwrap_or_default())
            || which::which("apt-get").is_err()
        {
            return Self::Absent;
        }
        let lists = || Mutex::new(Lists::Unknown);
        if process::answer(Command::new("id").arg("-u")).as_deref() == Some("0") {
            Self::Allowed { prefix: &[], lists: lists() }
        } else if process::succeeds(Command::new("sudo").args(["-n", "true"])) {
            Self::Allowed { prefix: &["sudo", "-n"], lists: lists() }
        } else {
            Self::Forbidden
        }
    }

    /// Installs packages, without removing any.
    pub(crate) fn install(&self, site: &Site<'_>, packages: &[&str]) -> Result<()> {
        let Self::Allowed { prefix, lists } = self else {
            bail!("Debian's packages cannot be installed here; type\n{}", by_hand(packages).join("\n"));
        };
        let mut lists = lists.lock().unwrap_or_else(PoisonError::into_inner);
        if *lists == Lists::Unknown {
            let log = site.project.log("apt-get update")?;
            process::quietly(apt_get(prefix).arg("update"), &log)?;
            *lists = Lists::Fetched;
        }
        let log = site.project.log(&format!("apt-get install {}", packages[0]))?;
        let mut install = apt_get(prefix);
        install.args(["install", "--yes", "--no-install-recommends", "--no-remove"]).args(packages);
        process::quietly(&mut install, &log)
            .with_context(|| format!("Debian's packages {}", packages.join(", ")))
    }
}

/// What a person types to install these packages.
pub(crate) fn by_hand(packages: &[&str]) -> Vec<String> {
    vec![
        "sudo apt-get update".to_owned(),
        format!("sudo apt-get install --no-install-recommends {}", packages.join(" ")),
    ]
}

fn apt_get(prefix: &[&str]) -> Command {
    // `env` because sudo does not pass the environment on.
    let words = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"];
    let mut words = prefix.iter().copied().chain(words);
    let mut command = Command::new(words.next().unwrap_or("env"));
    command.args(words);
    command
}

/// Ubuntu is not one: its `chromium-driver` is an empty package, and it has no `rustc-web`.
fn is_debian(os_release: &str) -> bool {
    let field = |key: &str| {
        os_release.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().trim_matches('"')
    };
    let like: Vec<&str> = field("ID_LIKE=").split(' ').collect();
    field("ID=") == "debian"
        || (field("ID=") != "ubuntu" && like.contains(&"debian") && !like.contains(&"ubuntu"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_its_near_relations_are_debian() {
        assert!(is_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(is_debian("ID=raspbian\nID_LIKE=debian\n"));
    }

    #[test]
    fn ubuntu_and_others_are_not() {
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!is_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian("ID=fedora\n"));
        assert!(!is_debian(""));
    }
}
