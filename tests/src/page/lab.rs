//! The lab: inspector, flowchart, console, counters.

use anyhow::{Context, Result};

use super::Page;
use super::basics::id;
use crate::wait;

impl Page {
    /// Opens the lab, if it is closed.
    pub async fn open_lab(&self) -> Result<()> {
        if !self.shows(&id("console")).await? {
            self.click(&id("lab")).await?;
        }
        wait::until("the lab is open", async || self.shows(&id("console")).await).await
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
}
