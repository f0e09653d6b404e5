//! Live mode: the panel that connects, the state of the link.

use anyhow::{Context, Result};
use thirtyfour::prelude::Key;

use super::Page;
use super::basics::id;
use crate::wait;

impl Page {
    /// Opens the panel, if it is closed.
    pub async fn open_live_panel(&self) -> Result<()> {
        if !self.shows(&id("live-panel")).await? {
            self.click(&id("live")).await?;
            wait::until("the panel is open", async || self.shows(&id("live-panel")).await).await?;
        }
        Ok(())
    }

    /// Closes the panel, as the Escape key does.
    pub async fn close_live_panel(&self) -> Result<()> {
        self.press(Key::Escape).await?;
        wait::until("the panel is closed", async || Ok(!self.shows(&id("live-panel")).await?)).await
    }

    /// How the page stands to its bridge: `off`, `connected`, `reconnecting` ...
    pub async fn link(&self) -> Result<String> {
        self.attribute(&id("live-state"), "data-link").await?.context("the link has a state")
    }

    /// Waits until the link is in a state.
    pub async fn until_link_is(&self, state: &str) -> Result<()> {
        wait::until_equal("the link", state.to_owned(), async || self.link().await).await
    }

    /// Connects to the bridge that the panel proposes, and closes the panel.
    pub async fn go_live(&self) -> Result<()> {
        self.open_live_panel().await?;
        self.click(&id("live-connect")).await?;
        self.until_link_is("connected").await?;
        self.close_live_panel().await
    }

    /// Connects with a label and a token, whatever comes of it; the panel stays open.
    pub async fn try_to_go_live(&self, label: &str, token: &str) -> Result<()> {
        self.open_live_panel().await?;
        self.fill(&id("live-label"), label).await?;
        self.fill(&id("live-token"), token).await?;
        self.click(&id("live-connect")).await
    }

    /// Leaves live mode, and closes the panel.
    pub async fn leave_live(&self) -> Result<()> {
        self.open_live_panel().await?;
        self.click(&id("live-disconnect")).await?;
        self.until_link_is("off").await?;
        self.close_live_panel().await
    }
}
