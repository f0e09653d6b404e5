//! Where things are: nothing sideways, nothing over something else, no text cut off.

use anyhow::{Result, bail};

use crate::Page;

impl Page {
    /// Fails when the page scrolls sideways, when parts of it overlap or when text is cut off.
    pub async fn check_layout(&self, view: &str) -> Result<()> {
        self.until_the_picture_is_new().await?;
        let problems: Vec<String> = self.script(include_str!("scripts/layout.js"), vec![]).await?;
        if !problems.is_empty() {
            bail!("the layout of {view}:\n{}", problems.join("\n"));
        }
        Ok(())
    }
}
