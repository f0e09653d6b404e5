//! Chromium, or Chrome, and the driver of the same version. Which of several it is: the first two that fit together.

use super::Site;
use super::apt::{self, Apt};
use super::need::{Installer, Need};
use crate::{pins, process};
use anyhow::{Context, Result};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// A browser and its driver.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) chromium: PathBuf,
    /// The program that speaks WebDriver.
    pub(crate) driver: PathBuf,
}

/// That both are here and of the same major version, as the driver demands.
#[derive(Debug)]
pub(crate) struct BrowserPair;

const CHROMIUMS: &[&str] =
    &["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome"];
/// Where macOS keeps it: not on the search path.
const CHROME_OF_MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
/// The second one is Ubuntu's snap.
const DRIVERS: &[&str] = &["chromedriver", "chromium.chromedriver"];

impl Need for BrowserPair {
    type Found = Browser;

    fn name(&self) -> String {
        "Chromium and its driver".to_owned()
    }

    fn find(&self, _site: &Site<'_>) -> Option<Browser> {
        let chromiums =
            candidates(env::var_os("EVENT_PATTERN_CHROMIUM"), CHROMIUMS, Some(CHROME_OF_MACOS.into()));
        let shipped = env::var_os("CHROMEWEBDRIVER").map(|folder| PathBuf::from(folder).join("chromedriver"));
        let drivers = candidates(env::var_os("EVENT_PATTERN_CHROMEDRIVER"), DRIVERS, shipped);
        let versions = |programs: Vec<PathBuf>| -> Vec<(PathBuf, u32)> {
            programs
                .into_iter()
                .filter_map(|program| Some((program.clone(), major_version_of(&program)?)))
                .collect()
        };
        first_fitting(&versions(chromiums), &versions(drivers))
    }

    fn install(&self, site: &Site<'_>) -> Result<Browser> {
        site.progress.during(&self.name(), "installing Debian's packages", |_| {
            site.apt.install(site, pins::DEBIAN_BROWSER)?;
            self.find(site).context(
                "Debian's Chromium was installed, but it and its driver do not answer with one version",
            )
        })
    }

    fn by_hand(&self, site: &Site<'_>) -> Vec<String> {
        if !matches!(site.apt, Apt::Absent) {
            return apt::by_hand(pins::DEBIAN_BROWSER);
        }
        ["chrome@stable", "chromedriver@stable"]
            .map(|what| format!("npx @puppeteer/browsers install {what}"))
            .into_iter()
            .chain(["and the paths that these two print into EVENT_PATTERN_CHROMIUM and EVENT_PATTERN_CHROMEDRIVER".to_owned()])
            .collect()
    }

    fn installer(&self, site: &Site<'_>) -> Installer {
        if matches!(site.apt, Apt::Allowed { .. }) { Installer::Us } else { Installer::Person }
    }
}

/// What a person named goes alone; else what is found under the usual names.
fn candidates(named: Option<std::ffi::OsString>, usual: &[&str], elsewhere: Option<PathBuf>) -> Vec<PathBuf> {
    if let Some(named) = named.filter(|named| !named.is_empty()) {
        return vec![named.into()];
    }
    usual
        .iter()
        .filter_map(|name| which::which(name).ok())
        .chain(elsewhere.filter(|path| path.is_file()))
        .collect()
}

fn major_version_of(program: &PathBuf) -> Option<u32> {
    major_version(&process::answer(Command::new(program).arg("--version"))?)
}

/// From "Chromium 156.0.8078.108 built on Debian" or "ChromeDriver 156.0.8078.108 (...)".
fn major_version(answer: &str) -> Option<u32> {
    answer.split_whitespace().find_map(|word| word.split_once('.').and_then(|(major, _)| major.parse().ok()))
}

fn first_fitting(chromiums: &[(PathBuf, u32)], drivers: &[(PathBuf, u32)]) -> Option<Browser> {
    let pairs = chromiums.iter().flat_map(|chromium| drivers.iter().map(move |driver| (chromium, driver)));
    let mut fitting =
        pairs.filter(|((_, browser_version), (_, driver_version))| browser_version == driver_version);
    fitting
        .next()
        .map(|((chromium, _), (driver, _))| Browser { chromium: chromium.clone(), driver: driver.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_the_programs_say() {
        assert_eq!(
            major_version("Chromium 156.0.8078.108 built on Debian GNU/Linux 12 (bookworm)"),
            Some(156)
        );
        assert_eq!(major_version("ChromeDriver 155.0.1.2 (730482a940ce)"), Some(155));
        assert_eq!(major_version("Google Chrome 155.0.1.2"), Some(155));
        assert_eq!(major_version("not a browser"), None);
    }

    #[test]
    fn a_driver_goes_with_the_browser_of_its_version() {
        let chromiums = [("chromium".into(), 154), ("google-chrome".into(), 156)];
        let drivers = [("chromedriver".into(), 156)];
        let browser = first_fitting(&chromiums, &drivers).unwrap();
        assert_eq!(browser.chromium, PathBuf::from("google-chrome"));
        assert!(first_fitting(&chromiums[..1], &drivers).is_none());
    }

    #[test]
    fn what_a_person_names_is_taken_alone() {
        let named = candidates(Some("/opt/my-browser".into()), CHROMIUMS, None);
        assert_eq!(named, [PathBuf::from("/opt/my-browser")]);
    }
}
