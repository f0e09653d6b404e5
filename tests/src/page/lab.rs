//! The lab: inspector, flowchart, console, counters.

use anyhow::{Context, Result};
use serde_json::json;

use super::Page;
use super::basics::id;
use crate::wait;

impl Page {
    /// Opens the lab, if it is closed.
    pub async fn open_lab(&self) -> Result<()> {
        if !self.lab_is_asked_for().await? {
            self.click(&id("lab")).await?;
        }
        wait::until("the lab is open", async || self.shows(&id("console")).await).await
    }

    /// Closes the lab, if it is open.
    pub async fn close_lab(&self) -> Result<()> {
        if self.lab_is_asked_for().await? {
            self.click(&id("lab")).await?;
        }
        wait::until("the lab is closed", async || Ok(!self.shows(&id("console")).await?)).await
    }

    /// Whether the lab is open, or will be as soon as it has been loaded.
    async fn lab_is_asked_for(&self) -> Result<bool> {
        Ok(self.attribute(&id("lab"), "aria-pressed").await?.as_deref() == Some("true"))
    }

    /// The console's lines.
    pub async fn console_lines(&self) -> Result<Vec<String>> {
        self.texts(&id("console-line")).await
    }

    /// A number of the run: `polls`, `works`, `lost` ...
    pub async fn counter(&self, name: &str) -> Result<u64> {
        let text = self.text(&format!("{}[data-counter=\"{name}\"]", id("counter"))).await?;
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.parse().with_context(|| format!("{name}: {text:?} holds no number"))
    }

    /// The step of the flowchart that is lit.
    pub async fn flowchart_step(&self) -> Result<String> {
        let current = format!("{}[data-current=\"true\"]", id("flowchart-step"));
        self.attribute(&current, "data-step").await?.context("a step without a name")
    }

    /// Shows only an actor's lines.
    pub async fn filter_console(&self, actor: &str) -> Result<()> {
        let script = "const e = document.querySelector(arguments[0]);
            return [...e.options].find((option) => option.text.includes(arguments[1])).value";
        let value: String = self.script(script, vec![json!(id("console-filter")), json!(actor)]).await?;
        self.choose(&id("console-filter"), &value).await
    }

    /// Lets the tests read what the page copies.
    pub async fn grant_the_clipboard(&self) -> Result<()> {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools("Browser.grantPermissions", permissions).await?;
        Ok(())
    }

    /// What was copied last.
    pub async fn clipboard(&self) -> Result<String> {
        let script =
            "const done = arguments[0]; navigator.clipboard.readText().then(done, (e) => done(String(e)))";
        Ok(self.asynchronous(script).await?.as_str().unwrap_or_default().to_owned())
    }
}
