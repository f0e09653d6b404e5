//! One visit to the page: a fresh browser with a clean profile, a person's preferences, one test, and everything closed
//! again, also when the test fails.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::sync::Semaphore;

use crate::driver::{Driver, PATIENCE};
use crate::server::Server;
use crate::{Page, surroundings};

/// Keeps Chromium off the network and out of a sandbox that a container does not allow.
const ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// Many browsers at once would only be slow together.
pub(crate) static PLACES: Semaphore = Semaphore::const_new(4);

/// Runs in every document before the page's own scripts.
const OBSERVER: &str = include_str!("scripts/observer.js");

/// The languages that a browser is set to here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Indonesian.
    Indonesian,
}

/// The colours that a system is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// As CSS names it.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// The size of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub u32, pub u32);

impl Size {
    /// A desktop.
    pub const DESKTOP: Size = Size(1440, 900);
    /// A classroom's projector.
    pub const PROJECTOR: Size = Size(1024, 768);
    /// A tablet, upright.
    pub const TABLET: Size = Size(820, 1180);
    /// A phone, upright.
    pub const PHONE: Size = Size(390, 844);
    /// All of them.
    pub const ALL: [Size; 4] = [Size::DESKTOP, Size::PROJECTOR, Size::TABLET, Size::PHONE];
}

/// Who comes, and with what.
#[derive(Clone, Debug)]
pub struct Visit {
    size: Size,
    language: Language,
    scheme: Scheme,
    reduced_motion: bool,
    folder: &'static str,
    before: Option<&'static str>,
    query: String,
}

impl Visit {
    /// An English desktop with a light theme.
    pub fn new() -> Visit {
        Visit {
            size: Size::DESKTOP,
            language: Language::English,
            scheme: Scheme::Light,
            reduced_motion: false,
            folder: "/",
            before: None,
            query: String::new(),
        }
    }

    /// With a window of another size.
    pub fn size(self, size: Size) -> Visit {
        Visit { size, ..self }
    }

    /// With another language.
    pub fn language(self, language: Language) -> Visit {
        Visit { language, ..self }
    }

    /// With other colours.
    pub fn scheme(self, scheme: Scheme) -> Visit {
        Visit { scheme, ..self }
    }

    /// By a person who asked the system for less motion.
    pub fn with_reduced_motion(self) -> Visit {
        Visit { reduced_motion: true, ..self }
    }

    /// To a page in a folder of its host: `/class/1/`.
    pub fn folder(self, folder: &'static str) -> Visit {
        Visit { folder, ..self }
    }

    /// In a browser in which this script runs before the page's.
    pub fn before(self, script: &'static str) -> Visit {
        Visit { before: Some(script), ..self }
    }

    /// By a link with a query: `?lang=id`.
    pub fn query(self, query: &str) -> Visit {
        Visit { query: query.to_owned(), ..self }
    }

    fn capabilities(&self, downloads: &TempDir) -> Result<ChromeCapabilities> {
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.set_binary(surroundings::chromium()?.to_str().context("a path in UTF-8")?)?;
        for argument in ARGUMENTS {
            capabilities.add_arg(argument)?;
        }
        let languages = match self.language {
            Language::English => "en-US,en",
            Language::Indonesian => "id-ID,id",
        };
        capabilities.add_arg(&format!("--accept-lang={languages}"))?;
        capabilities.add_experimental_option(
            "prefs",
            json!({
                "intl.accept_languages": languages,
                "download.default_directory": downloads.path(),
                "download.prompt_for_download": false,
            }),
        )?;
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        Ok(capabilities)
    }

    /// Makes the window what the visit says.
    pub(crate) async fn dress(&self, page: &Page) -> Result<()> {
        page.emulate(self.scheme, if self.reduced_motion { "reduce" } else { "no-preference" }).await?;
        page.resize(self.size).await?;
        for script in [Some(OBSERVER), self.before].into_iter().flatten() {
            page.run_before_each_document(script).await?;
        }
        Ok(())
    }
}

impl Default for Visit {
    fn default() -> Visit {
        Visit::new()
    }
}

/// Everything that has to be closed again.
pub(crate) struct Browser {
    /// What it shows.
    pub(crate) page: Page,
    _server: Option<Server>,
    _driver: Driver,
}

impl Browser {
    async fn open(visit: &Visit) -> Result<Browser> {
        let server = Server::start(surroundings::dist()?, visit.folder).await?;
        let browser = Browser::at(visit, server.address()).await?;
        Ok(Browser { _server: Some(server), ..browser })
    }

    /// A browser for the page of a server that is there already.
    pub(crate) async fn at(visit: &Visit, address: &str) -> Result<Browser> {
        let downloads = TempDir::new()?;
        let driver = Driver::start().await?;
        let web_driver = WebDriver::builder(driver.address(), visit.capabilities(&downloads)?)
            .request_timeout(PATIENCE)
            .connect()
            .await
            .context("the browser does not start")?;
        let page = Page::new(web_driver, format!("{address}{}", visit.query), downloads);
        Ok(Browser { page, _server: None, _driver: driver })
    }

    /// Closes it, also where it does not answer any more.
    pub(crate) async fn close(self) {
        let process = self.page.browser_process();
        if self.page.leave().await.is_err()
            && let Some(process) = process
        {
            // It no longer answers; what is left of it must not outlive the test. Nothing is lost if it is gone already.
            let _ = Command::new("kill").args(["-9", &process.to_string()]).status();
        }
    }
}

/// Uses a fresh browser that shows nothing yet, for whoever measures the page of a server that is there already.
///
/// # Errors
/// When it does not come up, or what it is used for fails.
pub async fn in_browser<T>(
    visit: &Visit,
    address: &str,
    use_it: impl AsyncFnOnce(&Page) -> Result<T>,
) -> Result<T> {
    let browser = Browser::at(visit, address).await?;
    let outcome = async {
        visit.dress(&browser.page).await?;
        use_it(&browser.page).await
    }
    .await;
    browser.close().await;
    outcome
}

/// Opens the page for a visit and runs a test on it; then looks for errors in the console.
///
/// # Panics
/// When the test fails.
pub fn visit(visit: Visit, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    let _place = runtime.block_on(PLACES.acquire()).expect("the places are never closed");
    let browser = runtime.block_on(Browser::open(&visit)).unwrap_or_else(|error| panic!("{error:#}"));
    let page = &browser.page;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            visit.dress(page).await?;
            page.open().await?;
            test(page).await?;
            page.check_console().await
        })
    }));
    if !matches!(outcome, Ok(Ok(()))) {
        runtime.block_on(describe_failure(page, ""));
    }
    runtime.block_on(browser.close());
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(error)) => panic!("{}", readable(&error)),
        Err(panic) => resume_unwind(panic),
    }
}

/// The error without the addresses of chromedriver's own functions, which tell nobody anything.
fn readable(error: &anyhow::Error) -> String {
    let whole = format!("{error:#}");
    let told =
        whole.lines().filter(|line| !line.trim_start().starts_with('#') && line.trim() != "Stacktrace:");
    told.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// Leaves a picture, and says what the console said.
pub(crate) async fn describe_failure(page: &Page, which: &str) {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("test").replace("::", "-") + which;
    if let Ok(folder) = surroundings::pictures() {
        let picture = folder.join(format!("{name}.png"));
        if page.picture(&picture).await.is_ok() {
            eprintln!("a picture of the page: {}", picture.display());
        }
    }
    if let Ok(lines) = page.console_errors().await {
        lines.iter().for_each(|line| eprintln!("console: {line}"));
    }
}
