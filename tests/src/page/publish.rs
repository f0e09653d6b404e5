//! Publishing, and what the page says about it.

use anyhow::Result;
use serde_json::json;

use super::Page;
use super::basics::id;
use crate::wait;

impl Page {
    /// Publishes a state of the scenario with one click.
    pub async fn publish(&self, state: &str) -> Result<()> {
        self.click(&format!("{}[data-state=\"{state}\"]", id("publish-state"))).await
    }

    /// Publishes a state without a person's touch: whatever shifts in the half second after one counts as asked for.
    pub async fn publish_untouched(&self, state: &str) -> Result<()> {
        let script = "document.querySelector(arguments[0]).click()";
        self.script(script, vec![json!(format!("{}[data-state=\"{state}\"]", id("publish-state")))]).await
    }

    /// Types a state, and publishes it if the page lets one.
    pub async fn publish_typed(&self, text: &str) -> Result<()> {
        self.fill(&id("publish-input"), text).await?;
        self.click(&id("publish-button")).await
    }

    /// What the page has against the state that is typed; empty when it has nothing against it.
    pub async fn publish_error(&self) -> Result<String> {
        if self.has(&id("publish-error")).await? {
            self.text(&id("publish-error")).await
        } else {
            Ok(String::new())
        }
    }

    /// The value of the key, empty when it is missing.
    pub async fn key_value(&self) -> Result<String> {
        self.text(&id("key-value")).await
    }

    /// Waits until the key holds a state.
    pub async fn until_key_is(&self, state: &str) -> Result<()> {
        wait::until_equal("the key holds it", state.to_owned(), async || self.key_value().await).await
    }

    /// What the page says is happening.
    pub async fn happening(&self) -> Result<String> {
        self.text(&id("happening")).await
    }

    /// Waits until what the page says is happening names all of these.
    pub async fn until_happening_names(&self, words: &[&str]) -> Result<()> {
        let mut last = String::new();
        let waited = wait::until(&format!("the page says something about {words:?}"), async || {
            last = self.happening().await?;
            Ok(words.iter().all(|word| last.contains(word)))
        })
        .await;
        waited.map_err(|error| error.context(format!("it says: {last}")))
    }
}
