//! Language and theme.

use anyhow::{Context, Result};

use super::Page;
use super::basics::id;
use crate::wait;

impl Page {
    /// Switches the language: `en` or `id`.
    pub async fn switch_language(&self, language: &str) -> Result<()> {
        self.click(&id(&format!("language-{language}"))).await?;
        wait::until_equal("the page's language", language.to_owned(), async || self.language().await).await
    }

    /// The language that the page says it is in.
    pub async fn language(&self) -> Result<String> {
        self.attribute("html", "lang").await?.context("the page names no language")
    }

    /// The colours of the page's ground and ink.
    pub async fn colours(&self) -> Result<(String, String)> {
        let script = "const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]";
        self.script(script, vec![]).await
    }

    /// Chooses a theme: `system`, `light` or `dark`.
    pub async fn choose_theme(&self, theme: &str) -> Result<()> {
        self.choose(&id("theme"), theme).await
    }
}
